import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { type Answer, type Command as CommandData } from '#domain/command';
import { type ContractState } from '#domain/contract/state';
import { type IncidentState } from '#domain/incident/state';
import { type Json } from '#domain/entry';
import { type Instant } from '#domain/time/instant';
import { Command, type CommandRow } from './entities/command.js';
import { Contract, type ContractRow } from './entities/contract.js';
import { Incident, type IncidentRow } from './entities/incident.js';

/** Locks a contract for a step of its own; steps of its requests wait. */
export function lockContract(em: EntityManager, id: string): Promise<ContractRow | null> {
  return em.findOne(Contract, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** Locks a contract against steps of its own while one of its requests takes one; its other requests go on. */
export function shareContract(em: EntityManager, id: string): Promise<ContractRow | null> {
  return em.findOne(Contract, { id }, { lockMode: LockMode.PESSIMISTIC_READ });
}

/** Locks a request for a step. */
export function lockIncident(
  em: EntityManager,
  contractId: string,
  request: string,
): Promise<IncidentRow | null> {
  return em.findOne(Incident, { contractId, request }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** The requests of a contract, in the order in which they were recorded; locked where the contract is about to end. */
export function incidentsOf(em: EntityManager, contractId: string, lock = false): Promise<IncidentRow[]> {
  return em.find(
    Incident,
    { contractId },
    { orderBy: { ordinal: 'asc' }, ...(lock && { lockMode: LockMode.PESSIMISTIC_WRITE }) },
  );
}

/** Takes a contract's next state into its row. */
export function updateContract(
  row: ContractRow,
  state: ContractState,
  next: { at: Instant; rank: number } | null,
): void {
  row.state = state;
  row.status = state.status;
  row.version += 1;
  row.nextAt = next?.at ?? null;
  row.nextRank = next?.rank ?? null;
}

/** Takes a request's next state into its row. */
export function updateIncident(row: IncidentRow, state: IncidentState, nextAt: Instant | null): void {
  row.state = state;
  row.status = state.status;
  row.priority = state.priority;
  row.version += 1;
  row.nextAt = nextAt;
}

/** The stored command, written down first where a workflow was told it directly. Locked until the transaction ends. */
export async function takeCommand(
  em: EntityManager,
  contractId: string,
  owner: string,
  command: CommandData,
  now: Instant,
): Promise<CommandRow> {
  const known = await em.findOne(Command, { id: command.id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (known) return known;
  const row = em.create(Command, commandRow(contractId, owner, command, now));
  await em.flush();
  return row;
}

/** The row of a command that has no answer yet. */
export function commandRow(
  contractId: string,
  owner: string,
  command: CommandData,
  now: Instant,
): CommandRow {
  return {
    id: command.id,
    contractId,
    owner,
    actor: command.actor,
    body: structuredClone({
      body: command.body,
      ...(command.lateReason !== undefined && { lateReason: command.lateReason }),
      ...(command.ifVersion !== undefined && { ifVersion: command.ifVersion }),
    }) as unknown as Json,
    status: 'pending',
    answer: null,
    createdAt: now,
    sentAt: null,
  } as CommandRow;
}

/** Writes the answer of a command, and gives it back. */
export function answered(row: CommandRow, answer: Answer): Answer {
  row.status = answer.kind;
  row.answer = { ...answer };
  return answer;
}

/** The ids of all contracts, in order. */
export async function allContractIds(em: EntityManager): Promise<string[]> {
  const rows = await em.find(Contract, {}, { fields: ['id'], orderBy: { id: 'asc' } });
  return rows.map((row) => row.id);
}

/** The zone of a contract. Throws where there is no such contract. */
export async function zoneOf(em: EntityManager, contractId: string): Promise<string> {
  const row = await em.findOne(Contract, { id: contractId }, { fields: ['terms'] });
  if (!row) throw new Error(`there is no contract ${contractId}`);
  return row.terms.zone;
}
