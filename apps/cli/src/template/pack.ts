import { writeFileSync } from 'node:fs';
import { type Command } from 'commander';
import { packTemplate } from '#templates/package-archive';
import { fromHere, refuse } from '../faults.js';
import { findTemplate } from './source.js';

const HELP = `
Writes the template with the shared calendars that it names, and a variant with the templates that it stands on, as one
JSON document to standard output or into a file. The same files give the same bytes; "pacta template import" takes it.`;

/** `pack DIR` and `export ID`: the same, from either side. */
export function configurePack(command: Command): void {
  command.argument('<template>', 'its folder, or its id');
  command.option('-o, --output <file>', 'the file to write, instead of standard output');
  command.addHelpText('after', HELP);
  command.action(async (name: string, { output }: { output?: string }) => {
    const found = await findTemplate(name);
    if ('faults' in found) return refuse(found.faults);
    const text = packTemplate(found.source, found.parsed, found.context);
    if (output === undefined) process.stdout.write(text);
    else {
      writeFileSync(fromHere(output), text);
      const { id, version, hash } = found.parsed.value;
      console.error(`${id} ${version} ${hash}`);
    }
  });
}
