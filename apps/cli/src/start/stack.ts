import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeLeashes, type Leashed } from '#servers/leash';
import { LOOPBACK, pickPort } from '#servers/ports';
import { checkGivenPostgres, startPostgres, type RunningPostgres } from '#servers/postgres';
import { searchAttributes } from '#servers/search-attributes';
import { startTemporal, type RunningTemporal } from '#servers/temporal-server';
import { connectClient, temporalSettings } from '#temporal/connection';
import { openChildLog, type ChildLog } from './child-log.js';
import type { DataFolder } from './data-folder.js';
import { startNodeChild } from './node-child.js';
import { StartProblem } from './problem.js';
import { supervise, type Supervised } from './supervise.js';

const POSTGRES_PORT = 54_329;
const TEMPORAL_PORT = 7233;
const TEMPORAL_UI_PORT = 8233;
const API_PORT = 3000;

export interface Addresses {
  readonly api: string;
  /** Undefined with a Temporal that was given to us. */
  readonly temporalUi: string | undefined;
}

export interface StackOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly data: DataFolder;
  /** The value of PACTA_API_KEYS. */
  readonly apiKeys: string;
  readonly log: (line: string) => void;
  /** The built files of the two processes; those of this project when left out. */
  readonly entries?: { readonly worker: string; readonly api: string };
}

interface Part {
  readonly supervised: Supervised<Leashed>;
  readonly isServer: boolean;
}
