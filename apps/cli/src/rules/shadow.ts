import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { type Command } from 'commander';
import { type EntityManager, type MikroORM } from '@mikro-orm/postgresql';
import { beginShadow, endShadow, lookAtShadow, type ShadowSight, type Test } from '#backtest/shadows';
import { Tester } from '#backtest/tester';
import { fromSeconds } from '#domain/time/instant';
import { openDatabase } from '#persistence/database';
import { listShadows } from '#persistence/queries/shadows';
import { type Language, languageOption } from '../language.js';
import { runningServers } from '../running.js';
import { amendmentOf, amendmentOptions, type AmendmentOptions } from './amendment.js';
import { comparisonText } from './backtest-output.js';
import { refuse } from '../faults.js';

const HELP = `
A shadow is an amendment that runs beside a live contract without legal effect: it shows what the amended terms would
have made of everything recorded so far, and keeps a report of each month that closes while it runs. Nothing of it
reaches the contract.

  pacta rules shadow start C-2025-0001 --template it-support-2025@1.1.0
  pacta rules shadow show C-2025-0001 SHADOW`;

const MOST_LINES = 60;

interface Options {
  readonly database?: string;
  readonly json?: boolean;
  readonly lang: Language;
}

/** `pacta rules shadow start|list|show|stop`. */
export function configureShadow(command: Command): void {
  command.addHelpText('after', HELP);
  const start = command.command('start').description('start a shadow of a contract').argument('<contract>');
  withCommon(amendmentOptions(start)).action((contract: string, options: Options & AmendmentOptions) =>
    withDatabase(options, (orm, test) => started(orm, test, contract, options)),
  );
  withCommon(command.command('list').description('the shadows of a contract').argument('<contract>')).action(
    (contract: string, options: Options) => withDatabase(options, (orm) => listed(orm, contract)),
  );
  const show = command.command('show').description('what a shadow has come to').argument('<contract>');
  withCommon(show.argument('<shadow>')).action((contract: string, id: string, options: Options) =>
    withDatabase(options, async (orm, test) => {
      const sight = await lookAtShadow(orm.em.fork(), test, contract, id, present());
      if (sight) shown(sight, options);
      else refuse([unknownShadow(contract, id)]);
    }),
  );
  const stop = command.command('stop').description('stop a shadow').argument('<contract>');
  withCommon(stop.argument('<shadow>')).action((contract: string, id: string, options: Options) =>
    withDatabase(options, async (orm, test) => {
      const ended = await inTransaction(orm, (em) => endShadow(em, test, contract, id, whoami(), present()));
      if (ended) shown(ended.sight, options);
      else refuse([unknownShadow(contract, id)]);
    }),
  );
}

async function started(
  orm: MikroORM,
  test: Test,
  contract: string,
  options: Options & AmendmentOptions,
): Promise<void> {
  const read = await amendmentOf(options, orm.em.fork());
  if ('faults' in read) return refuse(read.faults);
  const wish = { id: randomUUID(), contract, amendment: read.amendment, by: whoami() };
  const begun = await inTransaction(orm, (em) => beginShadow(em, test, wish, present()));
  if ('faults' in begun) return refuse(begun.faults);
  console.log(begun.row.id);
}

async function listed(orm: MikroORM, contract: string): Promise<void> {
  for (const row of await listShadows(orm.em.fork(), contract)) {
    const template = row.templateId == null ? '-' : `${row.templateId}@${row.templateVersion}`;
    const until = row.stoppedAt == null ? 'running' : `stopped ${row.stoppedAt} by ${row.stoppedBy}`;
    console.log(`${row.id}  ${template}  started ${row.startedAt} by ${row.startedBy}, ${until}`);
  }
}

function shown({ comparison, reports }: ShadowSight, { json, lang }: Options): void {
  if (json) {
    const months = reports.map(({ report }) => report);
    process.stdout.write(`${JSON.stringify({ comparison, months }, null, 2)}\n`);
    return;
  }
  process.stdout.write(comparisonText(comparison, lang, MOST_LINES));
  for (const { period, changed } of reports)
    console.log(`  ${period}: ${REPORTED[lang][changed ? 'changed' : 'same']}`);
}

const REPORTED = {
  en: { changed: 'reported, differs', same: 'reported, no difference' },
  'zh-CN': { changed: '已报告，有差异', same: '已报告，无差异' },
} as const;

function unknownShadow(contract: string, id: string): { path: string; problem: string; allowed: string } {
  const problem = `there is no shadow ${id} of ${contract}`;
  return { path: 'shadow', problem, allowed: 'see pacta rules shadow list CONTRACT' };
}

function withCommon(command: Command): Command {
  return command
    .option('--database <url>', 'postgresql://user:password@host:port/name')
    .option('--json', 'write data')
    .addOption(languageOption());
}

function whoami(): string {
  return userInfo().username;
}

function present(): ReturnType<typeof fromSeconds> {
  return fromSeconds(Date.now() / 1000);
}

function inTransaction<Value>(orm: MikroORM, work: (em: EntityManager) => Promise<Value>): Promise<Value> {
  return orm.em.fork().transactional(work);
}

async function withDatabase(
  { database }: Options,
  use: (orm: MikroORM, test: Test) => Promise<void>,
): Promise<void> {
  const url = database ?? (process.env['DATABASE_URL'] || runningServers(process.env).databaseUrl);
  const orm = await openDatabase(url);
  const tester = new Tester(orm);
  try {
    await use(orm, (contract, job) => tester.test(contract, job));
  } finally {
    await orm.close();
  }
}
