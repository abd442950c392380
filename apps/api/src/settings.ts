import { ApiKeys } from './access/api-keys.js';

export interface ApiSettings {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly keys: ApiKeys;
  /** How long it goes on taking requests once it is asked to end, for proxies to learn that it is not ready any more. */
  readonly drainSeconds: number;
}

/** A setting is missing or wrong. The message names the variable, never its value. */
export class SettingProblem extends Error {
  override readonly name = 'SettingProblem';
}

const DEFAULT_PORT = 3000;
const DEFAULT_HOST = '127.0.0.1';

/** Reads DATABASE_URL, PACTA_API_PORT, PACTA_API_HOST, PACTA_API_KEYS and PACTA_DRAIN_SECONDS. Throws a SettingProblem or an ApiKeysProblem. */
export function apiSettings(env: NodeJS.ProcessEnv): ApiSettings {
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl) throw new SettingProblem('DATABASE_URL is not set: it is needed to run, see the README');
  return {
    databaseUrl,
    host: env['PACTA_API_HOST'] || DEFAULT_HOST,
    port: portOf(env['PACTA_API_PORT']),
    keys: ApiKeys.read(env['PACTA_API_KEYS']),
    drainSeconds: drainSecondsOf(env['PACTA_DRAIN_SECONDS']),
  };
}

function portOf(text: string | undefined): number {
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new SettingProblem('PACTA_API_PORT is not a port: allowed is 0 to 65535, 0 takes any free one');
}

function drainSecondsOf(text: string | undefined): number {
  if (!text) return 0;
  const seconds = Number(text);
  if (/^\d{1,3}$/.test(text) && seconds <= 300) return seconds;
  throw new SettingProblem('PACTA_DRAIN_SECONDS is not a number of seconds: allowed is 0 to 300');
}
