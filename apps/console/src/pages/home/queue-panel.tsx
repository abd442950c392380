import { Link } from '@tanstack/react-router';
import { Flex, Tag } from 'antd';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { type Clock } from '~/parts/clock-switch';
import { RequestLink } from '~/parts/contract-link';
import { Countdown } from '~/parts/countdown';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { PriorityTag } from '~/parts/sla-tags';
import { Teach } from '~/parts/teach';
import { Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { homeWords } from './words';

type Item = components['schemas']['QueueItem'];

const SHOWN = 8;

/** The head of the desk's queue. */
export function QueuePanel({ clock }: { readonly clock: Clock }) {
  const t = useWords(homeWords);
  const queue = api.useQuery('get', '/api/v1/desk/queue', {
    params: { query: { sort: 'moneyAtRisk', clock, limit: SHOWN } },
  });
  const columns = useColumns();
  return (
    <Panel title={t('queue')} about={t('queueHelp')} extra={<Link to="/requests">{t('wholeQueue')}</Link>}>
      <Asked query={queue}>
        {({ items }) => (
          <DataTable
            caption={t('queue')}
            columns={columns}
            rows={items}
            rowKey={({ contract, request }) => `${contract}/${request}`}
            empty={<Teach title={t('queueEmpty')} help={t('queueEmptyHelp')} />}
          />
        )}
      </Asked>
    </Panel>
  );
}

function useColumns(): Column<Item>[] {
  const t = useWords(homeWords);
  return [
    {
      key: 'request',
      title: t('request'),
      cell: ({ contract, request }) => (
        <>
          <RequestLink contract={contract} request={request} />
          <br />
          <Secondary>{contract}</Secondary>
        </>
      ),
    },
    { key: 'client', title: t('client'), cell: ({ clientName }) => clientName, isExtra: true },
    {
      key: 'priority',
      title: t('priority'),
      cell: ({ priority }) => <PriorityTag priority={priority} />,
      isExtra: true,
    },
    {
      key: 'deadline',
      title: t('deadline'),
      cell: ({ nextDeadline, clock, at }) =>
        nextDeadline && <Countdown to={nextDeadline.dueAt} from={clock === 'manual' ? at : undefined} />,
    },
    { key: 'cost', title: t('ifMissed'), align: 'end', cell: ({ ifMissed }) => <Cost ifMissed={ifMissed} /> },
  ];
}

/** What it costs to miss the next deadline, and what it decides. */
function Cost({ ifMissed }: Pick<Item, 'ifMissed'>) {
  const t = useWords(homeWords);
  const formats = useFormats();
  if (!ifMissed) return null;
  return (
    <Flex vertical align="flex-end" gap={4}>
      <span>{formats.money(ifMissed.cost)}</span>
      {ifMissed.capped && <Secondary>{t('capReached')}</Secondary>}
      {ifMissed.decidesTerminationRight ? (
        <Tag color="error">{t('third')}</Tag>
      ) : (
        ifMissed.failsMonth && <Tag color="warning">{t('fails')}</Tag>
      )}
    </Flex>
  );
}
