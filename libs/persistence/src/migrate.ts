import { openDatabase } from './database.js';

/** Brings the database's schema up to date. Safe to run at every start. */
export async function migrate(databaseUrl: string): Promise<void> {
  const orm = await openDatabase(databaseUrl);
  try {
    await orm.migrator.up();
  } finally {
    await orm.close();
  }
}
