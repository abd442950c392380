import { type Called, eventually, type TestStack } from './stack.js';

/** An operation, as far as tests look at it. */
export interface OperationSeen {
  readonly id: string;
  readonly status: string;
  readonly total: number;
  readonly waiting: number;
  readonly running: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly skipped: number;
  readonly percent: number;
  readonly createdBy: string;
  readonly cancelledBy: string | null;
  readonly cancelledBecause: string | null;
}

/** What a line came to, as far as tests look at it. */
export interface ResultSeen {
  readonly number: number;
  readonly reference: string | null;
  readonly status: string;
  readonly contract: string | null;
  readonly address: string | null;
  readonly problem: { readonly code: string; readonly errors?: readonly { readonly path: string }[] } | null;
}

export interface UploadOptions {
  readonly goal?: 'draft' | 'send';
  readonly key?: string;
  /** A key of the API other than that of the integration. */
  readonly as?: string;
}

/** Uploads lines: objects as JSON, texts as they are. */
export function upload<Body = OperationSeen>(
  stack: TestStack,
  lines: readonly (object | string)[],
  { goal = 'draft', key, as }: UploadOptions = {},
): Promise<Called<Body>> {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  return stack.call<Body>('POST', `/api/v1/operations/contract-starts?then=${goal}`, {
    role: as === undefined ? 'integration' : null,
    text,
    headers: {
      'content-type': 'application/x-ndjson',
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(as !== undefined && { authorization: `Bearer ${as}` }),
    },
  });
}

/** Waits until an operation is over. */
export async function over(stack: TestStack, id: string, seconds = 60): Promise<OperationSeen> {
  const { body } = await eventually(
    () => stack.get<OperationSeen>(`/api/v1/operations/${id}`),
    ({ body: seen }) => seen.status === 'completed' || seen.status === 'cancelled',
    seconds,
  );
  return body;
}

/** All results of an operation, by pages of a size that does not fit. */
export async function resultsOf(stack: TestStack, id: string, filter = ''): Promise<ResultSeen[]> {
  const results: ResultSeen[] = [];
  let next: string | null = null;
  do {
    const cursor: string = next === null ? '' : `&cursor=${next}`;
    const address = `/api/v1/operations/${id}/results?limit=37${filter}${cursor}`;
    const { body } = await stack.get<{ items: ResultSeen[]; next: string | null }>(address);
    results.push(...body.items);
    next = body.next;
  } while (next !== null);
  return results;
}
