import { type Command, Option } from 'commander';
import { redline } from '#templates/redline';
import { redlineText } from '#templates/redline-text';
import { type Language, languageOption } from '../language.js';
import { refuse } from '../faults.js';
import { findTemplate } from './source.js';

interface Options {
  readonly lang: Language;
  readonly markdown?: boolean;
  readonly json?: boolean;
}

const HELP = `
Shows what differs from one template to the other, clauses word by word: [-what goes-]{+what comes+}. A variant is
shown as what it makes of the template that it extends.`;

export function configureDiff(command: Command): void {
  command.argument('<before>', 'folder, id, or packed template (FILE.json)');
  command.argument('<after>', 'folder, id, or packed template (FILE.json)');
  command.addOption(languageOption());
  command.addOption(new Option('--markdown', 'write Markdown').conflicts('json'));
  command.option('--json', 'write the differences as data');
  command.addHelpText('after', HELP);
  command.action(async (before: string, after: string, options: Options) => {
    const [old, current] = [await findTemplate(before), await findTemplate(after)];
    if ('faults' in old) return refuse(old.faults);
    if ('faults' in current) return refuse(current.faults);
    const differences = redline(old.parsed.value, current.parsed.value, {
      before: old.parsed.calendars,
      after: current.parsed.calendars,
    });
    if (options.json) process.stdout.write(`${JSON.stringify(differences, null, 2)}\n`);
    else
      process.stdout.write(redlineText(differences, options.lang, { markdown: options.markdown === true }));
  });
}
