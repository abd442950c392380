import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres, type RunningPostgres } from '#servers/postgres';
import { freshDatabase } from '../../support/servers/database.js';

/** Real PostgreSQL servers with a data folder of their own. */
describe('startPostgres', () => {
  let dataDir: string;
  let running: RunningPostgres | undefined;

  const start = async (): Promise<RunningPostgres> =>
    (running = await startPostgres({ dataDir, log: () => undefined }));

  async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
    const client = new pg.Client(url);
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'pacta-postgres-'));
  });

  afterEach(async () => {
    await running?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('is PostgreSQL 18, on 127.0.0.1 only, with a password that only its owner can read', async () => {
    const { url, version } = await start();
    expect(version).toMatch(/^18\./);
    const rows = await query<{ listen_addresses: string }>(url, 'show listen_addresses');
    expect(rows).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const passwordFile = join(dataDir, 'password');
    expect((await stat(passwordFile)).mode & 0o777).toBe(0o600);
    expect(new URL(url).password).toBe((await readFile(passwordFile, 'utf8')).trim());
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  it('keeps its data over a restart and over a kill -9', async () => {
    const first = await start();
    await query(first.url, `create table kept (what text); insert into kept values ('before the restart')`);
    await first.stop();
    const second = await start();
    await query(second.url, `insert into kept values ('before the kill')`);
    expect(await second.kill()).toEqual({ code: null, signal: 'SIGKILL' });
    const third = await start();
    expect(await query(third.url, 'select what from kept')).toEqual([
      { what: 'before the restart' },
      { what: 'before the kill' },
    ]);
  });

  it('starts over a postmaster.pid whose process id has gone to another process', async () => {
    await (await start()).stop();
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(dataDir, 'cluster', 'postmaster.pid'), `${process.pid}\n${dataDir}/cluster\n`);
    expect((await start()).version).toMatch(/^18\./);
  });

  it('does not run twice on one folder', async () => {
    await start();
    await expect(startPostgres({ dataDir, log: () => undefined })).rejects.toThrow(
      /another PostgreSQL \(process \d+\) is running on/,
    );
  });
});

describe('freshDatabase', () => {
  it('gives each caller an empty database of its own, and removes it', async () => {
    const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
    const client = new pg.Client(one.url);
    await client.connect();
    await client.query('create table only_here ()');
    const other = new pg.Client(two.url);
    await other.connect();
    await expect(other.query('select from only_here')).rejects.toThrow('does not exist');
    await Promise.all([client.end(), other.end()]);
    await Promise.all([one.drop(), two.drop()]);
    await expect(new pg.Client(one.url).connect()).rejects.toThrow('does not exist');
  });
});
