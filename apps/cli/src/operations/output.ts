import { type LineResult, type Operation, type OperationCalls } from './calls.js';

const MOST_SHOWN = 50;
const PERCENT_WIDTH = 3;

/** ` 42 %  84 succeeded, 3 failed, 4 running, 109 waiting`: whatever there is none of is left out. */
export function progressText(operation: Operation): string {
  const counts = (['succeeded', 'failed', 'skipped', 'running', 'waiting'] as const)
    .filter((status) => operation[status] > 0)
    .map((status) => `${operation[status]} ${status}`);
  return `${String(operation.percent).padStart(PERCENT_WIDTH)} %  ${counts.join(', ')}`;
}

export function printOperation(operation: Operation): void {
  const { id, status, goal, createdAt, createdBy, cancelledBy, cancelledBecause } = operation;
  const ended = operation.endedAt === null ? '' : `, over ${operation.endedAt}`;
  console.log(`${id}  ${status}  ${goal}  asked by ${createdBy} ${createdAt}${ended}`);
  console.log(progressText(operation));
  if (cancelledBy !== null) console.log(`cancelled by ${cancelledBy}: ${cancelledBecause}`);
}

/** One line for a line; of a failed one, why. */
export function printResult({ number, reference, status, contract, problem }: LineResult): void {
  const name = reference === null ? `${number}` : `${number} (${reference})`;
  const why = problem && `${problem.code}: ${problem.detail}`;
  console.log([name, status, contract, why].filter((part) => part !== null).join('  '));
}

/** The lines that failed, as far as anybody reads them, and where the others are. */
export async function printFailed(calls: OperationCalls, { id, failed }: Operation): Promise<void> {
  if (failed === 0) return;
  const lines = await calls.results(id, 'failed');
  if ('faults' in lines) return;
  for (const line of lines.slice(0, MOST_SHOWN)) printResult(line);
  if (failed > MOST_SHOWN)
    console.log(`and ${failed - MOST_SHOWN} more: pacta operations results ${id} --status failed`);
}
