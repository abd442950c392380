import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command } from 'commander';
import { type Fault } from '#domain/fault';
import { contextOf } from '#templates/load';
import { type TemplatePackage } from '#templates/package';
import { packageToWrite, readPacked, verifyPacked } from '#templates/package-archive';
import { rulesFolder } from '#templates/rules-folder';
import { fromHere, refuse } from '../faults.js';
import { readInput } from './source.js';
import { writeTemplate } from './write.js';

const HELP = `
Takes in what "pack" or "export" wrote: checks the template whole, and that its files make the hash it names, before it
writes anything. The template comes into a folder of its own, DIR/ID, which must not hold anything yet. A calendar that
is not the one of the same id in place becomes the template's own; the templates that a variant stands on are written
beside it where they are missing.`;

export function configureImport(command: Command): void {
  command.argument('<file>', 'a packed template, - for standard input');
  command.option('--into <folder>', 'the folder that gets the folder ID; without it, the folder rules');
  command.addHelpText('after', HELP);
  command.action(async (file: string, { into }: { into?: string }) => {
    const faults = await importTemplate(file, into === undefined ? rulesFolder() : fromHere(into));
    if (faults.length > 0) refuse(faults);
  });
}

async function importTemplate(file: string, into: string): Promise<readonly Fault[]> {
  const text = readInput(file);
  if ('faults' in text) return text.faults;
  const read = readPacked(text.value);
  if ('faults' in read) return read.faults;
  const packed = read.value;
  const folders = existsSync(into) ? [into, rulesFolder()] : [rulesFolder()];
  const here = await contextOf({ files: packed.files }, ...folders);
  const verified = verifyPacked(packed, here.bases);
  if ('faults' in verified) return verified.faults;
  const packages: [string, TemplatePackage][] = [[packed.id, packageToWrite(packed, here.calendars)]];
  for (const [id, files] of Object.entries(packed.bases ?? {})) {
    if (!Object.hasOwn(here.bases, id)) packages.push([id, { files }]);
  }
  for (const [id, source] of packages) {
    const folder = resolve(into, id);
    const faults = await writeTemplate(folder, source);
    if (faults.length > 0) return faults;
    console.log(folder);
  }
  return [];
}
