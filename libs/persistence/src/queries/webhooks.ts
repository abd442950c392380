import { randomBytes } from 'node:crypto';
import { type EntityManager, type FilterQuery, LockMode, raw } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import {
  WebhookEndpoint,
  type WebhookEndpointRow,
  WebhookSecret,
  type WebhookStatus,
} from '../entities/webhook.js';
import { keysetPage, type Listing, type Page, type PageWish } from './page.js';

const nextVersion = () => raw('version + 1');

/** What an endpoint is to hear of, and where. */
export interface EndpointWish {
  readonly url: string;
  readonly description: string;
  readonly types: readonly string[] | null;
  readonly clients: readonly string[] | null;
}

/** Makes an endpoint with its first secret, sealed. */
export async function addEndpoint(
  em: EntityManager,
  wish: EndpointWish,
  { sealed, by, now }: { readonly sealed: string; readonly by: string; readonly now: Instant },
): Promise<WebhookEndpointRow> {
  const id = `W-${randomBytes(6).toString('hex')}`;
  const row = {
    id,
    ...wish,
    status: 'enabled' as const,
    disabledBecause: null,
    version: 1,
    createdAt: now,
    createdBy: by,
  };
  await em.insert(WebhookEndpoint, row);
  await em.insert(WebhookSecret, { endpointId: id, sealed, createdAt: now, validUntil: null });
  return em.findOneOrFail(WebhookEndpoint, { id }, { disableIdentityMap: true });
}

/** An endpoint that a caller reaches: all of its clients are the caller's. Null where there is none. */
export async function findEndpoint(
  em: EntityManager,
  id: string,
  clients: readonly string[] | null,
): Promise<WebhookEndpointRow | null> {
  return reachedBy(clients, await em.findOne(WebhookEndpoint, { id }, { disableIdentityMap: true }));
}

/** The same, where nobody else changes it until the transaction ends. */
export async function lockEndpoint(
  em: EntityManager,
  id: string,
  clients: readonly string[] | null,
): Promise<WebhookEndpointRow | null> {
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true } as const;
  return reachedBy(clients, await em.findOne(WebhookEndpoint, { id }, lock));
}

function reachedBy(
  clients: readonly string[] | null,
  row: WebhookEndpointRow | null,
): WebhookEndpointRow | null {
  if (!row || clients === null) return row;
  return row.clients?.every((client) => clients.includes(client)) ? row : null;
}

const ENDPOINTS: Listing<WebhookEndpointRow, { readonly id: string }> = {
  entity: WebhookEndpoint,
  columns: [['id', 'asc']],
  usual: 'asc',
};

/** The endpoints that a caller reaches, by their ids. */
export function listEndpoints(
  em: EntityManager,
  clients: readonly string[] | null,
  wish: PageWish<{ readonly id: string }>,
): Promise<Page<WebhookEndpointRow>> {
  const reached: FilterQuery<WebhookEndpointRow> =
    clients === null ? {} : { clients: { $ne: null, $contained: [...clients] } };
  return keysetPage(em, ENDPOINTS, reached, wish);
}

/** Changes an endpoint; what waits for it goes to where it is now. */
export async function changeEndpoint(
  em: EntityManager,
  id: string,
  wish: EndpointWish & { readonly status: WebhookStatus; readonly because: string | null },
): Promise<void> {
  const { because: disabledBecause, ...changed } = wish;
  await em.nativeUpdate(WebhookEndpoint, { id }, { ...changed, disabledBecause, version: nextVersion() });
}

/** Disables an endpoint: nothing more is sent to it until it is enabled again. */
export async function disableEndpoint(em: EntityManager, id: string, because: string): Promise<void> {
  await em.nativeUpdate(
    WebhookEndpoint,
    { id, status: 'enabled' },
    { status: 'disabled', disabledBecause: because, version: nextVersion() },
  );
}

/** Gives an endpoint another secret; those it had sign until `oldUntil` as well. */
export async function rotateSecret(
  em: EntityManager,
  endpointId: string,
  { sealed, oldUntil, now }: { readonly sealed: string; readonly oldUntil: Instant; readonly now: Instant },
): Promise<void> {
  await em.nativeUpdate(WebhookEndpoint, { id: endpointId }, { version: nextVersion() });
  await em.execute(
    'update webhook_secret set valid_until = ? where endpoint_id = ? and (valid_until is null or valid_until > ?)',
    [oldUntil, endpointId, oldUntil],
  );
  await em.insert(WebhookSecret, { endpointId, sealed, createdAt: now, validUntil: null });
}

/** The sealed secrets that sign at an instant, the newest first. */
export async function sealedSecrets(em: EntityManager, endpointId: string, now: Instant): Promise<string[]> {
  const rows = await em.find(
    WebhookSecret,
    { endpointId, $or: [{ validUntil: null }, { validUntil: { $gt: now } }] },
    { orderBy: { id: 'desc' }, disableIdentityMap: true },
  );
  return rows.map(({ sealed }) => sealed);
}
