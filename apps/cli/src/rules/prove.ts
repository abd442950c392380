import { writeFileSync } from 'node:fs';
import { type Command } from 'commander';
import { type Fault } from '#domain/fault';
import { proofLines } from '#narration/proof';
import { proveTemplate } from '#proof/prove';
import { type ProofReport } from '#proof/report';
import { type Language, languageOption } from '../language.js';
import { type Found, fromHere, refuse } from '../faults.js';
import { findTemplate } from '../template/source.js';
import { readDocument } from './input.js';

const HELP = `
Proves a template before it is published: every cell of urgency, impact and flags gives one priority and raising one
never lowers it; deadlines do not grow with the priority; every consequence is decided in every case, by ratios that can
be; no cap can be passed, tried on the core itself; clauses and rules go together. What does not hold is shown by a case
that anyone can try again.

The values that matter are tried: every value of each decision, the limits of each number, any two of them together.
With --parameters, a JSON object, the parameters of one contract are proven and no others.

Exit code 0 where everything holds, 1 where something does not, 2 where there is nothing to prove (one line for each
fault on standard error). The same template gives the same report.`;

interface Options {
  readonly lang: Language;
  readonly json?: boolean;
  readonly out?: string;
  readonly parameters?: string;
}

/** `pacta rules prove`: the proof of a template's rules, to read or as data. */
export function configureProve(command: Command): void {
  command
    .argument('<template>', 'its folder, its id, or a packed template (FILE.json)')
    .addOption(languageOption())
    .option('--json', 'write the report as data')
    .option('--out <file>', 'write the report to a file as well, as data')
    .option(
      '--parameters <file>',
      'prove the parameters of one contract, a JSON object (- for standard input)',
    )
    .addHelpText('after', HELP)
    .action(async (name: string, options: Options) => {
      const report = await proven(name, options.parameters);
      if ('faults' in report) return refuse(report.faults);
      const data = JSON.stringify(report, null, 2);
      if (options.json) console.log(data);
      else for (const line of proofLines(report, options.lang)) console.log(line);
      const faults = options.out === undefined ? [] : written(options.out, `${data}\n`);
      if (faults.length > 0) return refuse(faults);
      if (!report.passed) process.exitCode = 1;
    });
}

async function proven(name: string, parametersFile: string | undefined): Promise<Found<ProofReport>> {
  const found = await findTemplate(name);
  if ('faults' in found) return found;
  const { value, calendars } = found.parsed;
  if (parametersFile === undefined) return proveTemplate(value, calendars);
  const document = readDocument(parametersFile);
  if ('faults' in document) return document;
  const { value: parameters } = document;
  if (typeof parameters !== 'object' || parameters === null || Array.isArray(parameters)) {
    const allowed = 'allowed is a JSON object like {"termMonths":12}';
    return { faults: [{ path: '--parameters', problem: 'is no object', allowed }] };
  }
  return proveTemplate(value, calendars, { parameters: parameters as Readonly<Record<string, unknown>> });
}

function written(file: string, data: string): Fault[] {
  try {
    writeFileSync(fromHere(file), data);
    return [];
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    return [
      {
        path: '--out',
        problem: `cannot be written (${because})`,
        allowed: 'allowed is a file in a folder that there is',
      },
    ];
  }
}
