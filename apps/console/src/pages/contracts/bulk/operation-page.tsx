import { useState } from 'react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Flex, Popconfirm, Progress } from 'antd';
import { answered } from '#client/client';
import { api } from '~/api/api';
import { useMay } from '~/api/policy';
import { Asked } from '~/parts/asked';
import { Figure, FigureRow } from '~/parts/figure';
import { PageHead } from '~/parts/page-head';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { useAct } from '~/parts/use-act';
import { whoText } from '~/parts/who';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { OperationState } from './operation-state';
import { type LineStatus } from './results';
import { ResultsPanel } from './results-panel';
import { RetryPanel } from './retry-panel';
import { isOver, LOOK_MILLISECONDS, type Operation } from './start';
import { bulkWords } from './words';

/** How far an operation is, what became of each line, and those that failed once more. */
export function OperationPage() {
  const { operation } = useParams({ from: '/shell/contracts/bulk/$operation' });
  const query = api.useQuery(
    'get',
    '/api/v1/operations/{operation}',
    { params: { path: { operation } } },
    { refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : LOOK_MILLISECONDS) },
  );
  return <Asked query={query}>{(found) => <Whole key={operation} operation={found} />}</Asked>;
}

function Whole({ operation }: { readonly operation: Operation }) {
  const t = useWords(bulkWords);
  const formats = useFormats();
  const navigate = useNavigate();
  const [status, setStatus] = useState<LineStatus | 'all'>('all');
  const { id, goal, createdAt, createdBy, failed } = operation;
  return (
    <>
      <PageHead
        title={t(`ofGoal.${goal}`)}
        tags={<OperationState operation={operation} />}
        about={
          <>
            <Link to="/contracts/bulk">{t('title')}</Link> · {id} ·{' '}
            {t('by', { name: whoText(createdBy), at: formats.instant(createdAt) })}
          </>
        }
        extra={!isOver(operation) && <Cancel operation={id} />}
      />
      <ProgressPanel operation={operation} />
      {isOver(operation) && failed > 0 && (
        <RetryPanel
          operation={operation}
          onStarted={(next) =>
            void navigate({ to: '/contracts/bulk/$operation', params: { operation: next } })
          }
        />
      )}
      <ResultsPanel operation={operation} status={status} onStatus={setStatus} />
    </>
  );
}

function ProgressPanel({ operation }: { readonly operation: Operation }) {
  const t = useWords(bulkWords);
  const { percent, total, succeeded, failed, skipped, waiting, running, cancelledBecause } = operation;
  return (
    <Panel title={t('progress')}>
      <Flex vertical gap="middle" aria-live="polite">
        <Progress
          percent={percent}
          success={{ percent: Math.floor((succeeded * 100) / total) }}
          aria-label={t('progress')}
          status={!isOver(operation) ? 'active' : failed > 0 ? 'exception' : 'success'}
        />
        <FigureRow>
          <Figure label={t('line.succeeded')} value={`${succeeded} / ${total}`} />
          <Figure label={t('line.failed')} value={String(failed)} />
          <Figure label={t('line.running')} value={String(running)} />
          <Figure label={t('line.waiting')} value={String(waiting)} />
          {skipped > 0 && <Figure label={t('line.skipped')} value={String(skipped)} />}
        </FigureRow>
        {cancelledBecause === 'callerEnded' && (
          <Alert type="warning" showIcon title={t('callerEnded')} description={t('callerEndedHelp')} />
        )}
      </Flex>
    </Panel>
  );
}

function Cancel({ operation }: { readonly operation: string }) {
  const t = useWords(bulkWords);
  const may = useMay()('POST /api/v1/operations/:operation/cancel');
  const cancel = useAct({
    act: (_, client) =>
      answered(client.POST('/api/v1/operations/{operation}/cancel', { params: { path: { operation } } })),
    done: t('cancelled'),
  });
  if (!may) return null;
  return (
    <>
      <Popconfirm title={t('sureCancel')} onConfirm={() => cancel.mutate()}>
        <Button danger loading={cancel.isPending}>
          {t('cancel')}
        </Button>
      </Popconfirm>
      {cancel.error !== null && <ProblemAlert error={cancel.error} />}
    </>
  );
}
