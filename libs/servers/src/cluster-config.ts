import { LOOPBACK } from './ports.js';

/** As in `docker-compose.yml`. Cannot be changed once there is data. */
const HISTORY_SHARDS = 4;
export const SQL_PLUGIN = 'postgres12_pgx';

/** Temporal's four services, each on a port for calls and one for finding each other. */
export const SERVICES = ['frontend', 'history', 'matching', 'worker'] as const;

export type ServicePorts = Readonly<
  Record<(typeof SERVICES)[number], { readonly grpcPort: number; readonly membershipPort: number }>
>;

/** Where the two databases of a Temporal server are, and who it is there. */
export interface ClusterStore {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly visibilityDatabase: string;
}

function datastore(store: ClusterStore, databaseName: string, maxConns: number): object {
  return {
    sql: {
      pluginName: SQL_PLUGIN,
      databaseName,
      connectAddr: `${store.host}:${store.port}`,
      connectProtocol: 'tcp',
      user: store.user,
      password: store.password,
      maxConns,
      maxIdleConns: maxConns,
      maxConnLifetime: '1h',
    },
  };
}

/**
 * The configuration of a Temporal server of one process on 127.0.0.1 over PostgreSQL, as YAML (JSON is). It holds the
 * password. `dynamicConfigFile` has to be there and may be empty.
 */
export function clusterConfig(store: ClusterStore, ports: ServicePorts, dynamicConfigFile: string): string {
  const services = SERVICES.map((name) => [name, { rpc: { ...ports[name], bindOnLocalHost: true } }]);
  const information = {
    enabled: true,
    initialFailoverVersion: 1,
    rpcName: 'frontend',
    rpcAddress: `${LOOPBACK}:${ports.frontend.grpcPort}`,
  };
  const config = {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'default',
      visibilityStore: 'visibility',
      numHistoryShards: HISTORY_SHARDS,
      datastores: {
        default: datastore(store, store.database, 20),
        visibility: datastore(store, store.visibilityDatabase, 5),
      },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: LOOPBACK } },
    services: Object.fromEntries(services) as object,
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: { active: information },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    archival: { history: { state: 'disabled' }, visibility: { state: 'disabled' } },
    dynamicConfigClient: { filepath: dynamicConfigFile, pollInterval: '10s' },
  };
  return JSON.stringify(config, null, 2);
}
