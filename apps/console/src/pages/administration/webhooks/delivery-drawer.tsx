import { Button, Drawer, Flex } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { useMay } from '~/api/policy';
import { Asked } from '~/parts/asked';
import { DataTable } from '~/parts/data-table';
import { Facts } from '~/parts/facts';
import { ProblemAlert } from '~/parts/problem-alert';
import { Secondary } from '~/parts/text';
import { useAct } from '~/parts/use-act';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { type Webhook } from './webhook';
import { DeliveryState } from './webhook-state';
import { webhookWords } from './words';

type Whole = components['schemas']['WebhookDeliveryWithAttempts'];

interface Props {
  readonly webhook: Webhook;
  readonly delivery: string;
  readonly onClose: () => void;
}

/** A delivery with each attempt, and the button that sends a dead one again. */
export function DeliveryDrawer({ webhook, delivery, onClose }: Props) {
  const t = useWords(webhookWords);
  const query = api.useQuery('get', '/api/v1/webhooks/{webhook}/deliveries/{delivery}', {
    params: { path: { webhook: webhook.id, delivery } },
  });
  return (
    <Drawer open title={t('oneDelivery')} size={Math.min(640, window.innerWidth)} onClose={onClose}>
      <Asked query={query}>{(found) => <Shown webhook={webhook} delivery={found} />}</Asked>
    </Drawer>
  );
}

function Shown({ webhook, delivery }: { readonly webhook: Webhook; readonly delivery: Whole }) {
  const t = useWords(webhookWords);
  const formats = useFormats();
  const { id, event, status, createdAt, nextAt, history } = delivery;
  return (
    <Flex vertical gap="middle">
      <Facts
        facts={[
          { key: 'state', label: t('state'), value: <DeliveryState status={status} /> },
          { key: 'at', label: t('at'), value: formats.instant(createdAt) },
          { key: 'event', label: t('eventId'), value: <code className="any-break">{event}</code> },
          { key: 'id', label: t('id'), value: <code className="any-break">{id}</code> },
          ...(nextAt === null ? [] : [{ key: 'next', label: t('nextAt'), value: formats.instant(nextAt) }]),
        ]}
      />
      {status === 'dead' && <Replay webhook={webhook} delivery={id} />}
      <DataTable
        caption={t('attempts')}
        rows={history}
        rowKey={({ number }) => number}
        empty={<Secondary>{t('noAttempt')}</Secondary>}
        columns={[
          { key: 'number', title: t('attempt'), cell: ({ number }) => number },
          { key: 'at', title: t('at'), cell: ({ at }) => formats.instant(at) },
          { key: 'status', title: t('answer'), cell: ({ httpStatus }) => httpStatus ?? t('noAnswer') },
          { key: 'reason', title: t('why'), cell: ({ reason }) => reason ?? t('delivery.delivered') },
        ]}
      />
    </Flex>
  );
}

function Replay({ webhook, delivery }: { readonly webhook: Webhook; readonly delivery: string }) {
  const t = useWords(webhookWords);
  const may = useMay()('POST /api/v1/webhooks/:webhook/deliveries/:delivery/replay');
  const replay = useAct({
    act: (_, client) =>
      answered(
        client.POST('/api/v1/webhooks/{webhook}/deliveries/{delivery}/replay', {
          params: { path: { webhook: webhook.id, delivery } },
        }),
      ),
    done: t('replaying'),
  });
  if (!may) return null;
  if (webhook.status !== 'enabled') return <Secondary>{t('resumeFirst')}</Secondary>;
  return (
    <>
      <Button type="primary" loading={replay.isPending} onClick={() => replay.mutate()}>
        {t('replay')}
      </Button>
      {replay.error !== null && <ProblemAlert error={replay.error} />}
    </>
  );
}
