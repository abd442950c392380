import { type MikroORM } from '@mikro-orm/postgresql';
import { type Client } from '@temporalio/client';
import { type Command } from 'commander';
import { fromSeconds } from '#domain/time/instant';
import { exportHistories } from '#histories/export-histories';
import { tell, type ToldHappening } from '#histories/tell';
import { type HappeningKey, keyOf, timelineOf } from '#histories/timeline';
import { toldBy } from '#histories/told-histories';
import { clockText } from '#narration/words';
import { findContract } from '#persistence/queries/contracts';
import { zoneOf } from '#persistence/store';
import { refuse } from '../faults.js';
import { type Language, languageOption } from '../language.js';
import { withDatabase } from '../with-database.js';
import { withTemporal } from '../with-temporal.js';

const PAGE = 100;

export function configure(command: Command): void {
  command
    .command('show')
    .description(
      'tell what the workflows of a contract did, all runs as one: who, what, on which clause, and what was done by hand',
    )
    .argument('<contract>')
    .addOption(languageOption())
    .action((contract: string, { lang }: { lang: Language }) =>
      withDatabase((orm) => withTemporal((client) => show(orm, client, contract, lang))),
    );
  command
    .command('export')
    .description('export the histories of all runs that are over now, as the API does by itself')
    .action(() => withDatabase((orm) => withTemporal((client) => exportNow(orm, client))));
}

async function show(orm: MikroORM, client: Client, contract: string, language: Language): Promise<void> {
  const em = orm.em.fork();
  if (!(await findContract(em, contract))) {
    const problem = `there is no contract ${contract}`;
    return refuse([{ path: 'contract', problem, allowed: 'allowed is the id of a contract' }]);
  }
  const zone = await zoneOf(em, contract);
  const told = await toldBy(em, client, contract);
  let after: HappeningKey | null = null;
  do {
    const page = await timelineOf({ em, client, contract }, told, { limit: PAGE, after });
    for (const happening of await tell(em, page.rows, told, zone)) print(happening, zone, language);
    const last = page.rows.at(-1);
    after = page.hasMore && last ? keyOf(last) : null;
    if (!page.isComplete && after === null)
      console.error('some runs cannot be read: what is shown is not all');
  } while (after !== null);
}

/** One line for what happened, one for each line of the ledger that it wrote. */
function print(happening: ToldHappening, zone: string, language: Language): void {
  const { at, actor, identity, workflowId, eventIds, lines, text, interference } = happening;
  const who = actor ?? identity ?? '-';
  const mark = interference ? '! ' : '';
  const what = lines.length > 0 ? '' : `  ${text[language]}`;
  console.log(
    `${mark}${clockText(at, zone, 'deadline')}  ${who}  ${workflowId} ${eventIds.join(',')}${what}`,
  );
  for (const { sequence, clause, text: sentence, receipts } of lines) {
    const proofs = receipts.length > 0 ? `  [${receipts.map(({ id }) => id).join(' ')}]` : '';
    console.log(`    ${sequence}  ${clause}  ${sentence[language]}${proofs}`);
  }
}

async function exportNow(orm: MikroORM, client: Client): Promise<void> {
  const now = fromSeconds(Date.now() / 1000);
  const { exported, gone, failed } = await exportHistories({ em: orm.em.fork(), client, now }, null);
  console.log(`${exported.length} runs exported, ${gone.length} lost, ${failed.length} to be tried again`);
  for (const { workflowId, runId } of gone) console.log(`  lost: ${workflowId} run ${runId}`);
  for (const { run, why } of failed) console.log(`  failed: ${run.workflowId} run ${run.runId}: ${why}`);
  if (gone.length + failed.length > 0) process.exitCode = 1;
}
