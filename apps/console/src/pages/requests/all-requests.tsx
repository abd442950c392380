import { answered } from '#client/client';
import { type components, type paths } from '#client/openapi';
import { client } from '~/api/api';
import { Countdown } from '~/parts/countdown';
import { type Column } from '~/parts/data-table';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { OutcomeTag, RequestStatusTag } from '~/parts/sla-tags';
import { ClockTag } from '~/parts/tags';
import { Teach } from '~/parts/teach';
import { Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { Filters, useFilters } from './filters';
import { RequestLink } from './queue-cells';
import { requestsWords } from './words';

type Line = components['schemas']['RequestSummary'];
type Wish = NonNullable<paths['/api/v1/requests']['get']['parameters']['query']>;

/** Every request of every contract in reach. */
export function AllRequests() {
  const t = useWords(requestsWords);
  const columns = useColumns();
  const { search } = useFilters();
  const query: Wish = {
    sort: search.sort === 'due' ? 'due' : 'recorded',
    order: search.sort === 'due' ? 'asc' : 'desc',
    ...(search.clock && { clock: search.clock }),
    ...(search.status && { status: search.status }),
    ...(search.priority !== undefined && { priority: search.priority }),
  };
  return (
    <Panel
      title={t('all')}
      extra={
        <Filters
          hasStatus
          sorts={[
            { value: 'recorded', label: t('byRecorded') },
            { value: 'due', label: t('byDue') },
          ]}
        />
      }
    >
      <PagedTable
        caption={t('all')}
        columns={columns}
        rowKey={({ contract, request }) => `${contract} ${request}`}
        queryKey={['get', '/api/v1/requests', { params: { query } }, search.contract ?? null]}
        page={(cursor) => pageOf(search.contract, query, cursor)}
        empty={<Teach title={t('noRequests')} help={t('noRequestsHelp')} />}
      />
    </Panel>
  );
}

/** Requests of one contract have an address of their own, and no order by deadline. */
function pageOf(contract: string | undefined, wish: Wish, cursor: string | undefined) {
  const query = { ...wish, limit: 50, ...(cursor !== undefined && { cursor }) };
  if (contract === undefined) return answered(client.GET('/api/v1/requests', { params: { query } }));
  const { sort: _sort, clock: _clock, ...narrower } = query;
  return answered(
    client.GET('/api/v1/contracts/{contract}/requests', {
      params: { path: { contract }, query: { ...narrower, order: 'desc' } },
    }),
  );
}

function useColumns(): readonly Column<Line>[] {
  const t = useWords(requestsWords);
  const formats = useFormats();
  return [
    {
      key: 'request',
      title: t('request'),
      cell: (line) => <RequestLink {...line} status="open" />,
    },
    { key: 'status', title: t('status'), cell: ({ status }) => <RequestStatusTag status={status} /> },
    {
      key: 'next',
      title: t('next'),
      cell: ({ nextDeadlineAt, clock }) => {
        if (nextDeadlineAt === null) return <Secondary>–</Secondary>;
        return (
          <>
            {clock === 'real' && <Countdown to={nextDeadlineAt} />}
            <div className="text-secondary">{formats.short(nextDeadlineAt)}</div>
          </>
        );
      },
    },
    {
      key: 'targets',
      title: t('targets'),
      isExtra: true,
      cell: ({ targets }) => targets.map((each) => <OutcomeTag key={each.kind} {...each} />),
    },
    {
      key: 'recorded',
      title: t('recorded'),
      isExtra: true,
      cell: (line) => formats.instant(line.recordedAt),
    },
    {
      key: 'contract',
      title: t('contract'),
      isExtra: true,
      cell: ({ contract, clock }) => (
        <>
          {contract} <ClockTag clock={clock} />
        </>
      ),
    },
  ];
}
