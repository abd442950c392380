import createQueryHooks from 'openapi-react-query';
import { pactaClient, type ApiProblem, PactaError } from '#client/client';

/** The API of the page's own host: the cookie of the session says who calls. */
export const client = pactaClient({ url: window.location.origin, key: null });

/** `api.useQuery('get', '/api/v1/contracts/{contract}', { params: … })`, `api.useMutation('post', …)`. */
export const api = createQueryHooks(client);

/** The problem that an error of a query or a mutation is; null where nobody answered. */
export function problemOf(error: unknown): ApiProblem | null {
  if (error instanceof PactaError) return error.problem ?? null;
  return isProblem(error) ? error : null;
}

function isProblem(error: unknown): error is ApiProblem {
  return (
    typeof error === 'object' && error !== null && 'code' in error && 'detail' in error && 'status' in error
  );
}
