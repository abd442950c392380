import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('./servers/webhook-receiver.mjs', import.meta.url));

/** What a receiver does with calls: `flaky` mixes them; a number answers with that status. */
export type ReceiverMode = 'good' | 'flaky' | 'hang' | 'drop' | 'redirect' | '410' | '500';

/** A call that a receiver got and wrote down. */
export interface ReceivedCall {
  readonly how: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A receiver of webhooks in a process of its own, at a port that it keeps when it is started again. */
export class WebhookReceiver {
  private child: ChildProcess | null = null;
  private port = 0;

  private constructor(private readonly folder: string) {}

  static async start(mode: ReceiverMode): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver(await mkdtemp(join(tmpdir(), 'pacta-receiver-')));
    await receiver.start(mode);
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  /** Starts its process, at the port that it had. */
  async start(mode: ReceiverMode): Promise<void> {
    this.child = fork(ENTRY, [String(this.port), this.file, mode], { execArgv: [] });
    const [{ port }] = (await once(this.child, 'message')) as [{ port: number }];
    this.port = port;
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  /** The same port, another process with other manners. */
  async restart(mode: ReceiverMode): Promise<void> {
    await this.kill();
    await this.start(mode);
  }

  /** Everything it has got so far, over all its lives. */
  async calls(): Promise<ReceivedCall[]> {
    const text = await readFile(this.file, 'utf8').catch(() => '');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as ReceivedCall);
  }

  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  private get file(): string {
    return join(this.folder, 'calls.ndjson');
  }
}
