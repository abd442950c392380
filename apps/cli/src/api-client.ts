import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answered,
  everyItem,
  type ListPage,
  pactaClient,
  type PactaClient,
  PactaError,
} from '#client/client';
import { dataFolderPath } from './running.js';

/** What the API answered: its status and its document, a problem (RFC 9457) where the status is 400 or more. */
export interface ApiAnswer {
  readonly status: number;
  readonly document: unknown;
}

/** Where the API is and with which key to call it. */
export interface ApiAccess {
  readonly url: string;
  readonly key: string;
}

class NoAccess extends Error {
  readonly code = 'noAccess';
}

/**
 * The address and key to use: PACTA_URL and PACTA_KEY, else the demo key of the role that `npm start` left in its data
 * folder. Throws with one clear message when there are none.
 */
export function apiAccess(role: string, env: NodeJS.ProcessEnv = process.env): ApiAccess {
  const known = { ...demoEnvironment(env), ...env };
  const url = known['PACTA_URL'];
  const key = env['PACTA_KEY'] || known[`PACTA_KEY_${role.toUpperCase()}`];
  if (!url || !key)
    throw new NoAccess(
      `no address or no key for the role ${role}: start Pacta here by \`npm start\`, or set PACTA_URL and PACTA_KEY`,
    );
  return { url, key };
}

/** The lines `export NAME=VALUE` that a running `pacta start` keeps for shells. */
function demoEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  try {
    const text = readFileSync(join(dataFolderPath(env), 'env'), 'utf8');
    const lines = text.split('\n').map((line) => /^export (\w+)=(.*)$/.exec(line));
    return Object.fromEntries(lines.flatMap((line) => (line ? [[line[1] ?? '', line[2] ?? '']] : [])));
  } catch {
    return {};
  }
}

type ApiCall = (client: PactaClient) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** What a call of the typed client came to. Throws when nobody answers. */
export async function callApi(access: ApiAccess, call: ApiCall): Promise<ApiAnswer> {
  const { data, error, response } = await call(pactaClient(access)).catch((cause: unknown) => {
    throw nobodyAnswers(access, cause);
  });
  return { status: response.status, document: data ?? error };
}

/** A list read on to its end, its entries in one answer beside what else its first page says; or the first problem. */
export async function callList(
  access: ApiAccess,
  page: (client: PactaClient, query: { cursor?: string; limit: number }) => ReturnType<ApiCall>,
): Promise<ApiAnswer> {
  const client = pactaClient(access);
  let first: object = {};
  const items: unknown[] = [];
  try {
    const entries = everyItem(async (query) => {
      const answer = (await answered(page(client, query))) as ListPage<unknown>;
      if (items.length === 0) first = answer;
      return answer;
    });
    for await (const item of entries) items.push(item);
  } catch (error) {
    if (error instanceof PactaError) return { status: error.status, document: error.problem };
    throw nobodyAnswers(access, error);
  }
  return { status: 200, document: { ...first, items, next: null } };
}

function nobodyAnswers({ url }: ApiAccess, cause: unknown): Error {
  return Object.assign(new Error(`nobody answers at ${url}`, { cause }), { code: 'nobodyAnswers' });
}
