import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const { openDatabase } = await import('#persistence/database');
const { migrate } = await import('#persistence/migrate');
const { startPostgres } = await import('#servers/postgres');

const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };

/** A PostgreSQL of the bench's own that loses nothing, which is asserted. */
export async function durableDatabase() {
  const folder = await mkdtemp(join(tmpdir(), 'pacta-bench-'));
  await chmod(folder, 0o711);
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), log: () => undefined });
  await migrate(postgres.url);
  const orm = await openDatabase(postgres.url);
  const settings = {};
  for (const name of Object.keys(DURABLE)) {
    const [row] = await orm.em.fork().execute(`show ${name}`);
    settings[name] = row[name];
  }
  if (JSON.stringify(settings) !== JSON.stringify(DURABLE))
    throw new Error(`PostgreSQL is not durable: ${JSON.stringify(settings)}`);
  const close = async () => {
    await orm.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const version = await orm.em.fork().execute('show server_version');
  const note = `PostgreSQL ${version[0].server_version}, ${Object.entries(settings)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}`;
  return { orm, url: postgres.url, note, close };
}
