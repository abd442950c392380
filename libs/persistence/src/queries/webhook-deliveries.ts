import { randomBytes } from 'node:crypto';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import {
  type DeliveryStatus,
  WebhookAttempt,
  type WebhookAttemptRow,
  WebhookDelivery,
  type WebhookDeliveryRow,
} from '../entities/webhook.js';
import { keysetPage, type Listing, type Page, type PageWish } from './page.js';

/** An attempt for the queue: whose, and when it is due. */
export interface DueDelivery {
  readonly id: string;
  readonly endpointId: string;
  readonly attempts: number;
  readonly nextAt: Instant;
}

/** What an attempt came to: `again` is when it is tried again, null when it is not. */
export interface AttemptOutcome {
  readonly status: DeliveryStatus;
  readonly httpStatus: number | null;
  readonly reason: string | null;
  readonly again: Instant | null;
}

/** Where a delivery stands in the list of its endpoint's. */
export interface DeliveryKey {
  readonly createdAt: Instant;
  readonly id: string;
}

/** Takes deliveries that no job is there for, to be handed to the queue in the same transaction. */
export async function takeUnqueued(em: EntityManager, limit: number): Promise<DueDelivery[]> {
  const rows = await em.execute<(Omit<DueDelivery, 'nextAt'> & { readonly nextAt: Instant })[]>(
    // Materialized: as a subquery it may be run once for every row of the other side, and take more than the limit.
    `with due as materialized (
       select id from webhook_delivery where status = 'pending' and not queued
        order by next_at, created_at, id limit ? for update skip locked)
     update webhook_delivery as taken set queued = true
       from due
      where taken.id = due.id
     returning taken.id, taken.endpoint_id as "endpointId", taken.attempts,
               to_char(taken.next_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "nextAt"`,
    [limit],
  );
  return [...rows];
}

/**
 * Asks for new jobs where the queue has lost them: for deliveries that should have been tried before an instant. Where
 * one only waits for its turn it has two jobs then, and whichever comes second finds its attempt made.
 */
export async function requeueOverdue(em: EntityManager, before: Instant, now: Instant): Promise<void> {
  await em.execute(
    `update webhook_delivery set queued = false, next_at = ? where status = 'pending' and queued and next_at < ?`,
    [now, before],
  );
}

/** A delivery that waits for this very attempt; null when it was made before, or is not wanted any more. */
export function waitingDelivery(
  em: EntityManager,
  id: string,
  attempts: number,
): Promise<WebhookDeliveryRow | null> {
  return em.findOne(WebhookDelivery, { id, attempts, status: 'pending' }, { disableIdentityMap: true });
}

/** Writes down what an attempt came to. False when somebody else has made the same attempt. */
export async function noteAttempt(
  em: EntityManager,
  { id, attempts }: Pick<WebhookDeliveryRow, 'id' | 'attempts'>,
  { status, httpStatus, reason, again }: AttemptOutcome,
  now: Instant,
): Promise<boolean> {
  const changed = await em.execute<{ id: string }[]>(
    `update webhook_delivery set status = ?, attempts = attempts + 1, tries = tries + 1,
            next_at = coalesce(?, next_at), queued = false
      where id = ? and attempts = ? and status = 'pending' returning id`,
    [status, again, id, attempts],
  );
  if (changed.length === 0) return false;
  await em.insert(WebhookAttempt, { deliveryId: id, number: attempts + 1, at: now, httpStatus, reason });
  return true;
}

/** Asks for a test event to be sent. */
export async function addTestDelivery(
  em: EntityManager,
  endpointId: string,
  now: Instant,
): Promise<WebhookDeliveryRow> {
  const id = `D-${randomBytes(16).toString('hex')}`;
  const row = {
    id,
    endpointId,
    eventId: `test/${id}`,
    contractId: null,
    sequence: null,
    status: 'pending' as const,
    attempts: 0,
    tries: 0,
    nextAt: now,
    queued: false,
    createdAt: now,
  };
  await em.insert(WebhookDelivery, row);
  return em.findOneOrFail(WebhookDelivery, { id }, { disableIdentityMap: true });
}

const DELIVERIES: Listing<WebhookDeliveryRow, DeliveryKey> = {
  entity: WebhookDelivery,
  columns: [
    ['createdAt', 'asc'],
    ['id', 'asc'],
  ],
  usual: 'desc',
};

/** The deliveries of an endpoint, the newest first unless the oldest are wished. */
export function listDeliveries(
  em: EntityManager,
  endpointId: string,
  status: DeliveryStatus | null,
  wish: PageWish<DeliveryKey>,
): Promise<Page<WebhookDeliveryRow>> {
  return keysetPage(em, DELIVERIES, { endpointId, ...(status !== null && { status }) }, wish);
}

export function findDelivery(
  em: EntityManager,
  endpointId: string,
  id: string,
): Promise<WebhookDeliveryRow | null> {
  return em.findOne(WebhookDelivery, { id, endpointId }, { disableIdentityMap: true });
}

/** What a delivery's attempts came to, the first one first. */
export function attemptsOf(em: EntityManager, deliveryId: string): Promise<WebhookAttemptRow[]> {
  return em.find(WebhookAttempt, { deliveryId }, { orderBy: { number: 'asc' }, disableIdentityMap: true });
}

/** Sends again what was given up: one delivery, or all of an endpoint. Gives how many. */
export async function replayDead(
  em: EntityManager,
  endpointId: string,
  now: Instant,
  id: string | null = null,
): Promise<number> {
  return em.nativeUpdate(
    WebhookDelivery,
    { endpointId, status: 'dead', ...(id !== null && { id }) },
    { status: 'pending', tries: 0, nextAt: now, queued: false },
  );
}
