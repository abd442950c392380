import { grantReads } from './auditor-role.js';
import { openDatabase } from './database.js';
import { migrateQueue } from './delivery-queue.js';

/**
 * Brings the database's schema up to date, the job queue's as well. Safe to run at every start, also by several
 * processes at once: one migrates, the others wait for it and find nothing left to do.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const orm = await openDatabase(databaseUrl);
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
