import { fileURLToPath } from 'node:url';
import { testPayloadKeysText } from './payload-keys.js';
import { describeExit, leash, type Leashed } from '#servers/leash';
import { type TemporalSettings } from '#temporal/connection';

const MAIN = fileURLToPath(new URL('../../dist/apps/worker/src/main.js', import.meta.url));
const READY_SECONDS = 60;

/** The worker as it is shipped, in a process of its own that a test may kill. */
export class WorkerProcess {
  private constructor(
    private readonly child: Leashed,
    private readonly pid: number,
  ) {}

  /** Starts one, and returns once it polls. */
  static async start(databaseUrl: string, temporal: TemporalSettings): Promise<WorkerProcess> {
    const lines: string[] = [];
    const ready = Promise.withResolvers<void>();
    let pid = 0;
    const child = leash(process.execPath, [MAIN], {
      name: 'worker',
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        TEMPORAL_ADDRESS: temporal.address,
        TEMPORAL_NAMESPACE: temporal.namespace,
        PACTA_PAYLOAD_KEYS: testPayloadKeysText,
      },
      onStarted: (started) => (pid = started),
      onLine: (line) => lines.push(line),
      onMessage: (message) => (message === 'ready' ? ready.resolve() : undefined),
    });
    void child.exited.then((exit) =>
      ready.reject(new Error(`the worker ended: ${describeExit(exit)}\n${lines.join('\n')}`)),
    );
    const late = setTimeout(
      () => ready.reject(new Error(`the worker is not ready:\n${lines.join('\n')}`)),
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
    return new WorkerProcess(child, pid);
  }

  /** `kill -9`, at once; gives its end. */
  async kill(): Promise<void> {
    process.kill(this.pid, 'SIGKILL');
    const { signal } = await this.child.exited;
    if (signal !== 'SIGKILL') throw new Error('the worker had ended before it was killed');
  }

  /** Whether it is still there, after whatever was done to it. */
  get isRunning(): boolean {
    try {
      return process.kill(this.pid, 0);
    } catch {
      return false;
    }
  }

  async stop(): Promise<void> {
    await this.child.stop();
  }
}
