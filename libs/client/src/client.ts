import createClient, { type Middleware } from 'openapi-fetch';
import { type components, type paths } from './openapi.js';

/** An error of the API (RFC 9457): `code` is stable, `errors` names each member that is wrong. */
export type ApiProblem = components['schemas']['Problem'];

/** The API, typed by its OpenAPI document: `client.GET('/api/v1/contracts/{contract}', { params: { path: { contract } } })`. */
export type PactaClient = ReturnType<typeof createClient<paths>>;

export interface PactaClientOptions {
  /** `https://pacta.example.com`, without a path. */
  readonly url: string;
  /** Null in a page that was served by the API itself: the cookie of its session says who calls. */
  readonly key: string | null;
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
    ...(key !== null && { headers: { authorization: `Bearer ${key}` } }),
    ...(fetch && { fetch }),
  });
  client.use(idempotency);
  return client;
}

const idempotency: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', newKey());
    return request;
  },
};

/** 128 random bits in hex: `randomUUID` is not there in a page that came by plain HTTP from another machine. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The most entries that a page has. */
const MOST = 200;

/** The data of an answer. Throws a {@link PactaError} for a problem. */
export async function answered<Data>(
  answer: Promise<{ readonly data?: Data; readonly error?: unknown; readonly response: Response }>,
): Promise<Data> {
  const { data, error, response } = await answer;
  if (response.ok) return data as Data;
  throw new PactaError(response.status, error as ApiProblem | undefined);
}

/** A page of a list, as each list of the API answers. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/**
 * All entries of a list, page after page: `page` asks for the one behind a cursor, the first time for the one at the
 * beginning.
 *
 *     for await (const invoice of everyItem((query) =>
 *       answered(client.GET('/api/v1/contracts/{contract}/invoices', { params: { path: { contract }, query } })),
 *     )) …
 */
export async function* everyItem<Item>(
  page: (query: { cursor?: string; limit: number }) => Promise<ListPage<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | null = null;
  do {
    const { items, next }: ListPage<Item> = await page({ limit: MOST, ...(cursor !== null && { cursor }) });
    yield* items;
    cursor = next;
  } while (cursor !== null);
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
