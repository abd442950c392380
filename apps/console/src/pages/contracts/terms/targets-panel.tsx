import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { useWords } from '~/words/words';
import { TARGET_ORDER, useByUrgency, usePriorityName, useTargetName } from '../contract/service-words';
import { type TermsAt } from './terms-page';
import { termsWords } from './words';

type Targets = TermsAt['targets'];
type Target = Targets[string][number];
type Row = readonly [string, readonly Target[]];

/** The service levels: one row a priority, one column a kind of target. */
export function TargetsPanel({ targets }: { readonly targets: Targets }) {
  const t = useWords(termsWords);
  const priority = usePriorityName();
  const target = useTargetName();
  const measure = useMeasure();
  const byUrgency = useByUrgency();
  const own = new Set(Object.values(targets).flatMap((each) => each.map(({ kind }) => kind)));
  const kinds = [...own].toSorted((a, b) => TARGET_ORDER.indexOf(a) - TARGET_ORDER.indexOf(b));
  const columns: Column<Row>[] = [
    { key: 'priority', title: t('priority'), cell: ([name]) => priority(name) },
    ...kinds.map((kind) => ({
      key: kind,
      title: target(kind),
      cell: ([, own]: Row) =>
        own
          .filter((each) => each.kind === kind)
          .map(measure)
          .join(', ') || '–',
    })),
  ];
  return (
    <Panel title={t('targets')} about={t('targetsAbout')}>
      <DataTable
        caption={t('targets')}
        columns={columns}
        rows={byUrgency(Object.entries(targets))}
        rowKey={([name]) => name}
      />
    </Panel>
  );
}

function useMeasure(): (target: Target) => string {
  const t = useWords(termsWords);
  return ({ measure: { unit, amount } }) => {
    if (unit === 'workingDays') return t('workingDays', { count: amount });
    const inHours = amount >= 60 && amount % 60 === 0;
    const text = inHours ? t('hours', { count: amount / 60 }) : t('minutes', { count: amount });
    return unit === 'serviceMinutes' ? t('serviceMinutes', { text }) : text;
  };
}
