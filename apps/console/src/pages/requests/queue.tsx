import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { type Column } from '~/parts/data-table';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { ClockTag } from '~/parts/tags';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { Filters, useFilters } from './filters';
import { Deadline, IfMissed, RequestLink, Stake } from './queue-cells';
import { requestsWords } from './words';

type Item = components['schemas']['QueueItem'];

/** Open requests, what is dearest or nearest first. */
export function Queue() {
  const t = useWords(requestsWords);
  const columns = useColumns();
  const { search } = useFilters();
  const query = {
    sort: search.sort === 'dueAt' ? ('dueAt' as const) : ('moneyAtRisk' as const),
    ...(search.clock && { clock: search.clock }),
    ...(search.priority !== undefined && { priority: search.priority }),
    ...(search.contract !== undefined && { contract: search.contract }),
  };
  return (
    <Panel
      title={t('queue')}
      extra={
        <Filters
          sorts={[
            { value: 'moneyAtRisk', label: t('byMoney') },
            { value: 'dueAt', label: t('byDue') },
          ]}
        />
      }
    >
      <PagedTable
        caption={t('queue')}
        columns={columns}
        rowKey={({ contract, request }) => `${contract} ${request}`}
        queryKey={['get', '/api/v1/desk/queue', { params: { query } }]}
        page={(cursor) =>
          answered(
            client.GET('/api/v1/desk/queue', {
              params: { query: { ...query, limit: 50, ...(cursor !== undefined && { cursor }) } },
            }),
          )
        }
        empty={<Teach title={t('noQueue')} help={t('noQueueHelp')} />}
      />
    </Panel>
  );
}

function useColumns(): readonly Column<Item>[] {
  const t = useWords(requestsWords);
  const formats = useFormats();
  return [
    { key: 'request', title: t('request'), cell: (item) => <RequestLink {...item} /> },
    {
      key: 'left',
      title: t('left'),
      cell: (item) => (
        <>
          <Deadline item={item} />
          <div className="is-narrow-only">
            <Stake item={item} />
          </div>
        </>
      ),
    },
    { key: 'cost', title: t('cost'), align: 'end', cell: (item) => <IfMissed item={item} /> },
    {
      key: 'room',
      title: t('room'),
      align: 'end',
      isExtra: true,
      cell: ({ ifMissed }) => (ifMissed?.capRoom ? formats.money(ifMissed.capRoom) : '–'),
    },
    { key: 'stake', title: t('month'), isExtra: true, cell: (item) => <Stake item={item} /> },
    {
      key: 'contract',
      title: t('contract'),
      isExtra: true,
      cell: ({ contract, clientName, clock }) => (
        <>
          {contract} <ClockTag clock={clock} />
          <div className="text-secondary">{clientName}</div>
        </>
      ),
    },
  ];
}
