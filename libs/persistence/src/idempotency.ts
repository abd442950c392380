import { type EntityManager } from '@mikro-orm/postgresql';
import { type Json } from '#domain/entry';
import { type Instant } from '#domain/time/instant';
import { IdempotencyKey, type IdempotencyKeyRow } from './entities/idempotency-key.js';

/** What a caller asked for under a key. */
export interface Claim {
  readonly principal: string;
  readonly key: string;
  /** Over method, path and body: the same key must mean the same request. */
  readonly requestHash: string;
  readonly commandId: string;
}

/** What was answered, whole: a repeat gets the same. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: Json;
}

/**
 * Claims a key in the caller's transaction. Null when it is new; otherwise the row of the earlier call. A concurrent
 * call under the same key waits here until the first one's transaction has ended.
 */
export async function claimKey(
  em: EntityManager,
  claim: Claim,
  now: Instant,
): Promise<IdempotencyKeyRow | null> {
  const { principal, key, requestHash, commandId } = claim;
  const made = await em.execute<{ key: string }[]>(
    `insert into idempotency_key (principal, key, request_hash, command_id, created_at) values (?, ?, ?, ?, ?)
     on conflict do nothing returning key`,
    [principal, key, requestHash, commandId, now],
  );
  return made.length > 0 ? null : em.findOneOrFail(IdempotencyKey, { principal, key });
}

/** Keeps the answer of a key, unless one is kept already. Gives the one that is kept. */
export async function keepAnswer(
  em: EntityManager,
  principal: string,
  key: string,
  answer: StoredAnswer,
): Promise<StoredAnswer> {
  await em.execute(
    `update idempotency_key set response_status = ?, response_body = ?::jsonb
     where principal = ? and key = ? and response_status is null`,
    [answer.status, JSON.stringify(answer.body), principal, key],
  );
  const row = await em.findOneOrFail(IdempotencyKey, { principal, key });
  return answerOf(row) ?? answer;
}

/** The answer of an earlier call; null while it has none. */
export function answerOf(row: IdempotencyKeyRow): StoredAnswer | null {
  const { responseStatus, responseBody } = row;
  return responseStatus == null ? null : { status: responseStatus, body: responseBody ?? null };
}
