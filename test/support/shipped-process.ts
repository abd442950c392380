import { fileURLToPath } from 'node:url';
import { describeExit, type Exit, leash, type Leashed } from '#servers/leash';
import { type TemporalSettings } from '#temporal/connection';
import { testPayloadKeysText } from './payload-keys.js';

const READY_SECONDS = 60;
const GRACE_SECONDS = 40;

/** Where the database and Temporal are, and the keys of payloads: what each process of the product needs. */
export function servedBy(databaseUrl: string, temporal: TemporalSettings): NodeJS.ProcessEnv {
  return {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    PACTA_PAYLOAD_KEYS: testPayloadKeysText,
  };
}

/** What runs: the child, and what it has printed. */
interface Launched {
  readonly child: Leashed;
  readonly pid: number;
  readonly lines: readonly string[];
}

/** A process of the product as it is shipped, that a test may kill. */
export class ShippedProcess {
  protected constructor(
    private readonly name: string,
    private readonly launched: Launched,
  ) {}

  /** Starts one, and returns once it says that it is ready. */
  protected static async launch(app: string, env: NodeJS.ProcessEnv): Promise<Launched> {
    const main = fileURLToPath(new URL(`../../dist/apps/${app}/src/main.js`, import.meta.url));
    const lines: string[] = [];
    const ready = Promise.withResolvers<void>();
    let pid = 0;
    const child = leash(process.execPath, [main], {
      name: app,
      graceSeconds: GRACE_SECONDS,
      env: { ...process.env, ...env },
      onStarted: (started) => (pid = started),
      onLine: (line) => lines.push(line),
      onMessage: (message) => (message === 'ready' ? ready.resolve() : undefined),
    });
    void child.exited.then((exit) =>
      ready.reject(new Error(`the ${app} ended: ${describeExit(exit)}\n${lines.join('\n')}`)),
    );
    const late = setTimeout(
      () => ready.reject(new Error(`the ${app} is not ready:\n${lines.join('\n')}`)),
      READY_SECONDS * 1000,
    );
    try {
      await ready.promise;
    } catch (error) {
      await child.kill();
      throw error;
    } finally {
      clearTimeout(late);
    }
    return { child, pid, lines };
  }

  /** What it has printed so far. */
  get lines(): readonly string[] {
    return this.launched.lines;
  }

  /** `kill -9`, at once; gives its end. */
  async kill(): Promise<void> {
    process.kill(this.launched.pid, 'SIGKILL');
    const { signal } = await this.launched.child.exited;
    if (signal !== 'SIGKILL') throw new Error(`the ${this.name} had ended before it was killed`);
  }

  /** Where it tells how it is; it was started with PACTA_METRICS_PORT. */
  get insideUrl(): string {
    const [, port] = /metrics on port (\d+)/.exec(this.lines.join('\n')) ?? [];
    if (port === undefined) throw new Error(`the ${this.name} does not say where its metrics are`);
    return `http://127.0.0.1:${port}`;
  }

  /** Whether it is still there, after whatever was done to it. */
  get isRunning(): boolean {
    try {
      return process.kill(this.launched.pid, 0);
    } catch {
      return false;
    }
  }

  /** Asks it to end (SIGTERM), and tells how it did. */
  async stop(): Promise<Exit> {
    return this.launched.child.stop();
  }
}
