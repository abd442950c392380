import { Flex, Progress } from 'antd';
import { Link } from '@tanstack/react-router';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { RequestLink } from '~/parts/contract-link';
import { useTargetName } from '../contract/service-words';
import { type Tracker } from './termination-page';
import { terminationWords } from './words';

type Month = Tracker['tracker']['months'][number];

/** The failed months in a row, with what decides each. */
export function TrackerPanel({ tracker: { tracker, clause } }: { readonly tracker: Tracker }) {
  const t = useWords(terminationWords);
  const columns = useMonthColumns();
  const { failedMonthsNeeded: needed, streak, months } = tracker;
  if (needed === null)
    return (
      <Panel title={t('tracker')}>
        <Teach title={t('trackerNone')} help={t('trackerNoneHelp')} />
      </Panel>
    );
  return (
    <Panel title={t('tracker')} about={t('trackerAbout', { clause })}>
      <Progress
        aria-label={t('tracker')}
        percent={(100 * Math.min(streak, needed)) / needed}
        steps={needed}
        status={streak >= needed ? 'exception' : 'normal'}
        format={() => t('progress', { streak, needed })}
      />
      <DataTable
        caption={t('tracker')}
        columns={columns}
        rows={months}
        rowKey={({ period }) => period}
        empty={<Teach title={t('noStreak')} help={t('noStreakHelp')} />}
      />
    </Panel>
  );
}

function useMonthColumns(): Column<Month>[] {
  const t = useWords(terminationWords);
  const formats = useFormats();
  const target = useTargetName();
  const { id: contract } = useContract();
  return [
    {
      key: 'month',
      title: t('month'),
      cell: ({ period }) => (
        <Link to="/contracts/$contract/months/$period" params={{ contract, period }}>
          {formats.month(period)}
        </Link>
      ),
    },
    {
      key: 'misses',
      title: t('decidedBy'),
      cell: ({ misses }) => (
        <Flex vertical>
          {misses.map(({ request, target: kind, at, penalty }) => (
            <span key={`${request} ${kind} ${at}`} className="sentence">
              {request.includes(' ') ? request : <RequestLink contract={contract} request={request} />}{' '}
              {target(kind)} · {formats.money(penalty)}
            </span>
          ))}
        </Flex>
      ),
    },
  ];
}
