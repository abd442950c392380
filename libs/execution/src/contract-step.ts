import { type EntityManager } from '@mikro-orm/postgresql';
import { nextContractDeadline, rankOf } from '#domain/contract/deadlines';
import { type ContractState } from '#domain/contract/state';
import { type Json, type Step } from '#domain/entry';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { type ContractRow } from '#persistence/entities/contract';
import { appendToLedger, type LedgerLine } from '#persistence/ledger';
import { enqueuePapers } from '#persistence/queries/paper-jobs';
import { updateContract } from '#persistence/store';
import { recordContractReceipts } from './record-receipts.js';

/** The actor of what nobody told: deadlines, and what follows from a fact of a request. */
export const SYSTEM = 'system';

/** Who or what caused a step, and when it is written down. */
export interface Cause {
  readonly actor: string;
  readonly event: Json | null;
  readonly now: Instant;
}

/** Writes a step of a contract into its row, with its next deadline, and into its ledger; asks for its documents. */
export async function writeContractStep(
  em: EntityManager,
  row: ContractRow,
  terms: Terms,
  step: Step<ContractState>,
  { actor, event, now }: Cause,
): Promise<LedgerLine[]> {
  const next = nextContractDeadline(terms, step.state);
  const before = row.version === 0 ? null : row.state;
  updateContract(row, step.state, next && { at: next.at, rank: rankOf(next) });
  const lines = await appendToLedger(em, {
    contractId: row.id,
    owner: 'contract',
    ownerVersion: row.version,
    recordedAt: now,
    actor,
    entries: step.entries,
    event,
  });
  await recordContractReceipts(em, { contract: row.id, terms, before, after: step.state, lines });
  await enqueuePapers(em, lines);
  return lines;
}
