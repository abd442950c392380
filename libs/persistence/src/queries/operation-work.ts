import { type EntityManager } from '@mikro-orm/postgresql';
import { addSeconds, type Instant } from '#domain/time/instant';
import { OperationLine, type OperationLineRow, type OperationRow } from '../entities/operation.js';
import { LINE_TRANSITIONS } from '../operation-transitions.js';
import { endIfOver, happened, lockOperation } from './operations.js';

/** A line that somebody works on, with its operation. */
export interface TakenLine {
  readonly operation: OperationRow;
  readonly line: Pick<OperationLineRow, 'operationId' | 'number' | 'attempts' | 'failures'> & {
    readonly document: string;
  };
}

/** What a line came to. */
export type LineEnd =
  | { readonly status: 'succeeded'; readonly contract: string }
  | { readonly status: 'failed'; readonly contract: string | null; readonly problem: object }
  | { readonly status: 'skipped' };

/**
 * Takes the next line that is due, for so many seconds: one that waits, or one that was begun and is not worked on any
 * more. Null when there is none. Of several operations those with fewer lines behind them come first, so that a small
 * one does not wait for all of a large one.
 */
export function takeLine(em: EntityManager, now: Instant, leaseSeconds: number): Promise<TakenLine | null> {
  return em.transactional(async (within) => {
    const [due] = await within.execute<{ operation: string; number: number }[]>(
      `select operation_id as operation, number from operation_line
        where status in ('waiting', 'running') and due_at <= ?
        order by number, operation_id limit 1 for update skip locked`,
      [now],
    );
    if (!due) return null;
    const line = await within.findOneOrFail(OperationLine, {
      operationId: due.operation,
      number: due.number,
    });
    const operation = await lockOperation(within, due.operation);
    if (line.status === 'waiting') {
      line.status = 'running';
      operation.waiting -= 1;
      operation.running += 1;
    }
    operation.status = happened(operation.status, 'lineTaken');
    operation.startedAt ??= now;
    line.attempts += 1;
    line.dueAt = addSeconds(now, leaseSeconds);
    const { operationId, number, attempts, failures, document } = line;
    if (document == null) throw new Error('a line is taken that has no document');
    return { operation, line: { operationId, number, attempts, failures, document } };
  });
}

/** Writes down what a line came to. False when somebody else has taken it meanwhile, and will say. */
export function settleLine(
  em: EntityManager,
  { operationId, number, attempts }: TakenLine['line'],
  end: LineEnd,
  now: Instant,
): Promise<boolean> {
  return em.transactional(async (within) => {
    const changed = await within.execute<{ number: number }[]>(
      `update operation_line set status = ?, document = null, contract_id = ?, problem = ?::jsonb
        where operation_id = ? and number = ? and status = any(?) and attempts = ? returning number`,
      [
        end.status,
        'contract' in end ? end.contract : null,
        'problem' in end ? JSON.stringify(end.problem) : null,
        operationId,
        number,
        statusesBefore(end.status),
        attempts,
      ],
    );
    if (changed.length === 0) return false;
    const operation = await lockOperation(within, operationId);
    operation.running -= 1;
    operation[end.status] += 1;
    endIfOver(operation, now);
    return true;
  });
}

function statusesBefore(status: LineEnd['status']): string {
  const before = Object.entries(LINE_TRANSITIONS).filter(
    ([from, to]) => from !== 'waiting' && to.includes(status),
  );
  return `{${before.map(([from]) => from).join(',')}}`;
}

/** When a line is looked at again, and whether it went wrong. */
export interface PutOff {
  readonly at: Instant;
  readonly isFailure: boolean;
}

/** Leaves a line begun as it is, to be looked at again at an instant. */
export async function putOffLine(
  em: EntityManager,
  { operationId, number, attempts }: TakenLine['line'],
  { at, isFailure }: PutOff,
): Promise<void> {
  await em.execute(
    `update operation_line set due_at = ?, failures = failures + ?
      where operation_id = ? and number = ? and status = 'running' and attempts = ?`,
    [at, isFailure ? 1 : 0, operationId, number, attempts],
  );
}
