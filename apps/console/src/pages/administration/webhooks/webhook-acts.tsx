import { App, Button, Flex, Form, Popconfirm, Select } from 'antd';
import { answered } from '#client/client';
import { useMay } from '~/api/policy';
import { ActDialog } from '~/parts/act-dialog';
import { ProblemAlert } from '~/parts/problem-alert';
import { useAct } from '~/parts/use-act';
import { useWords } from '~/words/words';
import { useSecret } from '../secret';
import { bodyOf, changeOf, type ReadWebhook, type Webhook, WEBHOOK, webhookKey } from './webhook';
import { WebhookDialog } from './webhook-dialog';
import { webhookWords } from './words';

type Status = Webhook['status'];

interface Props {
  readonly webhook: ReadWebhook;
}

/** What can be done with an endpoint. */
export function WebhookActs({ webhook }: Props) {
  const mayChange = useMay()('PUT /api/v1/webhooks/:webhook');
  if (!mayChange) return null;
  return (
    <>
      {webhook.data.status === 'enabled' && <SendTest webhook={webhook} />}
      <Edit webhook={webhook} />
      <Rotate webhook={webhook} />
      <Turn webhook={webhook} />
    </>
  );
}

function SendTest({ webhook: { data } }: Props) {
  const t = useWords(webhookWords);
  const test = useAct({
    act: (_, client) =>
      answered(client.POST('/api/v1/webhooks/{webhook}/test', { params: { path: { webhook: data.id } } })),
    done: t('tested'),
  });
  return (
    <>
      <Button loading={test.isPending} onClick={() => test.mutate()}>
        {t('test')}
      </Button>
      {test.error !== null && <ProblemAlert error={test.error} />}
    </>
  );
}

function Edit({ webhook }: Props) {
  const t = useWords(webhookWords);
  return (
    <WebhookDialog
      trigger={t('edit')}
      before={webhook.data}
      done={t('changed')}
      save={(wish, client) =>
        answered(
          client.PUT(WEBHOOK, {
            params: changeOf(webhook),
            body: { ...wish, status: webhook.data.status },
          }),
        )
      }
    />
  );
}

/** Hours for which the secret before is good as well. */
const OVERLAPS = [0, 1, 24, 168] as const;
const MINUTES = 60;

function Rotate({ webhook }: Props) {
  const t = useWords(webhookWords);
  const show = useSecret();
  return (
    <ActDialog<{ readonly hours: number }, { readonly secret: string }>
      trigger={t('rotate')}
      title={t('rotate')}
      okText={t('rotate')}
      done={t('rotated')}
      initialValues={{ hours: 24 }}
      act={({ hours }, client) =>
        answered(
          client.POST('/api/v1/webhooks/{webhook}/rotation', {
            params: changeOf(webhook),
            body: { overlapMinutes: hours * MINUTES },
          }),
        )
      }
      onDone={({ secret }) => show(secret)}
    >
      <p>{t('rotateHelp')}</p>
      <Form.Item name="hours" label={t('overlap')}>
        <Select options={OVERLAPS.map((value) => ({ value, label: t('overlapHours', { hours: value }) }))} />
      </Form.Item>
    </ActDialog>
  );
}

/** Paused, its deliveries stay, and what waits is given up: it can be sent again once it is resumed. */
function Turn({ webhook }: Props) {
  const t = useWords(webhookWords);
  const { message } = App.useApp();
  const { id, status } = webhook.data;
  const turn = useAct({
    act: (next: Status, client) =>
      next === 'disabled'
        ? answered(client.DELETE(WEBHOOK, { params: changeOf(webhook) }))
        : answered(
            client.PUT(WEBHOOK, {
              params: changeOf(webhook),
              body: { ...bodyOf(webhook.data), status: 'enabled' },
            }),
          ),
    // A switch of this installation, no fact of a contract: it turns as it is pressed.
    ahead: {
      queryKey: webhookKey(id),
      shown: (next) => ({ ...webhook, data: { ...webhook.data, status: next } }),
    },
    onDone: (_, next) => void message.success(t(next === 'disabled' ? 'paused' : 'resumed')),
  });
  return (
    <Flex vertical>
      {status === 'enabled' ? (
        <Popconfirm title={t('surePause')} onConfirm={() => turn.mutate('disabled')}>
          <Button danger disabled={turn.isPending}>
            {t('pause')}
          </Button>
        </Popconfirm>
      ) : (
        <Button type="primary" disabled={turn.isPending} onClick={() => turn.mutate('enabled')}>
          {t('resume')}
        </Button>
      )}
      {turn.error !== null && <ProblemAlert error={turn.error} />}
    </Flex>
  );
}
