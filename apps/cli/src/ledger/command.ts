import { type Command } from 'commander';
import { type MikroORM } from '@mikro-orm/postgresql';
import { rebuildContract, verifyContract } from '#execution/verify';
import { entrySentence } from '#narration/sentences';
import { clockText } from '#narration/words';
import { readLedger } from '#persistence/ledger';
import { allContractIds, zoneOf } from '#persistence/store';
import { type Language, languageOption } from '../language.js';
import { withDatabase } from '../with-database.js';

export function configure(command: Command): void {
  command
    .command('verify')
    .description(
      'check the chain, fold the events through the core again, compare the read model; exit code 1 on a fault',
    )
    .argument('[contracts...]', 'all contracts where none is named')
    .action((contracts: string[]) => withDatabase((orm) => verify(orm, contracts)));
  command
    .command('show')
    .description("tell a contract's ledger, a sentence an entry")
    .argument('<contract>')
    .addOption(languageOption())
    .action((contract: string, options: { lang: Language }) =>
      withDatabase((orm) => show(orm, contract, options.lang)),
    );
  command
    .command('rebuild')
    .description("make a contract's read model anew from its ledger")
    .argument('<contract>')
    .action((contract: string) => withDatabase((orm) => rebuild(orm, contract)));
}

async function verify(orm: MikroORM, named: readonly string[]): Promise<void> {
  const contracts = named.length > 0 ? named : await allContractIds(orm.em.fork());
  for (const contract of contracts) {
    const { lines, faults } = await verifyContract(orm.em.fork(), contract);
    console.log(
      `${contract}: ${lines} entries, ${faults.length === 0 ? 'all as it should be' : `${faults.length} faults`}`,
    );
    for (const fault of faults) console.log(`  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
}

async function show(orm: MikroORM, contract: string, language: Language): Promise<void> {
  const em = orm.em.fork();
  const zone = await zoneOf(em, contract);
  for (const { sequence, at, actor, clause, kind, request, payload, hash } of await readLedger(
    em,
    contract,
  )) {
    const sentence = entrySentence({ kind, request: request ?? null, payload }, zone)[language];
    console.log(
      `${String(sequence).padStart(5)}  ${clockText(at, zone)}  ${clause.padEnd(7)}  ${sentence}  [${actor}, ${hash.slice(7, 15)}]`,
    );
  }
}

async function rebuild(orm: MikroORM, contract: string): Promise<void> {
  const changed = await orm.em.fork().transactional((em) => rebuildContract(em, contract));
  console.log(
    `${contract}: read model made anew, ${changed === 0 ? 'nothing differed' : `${changed} rows differed`}`,
  );
}
