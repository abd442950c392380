import pg from 'pg';
import { SQL_PLUGIN, type ClusterStore } from './cluster-config.js';
import { runProvider } from './provisioning.js';

const SCHEMA_SECONDS = 120;

/** The databases of a Temporal server on the PostgreSQL of a URL, by their common name. */
export function clusterStore(postgresUrl: string, name: string): ClusterStore {
  const { hostname, port, username, password } = new URL(postgresUrl);
  return {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: name,
    visibilityDatabase: `${name}_visibility`,
  };
}

/** The databases that are not there are made. Returns their names. */
async function makeDatabases(postgresUrl: string, names: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: postgresUrl, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const made: string[] = [];
    for (const name of names) {
      const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
      if (rowCount !== 0) continue;
      await client.query(`create database ${client.escapeIdentifier(name)} template template0`);
      made.push(name);
    }
    return made;
  } finally {
    await client.end();
  }
}

/**
 * Makes the databases that are not there, and brings the tables of both to this version with Temporal's own tool.
 * `postgresUrl` is of somebody who may create databases. Throws a {@link ServerProblem} with the tool's words.
 */
export async function prepareStore(
  postgresUrl: string,
  store: ClusterStore,
  sqlTool: string,
  folder: string,
): Promise<void> {
  const schemas = new Map([
    [store.database, 'postgresql/v12/temporal'],
    [store.visibilityDatabase, 'postgresql/v12/visibility'],
  ]);
  const fresh = await makeDatabases(postgresUrl, [...schemas.keys()]);
  const run = (database: string, ...args: string[]): Promise<void> =>
    runProvider(sqlTool, args, {
      name: 'temporal-sql-tool',
      cwd: folder,
      env: {
        ...process.env,
        SQL_PLUGIN,
        SQL_HOST: store.host,
        SQL_PORT: String(store.port),
        SQL_USER: store.user,
        SQL_PASSWORD: store.password,
        SQL_DATABASE: database,
      },
      timeoutSeconds: SCHEMA_SECONDS,
    });
  const bring = async ([database, schema]: [string, string]): Promise<void> => {
    if (fresh.includes(database)) await run(database, 'setup-schema', '-v', '0.0');
    await run(database, 'update-schema', '--schema-name', schema);
  };
  await Promise.all([...schemas].map(bring));
}
