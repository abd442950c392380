import { Tag } from 'antd';
import { type Column, DataTable } from '~/parts/data-table';
import { Figure, FigureRow } from '~/parts/figure';
import { Secondary } from '~/parts/text';
import { type Formats, useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { type SampleTerm } from './rehearsal';
import { rehearsalWords } from './rehearsal-words';

interface Props {
  readonly term: SampleTerm;
  /** The same under the saved version; undefined where nothing is being changed. */
  readonly before: SampleTerm | undefined;
}

/** What the term comes to, and what the saved version would come to where that is something else. */
export function RehearsalFigures({ term, before }: Props) {
  const t = useWords(rehearsalWords);
  const formats = useFormats();
  const right = ({ document: { terminationRight } }: SampleTerm) =>
    terminationRight === null ? t('noRight') : t('since', { at: formats.date(terminationRight.arisenAt) });
  const figures: readonly (readonly [string, (of: SampleTerm) => string])[] = [
    [t('total'), ({ totalAmount }) => formats.money(totalAmount)],
    [t('penalties'), (of) => penaltiesOf(of, formats)],
    [t('misses'), ({ document }) => formats.number(document.misses.length)],
    [t('failed'), ({ document }) => formats.number(document.months.filter(({ failed }) => failed).length)],
    [t('right'), right],
  ];
  return (
    <FigureRow>
      {figures.map(([label, textOf]) => {
        const [now, saved] = [textOf(term), before && textOf(before)];
        const isOther = saved !== undefined && saved !== now;
        return (
          <Figure
            key={label}
            label={label}
            value={now}
            tone={isOther ? 'warning' : undefined}
            help={isOther && t('before', { value: saved })}
          />
        );
      })}
    </FigureRow>
  );
}

/** What stands at the end, as the core has summed it up: `cumulative` of the last miss, and all charges. */
function penaltiesOf({ document: { misses, charges } }: SampleTerm, formats: Formats): string {
  const fen = (amount: string) => Math.round(Number(amount) * 100);
  const sum =
    fen(misses.at(-1)?.cumulative ?? '0.00') + charges.reduce((all, { amount }) => all + fen(amount), 0);
  return formats.money((sum / 100).toFixed(2));
}

interface Month {
  readonly period: string;
  readonly payable: string | undefined;
  readonly credited: string | undefined;
  readonly failed: boolean;
  readonly streak: number;
  readonly isLate: boolean;
}

/** The term month by month. What the saved version would have otherwise stands under it. */
export function RehearsalMonths({ term, before }: Props) {
  const t = useWords(rehearsalWords);
  const formats = useFormats();
  const saved = new Map((before ? monthsOf(before) : []).map((month) => [month.period, month]));
  const amount = (key: 'payable' | 'credited', title: string): Column<Month> => ({
    key,
    title,
    align: 'end',
    cell: ({ period, [key]: now }) => {
      const old = saved.get(period)?.[key];
      return (
        <>
          {now === undefined ? '–' : formats.money(now)}
          {before && old !== now && (
            <div>
              <Secondary>{t('before', { value: old === undefined ? '–' : formats.money(old) })}</Secondary>
            </div>
          )}
        </>
      );
    },
  });
  const columns: Column<Month>[] = [
    { key: 'month', title: t('month'), cell: ({ period }) => formats.month(period) },
    amount('payable', t('invoice')),
    amount('credited', t('credited')),
    {
      key: 'assessment',
      title: t('assessment'),
      cell: ({ failed, streak, isLate }) => (
        <>
          <Tag color={failed ? 'error' : 'success'}>{failed ? t('fails', { streak }) : t('holds')}</Tag>
          {isLate && <Tag color="warning">{t('late')}</Tag>}
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('months')}
      columns={columns}
      rows={monthsOf(term)}
      rowKey={({ period }) => period}
    />
  );
}

function monthsOf({ document: { months, invoices, reports } }: SampleTerm): Month[] {
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
