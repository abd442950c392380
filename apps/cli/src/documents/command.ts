import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command, Option } from 'commander';
import { type PaperLanguage } from '#documents/paper';
import { PaperError } from '#documents/paper-error';
import { readScenario } from '#rehearsal/scenario';
import { fromHere, refuse } from '../faults.js';
import { readInput } from '../template/source.js';
import { rehearsedPapers } from './collect.js';
import { filesOf } from './files.js';

const HELP = `
Reads a scenario as "pacta rehearse" does and writes every document that it brings about into DIR: the contract, its
invoices, credit notes, reports, statements, notices, amendments and settlement, as PDF; the contract and the reports
also as DOCX, the figures of the reports as XLSX. No server is needed. The same file gives the same bytes. A scenario that
is wrong gives one line per fault on standard error, and exit code 2.`;

interface Options {
  readonly out: string;
  readonly lang: PaperLanguage;
}

export function configure(command: Command): void {
  command.argument('<file>', 'the scenario, - for standard input');
  command.requiredOption('--out <dir>', 'the folder to write into; it is made where there is none');
  command.addOption(
    new Option('--lang <language>', 'the language of the documents')
      .choices(['zh-CN', 'en'])
      .default('zh-CN'),
  );
  command.addHelpText('after', HELP);
  command.action((file: string, options: Options) => writeDocuments(file, options));
}

async function writeDocuments(file: string, { out, lang }: Options): Promise<void> {
  const text = readInput(file);
  if ('faults' in text) return refuse(text.faults.map((fault) => ({ ...fault, path: '' })));
  try {
    const found = await rehearsedPapers(readScenario(text.value), lang);
    if ('faults' in found) return refuse(found.faults);
    const folder = fromHere(out);
    await mkdir(folder, { recursive: true });
    for (const { name, bytes } of await filesOf(found.papers)) {
      await writeFile(join(folder, name), bytes);
      console.log(
        `${createHash('sha256').update(bytes).digest('hex')}  ${String(bytes.length).padStart(9)}  ${name}`,
      );
    }
  } catch (error) {
    if (error instanceof PaperError) return refuse(error.faults);
    throw error;
  }
}
