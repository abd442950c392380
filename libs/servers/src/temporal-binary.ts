import { join } from 'node:path';
import { cacheFolder, fillCache, isExecutable, onPath } from './cache-folder.js';
import { runLeashed } from './leash.js';
import { messageOf, ServerProblem } from './problem.js';
import { downloadBySdk, runProvider, withProgress } from './provisioning.js';

type Log = (line: string) => void;

/** The newest version that `go install` accepts: later ones carry a `replace`. Brings Temporal server 1.29. */
const CLI_VERSION = '1.5.1';
const GO_MODULE = 'github.com/temporalio/cli/cmd/temporal';
const BUILD_SECONDS = 1800;

function cachedProgram(): string {
  return join(
    cacheFolder(),
    'temporal-cli',
    CLI_VERSION,
    process.platform === 'win32' ? 'temporal.exe' : 'temporal',
  );
}

/** Whether a `temporal` that we did not choose has what we need: old ones lack the search attributes or the pragmas. */
async function canServe(program: string): Promise<boolean> {
  const { exit, lastLines } = await runLeashed(
    program,
    ['server', 'start-dev', '--search-attribute', 'A=Keyword', '--help'],
    {
      name: 'temporal --help',
      timeoutSeconds: 30,
    },
  );
  return exit.code === 0 && lastLines.length > 0;
}

async function buildFromGo(go: string, workFolder: string, log: Log): Promise<string> {
  log(`building Temporal ${CLI_VERSION} with Go: about 2 minutes, only this once`);
  const args = ['install', '-trimpath', '-ldflags', '-s -w', `${GO_MODULE}@v${CLI_VERSION}`];
  await withProgress('building Temporal', log, () =>
    runProvider(go, args, {
      name: 'go install',
      cwd: workFolder,
      env: { ...process.env, GOBIN: workFolder, CGO_ENABLED: '0' },
      timeoutSeconds: BUILD_SECONDS,
    }),
  );
  return join(workFolder, process.platform === 'win32' ? 'temporal.exe' : 'temporal');
}

/** The ways that bring a program into the cache, in their order. Returns the reasons of those that failed. */
async function provide(program: string, log: Log): Promise<string[]> {
  const reasons: string[] = [];
  log('no Temporal server here yet: trying its download');
  try {
    await fillCache(program, (folder) => downloadBySdk('dev-server', folder, log, `v${CLI_VERSION}`));
    return [];
  } catch (error) {
    reasons.push(messageOf(error));
  }
  const go = await onPath('go');
  if (go === undefined) return [...reasons, 'go is not on PATH, it could build one'];
  try {
    await fillCache(program, (folder) => buildFromGo(go, folder, log));
    return [];
  } catch (error) {
    return [...reasons, messageOf(error)];
  }
}

/**
 * The `temporal` program: on PATH, or cached, or downloaded, or built with Go (about 2 minutes), in this order. Throws
 * {@link ServerProblem} with the reason of each when none can be had.
 */
export async function temporalProgram(log: Log): Promise<string> {
  const found = await onPath('temporal');
  if (found !== undefined && (await canServe(found))) return found;
  const cached = cachedProgram();
  if (await isExecutable(cached)) return cached;
  const reasons = await provide(cached, log);
  if (reasons.length === 0) return cached;
  const problems = [
    'TEMPORAL_ADDRESS is not set (it would name a running cluster)',
    found === undefined
      ? 'temporal is not on PATH'
      : `${found} is too old: it has no \`server start-dev\` as needed`,
    ...reasons,
  ];
  throw new ServerProblem(
    `no Temporal server can be had:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
  );
}
