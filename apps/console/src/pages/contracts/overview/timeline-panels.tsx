import { Flex } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { api, client } from '~/api/api';
import { Asked } from '~/parts/asked';
import { Countdown } from '~/parts/countdown';
import { type Column, DataTable } from '~/parts/data-table';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { Secondary } from '~/parts/text';
import { Teach } from '~/parts/teach';
import { useUntil } from '~/parts/until';
import { useWho } from '~/parts/who';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useClauseName } from '../contract/clause';
import { ownClock, useContract } from '../contract/contract';
import { Sentence } from '../contract/sentence';
import { overviewWords } from './words';

type Timeline = components['schemas']['Timeline'];
type Upcoming = Timeline['upcoming'][number];
type Past = Timeline['past']['items'][number];

/** What falls due, and what has happened, in sentences of the page's language. */
export function TimelinePanels({ contract }: { readonly contract: string }) {
  const t = useWords(overviewWords);
  const query = api.useQuery('get', '/api/v1/contracts/{contract}/timeline', {
    params: { path: { contract }, query: { limit: 1, upcoming: 8 } },
  });
  const upcoming = useUpcomingColumns();
  const past = usePastColumns();
  return (
    <>
      <Panel title={t('upcoming')} about={t('upcomingHelp')}>
        <Asked query={query}>
          {(timeline) => (
            <DataTable
              caption={t('upcoming')}
              columns={upcoming}
              rows={timeline.upcoming}
              rowKey={({ at, kind, request }) => `${at} ${kind} ${request ?? ''}`}
              empty={<Teach title={t('noUpcoming')} help={t('noUpcomingHelp')} />}
            />
          )}
        </Asked>
      </Panel>
      <Panel title={t('timeline')} about={t('timelineHelp')}>
        <PagedTable
          caption={t('timeline')}
          columns={past}
          rowKey={({ sequence }) => sequence}
          queryKey={['get', '/api/v1/contracts/{contract}/timeline', { params: { path: { contract } } }]}
          page={(cursor) => pastPage(contract, cursor)}
          empty={<Teach title={t('noTimeline')} help={t('noTimelineHelp')} />}
        />
      </Panel>
    </>
  );
}

async function pastPage(contract: string, cursor: string | undefined) {
  const query = { limit: 25, upcoming: 1, ...(cursor !== undefined && { cursor }) };
  const params = { path: { contract }, query };
  return (await answered(client.GET('/api/v1/contracts/{contract}/timeline', { params }))).past;
}

function useUpcomingColumns(): Column<Upcoming>[] {
  const t = useWords(overviewWords);
  const until = useUntil();
  const clauseName = useClauseName();
  const contract = useContract();
  return [
    {
      key: 'at',
      title: t('at'),
      cell: ({ at }) => (
        <Flex vertical>
          <span>{until(at, contract.terms.zone)}</span>
          <Secondary>
            <Countdown to={at} from={ownClock(contract)} />
          </Secondary>
        </Flex>
      ),
    },
    {
      key: 'what',
      title: t('what'),
      cell: ({ text, request }) => <Sentence contract={contract.id} text={text} request={request} />,
    },
    { key: 'clause', title: t('clause'), isExtra: true, cell: ({ clause }) => clauseName(clause) },
  ];
}

function usePastColumns(): Column<Past>[] {
  const t = useWords(overviewWords);
  const { instant } = useFormats();
  const clauseName = useClauseName();
  const who = useWho();
  const { id, terms } = useContract();
  return [
    { key: 'at', title: t('at'), cell: ({ at }) => instant(at, terms.zone) },
    {
      key: 'what',
      title: t('what'),
      cell: ({ text, request }) => <Sentence contract={id} text={text} request={request} />,
    },
    { key: 'clause', title: t('clause'), isExtra: true, cell: ({ clause }) => clauseName(clause) },
    {
      key: 'by',
      title: t('by'),
      isExtra: true,
      cell: ({ actor }) => who(actor),
    },
  ];
}
