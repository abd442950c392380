import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a running `pacta start` can be reached; kept 0600 in its data folder, as the database URL has a password. */
export interface Running {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
}

const RUNNING_FILE = 'running.json';
/** In the data folder: what a demonstration encrypts payloads by. */
export const payloadKeysFile = 'payload-keys.json';

/** `.pacta` in the project, wherever the command is called from; PACTA_DATA names another folder. */
export function dataFolderPath(env: NodeJS.ProcessEnv): string {
  return env['PACTA_DATA'] || fileURLToPath(new URL('../../../../.pacta', import.meta.url));
}

/**
 * The servers to work with: those that the environment names, else those of the `pacta start` that runs. Throws with
 * one clear message when there are none.
 */
export function runningServers(env: NodeJS.ProcessEnv): Running {
  const { DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = env;
  const running =
    DATABASE_URL && TEMPORAL_ADDRESS ? null : readRunning(join(dataFolderPath(env), RUNNING_FILE));
  const databaseUrl = DATABASE_URL || running?.databaseUrl;
  const temporalAddress = TEMPORAL_ADDRESS || running?.temporalAddress;
  if (!databaseUrl || !temporalAddress) {
    throw new NothingRuns(
      'Pacta does not run here: start it by `npm start`, or set DATABASE_URL and TEMPORAL_ADDRESS',
    );
  }
  return {
    databaseUrl,
    temporalAddress,
    temporalNamespace: TEMPORAL_NAMESPACE || running?.temporalNamespace || 'default',
  };
}

/** What payloads are encrypted by here: as the environment says, else as the data folder does; undefined where neither does. */
export function payloadKeysHere(env: NodeJS.ProcessEnv): string | undefined {
  const given = env['PACTA_PAYLOAD_KEYS'];
  if (given) return given;
  try {
    return readFileSync(join(dataFolderPath(env), payloadKeysFile), 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Tells the other commands where the servers are. */
export async function noteRunning(folder: string, servers: Running): Promise<void> {
  const path = join(folder, RUNNING_FILE);
  await rm(path, { force: true });
  await writeFile(path, `${JSON.stringify(servers, null, 2)}\n`, { mode: 0o600 });
}

/** Nothing runs any more. */
export async function forgetRunning(folder: string): Promise<void> {
  await rm(join(folder, RUNNING_FILE), { force: true });
}

class NothingRuns extends Error {
  readonly code = 'nothingRuns';
}

function readRunning(path: string): Running | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Running;
  } catch {
    return null;
  }
}
