import { useQuery } from '@tanstack/react-query';
import { PactaError } from '#client/client';
import { type components } from '#client/openapi';
import { api, client } from '~/api/api';

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

export function useWebhook(webhook: string) {
  const params = { path: { webhook } };
  return useQuery({
    queryKey: ['get', WEBHOOK, { params }],
    queryFn: async (): Promise<ReadWebhook> => {
      const { data, error, response } = await client.GET(WEBHOOK, { params });
      if (!data) throw new PactaError(response.status, error);
      return { data, etag: response.headers.get('etag') };
    },
  });
}

/** The events that there are, as the API lists them. */
export function useEventTypes() {
  return api.useQuery('get', '/api/v1/event-types', {}, { staleTime: Infinity }).data?.items ?? [];
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

/** `invoice.issued` of `pacta.invoice.issued.v1`. */
export function kindOf(type: string): string {
  return type.replace(/^pacta\.(.*)\.v\d+$/, '$1');
}
