import { type Command, Option } from 'commander';
import { type Fault } from '#domain/fault';
import { starterCase } from '#rehearsal/acceptance-starter';
import { acceptanceCases } from '#templates/acceptance';
import { contextOf } from '#templates/load';
import { copiedTemplate, emptyVariant } from '#templates/new-template';
import { skeletonTemplate } from '#templates/new-template-skeleton';
import { type TemplatePackage } from '#templates/package';
import { jsonText } from '#templates/package-archive';
import { parseTemplate, type TemplateContext } from '#templates/parse-template';
import { rulesFolder } from '#templates/rules-folder';
import { templateId } from '#templates/template';
import { type Found, fromHere, refuse } from '../faults.js';
import { findTemplate, folderName } from './source.js';
import { writeTemplate } from './write.js';

interface Options {
  readonly from?: string;
  readonly variantOf?: string;
  readonly id?: string;
}

const HELP = `
Makes a folder that "check" and "test" find nothing wrong with, for its author to go on from: the smallest contract
there is, a copy of another template, or a variant, which inherits a template and says only what differs. Its JSON files
name their schemas, so that editors complete them.`;

export function configureNew(command: Command): void {
  command.argument('<folder>', 'the folder to make');
  command.addOption(
    new Option('--from <template>', 'begin with a copy of it: a folder or an id').conflicts('variantOf'),
  );
  command.option('--variant-of <template>', 'begin a variant of it: a folder or an id');
  command.option('--id <id>', "the template's id; without it, the name of the folder");
  command.addHelpText('after', HELP);
  command.action(async (name: string, options: Options) => {
    const faults = await newTemplate(fromHere(name), options);
    if (faults.length > 0) refuse(faults);
    else console.log(`${name}\nnext: pacta template check ${name}, pacta template test ${name}`);
  });
}

interface Draft {
  readonly source: TemplatePackage;
  readonly context: TemplateContext;
}

async function newTemplate(folder: string, options: Options): Promise<readonly Fault[]> {
  const id = options.id ?? folderName(folder);
  if (!templateId.safeParse(id).success) {
    const allowed = 'allowed are small letters, digits and "-", at most 64; give one by --id';
    return [{ path: '--id', problem: `"${id}" is no id of a template`, allowed }];
  }
  const draft = await draftOf(id, options);
  if ('faults' in draft) return draft.faults;
  const whole = await withCase(draft);
  return 'faults' in whole ? whole.faults : writeTemplate(folder, whole);
}

async function draftOf(id: string, { from, variantOf }: Options): Promise<Found<Draft>> {
  const name = from ?? variantOf;
  if (name === undefined) {
    const source = skeletonTemplate(id);
    return { source, context: await contextOf(source, rulesFolder()) };
  }
  const found = await findTemplate(name);
  if ('faults' in found) return found;
  const base = found.parsed.value.id;
  const bases = { ...found.context.bases, [base]: found.source };
  const source =
    from === undefined
      ? emptyVariant(found.source, found.parsed, id)
      : copiedTemplate(found.source, base, id);
  return { source, context: { ...found.context, bases } };
}

/** The package with a first acceptance case where it has none. */
async function withCase({ source, context }: Draft): Promise<Found<TemplatePackage>> {
  const parsed = parseTemplate(source.files, context);
  if ('faults' in parsed) return parsed;
  if (acceptanceCases(source).cases.length > 0) return source;
  const starter = await starterCase(parsed.value, parsed.calendars);
  if ('faults' in starter) return starter;
  const files = {
    ...source.files,
    'acceptance/01-nothing-happens.json': jsonText(starter.scenario),
    'acceptance/01-nothing-happens.expected.json': jsonText(starter.expected),
  };
  return { files };
}
