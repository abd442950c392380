import { type EntityManager } from '@mikro-orm/postgresql';
import { type Clerk } from '#decisions/clerk';
import { stepContract } from '#domain/contract/step';
import { annulmentsOf } from '#domain/contract/waivers';
import { type Correction } from '#domain/incident/correction';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { type ContractRow } from '#persistence/entities/contract';
import { type LedgerLine } from '#persistence/ledger';
import { SYSTEM, writeContractStep } from './contract-step.js';

/** Annuls misses whose penalties a month close has fixed already. */
export async function annulInAccount(
  em: EntityManager,
  row: ContractRow,
  terms: Terms,
  correction: Correction,
  reason: string,
  now: Instant,
  clerk: Clerk,
): Promise<LedgerLine[]> {
  const lines: LedgerLine[] = [];
  for (const event of annulmentsOf(row.state, correction, reason)) {
    const step = await clerk.answering((answers) =>
      stepContract(terms, row.state, event, { requests: [], answers }),
    );
    const cause = { actor: SYSTEM, event: { ...event }, now };
    lines.push(...(await writeContractStep(em, row, terms, step, cause)));
  }
  return lines;
}
