import { type EntityManager } from '@mikro-orm/postgresql';
import { canonicalJson, contentHash } from '#decisions/hash';
import { nextContractDeadline, rankOf } from '#domain/contract/deadlines';
import { nextTargetDeadline } from '#domain/incident/state';
import { Contract, type ContractRow } from '#persistence/entities/contract';
import { Incident, type IncidentRow } from '#persistence/entities/incident';
import { LedgerHead, type LedgerHeadRow } from '#persistence/entities/ledger-head';
import { chainFaults, readLedger, type LedgerLine } from '#persistence/ledger';
import { inSnapshot } from '#persistence/snapshot';
import { incidentsOf, lockContract } from '#persistence/store';
import { differenceText } from '#receipts/differences';
import { type DecisionReceipt } from '#receipts/receipt';
import { receiptsOf } from './receipts-of.js';
import { refold, type Refolded } from './refold.js';
import { compareReceipts } from './verify-decisions.js';

/** What a check of one contract found. No faults: the chain holds, the core still says the same, the read model fits. */
export interface Verification {
  readonly contract: string;
  readonly lines: number;
  readonly faults: readonly string[];
}

/** Checks a contract's ledger: its chain, what the core makes of it now, and whether the read model is its fold. */
export function verifyContract(em: EntityManager, contract: string): Promise<Verification> {
  return inSnapshot(em, (within) => verifiedWithin(within, contract));
}

async function verifiedWithin(em: EntityManager, contract: string): Promise<Verification> {
  const lines = await readLedger(em, contract);
  const chain = ledgerFaults(lines, await em.findOne(LedgerHead, { contractId: contract }));
  if (chain.length > 0) return { contract, lines: lines.length, faults: chain };
  const folded = await receiptsOf(lines);
  const row = await em.findOneOrFail(Contract, { id: contract }, { populate: ['terms', 'text'] });
  const faults = [...folded.faults, ...(await readModelFaults(em, row, folded))];
  // What no longer folds to the same lines gives other receipts: the lines say it.
  if (folded.faults.length === 0) faults.push(...(await receiptFaults(em, contract, folded.receipts)));
  return { contract, lines: lines.length, faults };
}

/** Where the rows of a contract and its requests are not the fold of its ledger. */
export async function readModelFaults(
  em: EntityManager,
  row: ContractRow,
  folded: Refolded,
): Promise<string[]> {
  const rows = await incidentsOf(em, row.id);
  const faults = [
    ...differences('the contract', row, contractColumns(folded)),
    ...rows.flatMap((incident) => incidentFaults(incident, folded)),
  ];
  const known = rows.filter((incident) => folded.requests.has(incident.request)).length;
  if (known !== folded.requests.size)
    faults.push(`the ledger knows ${folded.requests.size} requests, the read model ${known} of them`);
  return faults;
}

async function receiptFaults(
  em: EntityManager,
  contract: string,
  receipts: readonly DecisionReceipt[],
): Promise<string[]> {
  const decisions = await compareReceipts(em, contract, receipts);
  return decisions
    .filter(({ outcome }) => outcome !== 'same' && outcome !== 'unreceipted')
    .map(({ id, outcome, differences }) => {
      return [`decision ${id} is ${outcome}`, ...differences.map(differenceText)].join('; ');
    });
}

/** What a rebuild would put right. The contract is locked until the transaction ends. Refuses a broken ledger. */
export async function rebuildDifferences(em: EntityManager, contract: string): Promise<string[]> {
  const row = await lockContract(em, contract);
  if (!row) throw new Error(`there is no contract ${contract}`);
  await em.populate([row], ['terms', 'text']);
  return readModelFaults(em, row, await refold(await soundLedger(em, contract)));
}

