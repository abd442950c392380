import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { type Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeLeashes, type Leashed } from '#servers/leash';
import { LOOPBACK, pickPort } from '#servers/ports';
import { checkGivenPostgres, startPostgres, type RunningPostgres } from '#servers/postgres';
import { searchAttributes } from '#servers/search-attributes';
import { startTemporal, type RunningTemporal } from '#servers/temporal-server';
import { codecServer } from '#temporal/codec-server';
import { connectClient, temporalSettings } from '#temporal/connection';
import { payloadKeys } from '#temporal/payload-keys';
import { openChildLog, troubleInPostgres, type ChildLog, type troubleIn } from './child-log.js';
import type { Running } from '../running.js';
import type { DataFolder } from './data-folder.js';
import { addDemoAccounts, type DemoAccount } from './demo-accounts.js';
import { demoPayloadKeys, demoWebhookKeys } from './demo-payload-keys.js';
import { startNodeChild } from './node-child.js';
import { StartProblem } from './problem.js';
import { supervise, type Supervised } from './supervise.js';

export interface Addresses {
  readonly api: string;
  /** For the other commands, which work on the servers that run. */
  readonly servers: Running;
  /** Undefined with a Temporal that was given to us. */
  readonly temporalUi: string | undefined;
  /** Where letters are written; undefined where they go out by SMTP. */
  readonly mailFolder: string | undefined;
}

export interface StackOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly data: DataFolder;
  /** The value of PACTA_API_KEYS. */
  readonly apiKeys: string;
  /** Accounts to be there, beside those there are. */
  readonly accounts: readonly DemoAccount[];
  readonly log: (line: string) => void;
  /** The built files of the two processes; those of this project when left out. */
  readonly entries?: { readonly worker: string; readonly api: string };
}

type Environment = Record<string, string | undefined>;

function builtEntry(app: string): string {
  return fileURLToPath(new URL(`../../../${app}/src/main.js`, import.meta.url));
}

/** The wanted ports by the variables that change them; 0 takes any free one. */
const standardPorts = {
  PACTA_API_PORT: 3000,
  PACTA_POSTGRES_PORT: 54_329,
  PACTA_TEMPORAL_PORT: 7233,
  PACTA_TEMPORAL_UI_PORT: 8233,
  PACTA_CODEC_PORT: 8234,
};

function wantedPort(env: NodeJS.ProcessEnv, variable: keyof typeof standardPorts): number {
  const text = env[variable] || String(standardPorts[variable]);
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartProblem(`${variable}: "${text}" is not a port (0 to 65535; 0 takes any)`);
}

/** A server that is started again has to come back where everybody looks for it. */
async function insistOnPort<Server extends Leashed & { port: number }>(
  server: Server,
  previous?: Server,
): Promise<Server> {
  if (previous === undefined || previous.port === server.port) return server;
  await server.stop();
  throw new StartProblem(`another program has taken its port ${previous.port}`);
}

/**
 * Everything that `pacta start` runs: PostgreSQL, Temporal, then the worker and the API; each is started again when it
 * ends by itself. {@link stop} may be called at any moment, also while {@link start} is under way.
 */
export class Stack {
  readonly #options: StackOptions;
  #postgres: Supervised<RunningPostgres> | undefined;
  #temporal: Supervised<RunningTemporal> | undefined;
  readonly #children: Supervised<Leashed>[] = [];
  readonly #logs: ChildLog[] = [];
  #codec: Server | undefined;
  #stopped: Promise<void> | undefined;

  constructor(options: StackOptions) {
    this.#options = options;
  }

  get isStopping(): boolean {
    return this.#stopped !== undefined;
  }

