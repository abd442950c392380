import { join } from 'node:path';
import { cacheFolder, fillCache, isExecutable, onPath } from './cache-folder.js';
import { ServerProblem } from './problem.js';
import { runProvider, withProgress } from './provisioning.js';

type Log = (line: string) => void;

/** What `docker-compose.yml` runs, and what the command line's development server is made of. */
const CLUSTER_VERSION = '1.29.1';
const MODULE = 'go.temporal.io/server/cmd';
const BUILD_SECONDS = 1800;
const ENDING = process.platform === 'win32' ? '.exe' : '';

/** Temporal as it runs in production: its server, and the tool that makes and migrates its tables. */
export interface ClusterPrograms {
  readonly server: string;
  readonly sqlTool: string;
}

function cachedPrograms(): ClusterPrograms {
  const folder = join(cacheFolder(), 'temporal-cluster', CLUSTER_VERSION);
  return {
    server: join(folder, `temporal-server${ENDING}`),
    sqlTool: join(folder, `temporal-sql-tool${ENDING}`),
  };
}

async function build(go: string, command: string, workFolder: string): Promise<string> {
  const args = ['install', '-trimpath', '-ldflags', '-s -w', `${MODULE}/${command}@v${CLUSTER_VERSION}`];
  await runProvider(go, args, {
    name: 'go install',
    cwd: workFolder,
    env: { ...process.env, GOBIN: workFolder, CGO_ENABLED: '0' },
    timeoutSeconds: BUILD_SECONDS,
  });
  return join(workFolder, `${command.split('/').at(-1)}${ENDING}`);
}

async function provide(program: string, command: string, log: Log): Promise<void> {
  if (await isExecutable(program)) return;
  const go = await onPath('go');
  if (go === undefined) {
    throw new ServerProblem(
      `no production Temporal server can be had: go is not on PATH to build one, and ${program} is not there`,
    );
  }
  log(`building Temporal's ${command} ${CLUSTER_VERSION} with Go: a minute or two, only this once`);
  await withProgress(`building Temporal's ${command}`, log, () =>
    fillCache(program, (folder) => build(go, command, folder)),
  );
}

/**
 * The programs of a production Temporal server: cached for this user, or built with Go (about 90 seconds where the
 * development server was built before, minutes where nothing was). Throws {@link ServerProblem} when they cannot be had.
 */
export async function clusterPrograms(log: Log): Promise<ClusterPrograms> {
  const programs = cachedPrograms();
  // One after the other: the second reuses nearly all that Go compiled for the first.
  await provide(programs.server, 'server', log);
  await provide(programs.sqlTool, 'tools/sql', log);
  return programs;
}
