import { type EntityManager } from '@mikro-orm/postgresql';
import { grantReads } from './auditor-role.js';
import { openDatabase } from './database.js';
import { migrateQueue } from './delivery-queue.js';
import { MIGRATIONS } from './migrations/list.js';

/**
 * Brings the database's schema up to date, the job queue's as well. Safe to run at every start, also by several
 * processes at once: one migrates, the others wait for it and find nothing left to do.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  // A change of a large table, and whoever waits for it, may take long.
  const orm = await openDatabase(databaseUrl, Infinity);
  try {
    await orm.em.fork().transactional(async (em) => {
      await em.execute(`select pg_advisory_xact_lock(hashtext('pacta migrate'))`);
      await orm.migrator.up();
      await grantReads(em);
      await migrateQueue(databaseUrl);
    });
  } finally {
    await orm.close();
  }
}

/** Whether the schema of the database is older than this program. Throws where the database cannot be asked. */
export async function lacksMigrations(em: EntityManager): Promise<boolean> {
  const made = await em.execute<{ name: string }[]>('select name from pacta_migration');
  const names = new Set(made.map(({ name }) => name));
  return MIGRATIONS.some(({ name }) => !names.has(name));
}
