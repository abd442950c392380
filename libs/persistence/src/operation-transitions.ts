import { type LineStatus, type OperationStatus } from './entities/operation.js';

/** What happens to an operation: a line is taken, somebody cancels it, its last line is over. */
export type OperationHappening = 'lineTaken' | 'cancel' | 'allOver';

/** What an operation may become. What is not here is refused. */
export const OPERATION_TRANSITIONS: Readonly<
  Record<OperationStatus, Readonly<Partial<Record<OperationHappening, OperationStatus>>>>
> = {
  queued: { lineTaken: 'running', cancel: 'cancelling', allOver: 'completed' },
  running: { lineTaken: 'running', cancel: 'cancelling', allOver: 'completed' },
  // What was begun is finished, also by somebody who takes it from a process that was killed.
  cancelling: { lineTaken: 'cancelling', cancel: 'cancelling', allOver: 'cancelled' },
  completed: {},
  cancelled: { cancel: 'cancelled' },
};

/** What becomes of an operation; null where that cannot happen to it. */
export function operationAfter(
  status: OperationStatus,
  happening: OperationHappening,
): OperationStatus | null {
  return OPERATION_TRANSITIONS[status][happening] ?? null;
}

/** What a line may become. One that was begun is never skipped, unless nothing was done for it. */
export const LINE_TRANSITIONS: Readonly<Record<LineStatus, readonly LineStatus[]>> = {
  waiting: ['running', 'skipped'],
  running: ['succeeded', 'failed', 'skipped'],
  succeeded: [],
  failed: [],
  skipped: [],
};
