import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeExit, leash } from '#servers/leash';

const READY_SECONDS = 120;

export interface RunningStack {
  /** `http://127.0.0.1:41233` */
  readonly url: string;
  /** The demo keys by role. */
  readonly keys: Readonly<Record<'administrator' | 'desk' | 'integration' | 'auditor', string>>;
  readonly dataDir: string;
  /** The process id of `worker`, `api`, `PostgreSQL` or `Temporal` as it runs now. */
  pidOf(child: string): Promise<number>;
  /** Ends all of it and removes its data. */
  stop(): Promise<void>;
}

function readEnvFile(text: string): Map<string, string> {
  const pairs = text.matchAll(/^export (\w+)=(.*)$/gm);
  return new Map([...pairs].map(([, name = '', value = '']) => [name, value]));
}

/**
 * The whole product as a person starts it (`pacta start`), with servers, ports and a data folder of its own. What
 * `extraEnv` names is set on top of that.
 */
export async function startStack(extraEnv: NodeJS.ProcessEnv = {}): Promise<RunningStack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pacta-stack-'));
  const ports = Object.fromEntries(
    ['API', 'POSTGRES', 'TEMPORAL', 'TEMPORAL_UI'].map((name) => [`PACTA_${name}_PORT`, '0']),
  );
  const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, PACTA_API_KEYS: _keys, ...env } = process.env;
  const lines: string[] = [];
  const ready = Promise.withResolvers<void>();
  const main = fileURLToPath(new URL('../../../dist/apps/cli/src/main.js', import.meta.url));
  const child = leash(process.execPath, [main, 'start'], {
    name: 'pacta start',
    env: { ...env, ...ports, PACTA_DATA: dataDir, ...extraEnv },
    graceSeconds: 60,
    onLine: (line) => lines.push(line),
    onMessage: (message) => (message === 'ready' ? ready.resolve() : undefined),
  });
  void child.exited.then((exit) =>
    ready.reject(new Error(`pacta start ended: ${describeExit(exit)}\n${lines.join('\n')}`)),
  );
  const late = setTimeout(
    () => ready.reject(new Error(`pacta start is not ready:\n${lines.join('\n')}`)),
    READY_SECONDS * 1000,
  );
  const stop = async (): Promise<void> => {
    await child.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await ready.promise;
  } catch (error) {
    await stop();
    throw error;
  } finally {
    clearTimeout(late);
  }
  const vars = readEnvFile(await readFile(join(dataDir, 'env'), 'utf8'));
  const read = (name: string): string => vars.get(name) ?? '';
  return {
    url: read('PACTA_URL'),
    keys: {
      administrator: read('PACTA_KEY_ADMINISTRATOR'),
      desk: read('PACTA_KEY_DESK'),
      integration: read('PACTA_KEY_INTEGRATION'),
      auditor: read('PACTA_KEY_AUDITOR'),
    },
    dataDir,
    pidOf: async (name) => Number.parseInt(await readFile(join(dataDir, 'running', name), 'utf8'), 10),
    stop,
  };
}
