import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { Danger, Secondary } from '~/parts/text';
import { useUntil } from '~/parts/until';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { useTargetName } from '../contract/service-words';
import { type Tracker } from './termination-page';
import { terminationWords } from './words';

type Right = Tracker['rights'][number];

/** Each right that has arisen, and what became of it. */
export function RightsPanel({ tracker: { rights } }: { readonly tracker: Tracker }) {
  const t = useWords(terminationWords);
  const columns = useRightColumns();
  return (
    <Panel title={t('rights')}>
      <DataTable
        caption={t('rights')}
        columns={columns}
        rows={rights}
        rowKey={({ ground, arisenAt }) => `${ground} ${arisenAt}`}
        empty={<Teach title={t('noRights')} help={t('noRightsHelp')} />}
      />
    </Panel>
  );
}

function useRightColumns(): Column<Right>[] {
  const t = useWords(terminationWords);
  const until = useUntil();
  const { month } = useFormats();
  const target = useTargetName();
  const { zone } = useContract().terms;
  return [
    {
      key: 'ground',
      title: t('ground'),
      cell: ({ ground, obligation, periods }) => (
        <>
          {ground === 'delay'
            ? t('grounds.delay', { obligation: target(obligation ?? '') })
            : t('grounds.failedMonths')}
          <div>
            <Secondary>{periods.map(month).join(', ')}</Secondary>
          </div>
        </>
      ),
    },
    { key: 'state', title: t('state'), cell: (right) => <State right={right} /> },
    { key: 'arisen', title: t('arisenAt'), isExtra: true, cell: ({ arisenAt }) => until(arisenAt, zone) },
    { key: 'lapses', title: t('lapsesAt'), isExtra: true, cell: ({ lapsesAt }) => until(lapsesAt, zone) },
  ];
}

function State({ right: { exercisable, exercisedAt, waivedAt } }: { readonly right: Right }) {
  const t = useWords(terminationWords);
  const { instant } = useFormats();
  const { zone } = useContract().terms;
  if (exercisable) return <Danger>{t('exercisable')}</Danger>;
  if (exercisedAt !== null) return t('exercised', { at: instant(exercisedAt, zone) });
  return waivedAt === null ? t('lapsed') : t('waived', { at: instant(waivedAt, zone) });
}
