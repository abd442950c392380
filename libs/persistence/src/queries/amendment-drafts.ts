import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import { AmendmentDraft, type AmendmentDraftRow } from '../entities/amendment-draft.js';

/** What an amendment is wished to be. */
export type AmendmentWish = Pick<
  AmendmentDraftRow,
  'effectiveDate' | 'parameters' | 'templateVersion' | 'reason'
>;

/** Who writes a draft down, and when. */
export interface Writing {
  readonly by: string;
  readonly at: Instant;
}

/**
 * A new draft under the next number of its contract: behind all drafts there are, and behind `taken`, the last number
 * that the contract itself knows. Whoever asks at the same time waits, and gets the one after it.
 */
export async function addAmendmentDraft(
  em: EntityManager,
  contractId: string,
  taken: number,
  wish: AmendmentWish,
  { by, at }: Writing,
): Promise<AmendmentDraftRow> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`amendment ${contractId}`]);
  const last = (await listAmendmentDrafts(em, contractId)).at(-1)?.number ?? 0;
  const named = { contractId, number: Math.max(last, taken) + 1 };
  const written = { createdAt: at, createdBy: by, changedAt: at, changedBy: by };
  const row = em.create(AmendmentDraft, { version: 1, ...named, ...wish, ...written });
  await em.flush();
  return row;
}

/** The drafts of a contract in the order of their numbers. */
export function listAmendmentDrafts(em: EntityManager, contractId: string): Promise<AmendmentDraftRow[]> {
  return em.find(AmendmentDraft, { contractId }, { orderBy: { number: 'asc' } });
}

export function findAmendmentDraft(
  em: EntityManager,
  contractId: string,
  number: number,
): Promise<AmendmentDraftRow | null> {
  return em.findOne(AmendmentDraft, { contractId, number });
}

/** A draft as it is now, which nobody else changes until the transaction ends; null once it is gone. */
export function lockAmendmentDraft(
  em: EntityManager,
  { contractId, number }: Pick<AmendmentDraftRow, 'contractId' | 'number'>,
): Promise<AmendmentDraftRow | null> {
  return em.findOne(
    AmendmentDraft,
    { contractId, number },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
}

/** Puts another wish in the place of a draft's. */
export async function changeAmendmentDraft(
  em: EntityManager,
  row: AmendmentDraftRow,
  wish: AmendmentWish,
  { by, at }: Writing,
): Promise<void> {
  em.assign(row, { ...wish, version: row.version + 1, changedAt: at, changedBy: by });
  await em.flush();
}

/** Discards a draft. Nobody but its writers has seen it: its number is free again. */
export async function discardAmendmentDraft(em: EntityManager, row: AmendmentDraftRow): Promise<void> {
  await em.remove(row).flush();
}
