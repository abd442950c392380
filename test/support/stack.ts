import { type AddressInfo } from 'node:net';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Client } from '@temporalio/client';
import { createLog } from '#telemetry/log';
import { type TemporalSettings } from '#temporal/connection';
import { ApiKeys } from '../../apps/api/src/access/api-keys.js';
import { ROLES, type Role } from '../../apps/api/src/access/roles.js';
import { createApi } from '../../apps/api/src/app.js';
import { Patience } from '../../apps/api/src/commands/patience.js';
import { lazyClient } from '../../apps/api/src/connections.js';
import { ApiDocument } from '../../apps/api/src/docs/docs.controller.js';
import { AnswerCheck, type Documented } from './documented.js';
import { freshNamespace, type RunningWorkers, runWorkers } from './engine.js';
import { testWebhookKeysText } from './webhook-house.js';
import { migratedDatabase, type MigratedDatabase } from './migrated-database.js';

export { eventually } from './eventually.js';

export interface StackOptions {
  readonly patience?: Patience;
  /** Where the API reaches Temporal, `host:port`; the test server itself when left out. */
  readonly temporalOfApi?: string;
}

/** What a call to the API came to. `body` is its JSON, for the test to look into. */
export interface Called<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/**
 * The product in one process: a database and a Temporal namespace of its own, a worker, and the API on a free port.
 * Only a project of jest.config.mjs that starts PostgreSQL and Temporal can have one. Always `stop()` it.
 */
export class TestStack {
  private workers: RunningWorkers | null = null;
  private check: AnswerCheck | null = null;

  private constructor(
    readonly database: MigratedDatabase,
    readonly settings: TemporalSettings,
    readonly client: Client,
    private app: NestFastifyApplication,
    private readonly options: StackOptions,
  ) {}

  static async start(options: StackOptions = {}): Promise<TestStack> {
    const [database, settings] = await Promise.all([migratedDatabase(), freshNamespace()]);
    const client = lazyClient({ ...settings, address: options.temporalOfApi ?? settings.address });
    const app = await listening(database, client, options);
    const stack = new TestStack(database, settings, client, app, options);
    await stack.startWorker();
    return stack;
  }

  get url(): string {
    const { port } = this.app.getHttpServer().address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async startWorker(): Promise<void> {
    this.workers = await runWorkers(this.settings, this.database.orm);
  }

  async stopWorker(): Promise<void> {
    await this.workers?.stop();
    this.workers = null;
  }

  /** As after a crash of the API: a new process over the same database. */
  async restartApi(): Promise<void> {
    await this.app.close();
    this.app = await listening(this.database, this.client, { ...this.options, patience: new Patience() });
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.stopWorker();
    await this.client.connection.close();
    await this.database.drop();
  }

  get<Body>(path: string, role: Role = 'administrator'): Promise<Called<Body>> {
    return this.call('GET', path, { role });
  }

  post<Body>(
    path: string,
    body: unknown,
    options: { readonly role?: Role; readonly key?: string } = {},
  ): Promise<Called<Body>> {
    return this.call('POST', path, { ...options, text: JSON.stringify(body) });
  }

  async call<Body>(
    method: string,
    path: string,
    { role = 'administrator', key, text, headers = {} }: CallOptions,
  ): Promise<Called<Body>> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(role && { authorization: `Bearer ${keyOf(role)}` }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(text !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(text !== undefined && { body: text }),
    });
    const answer = await response.text();
    const mediaType = response.headers.get('content-type');
    const body = (/[/+]json\b/.test(mediaType ?? '') ? JSON.parse(answer) : answer) as Body;
    const { status } = response;
    const fault = this.answers.faultOf(method, path, { status, mediaType, body });
    if (fault !== null) throw new Error(fault);
    return { status, headers: response.headers, body };
  }

  /** Every answer that a test gets is compared with the OpenAPI document. */
  private get answers(): AnswerCheck {
    this.check ??= new AnswerCheck(this.app.get(ApiDocument).document as unknown as Documented);
    return this.check;
  }
}

export interface CallOptions {
  /** Null calls without a key. */
  readonly role?: Role | null;
  /** The `Idempotency-Key`. */
  readonly key?: string;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The key of a role that is limited to another client than that of the sample contracts. */
export function keyElsewhere(role: Role): string {
  return `key-elsewhere-of-the-${role}-0123456789`;
}

/** The key of a role. */
export function keyOf(role: Role): string {
  return `key-of-the-${role}-0123456789`;
}

async function listening(
  database: MigratedDatabase,
  client: Client,
  options: StackOptions,
): Promise<NestFastifyApplication> {
  const keys = ApiKeys.read(
    JSON.stringify([
      ...ROLES.map((role) => ({
        name: `test-${role}`,
        role,
        key: keyOf(role),
        // A party is always limited: to the client of the sample contracts.
        ...(role === 'party' && { clients: ['acme'] }),
      })),
      ...ROLES.map((role) => ({
        name: `elsewhere-${role}`,
        role,
        key: keyElsewhere(role),
        clients: ['elsewhere'],
      })),
    ]),
  );
  process.env['PACTA_WEBHOOK_KEYS'] ??= testWebhookKeysText;
  process.env['PACTA_WEBHOOK_ALLOW_PRIVATE'] ??= '127.0.0.1';
  const app = await createApi(
    { orm: database.orm, client, keys, patience: options.patience ?? new Patience() },
    { log: createLog('error') },
  );
  await app.listen({ host: '127.0.0.1', port: 0 });
  return app;
}
