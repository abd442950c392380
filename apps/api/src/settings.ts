import { ApiKeys } from './access/api-keys.js';

export interface ApiSettings {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly keys: ApiKeys;
}

/** A setting is missing or wrong. The message names the variable, never its value. */
export class SettingProblem extends Error {
  override readonly name = 'SettingProblem';
}

const DEFAULT_PORT = 3000;
const DEFAULT_HOST = '127.0.0.1';

/** Reads DATABASE_URL, PACTA_API_PORT, PACTA_API_HOST and PACTA_API_KEYS. Throws a SettingProblem or an ApiKeysProblem. */
export function apiSettings(env: NodeJS.ProcessEnv): ApiSettings {
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl) throw new SettingProblem('DATABASE_URL is not set: it is needed to run, see the README');
  return {
    databaseUrl,
    host: env['PACTA_API_HOST'] || DEFAULT_HOST,
    port: portOf(env['PACTA_API_PORT']),
    keys: ApiKeys.read(env['PACTA_API_KEYS']),
  };
}

function portOf(text: string | undefined): number {
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new SettingProblem('PACTA_API_PORT is not a port: allowed is 0 to 65535, 0 takes any free one');
}
