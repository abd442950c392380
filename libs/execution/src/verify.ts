import { type EntityManager } from '@mikro-orm/postgresql';
import { canonicalJson } from '#decisions/hash';
import { nextContractDeadline, rankOf } from '#domain/contract/deadlines';
import { nextTargetDeadline } from '#domain/incident/state';
import { Contract } from '#persistence/entities/contract';
import { chainFaults, readLedger } from '#persistence/ledger';
import { incidentsOf, lockContract } from '#persistence/store';
import { refold } from './refold.js';

/** What a check of one contract found. No faults: the chain holds, the core still says the same, the read model fits. */
export interface Verification {
  readonly contract: string;
  readonly lines: number;
  readonly faults: readonly string[];
}

/** Checks a contract's ledger: its chain, what the core makes of it now, and whether the read model is its fold. */
export async function verifyContract(em: EntityManager, contract: string): Promise<Verification> {
  const lines = await readLedger(em, contract);
  const chain = chainFaults(lines);
  if (chain.length > 0) return { contract, lines: lines.length, faults: chain };
  const folded = await refold(lines);
  const row = await em.findOneOrFail(Contract, { id: contract });
  const faults = [...folded.faults];
  if (!isSame(row.state, folded.contract)) faults.push(`the contract's state is not the fold of its ledger`);
  const rows = await incidentsOf(em, contract);
  for (const incident of rows) {
    if (!isSame(incident.state, folded.requests.get(incident.request)?.state)) {
      faults.push(`the state of request ${incident.request} is not the fold of the ledger`);
    }
  }
  if (rows.length !== folded.requests.size)
    faults.push(`the ledger knows ${folded.requests.size} requests, the read model ${rows.length}`);
  return { contract, lines: lines.length, faults };
}

/** Makes the read model of a contract anew from its ledger. Gives how many rows differed. Refuses a broken ledger. */
export async function rebuildContract(em: EntityManager, contract: string): Promise<number> {
  const row = await lockContract(em, contract);
  if (!row) throw new Error(`there is no contract ${contract}`);
  const lines = await readLedger(em, contract);
  const chain = chainFaults(lines);
  if (chain.length > 0) throw new Error(`the ledger of ${contract} is broken: ${chain.join('; ')}`);
  const folded = await refold(lines);
  let changed = 0;
  if (!isSame(row.state, folded.contract)) changed += 1;
  const next = nextContractDeadline(folded.terms, folded.contract);
  row.state = folded.contract;
  row.status = folded.contract.status;
  row.version = folded.contractVersion;
  row.nextAt = next?.at ?? null;
  row.nextRank = next ? rankOf(next) : null;
  for (const incident of await incidentsOf(em, contract, true)) {
    const made = folded.requests.get(incident.request);
    if (!made) throw new Error(`the ledger of ${contract} knows no request ${incident.request}`);
    if (!isSame(incident.state, made.state)) changed += 1;
    incident.state = made.state;
    incident.status = made.state.status;
    incident.priority = made.state.priority;
    incident.version = made.version;
    incident.nextAt = nextTargetDeadline(made.state);
  }
  return changed;
}

function isSame(a: unknown, b: unknown): boolean {
  return b !== undefined && canonicalJson(a) === canonicalJson(b);
}
