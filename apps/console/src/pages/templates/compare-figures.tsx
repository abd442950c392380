import { useState } from 'react';
import { Tag } from 'antd';
import { useMay } from '~/api/policy';
import { Asked } from '~/parts/asked';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { Figures, Secondary, Warning } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { compareWords } from './compare-words';
import { keyOf, type VersionName } from './compared';
import { SampleInputs } from './rehearsal';
import { type Month, monthsOf, useFigures } from './rehearsal-sums';
import { useDebounced } from './use-debounced';
import { type SampleTerm, type SampleValues, useSampleTerm } from './use-rehearsal';

interface Props {
  readonly from: VersionName;
  readonly to: VersionName;
  readonly sample: SampleValues;
  readonly onSample: (values: SampleValues) => void;
}

const PAUSE_MILLISECONDS = 500;

/** The same sample term under two versions, side by side. */
export function CompareFigures({ from, to, sample, onSample }: Props) {
  const t = useWords(compareWords);
  const may = useMay();
  const [values, setValues] = useState(sample);
  const parameters = useDebounced(values, PAUSE_MILLISECONDS);
  const [before, after] = [useAskedTerm(from, parameters), useAskedTerm(to, parameters)];
  if (!may('POST /api/v1/templates/:template/versions/:version/rehearse')) return null;
  const given = { ...before.data?.parameters, ...after.data?.parameters };
  return (
    <Panel title={t('rehearsal')}>
      <SampleInputs
        given={given}
        values={values}
        onChange={(next) => {
          setValues(next);
          onSample(next);
        }}
      />
      <Asked query={before} rows={6}>
        {(first) => (
          <Asked query={after} rows={6}>
            {(second) => <SideBySide {...{ from, to, before: first, after: second }} />}
          </Asked>
        )}
      </Asked>
    </Panel>
  );
}

/** The sample term with those of the values that the version leaves open: what it fixes is not given again. */
function useAskedTerm(name: VersionName, values: SampleValues) {
  const { data } = useSampleTerm(name, {});
  const open = Object.entries(values).filter(([key]) => data === undefined || key in data.parameters);
  return useSampleTerm(name, Object.fromEntries(open));
}

interface Both {
  readonly from: VersionName;
  readonly to: VersionName;
  readonly before: SampleTerm;
  readonly after: SampleTerm;
}

function SideBySide(both: Both) {
  const t = useWords(compareWords);
  const { from, to, before, after } = both;
  const rows = useFigures().map(([label, textOf]) => ({
    label,
    before: textOf(before),
    after: textOf(after),
  }));
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'figure', title: t('figure'), cell: ({ label }) => label },
    { key: 'from', title: nameOf(from), align: 'end', cell: ({ before: text }) => text },
    {
      key: 'to',
      title: nameOf(to),
      align: 'end',
      cell: (row) => (row.before === row.after ? row.after : <Warning>{row.after}</Warning>),
    },
  ];
  return (
    <>
      <DataTable caption={t('rehearsal')} columns={columns} rows={rows} rowKey={({ label }) => label} />
      <Months {...both} />
    </>
  );
}

interface Pair {
  readonly period: string;
  readonly before: Month | undefined;
  readonly after: Month | undefined;
}

/** The months of both terms; those whose money differs are marked. */
function Months({ from, to, before, after }: Both) {
  const t = useWords(compareWords);
  const formats = useFormats();
  const pairs = pairsOf(before, after);
  const money = (key: 'payable' | 'credited', side: 'before' | 'after'): Column<Pair> => ({
    key: `${key}-${side}`,
    title: t(key === 'payable' ? 'invoice' : 'credited', { version: nameOf(side === 'before' ? from : to) }),
    align: 'end',
    cell: (pair) => {
      const amount = pair[side]?.[key];
      const text = amount === undefined ? '–' : formats.money(amount);
      return side === 'after' && pair.before?.[key] !== amount ? <Warning>{text}</Warning> : text;
    },
  });
  const columns: Column<Pair>[] = [
    {
      key: 'month',
      title: t('month'),
      cell: (pair) => (
        <>
          <Figures>{formats.month(pair.period)}</Figures>{' '}
          {isOther(pair) && <Tag color="warning">{t('differs')}</Tag>}
        </>
      ),
    },
    money('payable', 'before'),
    money('payable', 'after'),
    money('credited', 'before'),
    money('credited', 'after'),
    { key: 'assessment', title: t('assessment'), cell: (pair) => <Assessment {...pair} /> },
  ];
  return (
    <div className="form-end">
      <Secondary>{t('months', { count: pairs.filter(isOther).length })}</Secondary>
      <DataTable
        caption={t('months', { count: pairs.filter(isOther).length })}
        columns={columns}
        rows={pairs}
        rowKey={({ period }) => period}
      />
    </div>
  );
}

function Assessment({ before, after }: Pair) {
  const t = useWords(compareWords);
  const word = (month: Month | undefined) =>
    month === undefined ? '–' : t(month.failed ? 'fails' : 'holds');
  const [was, is] = [word(before), word(after)];
  if (was === is) return <Tag color={after?.failed ? 'error' : 'success'}>{is}</Tag>;
  return <Tag color="warning">{t('becomes', { from: was, to: is })}</Tag>;
}

function pairsOf(before: SampleTerm, after: SampleTerm): Pair[] {
  const [old, now] = [before, after].map(
    (term) => new Map(monthsOf(term).map((month) => [month.period, month])),
  );
  const periods = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...periods]
    .toSorted()
    .map((period) => ({ period, before: old?.get(period), after: now?.get(period) }));
}

function isOther({ before, after }: Pair): boolean {
  return before?.payable !== after?.payable || before?.credited !== after?.credited;
}

function nameOf(name: VersionName): string {
  return keyOf(name).replace('@', ' ');
}
