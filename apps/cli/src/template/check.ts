import { type Command } from 'commander';
import { acceptanceCases } from '#templates/acceptance';
import { refuse } from '../faults.js';
import { type CheckedSource, findTemplate } from './source.js';

const HELP = `
Reads the whole template and looks for everything that is wrong: each file by itself, then all of them together.
One line for each fault, "file#path: what is wrong, what is allowed", on standard error, and exit code 2.`;

export function configureCheck(command: Command): void {
  command.argument('<template>', 'its folder, its id, or a packed template (FILE.json)');
  command.addHelpText('after', HELP);
  command.action(async (name: string) => {
    const found = await findTemplate(name);
    if ('faults' in found) refuse(found.faults);
    else console.log(summary(found));
  });
}

function summary({ source, parsed: { value, variant } }: CheckedSource): string {
  const { cases } = acceptanceCases(source);
  const parts = [
    `${value.parameters.length} parameters`,
    `${value.clauses.en.length} clauses`,
    `${Object.keys(value.rules).length} rule sets`,
    `${cases.length} acceptance cases`,
  ];
  const kind =
    variant === null ? '' : `, a variant of ${variant.extends.template} ${variant.extends.version}`;
  return `${value.id} ${value.version}${kind}: ${parts.join(', ')}, nothing wrong\n${value.hash}`;
}
