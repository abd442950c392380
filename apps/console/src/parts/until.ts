import { useFormats } from '~/words/formats';
import { localOf } from './zoned';

/** The end of a stretch as contracts say it: midnight belongs to the day before, `2025-12-31 24:00`. */
export function useUntil(): (instant: string, zone: string) => string {
  const formats = useFormats();
  return (instant, zone) => {
    if (!localOf(instant, zone).endsWith('T00:00')) return formats.instant(instant, zone);
    // What runs out at midnight is noticed a second later: both belong to that day.
    const before = new Date(Date.parse(instant) - 60_000).toISOString();
    return `${formats.date(before, zone)} 24:00`;
  };
}
