import type { Command } from 'commander';
import { checkGivenPostgres } from '#servers/postgres';
import { ServerProblem } from '#servers/problem';

export function configure(command: Command): void {
  command.action(() => run(process.env['DATABASE_URL']));
}

/** For installations whose PostgreSQL is run elsewhere: `pacta start` does it by itself. */
async function run(databaseUrl: string | undefined): Promise<void> {
  if (!databaseUrl)
    throw new ServerProblem('DATABASE_URL is not set: it names the database to bring up to date');
  await checkGivenPostgres(databaseUrl);
  const { migrate } = await import('#persistence/migrate');
  await migrate(databaseUrl);
  console.log('the database schema is up to date');
}
