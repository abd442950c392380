import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { formatFault, type Fault } from '#domain/fault';
import { type RehearsalDocument } from '#rehearsal/document';
import { readScenario, type ReadScenario } from '#rehearsal/scenario';
import { simulateScenario } from '#rehearsal/rehearse';
import { scenarioTerms } from '#rehearsal/scenario-terms';

const HELP = `
Reads a scenario (one JSON document; - for standard input) and writes what becomes of its contract as one
JSON document. A scenario that is wrong gives one line per fault on standard error, and exit code 2.

  simulate   in memory, in milliseconds; needs no server
  temporal   through real workflows and PostgreSQL under a manual clock; gives the same document. Uses
             DATABASE_URL and TEMPORAL_ADDRESS where both are set, and servers of its own otherwise`;

type Driver = 'simulate' | 'temporal';

interface Options {
  readonly driver: Driver;
  readonly schema?: boolean;
}

export function configure(command: Command): void {
  command.argument('[file]', 'the scenario, - for standard input');
  command.addOption(
    new Option('--driver <driver>', 'what runs it').choices(['simulate', 'temporal']).default('simulate'),
  );
  command.option('--schema', 'write the JSON Schema of a scenario instead');
  command.addHelpText('after', HELP);
  command.action(async (file: string | undefined, options: Options) => {
    if (options.schema) return writeSchema();
    if (file === undefined)
      command.error('pacta rehearse: which FILE? (- for standard input)', { exitCode: 2 });
    process.exitCode = await rehearse(file, options.driver);
  });
}

async function rehearse(file: string, driver: Driver): Promise<number> {
  const text = readInput(file);
  if (text === null) return 2;
  const read = readScenario(text);
  const result =
    driver === 'simulate' ? await simulateScenario(read, scenarioTerms) : await throughTemporal(read);
  if ('faults' in result) {
    for (const fault of result.faults) console.error(formatFault(fault));
    return 2;
  }
  process.stdout.write(`${JSON.stringify(result.document, null, 2)}\n`);
  return 0;
}

/** Loaded only here: the servers, the ORM and Temporal's SDK take a second that `simulate` need not wait for. */
async function throughTemporal(
  read: ReadScenario,
): Promise<{ document: RehearsalDocument } | { faults: readonly Fault[] }> {
  const { rehearseOnStage } = await import('./stage.js');
  return rehearseOnStage(read);
}

function readInput(file: string): string | null {
  try {
    return readFileSync(file === '-' ? 0 : resolve(calledFrom(), file), 'utf8');
  } catch (error) {
    console.error(
      `document: cannot be read (${error instanceof Error ? error.message : String(error)}), allowed is a readable file or -`,
    );
    return null;
  }
}

/** npm runs scripts in the project's folder; a relative path is meant from where the person stands. */
function calledFrom(): string {
  return process.env['INIT_CWD'] ?? process.cwd();
}

async function writeSchema(): Promise<void> {
  const { scenarioJsonSchema } = await import('#rehearsal/json-schema');
  process.stdout.write(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
}
