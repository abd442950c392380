import { join } from 'node:path';
import { AuditKeys, makeKeyFile } from './audit-keys.js';
import { CheckpointFolder } from './checkpoint-folder.js';

/** Where checkpoints are written, with what, and how often. */
export interface CheckpointSettings {
  readonly folder: CheckpointFolder;
  readonly keys: AuditKeys;
  /** A new one is due this long after the last, where a ledger has grown. */
  readonly everySeconds: number;
}

/** A setting of the checkpoints is missing or wrong. */
export class CheckpointSettingProblem extends Error {
  override readonly name = 'CheckpointSettingProblem';
  readonly code = 'checkpointSetting';
}

const DEFAULT_MINUTES = 60;
const MOST_MINUTES = 1440;

/**
 * Reads PACTA_CHECKPOINTS (a folder), PACTA_CHECKPOINT_KEY (key files, comma between them, the last one signs) and
 * PACTA_CHECKPOINT_MINUTES. Null where no folder is set. The demonstration (PACTA_DEMO) writes into its data folder, with
 * a key that it makes.
 */
export async function checkpointSettings(env: NodeJS.ProcessEnv): Promise<CheckpointSettings | null> {
  const demo = env['PACTA_DEMO'] === '1' ? env['PACTA_DATA'] : undefined;
  const path = checkpointPath(env);
  if (path === null) return null;
  const given = env['PACTA_CHECKPOINT_KEY'];
  if (!given && !demo)
    throw new CheckpointSettingProblem('PACTA_CHECKPOINT_KEY is not set: it names the key file that signs');
  const files = given ? given.split(',').map((file) => file.trim()) : [demoKeyPath(demo ?? '')];
  if (!given) await makeKeyFile(demoKeyPath(demo ?? ''));
  return {
    folder: new CheckpointFolder(path),
    keys: await AuditKeys.read(files),
    everySeconds: minutesOf(env['PACTA_CHECKPOINT_MINUTES']) * 60,
  };
}

/** The folder of the checkpoints; null where none is set. */
export function checkpointPath(env: NodeJS.ProcessEnv): string | null {
  const given = env['PACTA_CHECKPOINTS'];
  if (given) return given;
  const data = env['PACTA_DATA'];
  return env['PACTA_DEMO'] === '1' && data ? join(data, 'checkpoints') : null;
}

function demoKeyPath(data: string): string {
  return join(data, 'checkpoint-key.pem');
}

function minutesOf(text: string | undefined): number {
  if (!text) return DEFAULT_MINUTES;
  const minutes = Number(text);
  if (/^\d{1,4}$/.test(text) && minutes >= 1 && minutes <= MOST_MINUTES) return minutes;
  throw new CheckpointSettingProblem(
    `PACTA_CHECKPOINT_MINUTES: "${text}" is not a number of minutes (1 to ${MOST_MINUTES})`,
  );
}
