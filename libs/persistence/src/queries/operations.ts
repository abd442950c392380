import { LockMode, type EntityManager, type FilterQuery } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import {
  type CancelReason,
  type LineStatus,
  Operation,
  type OperationGoal,
  type OperationKind,
  OperationLine,
  type OperationLineRow,
  type OperationRow,
  type OperationStatus,
} from '../entities/operation.js';
import { type OperationHappening, operationAfter } from '../operation-transitions.js';
import { keysetPage, type Listing, type Page, type PageWish } from './page.js';

const INSERTED_AT_ONCE = 500;

/** Who asks for an operation, as it is then. */
export interface OperationCaller {
  readonly name: string;
  readonly role: string;
  readonly clients: readonly string[] | null;
}

/** A line as it came: a document to be worked on, or the problem for which there is none. */
export interface NewLine {
  readonly number: number;
  readonly reference: string | null;
  readonly content: { readonly document: string } | { readonly problem: object };
}

export interface NewOperation {
  readonly id: string;
  readonly kind: OperationKind;
  readonly goal: OperationGoal;
  readonly caller: OperationCaller;
  readonly lines: readonly NewLine[];
}

/** Stores an operation with its lines, all or nothing. One that is there already is given as it stands. */
export function addOperation(em: EntityManager, wanted: NewOperation, now: Instant): Promise<OperationRow> {
  return em.transactional(async (within) => {
    const { id, kind, goal, caller, lines } = wanted;
    const failed = lines.filter(({ content }) => 'problem' in content).length;
    const waiting = lines.length - failed;
    const isOver = waiting === 0;
    const made = await within.execute<{ id: string }[]>(
      `insert into operation (id, kind, goal, status, caller_name, caller_role, caller_clients, total, waiting, running,
                              succeeded, failed, skipped, created_at, ended_at)
       values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, 0, 0, ?, 0, ?, ?) on conflict (id) do nothing returning id`,
      [
        id,
        kind,
        goal,
        isOver ? operationAfter('queued', 'allOver') : 'queued',
        caller.name,
        caller.role,
        caller.clients && JSON.stringify(caller.clients),
        lines.length,
        waiting,
        failed,
        now,
        isOver ? now : null,
      ],
    );
    if (made.length > 0) await addLines(within, id, lines, now);
    return within.findOneOrFail(Operation, { id });
  });
}

async function addLines(
  em: EntityManager,
  operationId: string,
  lines: readonly NewLine[],
  now: Instant,
): Promise<void> {
  for (let first = 0; first < lines.length; first += INSERTED_AT_ONCE) {
    const rows = lines.slice(first, first + INSERTED_AT_ONCE).map(({ number, reference, content }) => ({
      operationId,
      number,
      reference,
      status: 'problem' in content ? ('failed' as const) : ('waiting' as const),
      document: 'document' in content ? content.document : null,
      contractId: null,
      problem: 'problem' in content ? content.problem : null,
      attempts: 0,
      failures: 0,
      dueAt: now,
    }));
    await em.insertMany(OperationLine, rows);
  }
}

/** Whose operations are looked at; null for everybody's. */
export type OperationsOf = string | null;

export function findOperation(em: EntityManager, id: string, of: OperationsOf): Promise<OperationRow | null> {
  const whose = of === null ? {} : { callerName: of };
  return em.findOne(Operation, { id, ...whose }, { disableIdentityMap: true });
}

export interface OperationFilter {
  readonly kind?: OperationKind;
  readonly status?: OperationStatus;
}

/** Where an operation stands in the list. */
export interface OperationKey {
  readonly createdAt: Instant;
  readonly id: string;
}

const OPERATIONS: Listing<OperationRow, OperationKey> = {
  entity: Operation,
  columns: [
    ['createdAt', 'asc'],
    ['id', 'asc'],
  ],
  usual: 'desc',
};

/** Operations, the newest first. */
export function listOperations(
  em: EntityManager,
  of: OperationsOf,
  filter: OperationFilter,
  wish: PageWish<OperationKey>,
): Promise<Page<OperationRow>> {
  const whose: FilterQuery<OperationRow> = of === null ? {} : { callerName: of };
  return keysetPage(em, OPERATIONS, { $and: [whose, filter] }, wish);
}

/** What a line came to, or how far it is. */
export type LineResult = Pick<OperationLineRow, 'number' | 'reference' | 'status' | 'contractId' | 'problem'>;

const LINES: Listing<OperationLineRow, { readonly number: number }> = {
  entity: OperationLine,
  columns: [['number', 'asc']],
  usual: 'asc',
  // Without their documents: nobody reads those of many lines at once.
  fields: ['number', 'reference', 'status', 'contractId', 'problem'],
};

/** The lines of an operation in their order, without their documents. */
export function linesOfOperation(
  em: EntityManager,
  operationId: string,
  status: LineStatus | null,
  wish: PageWish<{ readonly number: number }>,
): Promise<Page<LineResult>> {
  return keysetPage(em, LINES, { operationId, ...(status !== null && { status }) }, wish);
}

/** Who cancels an operation, and why. */
export interface Cancelling {
  readonly by: string;
  readonly because: CancelReason;
}

/**
 * Cancels an operation: lines that nobody has begun are skipped, and their documents go; what was begun is finished.
 * False where it is over already.
 */
export function cancelOperation(
  em: EntityManager,
  id: string,
  { by, because }: Cancelling,
  now: Instant,
): Promise<boolean> {
  return em.transactional(async (within) => {
    // Lines first, here and wherever else both are locked.
    const skipped = await within.execute<{ number: number }[]>(
      `update operation_line set status = 'skipped', document = null
        where (operation_id, number) in (select operation_id, number from operation_line
               where operation_id = ? and status = 'waiting' order by number for update)
       returning number`,
      [id],
    );
    const row = await lockOperation(within, id);
    const next = operationAfter(row.status, 'cancel');
    if (next === null) return false;
    row.status = next;
    row.cancelledBy ??= by;
    row.cancelledBecause ??= because;
    row.waiting -= skipped.length;
    row.skipped += skipped.length;
    endIfOver(row, now);
    return true;
  });
}

/** Takes an operation for a change, behind its lines. */
export function lockOperation(em: EntityManager, id: string): Promise<OperationRow> {
  return em.findOneOrFail(Operation, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** Ends a locked operation that has nothing left to do. */
export function endIfOver(row: OperationRow, now: Instant): void {
  if (row.waiting + row.running > 0 || row.endedAt != null) return;
  row.status = happened(row.status, 'allOver');
  row.endedAt = now;
}

/** What becomes of an operation by something that cannot be refused. */
export function happened(status: OperationStatus, happening: OperationHappening): OperationStatus {
  const next = operationAfter(status, happening);
  if (next === null) throw new Error(`an operation that is ${status} cannot take ${happening}`);
  return next;
}
