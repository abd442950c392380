import { Tag } from 'antd';
import { useWords } from '~/words/words';
import { type DeliveryStatus, type Webhook } from './webhook';
import { webhookWords } from './words';

export function WebhookState({ webhook: { status } }: { readonly webhook: Webhook }) {
  const t = useWords(webhookWords);
  return <Tag color={status === 'enabled' ? 'success' : 'warning'}>{t(`statusOf.${status}`)}</Tag>;
}

const COLOURS: Readonly<Record<DeliveryStatus, string>> = {
  pending: 'processing',
  delivered: 'success',
  dead: 'error',
};

export function DeliveryState({ status }: { readonly status: DeliveryStatus }) {
  const t = useWords(webhookWords);
  return <Tag color={COLOURS[status]}>{t(`delivery.${status}`)}</Tag>;
}
