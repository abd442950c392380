import { type EntityManager } from '@mikro-orm/postgresql';
import { contentHash } from '#decisions/hash';
import { type Entry, type Json } from '#domain/entry';
import { type Instant } from '#domain/time/instant';
import { LedgerEntry, type LedgerEntryRow } from './entities/ledger-entry.js';
import { LedgerHead } from './entities/ledger-head.js';

/** A line of the ledger as plain data. */
export type LedgerLine = Pick<
  LedgerEntryRow,
  | 'contractId'
  | 'sequence'
  | 'owner'
  | 'ownerVersion'
  | 'kind'
  | 'at'
  | 'recordedAt'
  | 'actor'
  | 'clause'
  | 'request'
  | 'payload'
  | 'event'
  | 'previousHash'
  | 'hash'
>;

/** What one step of an owner writes. */
export interface LedgerStep {
  readonly contractId: string;
  readonly owner: string;
  readonly ownerVersion: number;
  readonly actor: string;
  readonly recordedAt: Instant;
  readonly entries: readonly Entry[];
  /** What caused the step; null when a deadline did. Kept on the first entry. */
  readonly event: Json | null;
}

/** The hash that the first line of every contract's ledger builds on. */
export const GENESIS_HASH = `sha256:${'0'.repeat(64)}`;

/** Makes the ledger of a new contract, whose row is written first: the ledger refers to it. */
export async function openLedger(em: EntityManager, contractId: string): Promise<void> {
  await em.flush();
  em.create(LedgerHead, { contractId, sequence: 0, hash: GENESIS_HASH });
}

/**
 * The lines, the events that other systems hear of, and the head, in one statement: a step waits for the database as
 * seldom as it can. A rehearsal has no events.
 */
const APPEND = `
  with line as (select * from jsonb_populate_recordset(null::ledger_entry, ?::jsonb)),
       appended as (insert into ledger_entry select * from line),
       noted as (insert into event (contract_id, sequence, kind)
                 select line.contract_id, line.sequence, line.kind
                   from line join contract on contract.id = line.contract_id and contract.clock = 'real'
                  order by line.sequence)
  update ledger_head set sequence = ?, hash = ? where contract_id = ?`;

/** Appends the entries of a step behind the last line. The head's row is locked until the transaction ends. */
export async function appendToLedger(em: EntityManager, step: LedgerStep): Promise<LedgerLine[]> {
  if (step.entries.length === 0) return [];
  await em.flush();
  const { contractId } = step;
  const [head] = await em.execute<Pick<LedgerLine, 'sequence' | 'hash'>[]>(
    'select sequence, hash from ledger_head where contract_id = ? for update',
    [contractId],
  );
  if (!head) throw new Error(`contract ${contractId} has no ledger`);
  const lines: LedgerLine[] = [];
  for (const [index, entry] of step.entries.entries()) {
    const { sequence, hash } = lines.at(-1) ?? head;
    lines.push(lineOf(step, entry, sequence + 1, hash, index === 0 ? step.event : null));
  }
  const { sequence, hash } = lines.at(-1) ?? head;
  await em.execute(APPEND, [JSON.stringify(lines.map(columnsOf)), sequence, hash, contractId]);
  return lines;
}

/** A line by the names of the table's columns. */
function columnsOf({ contractId, ownerVersion, recordedAt, previousHash, ...same }: LedgerLine) {
  return {
    ...same,
    contract_id: contractId,
    owner_version: ownerVersion,
    recorded_at: recordedAt,
    previous_hash: previousHash,
  };
}

/** The lines of a contract from a sequence on, in order. */
export function readLedger(
  em: EntityManager,
  contractId: string,
  after = 0,
  limit?: number,
): Promise<LedgerEntryRow[]> {
  return em.find(
    LedgerEntry,
    { contractId, sequence: { $gt: after } },
    { orderBy: { sequence: 'asc' }, ...(limit !== undefined && { limit }) },
  );
}

const HASHED = [
  'contractId',
  'sequence',
  'owner',
  'ownerVersion',
  'kind',
  'at',
  'recordedAt',
  'actor',
  'clause',
  'request',
  'payload',
  'event',
  'previousHash',
] as const satisfies readonly (keyof LedgerLine)[];

/** The hash of a line: over its canonical JSON (RFC 8785), the hash of the line before it included. */
export function hashOfLine(line: Omit<LedgerLine, 'hash'>): string {
  return contentHash(Object.fromEntries(HASHED.map((member) => [member, line[member]])));
}

/** Checks the chain of a contract's lines: no gap, each hash right. Gives the faults found, in order. */
export function chainFaults(lines: readonly LedgerLine[]): string[] {
  const faults: string[] = [];
  let previousHash = GENESIS_HASH;
  for (const [index, line] of lines.entries()) {
    if (line.sequence !== index + 1) faults.push(`line ${index + 1} is missing: found ${line.sequence}`);
    if (line.previousHash !== previousHash)
      faults.push(`line ${line.sequence} does not follow the line before it`);
    if (hashOfLine(line) !== line.hash) faults.push(`line ${line.sequence} was changed: its hash is wrong`);
    previousHash = line.hash;
  }
  return faults;
}

function lineOf(
  step: LedgerStep,
  entry: Entry,
  sequence: number,
  previousHash: string,
  event: Json | null,
): LedgerLine {
  const { entries: _entries, event: _event, ...common } = step;
  const line = { ...common, ...entry, sequence, event, previousHash };
  return { ...line, hash: hashOfLine(line) };
}
