import { answered, type PactaClient } from '#client/client';
import { type components } from '#client/openapi';
import { keepLines } from './kept-lines';
import { type UploadLine } from './read-upload';

export type Operation = components['schemas']['Operation'];
export type Goal = Operation['goal'];

/** Uploads contracts to be started, and keeps them for those of them that fail. */
export async function startContracts(
  client: PactaClient,
  lines: readonly UploadLine[],
  goal: Goal,
): Promise<Operation> {
  const operation = await answered(
    client.POST('/api/v1/operations/contract-starts', {
      // Nothing takes this for a promise.
      // oxlint-disable-next-line unicorn/no-thenable
      params: { query: { then: goal } },
      headers: { 'content-type': 'application/x-ndjson' },
      body: lines.map(({ text }) => `${text}\n`).join(''),
      bodySerializer: (text) => text,
    }),
  );
  keepLines(
    operation.id,
    lines.map((line, index) => ({ ...line, number: index + 1 })),
  );
  return operation;
}

/** How often it is looked how far an operation is. */
export const LOOK_MILLISECONDS = 1_000;

export function isOver({ status }: Operation): boolean {
  return status === 'completed' || status === 'cancelled';
}
