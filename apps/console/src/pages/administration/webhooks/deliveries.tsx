import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { Button, Flex, Select } from 'antd';
import { answered } from '#client/client';
import { client } from '~/api/api';
import { useMay } from '~/api/policy';
import { type Column } from '~/parts/data-table';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { Teach } from '~/parts/teach';
import { Secondary } from '~/parts/text';
import { useAct } from '~/parts/use-act';
import { commonWords } from '~/words/common';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { DeliveryDrawer } from './delivery-drawer';
import { type Delivery, DELIVERIES, type DeliveryStatus, type Webhook } from './webhook';
import { DeliveryState } from './webhook-state';
import { webhookWords } from './words';

const STATUSES = ['pending', 'delivered', 'dead'] as const;

/** What was sent to an endpoint, the latest first. */
export function Deliveries({ webhook }: { readonly webhook: Webhook }) {
  const t = useWords(webhookWords);
  const [status, setStatus] = useState<DeliveryStatus | 'all'>('all');
  const [shown, setShown] = useState<string | null>(null);
  const columns = useColumns(setShown);
  const path = { webhook: webhook.id };
  const query = status === 'all' ? {} : { status };
  return (
    <Panel
      title={t('deliveries')}
      about={t('deliveriesHelp')}
      extra={<Tools webhook={webhook} status={status} onStatus={setStatus} />}
    >
      <PagedTable
        caption={t('deliveries')}
        columns={columns}
        rowKey={({ id }) => id}
        queryKey={['get', DELIVERIES, { params: { path, query } }]}
        page={(cursor) =>
          answered(
            client.GET(DELIVERIES, { params: { path, query: { ...query, ...(cursor && { cursor }) } } }),
          )
        }
        refetchInterval={LOOK_MILLISECONDS}
        empty={<Teach title={t('deliveriesNone')} help={t('deliveriesNoneHelp')} />}
      />
      {shown !== null && <DeliveryDrawer webhook={webhook} delivery={shown} onClose={() => setShown(null)} />}
    </Panel>
  );
}

/** Deliveries are no entries of the ledger: nothing tells of them. */
const LOOK_MILLISECONDS = 5_000;

interface ToolsProps {
  readonly webhook: Webhook;
  readonly status: DeliveryStatus | 'all';
  readonly onStatus: (status: DeliveryStatus | 'all') => void;
}

function Tools({ webhook, status, onStatus }: ToolsProps) {
  const t = useWords(webhookWords);
  const common = useWords(commonWords);
  const mayReplay = useMay()('POST /api/v1/webhooks/:webhook/replay');
  const replay = useAct({
    act: (_, own) =>
      answered(own.POST('/api/v1/webhooks/{webhook}/replay', { params: { path: { webhook: webhook.id } } })),
    done: t('replaying'),
  });
  return (
    <Flex wrap gap="small" align="center">
      <Select
        aria-label={t('state')}
        className="short-field"
        value={status}
        onChange={onStatus}
        options={[
          { value: 'all' as const, label: common('all') },
          ...STATUSES.map((value) => ({ value, label: t(`delivery.${value}`) })),
        ]}
      />
      {mayReplay && (
        <Button
          disabled={webhook.status !== 'enabled'}
          loading={replay.isPending}
          onClick={() => replay.mutate()}
        >
          {t('replayAll')}
        </Button>
      )}
      {replay.error !== null && <ProblemAlert error={replay.error} />}
    </Flex>
  );
}

function useColumns(onShow: (delivery: string) => void): Column<Delivery>[] {
  const t = useWords(webhookWords);
  const formats = useFormats();
  return [
    {
      key: 'event',
      title: t('event'),
      cell: ({ contract, sequence }) =>
        contract === null ? (
          t('testEvent')
        ) : (
          <Link to="/contracts/$contract" params={{ contract }}>
            {t('entry', { contract, sequence: sequence ?? 0 })}
          </Link>
        ),
    },
    { key: 'at', title: t('at'), isExtra: true, cell: ({ createdAt }) => formats.instant(createdAt) },
    {
      key: 'state',
      title: t('state'),
      cell: ({ status, nextAt }) => (
        <>
          <DeliveryState status={status} />{' '}
          {nextAt !== null && <Secondary>{t('next', { at: formats.instant(nextAt) })}</Secondary>}
        </>
      ),
    },
    { key: 'attempts', title: t('attempts'), align: 'end', cell: ({ attempts }) => attempts },
    {
      key: 'actions',
      title: t('actions'),
      cell: ({ id }) => (
        <Button size="small" onClick={() => onShow(id)}>
          {t('look')}
        </Button>
      ),
    },
  ];
}
