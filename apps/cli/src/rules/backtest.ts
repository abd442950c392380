import { type Command, Option } from 'commander';
import { type MikroORM } from '@mikro-orm/postgresql';
import { type Amendment } from '#backtest/amendment';
import { backtestAll } from '#backtest/backtest-all';
import { backtestScenario } from '#backtest/scenario-backtest';
import { type ContractOutcome, Tester } from '#backtest/tester';
import { type Fault } from '#domain/fault';
import { fromSeconds } from '#domain/time/instant';
import { openDatabase } from '#persistence/database';
import { readScenarioDocument } from '#rehearsal/scenario';
import { type Language, languageOption } from '../language.js';
import { runningServers } from '../running.js';
import { amendmentOf, amendmentOptions, type AmendmentOptions } from './amendment.js';
import { comparisonText, outcomeText, progressTeller, totalText } from './backtest-output.js';
import { refuse } from '../faults.js';
import { readDocument } from './input.js';

const HELP = `
Plays what was recorded of contracts under amended terms and shows what would have been otherwise: requests, misses,
months, termination rights, invoices, amounts. Nothing is written anywhere. Exit code 2 where the amendment is wrong.

  pacta rules backtest --contract C-2025-0001 --parameter responseCriticalMinutes=10
  pacta rules backtest --all --rules priority=priority.rules.json
  pacta rules backtest --scenario year-2025.json --template ./my-template

Servers: --database, else DATABASE_URL, else those of the \`pacta start\` that runs; --scenario needs none.`;

const MOST_LINES = 60;

interface Options extends AmendmentOptions {
  readonly contract?: string;
  readonly all?: boolean;
  readonly scenario?: string;
  readonly database?: string;
  readonly threads: number;
  readonly json?: boolean;
  readonly lang: Language;
}

/** `pacta rules backtest`. */
export function configureBacktest(command: Command): void {
  command
    .addOption(
      new Option('--contract <id>', 'the recorded facts of one contract').conflicts(['all', 'scenario']),
    )
    .addOption(new Option('--all', 'the recorded facts of all contracts').conflicts('scenario'))
    .option('--scenario <file>', 'the events of a rehearsal, - for standard input');
  amendmentOptions(command)
    .option('--database <url>', 'postgresql://user:password@host:port/name')
    .addOption(new Option('--threads <count>', 'threads for --all').argParser(Number).default(2))
    .option('--json', 'write the comparison as data')
    .addOption(languageOption())
    .addHelpText('after', HELP)
    .action((options: Options) => backtest(command, options));
}

async function backtest(command: Command, options: Options): Promise<void> {
  const { contract, all, scenario, threads } = options;
  if (!contract && !all && !scenario)
    command.error('pacta rules backtest: --contract ID, --all or --scenario FILE?', { exitCode: 2 });
  if (!Number.isInteger(threads) || threads < 1 || threads > 64)
    command.error('pacta rules backtest: --threads: allowed is 1 to 64', { exitCode: 2 });
  if (scenario !== undefined) return ofScenario(scenario, options);
  await withDatabase(options.database, async (orm, databaseUrl) => {
    const read = await amendmentOf(options, orm.em.fork());
    if ('faults' in read) return refuse(read.faults);
    if (contract !== undefined) await ofContract(orm, contract, read.amendment, options);
    else await ofAll(orm, databaseUrl, read.amendment, options);
  });
}

async function ofScenario(file: string, options: Options): Promise<void> {
  const read = await amendmentOf(options, null);
  if ('faults' in read) return refuse(read.faults);
  const document = readDocument(file);
  if ('faults' in document) return refuse(document.faults);
  const tested = await backtestScenario(readScenarioDocument(document.value), read.amendment);
  if ('faults' in tested) return refuse(tested.faults);
  show({ contract: tested.comparison.contract, comparison: tested.comparison }, options);
}

async function ofContract(
  orm: MikroORM,
  contract: string,
  amendment: Amendment,
  options: Options,
): Promise<void> {
  show(await new Tester(orm).test(contract, { id: 'one', amendment, present: present() }), options);
}

function show(outcome: ContractOutcome, { json, lang }: Options): void {
  if ('faults' in outcome) return refuse(outcome.faults);
  if ('error' in outcome) throw new Error(`${outcome.contract}: ${outcome.error}`);
  const { comparison } = outcome;
  process.stdout.write(
    json ? `${JSON.stringify(comparison, null, 2)}\n` : comparisonText(comparison, lang, MOST_LINES),
  );
}

/** As JSON one document that is written as it comes: `{"contracts": [...], "total": {...}}`. */
async function ofAll(
  orm: MikroORM,
  databaseUrl: string,
  amendment: Amendment,
  { json, lang, threads }: Options,
): Promise<void> {
  let faults: readonly Fault[] | null = null;
  let written = 0;
  if (json) process.stdout.write('{"contracts":[');
  const total = await backtestAll(orm.em, {
    databaseUrl,
    amendment,
    present: present(),
    threads,
    onOutcome: async (outcome) => {
      if ('faults' in outcome) faults ??= outcome.faults;
      const text = json
        ? `${written > 0 ? ',' : ''}\n${JSON.stringify(outcome)}`
        : outcomeText(outcome, lang);
      written += 1;
      await write(text);
    },
    onProgress: progressTeller(),
  });
  await write(json ? `\n],"total":${JSON.stringify(total)}}\n` : totalText(total, lang));
  if (faults !== null && total.failed === total.contracts) refuse(faults);
}

/** Waits where whoever reads is slower, so that nothing piles up. */
function write(text: string): Promise<void> | undefined {
  if (process.stdout.write(text)) return undefined;
  return new Promise((resolve) => process.stdout.once('drain', resolve));
}

function present(): ReturnType<typeof fromSeconds> {
  return fromSeconds(Date.now() / 1000);
}

async function withDatabase(
  given: string | undefined,
  use: (orm: MikroORM, url: string) => Promise<void>,
): Promise<void> {
  const url = given ?? (process.env['DATABASE_URL'] || runningServers(process.env).databaseUrl);
  const orm = await openDatabase(url);
  try {
    await use(orm, url);
  } finally {
    await orm.close();
  }
}
