import { appendFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { TcpProxy } from '../../test/support/tcp-proxy.ts';
import { smallDisk } from './disk.mjs';
import { Kept } from './kept.mjs';
import { launchShipped } from './shipped.mjs';

const { migrate } = await import('#persistence/migrate');
const { LOOPBACK, pickPort } = await import('#servers/ports');
const { startPostgres } = await import('#servers/postgres');

/** Where what the processes said is left. */
const LOGS = 'dist/faults/logs';
const DISK_MEGABYTES = 1_500;
const PAYLOAD_KEYS = JSON.stringify([{ id: 'faults', key: Buffer.alloc(32, 9).toString('base64') }]);

/** Who calls: the run itself, and a second person for what takes two. */
export const KEYS = [
  { name: 'faults', role: 'administrator', key: 'key-of-the-faults-0123456789' },
  { name: 'faults-reviewer', role: 'reviewer', key: 'key-of-the-faults-reviewer-01' },
];

/** The names of the four processes that can be killed. */
export const PROCESSES = ['worker', 'api', 'postgres', 'temporal'];

/** All that runs: the product from its build, its servers, and a proxy on each link between them. */
export class World {
  /** @type {Record<string, Kept>} */
  kept = {};
  /** @type {Record<'apiPostgres' | 'apiTemporal' | 'workerPostgres' | 'workerTemporal' | 'clientApi', TcpProxy>} */
  links = {};
  /** Lines about what went on, for the report. */
  notes = [];
  disk = null;

  /**
   * @param {object} options
   * @param {typeof import('./temporal.mjs').developmentServer} options.server
   * @param {boolean} options.wantsDisk a small disk for PostgreSQL, where the machine can have one
   * @param {(line: string) => void} options.say
   */
  constructor({ server, wantsDisk, say }) {
    this.server = server;
    this.wantsDisk = wantsDisk;
    this.say = say;
  }

  /** Starts everything. Always `stop()` it. */
  async start() {
    this.folder = await mkdtemp(join(tmpdir(), 'pacta-faults-'));
    await chmod(this.folder, 0o711);
    this.disk = this.wantsDisk ? smallDisk(this.folder, DISK_MEGABYTES) : null;
    this.kept.postgres = this.#keep('postgres', () => this.#startPostgres());
    this.kept.temporal = this.#keep('temporal', () => this.#startTemporal());
    this.kept.api = this.#keep('api', (setting) => this.#startApp('api', setting));
    this.kept.worker = this.#keep('worker', (setting) => this.#startApp('worker', setting));
    await Promise.all([this.kept.postgres.start(), this.kept.temporal.start()]);
    await migrate(this.databaseUrl);
    this.links.apiPostgres = await TcpProxy.to(this.postgresAddress);
    this.links.workerPostgres = await TcpProxy.to(this.postgresAddress);
    this.links.apiTemporal = await TcpProxy.to(this.temporalAddress);
    this.links.workerTemporal = await TcpProxy.to(this.temporalAddress);
    this.apiPort = await pickPort(0, 'the API', () => undefined);
    this.links.clientApi = await TcpProxy.to(`${LOOPBACK}:${this.apiPort}`);
    await Promise.all([this.kept.api.start(), this.kept.worker.start()]);
  }

  /** Where clients call the API, over their link. */
  get url() {
    return `http://${this.links.clientApi.address}`;
  }

  /** How a client of Temporal's, past every link, reaches it. */
  get temporalSettings() {
    return { address: this.temporalAddress, namespace: this.namespace, payloadKeysText: PAYLOAD_KEYS };
  }

  /** Kills these processes at once; each comes back by itself. Gives how many there were to kill. */
  kill(names) {
    return names.filter((name) => this.kept[name].kill()).length;
  }

  async whenUp() {
    await Promise.all(Object.values(this.kept).map((kept) => kept.whenUp()));
  }

  /** Every link as it should be. */
  mendLinks() {
    for (const link of Object.values(this.links)) link.mend();
  }

  /** Does something on a connection past every link. */
  async sql(work) {
    const client = new pg.Client(this.databaseUrl);
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async stop() {
    for (const name of ['api', 'worker', 'temporal', 'postgres']) await this.kept[name]?.stop();
    await this.server.stop();
    await Promise.all(Object.values(this.links).map((link) => link.stop()));
    this.disk?.remove();
    await this.#keepLogs();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #keepLogs() {
    await mkdir(LOGS, { recursive: true });
    for (const name of ['api', 'worker', 'postgres', 'temporal'])
      await copyFile(join(this.folder, `${name}.log`), join(LOGS, `${name}.log`)).catch(() => undefined);
  }

  #keep(name, launch) {
    return new Kept(name, launch, (line) => this.notes.push(line));
  }

  async #startPostgres() {
    let pid = 0;
    const dataDir = join(this.disk?.path ?? this.folder, 'postgres');
    await mkdir(dataDir, { recursive: true });
    const postgres = await startPostgres({
      dataDir,
      log: () => undefined,
      onLine: (line) => appendFileSync(join(this.folder, 'postgres.log'), `${line}\n`),
      onStarted: (started) => (pid = started),
      ...(this.postgresPort !== undefined && { port: this.postgresPort }),
    });
    this.postgresPort = postgres.port;
    this.databaseUrl = postgres.url;
    this.postgresAddress = `${LOOPBACK}:${postgres.port}`;
    this.links.apiPostgres?.retarget(this.postgresAddress);
    this.links.workerPostgres?.retarget(this.postgresAddress);
    const kill = () => process.kill(pid, 'SIGKILL');
    return { exited: postgres.exited, kill, stop: () => postgres.stop() };
  }

  async #startTemporal() {
    const server = await this.server.start(this.folder, this.temporalPort ?? 0);
    this.temporalAddress = server.address;
    this.temporalPort = Number(server.address.split(':')[1]);
    this.namespace = server.namespace;
    this.links.apiTemporal?.retarget(server.address);
    this.links.workerTemporal?.retarget(server.address);
    return server;
  }

  #startApp(app, { preload, env = {} }) {
    const url = new URL(this.databaseUrl);
    url.host = this.links[`${app}Postgres`].address;
    return launchShipped(
      app,
      {
        DATABASE_URL: url.href,
        TEMPORAL_ADDRESS: this.links[`${app}Temporal`].address,
        TEMPORAL_NAMESPACE: this.namespace,
        PACTA_PAYLOAD_KEYS: PAYLOAD_KEYS,
        PACTA_API_PORT: String(this.apiPort),
        PACTA_API_KEYS: JSON.stringify(KEYS),
        PACTA_RATE_LIMIT_PER_MINUTE: '9999999',
        PACTA_DOCUMENT_LANGUAGES: 'en',
        ...(preload && { NODE_OPTIONS: `--import=${preloadUrl(preload)}` }),
        ...env,
      },
      join(this.folder, `${app}.log`),
    );
  }
}

function preloadUrl(name) {
  return new URL(`./preload/${name}.mjs`, pathToFileURL(import.meta.filename)).href;
}
