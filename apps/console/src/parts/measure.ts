import { isOneOf, slaWords } from '~/words/sla';
import { useWords } from '~/words/words';

const HOUR = 60;

/** How long a target gives: `30 min`, `24 h`, `3 working days`. */
export function useMeasureText(): (measure: { readonly unit: string; readonly amount: number }) => string {
  const t = useWords(slaWords);
  return ({ unit, amount }) => {
    if (!isOneOf(slaWords.en.measure, unit)) return `${amount} ${unit}`;
    const [hours, minutes] = [Math.floor(amount / HOUR), amount % HOUR];
    const parts = [
      ...(hours > 0 ? [t('hours', { hours })] : []),
      ...(minutes > 0 || hours === 0 ? [t('minutes', { minutes })] : []),
    ];
    return t(`measure.${unit}`, { amount, duration: parts.join(' ') });
  };
}
