import { type EntityManager } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import { CheckpointNote, type CheckpointNoteRow } from '../entities/checkpoint-note.js';
import { LedgerHead, type LedgerHeadRow } from '../entities/ledger-head.js';

/** Lets one process at a time write checkpoints, until the transaction ends. */
export async function lockCheckpoints(em: EntityManager): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('pacta checkpoints'))`);
}

/** The last line of every ledger, as one statement sees them: at one moment. */
export function allHeads(em: EntityManager): Promise<LedgerHeadRow[]> {
  return em.find(LedgerHead, {}, { disableIdentityMap: true });
}

/** Writes down that a checkpoint lies in the folder. */
export async function noteCheckpoint(
  em: EntityManager,
  { sequence, hash, at }: { readonly sequence: number; readonly hash: string; readonly at: Instant },
): Promise<void> {
  await em.insert(CheckpointNote, { sequence, hash, at });
}

/** The checkpoints that were written, from a number on, in order. */
export function checkpointNotes(em: EntityManager, after = 0): Promise<CheckpointNoteRow[]> {
  return em.find(CheckpointNote, { sequence: { $gt: after } }, { orderBy: { sequence: 'asc' } });
}

/** The latest of them; null where there is none. */
export function lastCheckpointNote(em: EntityManager): Promise<CheckpointNoteRow | null> {
  return em.findOne(CheckpointNote, { sequence: { $gt: 0 } }, { orderBy: { sequence: 'desc' } });
}
