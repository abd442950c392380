import { type QueryKey, useQuery } from '@tanstack/react-query';
import { PactaError } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { useEventKinds } from '~/api/event-kinds';

export type Webhook = components['schemas']['Webhook'];
type Changed = components['schemas']['ChangedWebhook'];
type EventType = NonNullable<Changed['types']>[number];
export type Delivery = components['schemas']['WebhookDelivery'];
export type DeliveryStatus = Delivery['status'];
/** An endpoint as it was read: a change is refused where somebody else was faster. */
export interface ReadWebhook {
  readonly data: Webhook;
  readonly etag: string | null;
}

export const WEBHOOKS = '/api/v1/webhooks';
export const WEBHOOK = '/api/v1/webhooks/{webhook}';
export const DELIVERIES = '/api/v1/webhooks/{webhook}/deliveries';

/** Under which an endpoint that was read is kept. */
export function webhookKey(webhook: string): QueryKey {
  return ['get', WEBHOOK, { params: { path: { webhook } } }];
}

export function useWebhook(webhook: string) {
  const params = { path: { webhook } };
  return useQuery({
    queryKey: webhookKey(webhook),
    queryFn: async (): Promise<ReadWebhook> => {
      const { data, error, response } = await client.GET(WEBHOOK, { params });
      if (!data) throw new PactaError(response.status, error);
      return { data, etag: response.headers.get('etag') };
    },
  });
}

/** How the types of events are called: `pacta.invoice.issued.v1` by the name of its kind. */
export function useTypeNames(): (types: readonly string[]) => string[] {
  const kinds = useEventKinds();
  return (types) => types.map((type) => kinds.find((kind) => kind.type === type)?.name ?? type);
}

/** What a change has to say of an endpoint, where it is changed in one thing only. */
export function bodyOf({ url, description, types, clients, status }: Webhook): Changed {
  return {
    url,
    description,
    status,
    ...(types && { types: types as EventType[] }),
    ...(clients && { clients }),
  };
}

/** Parameters of a change of what was read. */
export function changeOf({ data: { id: webhook }, etag }: ReadWebhook) {
  return { path: { webhook }, ...(etag !== null && { header: { 'If-Match': etag } }) };
}
