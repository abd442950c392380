import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface FreshDatabase {
  readonly url: string;
  /** Removes the database, whoever is still connected to it. */
  drop(): Promise<void>;
}

/** Works on the server as its administrator. */
async function administer<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(testServerUrl());
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function testServerUrl(): string {
  const url = process.env['PACTA_TEST_DATABASE_URL'];
  if (url === undefined)
    throw new Error('no test PostgreSQL: this project of jest.config.mjs does not start one');
  return url;
}

/** A new, empty database on the PostgreSQL of this test run, for one test file alone. */
export function freshDatabase(): Promise<FreshDatabase> {
  return createDatabase('');
}

/** A new database like the one that `make` made the first time this test run asked for it. */
export async function copiedDatabase(make: (url: string) => Promise<void>): Promise<FreshDatabase> {
  await administer((client) => madeOnce(client, make));
  return createDatabase(`template ${ORIGINAL}`);
}

const ORIGINAL = 'test_original';

/** One test file makes it while others wait; it has its name only once it is whole. */
async function madeOnce(client: pg.Client, make: (url: string) => Promise<void>): Promise<void> {
  await client.query(`select pg_advisory_lock(hashtext('${ORIGINAL}'))`);
  const { rowCount } = await client.query('select from pg_database where datname = $1', [ORIGINAL]);
  if (rowCount !== 0) return;
  const unfinished = `${ORIGINAL}_unfinished`;
  await client.query(`drop database if exists ${unfinished}`);
  await client.query(`create database ${unfinished}`);
  await make(urlOf(unfinished));
  await client.query(`alter database ${unfinished} rename to ${ORIGINAL}`);
}

async function createDatabase(how: string): Promise<FreshDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer((client) => client.query(`create database ${name} ${how}`));
  const drop = async () => {
    await administer((client) => client.query(`drop database ${name} with (force)`));
  };
  return { url: urlOf(name), drop };
}

/** Makes a database like another as it is now. Whoever is connected to that one is sent away, and may come again. */
export async function copyDatabase(from: string, to: string): Promise<void> {
  await administer(async (client) => {
    await client.query(`alter database ${from} allow_connections false`);
    try {
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [from]);
      await client.query(`create database ${to} template ${from} strategy file_copy`);
    } finally {
      await client.query(`alter database ${from} allow_connections true`);
    }
  });
}

/** Puts a copy in the place of a database, whoever is connected to it. */
export async function restoreDatabase(name: string, copy: string): Promise<void> {
  await administer((client) => client.query(`drop database ${name} with (force)`));
  await copyDatabase(copy, name);
}

export async function dropDatabases(names: readonly string[]): Promise<void> {
  await administer(async (client) => {
    for (const name of names) await client.query(`drop database if exists ${name} with (force)`);
  });
}

function urlOf(database: string): string {
  const url = new URL(testServerUrl());
  url.pathname = `/${database}`;
  return url.href;
}
