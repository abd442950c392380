import { type EntityManager } from '@mikro-orm/postgresql';
import { missKey } from '#domain/contract/account';
import { stepContract } from '#domain/contract/step';
import { type Miss } from '#domain/incident/state';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { type ContractRow } from '#persistence/entities/contract';
import { type LedgerLine } from '#persistence/ledger';
import { SYSTEM, writeContractStep } from './contract-step.js';

/**
 * Annuls misses whose penalties a month close has fixed already. The step counts at the last instant that the contract
 * is accounted for: a closed month is not opened again, it is assessed anew by new entries.
 */
export async function annulInAccount(
  em: EntityManager,
  row: ContractRow,
  terms: Terms,
  annulled: readonly Miss[],
  reason: string,
  now: Instant,
): Promise<LedgerLine[]> {
  const fixed = new Set(row.state.misses.map(missKey));
  const lines: LedgerLine[] = [];
  for (const miss of annulled.filter((candidate) => fixed.has(missKey(candidate)))) {
    const { request, target, at: missAt } = miss;
    const event = { type: 'miss.annulled', at: row.state.through, request, target, missAt, reason } as const;
    const step = stepContract(terms, row.state, event, { requests: [], penalties: new Map() });
    const cause = { actor: SYSTEM, event: { ...event }, now };
    lines.push(...(await writeContractStep(em, row, terms, step, cause)));
  }
  return lines;
}