/** Makes the read model of a contract anew from its ledger. Gives how many rows differed. Refuses a broken ledger. */
export async function rebuildContract(em: EntityManager, contract: string): Promise<number> {
  const row = await lockContract(em, contract);
  if (!row) throw new Error(`there is no contract ${contract}`);
  // The row may have to go back: the guard of the table lets a rebuild do so.
  await em.execute(`select set_config('pacta.rebuilding', 'on', true)`);
  await em.populate([row], ['terms', 'text']);
  const folded = await refold(await soundLedger(em, contract));
  let changed = put(row, contractColumns(folded));
  const rows = new Map((await incidentsOf(em, contract, true)).map((each) => [each.request, each]));
  const unknown = [...rows.values()].filter((incident) => !folded.requests.has(incident.request));
  // Before the others: one of them may stand in the place of one that is missing.
  await em.remove(unknown).flush();
  changed += unknown.length;
  for (const [request, made] of folded.requests) {
    const columns = incidentColumns(made);
    const incident = rows.get(request);
    if (incident) changed += put(incident, columns);
    else {
      em.create(Incident, { contractId: contract, request, ...columns });
      changed += 1;
    }
  }
  return changed;
}

/** The lines of a ledger whose chain holds; throws where it does not. */
async function soundLedger(em: EntityManager, contract: string): Promise<LedgerLine[]> {
  const lines = await readLedger(em, contract);
  const chain = ledgerFaults(lines, await em.findOne(LedgerHead, { contractId: contract }));
  if (chain.length > 0) throw new Error(`the ledger of ${contract} is broken: ${chain.join('; ')}`);
  return lines;
}

/** Where the chain does not hold. A line that was cut off at the end leaves it whole: only the head knows of it. */
export function ledgerFaults(lines: readonly LedgerLine[], head: LedgerHeadRow | null): string[] {
  const faults = chainFaults(lines);
  const last = lines.at(-1);
  if (head && head.sequence === (last?.sequence ?? 0) && (!last || head.hash === last.hash)) return faults;
  const ends = `the ledger ends with line ${last?.sequence ?? 0}, its head says ${head?.sequence ?? 'nothing'}`;
  return [...faults, ends];
}

function contractColumns({ draft, terms, contract, contractVersion }: Refolded) {
  const next = nextContractDeadline(terms, contract);
  const { clientId, clock, parties, text } = draft;
  return {
    clientId,
    clock,
    parties,
    text,
    templateId: terms.template.id,
    templateVersion: terms.template.version,
    templateHash: terms.template.hash,
    terms,
    termsHash: contentHash(terms),
    state: contract,
    status: contract.status,
    version: contractVersion,
    nextAt: next?.at ?? null,
    nextRank: next ? rankOf(next) : null,
  } satisfies Partial<ContractRow>;
}

type FoldedRequest = Refolded['requests'] extends ReadonlyMap<string, infer Request> ? Request : never;

function incidentColumns({ state, version, ordinal }: FoldedRequest) {
  const { status, priority, recordedAt } = state;
  return {
    state,
    status,
    priority,
    recordedAt,
    version,
    ordinal,
    nextAt: nextTargetDeadline(state),
  } satisfies Partial<IncidentRow>;
}

function incidentFaults(row: IncidentRow, folded: Refolded): string[] {
  const made = folded.requests.get(row.request);
  if (!made) return [`the ledger knows no request ${row.request}`];
  return differences(`request ${row.request}`, row, incidentColumns(made));
}

/** A row with at least these columns. */
type RowWith<Columns> = { readonly [Name in keyof Columns]?: unknown };

function differences<Columns extends object>(
  owner: string,
  row: RowWith<Columns>,
  columns: Columns,
): string[] {
  const names = Object.keys(columns) as (keyof Columns & string)[];
  return names
    .filter((name) => !isSame(row[name], columns[name]))
    .map((name) => `the column ${name} of ${owner} is not the fold of the ledger`);
}

/** Puts the columns into the row. Gives how many rows that changed: 1 or 0. */
function put<Columns extends object>(row: RowWith<Columns>, columns: Columns): number {
  const changed = differences('', row, columns).length > 0;
  Object.assign(row, columns);
  return changed ? 1 : 0;
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