  /** Starts all of it in order, and returns when all of it is ready. Throws with one clear message. */
  async start(): Promise<Addresses> {
    const { env, log } = this.#options;
    const apiPort = wantedPort(env, 'PACTA_API_PORT');
    const [databaseUrl, temporal] = await Promise.all([this.#startDatabase(), this.#startTemporal()]);
    const { migrate } = await import('#persistence/migrate');
    await migrate(databaseUrl);
    log('the database schema is up to date');
    await addDemoAccounts(databaseUrl, this.#options.accounts);
    const port = await pickPort(apiPort, 'the API', log);
    const PACTA_PAYLOAD_KEYS = await this.#payloadKeys();
    const childEnv: Environment = {
      PACTA_WEBHOOK_KEYS: await demoWebhookKeys(this.#options.data.path),
      ...this.#childEnvironment(databaseUrl, port),
      ...temporal.env,
      PACTA_PAYLOAD_KEYS,
    };
    const apiEnv = { ...childEnv, PACTA_API_PORT: String(port), PACTA_API_KEYS: this.#options.apiKeys };
    const entries = this.#options.entries ?? { worker: builtEntry('worker'), api: builtEntry('api') };
    await Promise.all([
      this.#startChild('worker', entries.worker, childEnv),
      this.#startChild('api', entries.api, apiEnv),
    ]);
    const { address: temporalAddress, namespace: temporalNamespace } = temporalSettings({
      ...env,
      ...temporal.env,
    });
    const servers = { databaseUrl, temporalAddress, temporalNamespace };
    const mailFolder = childEnv['PACTA_MAIL_FOLDER'];
    return { api: `http://${LOOPBACK}:${port}`, servers, temporalUi: temporal.uiUrl, mailFolder };
  }

  /** Ends the worker and the API, then Temporal, then PostgreSQL, then whatever was just being started. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopInOrder();
    return this.#stopped;
  }

  async #stopInOrder(): Promise<void> {
    await Promise.all(this.#children.map((child) => child.stop()));
    this.#codec?.close();
    await this.#temporal?.stop();
    await this.#postgres?.stop();
    await closeLeashes('stop');
    for (const log of this.#logs) log.close();
  }

  async #startDatabase(): Promise<string> {
    const { data, env, log } = this.#options;
    const given = env['DATABASE_URL'];
    if (given) {
      log(`PostgreSQL ${await checkGivenPostgres(given)}, as DATABASE_URL says`);
      return given;
    }
    const wanted = wantedPort(env, 'PACTA_POSTGRES_PORT');
    const { onLine } = this.#openLog('postgres', troubleInPostgres);
    const onStarted = (pid: number): void => data.noteChild('PostgreSQL', pid);
    const start = async (previous?: RunningPostgres): Promise<RunningPostgres> => {
      const options = {
        dataDir: join(data.path, 'postgres'),
        port: previous?.port ?? wanted,
        log,
        onLine,
        onStarted,
      };
      return insistOnPort(await startPostgres(options), previous);
    };
    this.#postgres = await supervise('PostgreSQL', start, this.#say);
    const { version, port, url } = this.#postgres.current();
    log(`PostgreSQL ${version} on ${LOOPBACK}:${port}`);
    return url;
  }

  #payloadKeys(): Promise<string> {
    const { data, env } = this.#options;
    return env['PACTA_PAYLOAD_KEYS']
      ? Promise.resolve(env['PACTA_PAYLOAD_KEYS'])
      : demoPayloadKeys(data.path);
  }

  /** Temporal's UI shows payloads by asking this, on this machine alone. Returns its address; null where nothing is encrypted. */
  async #startCodec(uiPort: number): Promise<string | null> {
    const keys = payloadKeys(await this.#payloadKeys());
    if (!keys) return null;
    const port = await pickPort(
      wantedPort(this.#options.env, 'PACTA_CODEC_PORT'),
      'the codec server',
      this.#options.log,
      [uiPort],
    );
    const server = codecServer({ keys, token: null, uiOrigin: `http://${LOOPBACK}:${uiPort}` });
    this.#codec = server.listen(port, LOOPBACK);
    await once(server, 'listening');
    return `http://${LOOPBACK}:${port}`;
  }

  /** Returns what the children need to know of it, and where its UI is. */
  async #startTemporal(): Promise<{ env: Environment; uiUrl: string | undefined }> {
    const { data, env, log } = this.#options;
    if (env['TEMPORAL_ADDRESS']) {
      const settings = temporalSettings(env);
      await (await connectClient(settings)).connection.close();
      log(`Temporal at ${settings.address}, as TEMPORAL_ADDRESS says`);
      return { env: {}, uiUrl: undefined };
    }
    const wanted = {
      port: wantedPort(env, 'PACTA_TEMPORAL_PORT'),
      uiPort: wantedPort(env, 'PACTA_TEMPORAL_UI_PORT'),
    };
    const firstUiPort = await pickPort(wanted.uiPort, "Temporal's UI", log);
    const codecUrl = await this.#startCodec(firstUiPort);
    const folder = join(data.path, 'temporal');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { onLine } = this.#openLog('temporal');
    const onStarted = (pid: number): void => data.noteChild('Temporal', pid);
    const start = async (previous?: RunningTemporal): Promise<RunningTemporal> => {
      const ports = { port: previous?.port ?? wanted.port, uiPort: previous?.uiPort ?? firstUiPort };
      const dbFile = join(folder, 'temporal.db');
      return insistOnPort(
        await startTemporal({ dbFile, ...ports, codecUrl, searchAttributes, log, onLine, onStarted }),
        previous,
      );
    };
    this.#temporal = await supervise('Temporal', start, this.#say);
    const { address, namespace, uiUrl } = this.#temporal.current();
    log(`Temporal on ${address}`);
    // What is set for a cluster elsewhere must not be tried on this one.
    const cleared = Object.fromEntries(
      Object.keys(env)
        .filter((name) => name.startsWith('TEMPORAL_'))
        .map((name) => [name, undefined]),
    );
    const ours = { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, PACTA_TEMPORAL_UI_URL: uiUrl };
    return { env: { ...cleared, ...ours }, uiUrl };
  }

  /** Letters are written to a folder unless there is a way out, and their links lead to this API. */
  #childEnvironment(databaseUrl: string, apiPort: number): Environment {
    const { data, env } = this.#options;
    const mail = env['PACTA_SMTP_URL'] ? {} : { PACTA_MAIL_FOLDER: join(data.path, 'mail') };
    return {
      PACTA_API_HOST: LOOPBACK,
      PACTA_WEBHOOK_ALLOW_PRIVATE: LOOPBACK,
      // A browser on this machine comes by plain HTTP.
      PACTA_COOKIE_SECURE: 'no',
      PACTA_PUBLIC_URL: `http://${LOOPBACK}:${apiPort}`,
      ...mail,
      ...env,
      DATABASE_URL: databaseUrl,
      PACTA_DATA: data.path,
      PACTA_DEMO: '1',
    };
  }

  async #startChild(name: string, entry: string, env: Environment): Promise<void> {
    const { data, log } = this.#options;
    const childLog = this.#openLog(name);
    const onStarted = (pid: number): void => data.noteChild(name, pid);
    const start = (): Promise<Leashed> =>
      startNodeChild({ name: `the ${name}`, entry, env, log: childLog, onStarted });
    this.#children.push(await supervise(`the ${name}`, start, this.#say));
    log(`the ${name} is ready`);
  }

  #openLog(name: string, trouble?: typeof troubleIn): ChildLog {
    const log = openChildLog(this.#options.data.logs, name, this.#say, trouble);
    this.#logs.push(log);
    return log;
  }

  /** On the way down everything complains about everything else: that is in the logs only. */
  readonly #say = (line: string): void => {
    if (!this.isStopping) this.#options.log(line);
  };
}
