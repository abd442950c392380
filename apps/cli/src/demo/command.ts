import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Command } from 'commander';
import { formatFault, type Fault } from '#domain/fault';
import { isSameDocument } from '#rehearsal/document';
import { conductScenario } from '#rehearsal/conduct';
import { type Stage } from '#rehearsal/manual-clock';
import { simulateScenario } from '#rehearsal/rehearse';
import { readScenario } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { openDatabase } from '#persistence/database';
import { readLedger } from '#persistence/ledger';
import { connectClient, temporalSettings } from '#temporal/connection';
import { type Language, languageOption } from '../language.js';
import { payloadKeysHere, runningServers } from '../running.js';
import { tellYear } from './story.js';

const SCENARIO = new URL('../../../../../docs/examples/year-2025.json', import.meta.url);

const HELP = `
Plays a year of a contract (12 months, 200 requests) through the workflows, the worker and the database of the
\`npm start\` that runs, and tells it month by month. Under a manual clock: a year takes seconds.`;

export function configure(command: Command): void {
  command.addOption(languageOption());
  command.option('--all', 'every entry of the ledger, also the ordinary ones');
  command.addHelpText('after', HELP);
  command.action((options: { lang: Language; all?: boolean }) => demo(options.lang, options.all ?? false));
}

async function demo(language: Language, isWhole: boolean): Promise<void> {
  const read = readScenario(await readFile(fileURLToPath(SCENARIO), 'utf8'));
  const made = read.scenario && (await scenarioTerms(read.scenario));
  if (!read.scenario?.until || !made || 'faults' in made)
    return explain(made && 'faults' in made ? made.faults : read.faults);
  const scenario = { ...read.scenario, until: read.scenario.until };
  await withStage(async (stage) => {
    const startedAt = performance.now();
    const conducted = await conductScenario(stage, scenario, made.terms);
    if ('faults' in conducted) return explain(conducted.faults);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    const lines = await readLedger(stage.orm.em.fork(), conducted.contract);
    for (const line of tellYear(lines, { zone: made.terms.zone, language, isWhole })) console.log(line);
    const simulated = await simulateScenario(read, scenarioTerms);
    const isSame = 'document' in simulated && isSameDocument(simulated.document, conducted.document);
    console.log(
      `\n${conducted.contract}: ${scenario.events.length} events and ${lines.length} entries in ${seconds} s through real workflows.`,
    );
    console.log(isSame ? 'The simulator gives the same document.' : 'THE SIMULATOR GIVES ANOTHER DOCUMENT.');
    if (!isSame) process.exitCode = 1;
  });
}

function explain(faults: readonly Fault[]): void {
  for (const fault of faults) console.error(formatFault(fault));
  process.exitCode = 2;
}

async function withStage(use: (stage: Stage) => Promise<void>): Promise<void> {
  const { databaseUrl, temporalAddress, temporalNamespace } = runningServers(process.env);
  const settings = temporalSettings({
    ...process.env,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: temporalNamespace,
    PACTA_PAYLOAD_KEYS: payloadKeysHere(process.env),
  });
  const orm = await openDatabase(databaseUrl);
  const client = await connectClient(settings);
  try {
    await use({ orm, client });
  } finally {
    await client.connection.close();
    await orm.close();
  }
}
