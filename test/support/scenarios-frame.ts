import { addDays, firstDay, nextPeriod, periodOf, plainDate, termEndDate } from '#domain/time/dates';
import { fromSeconds, toSeconds } from '#domain/time/instant';
import { startOfDay } from '#domain/time/zone';
import { type ScenarioEvent } from '#rehearsal/scenario-schema';
import { type Chance } from './scenarios-random.js';

export type { ScenarioEvent };

/** A rehearsal's document as a file has it. */
export interface ScenarioFile {
  readonly template: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly events: readonly ScenarioEvent[];
  readonly until: string;
}

/** Seconds since 1970; the generator reckons in them. */
export type Seconds = number;

/** An event in the making. */
export interface Placed {
  readonly at: Seconds;
  readonly event: ScenarioEvent;
}

/** A calendar month of the term: `[from, to)`. */
export interface FrameMonth {
  readonly period: string;
  readonly from: Seconds;
  readonly to: Seconds;
}

/** What a scenario plays in. */
export interface Frame {
  readonly parameters: ScenarioFile['parameters'];
  readonly zone: string;
  readonly monthlyFeeFen: number;
  readonly start: Seconds;
  readonly end: Seconds;
  readonly months: readonly FrameMonth[];
}

export interface FrameBasis {
  readonly termStart: string;
  readonly termMonths: number;
  readonly monthlyFeeFen: number;
  readonly penaltyPermille: string;
  readonly zone?: string;
}

/** The frame of a term; the zone is named as a parameter only where it is not the default. */
export function frameOf({ termStart, termMonths, monthlyFeeFen, penaltyPermille, zone }: FrameBasis): Frame {
  const inZone = zone ?? 'Asia/Shanghai';
  const endDate = termEndDate(plainDate(termStart), termMonths);
  const months: FrameMonth[] = [];
  for (let date = plainDate(termStart); date < endDate; date = firstDay(nextPeriod(periodOf(date)))) {
    const next = firstDay(nextPeriod(periodOf(date)));
    const to = next < endDate ? next : endDate;
    months.push({ period: periodOf(date), from: midnight(date, inZone), to: midnight(to, inZone) });
  }
  const parameters = { termStart, termMonths, monthlyFee: yuan(monthlyFeeFen), penaltyPermille };
  return {
    parameters: zone === undefined ? parameters : { ...parameters, zone },
    zone: inZone,
    monthlyFeeFen,
    start: midnight(termStart, inZone),
    end: midnight(endDate, inZone),
    months,
  };
}

const STARTS = [
  '2025-01-01',
  '2025-01-15',
  '2025-01-31',
  '2025-02-10',
  '2025-03-30',
  '2025-07-01',
  '2025-08-31',
  '2025-12-11',
  '2026-01-01',
  '2026-09-01',
  '2028-02-29',
];
const FEES = [2_000_000, 10_700_053, 100, 1, 333_333, 1_234_567];
const PERMILLES = ['5', '30', '12.75', '0.333', '100', '1.5'];
const ZONES = ['America/New_York', 'Europe/Berlin', 'America/Sao_Paulo', 'Australia/Lord_Howe'];

/** A random term: any start day, one to eighteen months, now and then in a zone with daylight saving. */
export function randomFrame(chance: Chance): Frame {
  const basis = {
    termStart: chance.pick(STARTS),
    termMonths: chance.is(0.7) ? chance.whole(2, 8) : chance.whole(1, 18),
    monthlyFeeFen: chance.pick(FEES),
    penaltyPermille: chance.pick(PERMILLES),
  };
  return frameOf(chance.is(0.15) ? { ...basis, zone: chance.pick(ZONES) } : basis);
}

/** An instant as an event has it: with the offset of Shanghai, whatever the contract's zone. */
export function written(at: Seconds): string {
  return fromSeconds(at + 8 * 3600).replace('Z', '+08:00');
}

export function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
}

/** The beginning of the day that many days after an instant's, in the frame's zone. */
export function midnightAfter(frame: Frame, at: Seconds, days: number): Seconds {
  const date = plainDate(fromSeconds(at).slice(0, 10));
  return midnight(addDays(date, days), frame.zone);
}

function midnight(date: string, zone: string): Seconds {
  return toSeconds(startOfDay(plainDate(date), zone));
}
