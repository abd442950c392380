import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { contextOf, holdsTemplate, loadPackage } from '#templates/load';
import { type TemplatePackage } from '#templates/package';
import { readPacked, verifyPacked } from '#templates/package-archive';
import { readPackage } from '#templates/package-folder';
import { parseTemplate, type ParsedTemplate, type TemplateContext } from '#templates/parse-template';
import { rulesFolder } from '#templates/rules-folder';
import { TemplateError } from '#templates/template-error';
import { type Found, fromHere } from '../faults.js';

/** The files of a template with what it leans on; nothing is checked yet. */
export interface TemplateSource {
  readonly source: TemplatePackage;
  readonly context: TemplateContext;
}

/** A template checked whole, with where it came from. */
export interface CheckedSource extends TemplateSource {
  readonly parsed: ParsedTemplate;
}

/**
 * A template by its folder, or by its id among those of the folder `rules`. What a folder leans on is looked for beside
 * it first, then in `rules`.
 */
export async function findSource(name: string): Promise<Found<TemplateSource>> {
  const folder = fromHere(name);
  if (holdsTemplate(folder) || /[\\/]|^\.{1,2}$/.test(name)) return folderSource(folder, name);
  try {
    const source = await loadPackage(name);
    return { source, context: await contextOf(source, rulesFolder()) };
  } catch (error) {
    if (error instanceof TemplateError) return { faults: error.faults };
    throw error;
  }
}

async function folderSource(folder: string, name: string): Promise<Found<TemplateSource>> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    return {
      faults: [{ path: name, problem: 'is no folder', allowed: 'allowed is the folder of a template' }],
    };
  }
  const read = await readPackage(folder);
  if ('faults' in read) return read;
  return { source: read.value, context: await contextOf(read.value, dirname(folder), rulesFolder()) };
}

/** The same, checked whole; of a packed template, `FILE.json`, what it says of itself as well. */
export async function findTemplate(name: string): Promise<Found<CheckedSource>> {
  if (name.endsWith('.json')) return packedSource(name);
  const found = await findSource(name);
  if ('faults' in found) return found;
  const parsed = parseTemplate(found.source.files, found.context);
  return 'faults' in parsed ? parsed : { ...found, parsed };
}

async function packedSource(file: string): Promise<Found<CheckedSource>> {
  const text = readInput(file);
  if ('faults' in text) return text;
  const packed = readPacked(text.value);
  if ('faults' in packed) return packed;
  const source = { files: packed.value.files };
  const { bases } = await contextOf(source, rulesFolder());
  const verified = verifyPacked(packed.value, bases);
  return 'faults' in verified ? verified : { source, ...verified };
}

/** The text of a file, `-` for standard input. */
export function readInput(file: string): Found<{ readonly value: string }> {
  try {
    return { value: readFileSync(file === '-' ? 0 : fromHere(file), 'utf8') };
  } catch (error) {
    const problem = `cannot be read (${error instanceof Error ? error.message : String(error)})`;
    return { faults: [{ path: file, problem, allowed: 'allowed is a readable file or -' }] };
  }
}

/** Whether a folder is one of the templates in `rules`, beside the schemas. */
export function isInRules(folder: string): boolean {
  return dirname(folder) === rulesFolder();
}

/** The name of a folder, from which a new template has its id. */
export function folderName(folder: string): string {
  return basename(folder);
}
