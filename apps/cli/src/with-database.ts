import { type MikroORM } from '@mikro-orm/postgresql';
import { openDatabase } from '#persistence/database';
import { runningServers } from './running.js';

/** Works on the database of the running stack, or the one that DATABASE_URL names, and closes it whatever happens. */
export async function withDatabase(use: (orm: MikroORM) => Promise<void>): Promise<void> {
  const orm = await openDatabase(runningServers(process.env).databaseUrl);
  try {
    await use(orm);
  } finally {
    await orm.close();
  }
}
