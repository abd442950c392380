import { randomUUID } from 'node:crypto';
import createClient, { type Middleware } from 'openapi-fetch';
import { type components, type paths } from './openapi.js';

/** An error of the API (RFC 9457): `code` is stable, `errors` names each member that is wrong. */
export type ApiProblem = components['schemas']['Problem'];

/** The API, typed by its OpenAPI document: `client.GET('/api/v1/contracts/{contract}', { params: { path: { contract } } })`. */
export type PactaClient = ReturnType<typeof createClient<paths>>;

export interface PactaClientOptions {
  /** `https://pacta.example.com`, without a path. */
  readonly url: string;
  readonly key: string;
  /** How to fetch; that of the platform when left out. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * A client of the API. Every write carries an `Idempotency-Key`: a new one for each call, unless the call names its own,
 * `headers: { 'Idempotency-Key': … }`, which whoever repeats calls after a crash should do. An answer of 400 or more comes
 * as `error`, an {@link ApiProblem}; nobody answering is thrown, as by `fetch`.
 */
export function pactaClient({ url, key, fetch }: PactaClientOptions): PactaClient {
  const client = createClient<paths>({
    baseUrl: url.replace(/\/+$/, ''),
    headers: { authorization: `Bearer ${key}` },
    ...(fetch && { fetch }),
  });
  client.use(idempotency);
  return client;
}

const idempotency: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', randomUUID());
    return request;
  },
};

/** The data of an answer. Throws a {@link PactaError} for a problem. */
export async function answered<Data>(
  answer: Promise<{ readonly data?: Data; readonly error?: unknown; readonly response: Response }>,
): Promise<Data> {
  const { data, error, response } = await answer;
  if (response.ok) return data as Data;
  throw new PactaError(response.status, error as ApiProblem | undefined);
}

/** What the API refused, with the problem that says why. */
export class PactaError extends Error {
  override readonly name = 'PactaError';

  constructor(
    readonly status: number,
    readonly problem: ApiProblem | undefined,
  ) {
    super(problem ? `${problem.code}: ${problem.detail}` : `the API answered ${status}`);
  }
}
