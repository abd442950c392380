import { type Formats, useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { rehearsalWords } from './rehearsal-words';
import { type SampleTerm } from './use-rehearsal';

/** What a sample term comes to: each figure with its name, and how it is told of a term. */
export function useFigures(): readonly (readonly [string, (of: SampleTerm) => string])[] {
  const t = useWords(rehearsalWords);
  const formats = useFormats();
  const right = ({ document: { terminationRight } }: SampleTerm) =>
    terminationRight === null ? t('noRight') : t('since', { at: formats.date(terminationRight.arisenAt) });
  return [
    [t('total'), ({ totalAmount }) => formats.money(totalAmount)],
    [t('penalties'), (of) => penaltiesOf(of, formats)],
    [t('misses'), ({ document }) => formats.number(document.misses.length)],
    [t('failed'), ({ document }) => formats.number(document.months.filter(({ failed }) => failed).length)],
    [t('right'), right],
  ];
}

/** What stands at the end, as the core has summed it up: `cumulative` of the last miss, and all charges. */
function penaltiesOf({ document: { misses, charges } }: SampleTerm, formats: Formats): string {
  const fen = (amount: string) => Math.round(Number(amount) * 100);
  const sum =
    fen(misses.at(-1)?.cumulative ?? '0.00') + charges.reduce((all, { amount }) => all + fen(amount), 0);
  return formats.money((sum / 100).toFixed(2));
}

/** A month of a sample term. */
export interface Month {
  readonly period: string;
  readonly payable: string | undefined;
  readonly credited: string | undefined;
  readonly failed: boolean;
  readonly streak: number;
  readonly isLate: boolean;
}

export function monthsOf({ document: { months, invoices, reports } }: SampleTerm): Month[] {
  const invoiceOf = new Map(invoices.map((invoice) => [invoice.period, invoice]));
  const lateOf = new Map(reports.map(({ period, late }) => [period, late]));
  return months.map(({ period, failed, streak }) => ({
    period,
    failed,
    streak,
    payable: invoiceOf.get(period)?.payable,
    credited: invoiceOf.get(period)?.credited,
    isLate: lateOf.get(period) ?? false,
  }));
}
