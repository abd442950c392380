import pg from 'pg';
import { instant } from '#domain/time/instant';
import { AuditorProblem, grantAuditor, grantReads, revokeAuditor } from '#persistence/auditor-role';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';

/** An auditor's login on a real PostgreSQL: it reads, it writes nothing, it ends. */
const LOGIN = `auditor_${process.pid}`;
const PASSWORD = "it's a long \\ password";
const until = instant('2099-01-01T00:00:00Z');

let database: MigratedDatabase;
let auditor: pg.Client;

const em = () => database.orm.em.fork();

function connection(password = PASSWORD): pg.Client {
  const url = new URL(database.url);
  return new pg.Client({
    host: url.hostname,
    port: Number(url.port),
    database: url.pathname.slice(1),
    user: LOGIN,
    password,
  });
}

beforeAll(async () => {
  database = await migratedDatabase();
  await grantAuditor(em(), { login: LOGIN, password: PASSWORD, until });
  auditor = connection();
  // Revoked below, while it is connected.
  auditor.on('error', () => undefined);
  await auditor.connect();
});

afterAll(async () => {
  await database.orm.em.fork().execute(`drop owned by ${LOGIN}`);
  await database.orm.em.fork().execute(`drop role ${LOGIN}`);
  await database.drop();
});

const tables = async (): Promise<string[]> => {
  const rows = await em().execute<{ name: string }[]>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  return rows.map(({ name }) => name);
};

const SECRET = [
  'access_secret',
  'account',
  'idempotency_key',
  'session',
  'sign_in_throttle',
  'signing_link',
  'webhook_secret',
];

it('reads every table but those with secrets', async () => {
  const all = await tables();
  expect(all).toContain('ledger_entry');
  const refused: string[] = [];
  for (const table of all) {
    const isRead = await auditor.query(`select * from ${table} limit 1`).then(
      () => true,
      () => false,
    );
    if (!isRead) refused.push(table);
  }
  expect(refused.sort()).toEqual(SECRET);
});

it('writes into none of them, also in a session that says it may', async () => {
  await auditor.query('set default_transaction_read_only = off');
  for (const table of await tables()) {
    for (const statement of [
      `insert into ${table} default values`,
      `delete from ${table}`,
      `truncate ${table}`,
      `drop table ${table}`,
    ]) {
      await expect(auditor.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    }
  }
  await expect(auditor.query('create table mine ()')).rejects.toThrow('permission denied');
  await expect(auditor.query('create role other')).rejects.toThrow('permission denied');
});

it('reads the tables of later migrations', async () => {
  await em().execute('create table later ()');
  await expect(auditor.query('select * from later')).rejects.toThrow('permission denied');
  await grantReads(em());
  expect((await auditor.query('select * from later')).rowCount).toBe(0);
  await em().execute('drop table later');
});

it('is time-boxed by the server', async () => {
  const [role] = await em().execute<{ until: string; options: string[] }[]>(
    `select rolvaliduntil::text as until, rolconfig as options from pg_roles where rolname = ?`,
    [LOGIN],
  );
  expect(role?.until).toContain('2099-01-01');
  expect(role?.options).toContain('default_transaction_read_only=on');
});

it.each(['Big', 'x', 'a; drop table contract', 'pg"x', ''])('takes no login %j', async (login) => {
  await expect(grantAuditor(em(), { login, password: 'x', until })).rejects.toThrow(AuditorProblem);
});

it('leaves roles of other kinds alone', async () => {
  const other = `other_${process.pid}`;
  await em().execute(`create role ${other}`);
  await expect(grantAuditor(em(), { login: other, password: 'x', until })).rejects.toThrow('of another kind');
  await expect(revokeAuditor(em(), other)).rejects.toThrow('not an auditor');
  await em().execute(`drop role ${other}`);
});

it('ends at once when it is revoked', async () => {
  const gone = new Promise((resolve) => auditor.once('end', resolve));
  await revokeAuditor(em(), LOGIN);
  await gone;
  await expect(connection().connect()).rejects.toThrow(/not permitted to log in/);
});
