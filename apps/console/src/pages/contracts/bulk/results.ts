import { answered, type ListPage } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';

export type Result = components['schemas']['OperationResult'];
export type LineStatus = Result['status'];

export const RESULTS = '/api/v1/operations/{operation}/results';

interface Wish {
  readonly status?: LineStatus;
  readonly cursor?: string;
  readonly limit?: number;
}

/** A page of what the lines came to. */
export async function resultsPage(operation: string, query: Wish): Promise<ListPage<Result>> {
  const page = await answered(client.GET(RESULTS, { params: { path: { operation }, query } }));
  // NDJSON comes to those alone who ask for it.
  if (typeof page === 'string') throw new Error('the results did not come as a page');
  return page;
}
