import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { type OperationRow } from '#persistence/entities/operation';
import { type LineResult } from '#persistence/queries/operations';
import { count, instantIn, instantOut, listQuery, pageOut } from '../http/fields.js';

const statusOut = z.enum(['queued', 'running', 'completed', 'cancelling', 'cancelled']);
const kindOut = z.enum(['contractStarts']);
const lineStatusOut = z.enum(['waiting', 'running', 'succeeded', 'failed', 'skipped']);
const goal = z.enum(['draft', 'send']);

export const startsQuery = closedObject({
  // Only ever a text: nothing takes this for a promise.
  // oxlint-disable-next-line unicorn/no-thenable
  then: goal.default('draft').meta({
    description: '`send`: each draft is sent for signing as well, to the contact person of each party',
  }),
});

export const operationParams = closedObject({
  operation: z
    .string()
    .regex(/^O-[0-9a-f]{16}$/, { error: 'allowed is the id of an operation, O-0123456789abcdef' }),
});

export const operationsQuery = closedObject({
  kind: z.exactOptional(kindOut),
  status: z.exactOptional(statusOut),
  ...listQuery('desc'),
});
export const operationsKey = z.strictObject({
  list: z.literal('operations'),
  createdAt: instantIn,
  id: z.string(),
});

export const resultsQuery = closedObject({ status: z.exactOptional(lineStatusOut), ...listQuery('asc') });
export const resultsKey = z.strictObject({ number: z.int() });

export const operationView = z
  .strictObject({
    id: z.string().meta({ example: 'O-0123456789abcdef' }),
    kind: kindOut,
    goal: goal.meta({ description: 'What `then` asked for' }),
    status: statusOut,
    createdAt: instantOut,
    createdBy: z.string(),
    startedAt: instantOut.nullable(),
    endedAt: instantOut.nullable(),
    cancelledBy: z.string().nullable(),
    cancelledBecause: z.enum(['asked', 'callerEnded']).nullable().meta({
      description: '`callerEnded`: the key or account that asked has ended, or may not do this any more',
    }),
    total: count.meta({ description: 'How many lines there are' }),
    waiting: count,
    running: count.meta({
      description: 'Begun: they will be finished, also when the operation is cancelled',
    }),
    succeeded: count,
    failed: count,
    skipped: count,
    percent: count.meta({ description: 'How many of a hundred lines are over, rounded down' }),
  })
  .meta({ id: 'Operation' });

export const operationPage = pageOut(operationView).meta({ id: 'OperationPage' });

const lineProblem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: count,
    detail: z.string(),
    code: z.string(),
    errors: z.exactOptional(
      z.array(z.strictObject({ path: z.string(), problem: z.string(), allowed: z.string() })),
    ),
    errorId: z.exactOptional(z.string()),
  })
  .meta({ id: 'LineProblem' });

const resultView = z
  .strictObject({
    number: count.meta({ description: 'Of the line in the upload, blank lines counted' }),
    reference: z.string().nullable(),
    status: lineStatusOut,
    contract: z.string().nullable().meta({
      description: 'Also of a failed line, where its draft was made and could not be sent',
    }),
    address: z.string().nullable(),
    problem: lineProblem.nullable().meta({ description: 'What the call for this line alone would answer' }),
  })
  .meta({ id: 'OperationResult' });

export const resultPage = pageOut(resultView).meta({ id: 'OperationResultPage' });

const PERCENT = 100;

export function operationViewOf(row: OperationRow): z.infer<typeof operationView> {
  const { id, kind, status, createdAt, callerName: createdBy } = row;
  const { total, waiting, running, succeeded, failed, skipped } = row;
  return {
    id,
    kind,
    goal: row.goal,
    status,
    createdAt,
    createdBy,
    startedAt: row.startedAt ?? null,
    endedAt: row.endedAt ?? null,
    cancelledBy: row.cancelledBy ?? null,
    cancelledBecause: row.cancelledBecause ?? null,
    total,
    waiting,
    running,
    succeeded,
    failed,
    skipped,
    percent: Math.floor(((succeeded + failed + skipped) * PERCENT) / total),
  };
}

export function resultViewOf(line: LineResult): z.infer<typeof resultView> {
  const { number, reference, status, contractId } = line;
  return {
    number,
    reference: reference ?? null,
    status,
    contract: contractId ?? null,
    address: contractId == null ? null : `/api/v1/contracts/${contractId}`,
    problem: (line.problem ?? null) as z.infer<typeof lineProblem> | null,
  };
}
