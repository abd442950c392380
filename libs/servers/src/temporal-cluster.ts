import { randomInt } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { clusterConfig, SERVICES, type ServicePorts } from './cluster-config.js';
import { clusterPrograms, type ClusterPrograms } from './cluster-programs.js';
import { clusterStore, prepareStore } from './cluster-store.js';
import { leash, type Exit, type Leashed } from './leash.js';
import { registerNamespace } from './namespace.js';
import { LOOPBACK, pickPort } from './ports.js';
import { ServerProblem } from './problem.js';
import type { SearchAttributeType } from './temporal-server.js';
import { LastLines, waitForServer } from './wait-for-server.js';

const NAMESPACE = 'default';
const CONFIG_NAME = 'cluster';
const SHUTDOWN_SECONDS = 30;
const LOWEST_PORT = 15_000;
const HIGHEST_PORT = 32_000;

export interface ClusterOptions {
  /** Of somebody who may create databases there; the server signs in as the same user. */
  readonly postgresUrl: string;
  /** Of the database; that of visibility has `_visibility` behind. Default `temporal`. */
  readonly databaseName?: string;
  /** For the configuration, which holds a password. Made when it is not there. */
  readonly folder: string;
  /** Registered at every start: `{ ContractId: 'Keyword' }`. */
  readonly searchAttributes: Readonly<Record<string, SearchAttributeType>>;
  /** What a person should know, a line at a time. */
  readonly log: (line: string) => void;
  /** The server's own log, a line at a time. */
  readonly onLine?: (line: string) => void;
}

/**
 * Ports below those that a system gives to whoever calls out: nobody else takes them while the server is down. (Nor could
 * it keep higher ones of membership: its tables have two bytes with a sign for them.)
 */
async function pickPorts(): Promise<ServicePorts> {
  const picked: number[] = [];
  const pick = async (): Promise<number> => {
    const port = await pickPort(randomInt(LOWEST_PORT, HIGHEST_PORT), 'Temporal', () => undefined, picked);
    picked.push(port);
    return port;
  };
  const pairs: [string, { grpcPort: number; membershipPort: number }][] = [];
  for (const name of SERVICES) pairs.push([name, { grpcPort: await pick(), membershipPort: await pick() }]);
  return Object.fromEntries(pairs) as ServicePorts;
}

/**
 * Temporal as it runs in production, on 127.0.0.1: its server with all four services in one process, its state in
 * PostgreSQL. It may be killed and started again on the same ports and databases, and never outlives this process.
 */
export class TemporalCluster {
  readonly namespace = NAMESPACE;
  #server: Leashed | undefined;

  private constructor(
    private readonly options: ClusterOptions,
    private readonly programs: ClusterPrograms,
    private readonly ports: ServicePorts,
  ) {}

  /**
   * Provides the programs, makes the databases where they are not there, starts the server, and returns once it answers
   * and knows the namespace `default` with the search attributes. Throws {@link ServerProblem} when it cannot be had.
   */
  static async start(options: ClusterOptions): Promise<TemporalCluster> {
    const programs = await clusterPrograms(options.log);
    const store = clusterStore(options.postgresUrl, options.databaseName ?? 'temporal');
    const folder = join(options.folder, 'config');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await prepareStore(options.postgresUrl, store, programs.sqlTool, folder);
    const ports = await pickPorts();
    const dynamicConfig = join(folder, 'dynamic.yaml');
    await writeFile(dynamicConfig, '{}\n');
    const config = clusterConfig(store, ports, dynamicConfig);
    await writeFile(join(folder, `${CONFIG_NAME}.yaml`), config, { mode: 0o600 });
    const cluster = new TemporalCluster(options, programs, ports);
    await cluster.restart();
    return cluster;
  }

  /** `127.0.0.1:41233`, for as long as this object lives. */
  get address(): string {
    return `${LOOPBACK}:${this.ports.frontend.grpcPort}`;
  }

  /** How the server that runs now ends; undefined while none runs. */
  get exited(): Promise<Exit> | undefined {
    return this.#server?.exited;
  }

  /** Starts it again after {@link kill} or {@link stop}, and returns once it answers. Throws {@link ServerProblem}. */
  async restart(): Promise<void> {
    if (this.#server) throw new ServerProblem('the Temporal server is running already');
    const last = new LastLines();
    const args = ['--root', this.options.folder, '--config', 'config', '--env', CONFIG_NAME];
    const server = leash(this.programs.server, [...args, '--allow-no-auth', 'start'], {
      name: 'Temporal',
      cwd: this.options.folder,
      graceSeconds: SHUTDOWN_SECONDS,
      onLine: (line) => {
        this.options.onLine?.(line);
        last.add(line);
      },
    });
    this.#server = server;
    try {
      await waitForServer('Temporal', server, last, () => this.#checkHealth());
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Lets it shut down in order. Does nothing when it does not run. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    await server?.stop();
  }

  /** `kill -9`, at once. */
  async kill(): Promise<Exit | undefined> {
    const server = this.#server;
    this.#server = undefined;
    return server?.kill();
  }

  async #checkHealth(): Promise<void> {
    const connection = await Connection.connect({ address: this.address, connectTimeout: 2000 });
    try {
      await registerNamespace(connection, NAMESPACE, this.options.searchAttributes);
    } finally {
      await connection.close();
    }
  }
}
