import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { unknownName } from '#domain/fault';
import { MANIFEST, type Read, type TemplatePackage, VARIANT_MANIFEST } from './package.js';
import { readPackage } from './package-folder.js';
import { type ParsedTemplate, parseTemplate, type TemplateContext } from './parse-template.js';
import { rulesFolder, sharedCalendars } from './rules-folder.js';
import type { Template } from './template.js';
import { TemplateError } from './template-error.js';

/** The ids of the templates there are, variants too, sorted. */
export async function listTemplates(folder = rulesFolder()): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.filter((name) => holdsTemplate(join(folder, name))).toSorted();
}

/** Whether a folder holds a template or a variant. */
export function holdsTemplate(folder: string): boolean {
  return [MANIFEST, VARIANT_MANIFEST].some((file) => existsSync(join(folder, file)));
}

/**
 * Reads a template from the rules folder and checks it whole. Throws a `TemplateError` whose faults say that there is
 * no such template, with the ids there are, or everything that is wrong with its files.
 */
export async function loadTemplate(id: string, folder = rulesFolder()): Promise<Template> {
  return (await loadParsedTemplate(id, folder)).value;
}

/** The same with the calendars that the template names. */
export async function loadParsedTemplate(id: string, folder = rulesFolder()): Promise<ParsedTemplate> {
  const source = await loadPackage(id, folder);
  const parsed = parsedOnce(source, await contextOf(source, folder, rulesFolder()));
  if ('faults' in parsed) throw new TemplateError(id, parsed.faults);
  if (parsed.value.id !== id) {
    const path = `${parsed.variant === null ? MANIFEST : VARIANT_MANIFEST}#id`;
    throw new TemplateError(id, [unknownName(path, 'id for this folder', parsed.value.id, [id])]);
  }
  return parsed;
}

/** As many as a process keeps: a checked template and its files are some 300 kB. */
const MOST_KEPT = 16;
const kept = new Map<string, ReturnType<typeof parseTemplate>>();

/** Checking a template takes five times as long as reading its files: what has been checked is known by its files. */
function parsedOnce(source: TemplatePackage, context: TemplateContext): ReturnType<typeof parseTemplate> {
  const key = JSON.stringify([source.files, context]);
  const known = kept.get(key);
  if (known) return known;
  const parsed = parseTemplate(source.files, context);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= MOST_KEPT) kept.delete(oldest);
  kept.set(key, parsed);
  return parsed;
}

/** The files of a template in the rules folder. Throws a `TemplateError` as `loadTemplate` does. */
export async function loadPackage(id: string, folder = rulesFolder()): Promise<TemplatePackage> {
  const ids = await listTemplates(folder);
  // Only ids found in the folder are read, so an id can never lead out of it.
  if (!ids.includes(id)) throw new TemplateError(id, [unknownName('template', 'template', id, ids)]);
  const read: Read<TemplatePackage> = await readPackage(join(folder, id));
  if ('faults' in read) throw new TemplateError(id, read.faults);
  return read.value;
}

/**
 * What a template leans on, from rules folders: the shared calendars, and for a variant the templates beside it. Of
 * folders that have the same id the first counts; packages that cannot be read are left out.
 */
export async function contextOf(
  source: TemplatePackage,
  ...folders: readonly string[]
): Promise<TemplateContext> {
  const bases: Record<string, TemplatePackage> = {};
  const calendars: Record<string, unknown> = {};
  for (const folder of [...new Set(folders)].toReversed()) {
    Object.assign(calendars, await sharedCalendars(folder));
    if (!Object.hasOwn(source.files, VARIANT_MANIFEST)) continue;
    for (const id of await listTemplates(folder)) {
      const read = await readPackage(join(folder, id));
      if ('value' in read) bases[id] = read.value;
    }
  }
  return { bases, calendars };
}
