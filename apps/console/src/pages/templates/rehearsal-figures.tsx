import { Tag } from 'antd';
import { type Column, DataTable } from '~/parts/data-table';
import { Figure, FigureRow } from '~/parts/figure';
import { Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { type Month, monthsOf, useFigures } from './rehearsal-sums';
import { type SampleTerm } from './use-rehearsal';
import { rehearsalWords } from './rehearsal-words';

interface Props {
  readonly term: SampleTerm;
  /** The same under the saved version; undefined where nothing is being changed. */
  readonly before: SampleTerm | undefined;
}

/** What the term comes to, and what the saved version would come to where that is something else. */
export function RehearsalFigures({ term, before }: Props) {
  const t = useWords(rehearsalWords);
  const figures = useFigures();
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
