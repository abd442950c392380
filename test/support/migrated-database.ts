import { type MikroORM } from '@mikro-orm/postgresql';
import { openDatabase } from '#persistence/database';
import { migrate } from '#persistence/migrate';
import { copiedDatabase } from './servers/database.js';

export interface MigratedDatabase {
  readonly url: string;
  readonly orm: MikroORM;
  /** Closes the connections and removes the database. */
  drop(): Promise<void>;
}

/** A new database on the PostgreSQL of this test run, with Pacta's tables, for one test file alone. */
export async function migratedDatabase(): Promise<MigratedDatabase> {
  const database = await copiedDatabase(migrate);
  const orm = await openDatabase(database.url);
  const drop = async (): Promise<void> => {
    await orm.close();
    await database.drop();
  };
  return { url: database.url, orm, drop };
}
