import { z } from 'zod';
import { parseInstant } from '#domain/time/instant';
import { type ApiAccess, apiAccess, callApi } from '../api-client.js';
import { type Lookup } from './verdict.js';

const issueSchema = z.object({
  contract: z.string(),
  kind: z.string(),
  key: z.string().nullable(),
  issuedAt: z.string(),
});

/**
 * Asks the API whether it issued the file with this SHA-256 (64 hexadecimal digits): that of `--api`, else the one that runs
 * here. Never throws: that nobody could be asked is part of the answer.
 */
export async function lookUp(hex: string, api: string | undefined, env: NodeJS.ProcessEnv): Promise<Lookup> {
  const access = accessTo(api, env);
  if (access === null) return { outcome: 'notAsked', why: 'no API runs here to be asked (--api names one)' };
  const { url } = access;
  try {
    const { status, document } = await callApi(access, (api) =>
      api.GET('/api/v1/documents/by-hash/{sha256}', { params: { path: { sha256: hex } } }),
    );
    if (status === 404) return { outcome: 'unknown', url };
    const issue = issueSchema.safeParse(document);
    const issuedAt = issue.success ? parseInstant(issue.data.issuedAt) : null;
    if (status !== 200 || !issue.success || issuedAt === null) {
      const hint = status === 401 || status === 403 ? ' (set PACTA_KEY to a key of it)' : '';
      return { outcome: 'notAsked', why: `${url} did not tell: it answered ${status}${hint}` };
    }
    return { outcome: 'known', issue: { ...issue.data, issuedAt }, url };
  } catch (error) {
    return {
      outcome: 'notAsked',
      why: `${url} could not be asked: ${error instanceof Error ? error.message : ''}`,
    };
  }
}

/** A demo key is for the API that runs here: no other address gets it. */
function accessTo(api: string | undefined, env: NodeJS.ProcessEnv): ApiAccess | null {
  const here = accessHere(env);
  if (api === undefined) return here;
  const url = api.replace(/\/+$/, '');
  return here?.url === url ? here : { url, key: env['PACTA_KEY'] ?? '' };
}

function accessHere(env: NodeJS.ProcessEnv): ApiAccess | null {
  try {
    return apiAccess('auditor', env);
  } catch {
    return null;
  }
}
