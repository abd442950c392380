import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault } from '#domain/fault';
import { type TemplatePackage } from '#templates/package';
import { SCHEMAS_FOLDER, writePackage } from '#templates/package-folder';
import { linkSchemas } from '#templates/package-schemas';
import { schemaFiles } from '#templates/schemas';
import { isInRules } from './source.js';

/**
 * Writes a template into a folder that is empty or not there, with its files leading to their schemas: those in
 * `rules/schemas` where the folder lies in `rules`, else copies in the folder `schemas` beside its files.
 */
export async function writeTemplate(folder: string, source: TemplatePackage): Promise<readonly Fault[]> {
  if (isInRules(folder)) return writePackage(folder, linkSchemas(source, 'beside'));
  const faults = await writePackage(folder, linkSchemas(source, 'within'));
  if (faults.length > 0) return faults;
  await mkdir(join(folder, SCHEMAS_FOLDER), { recursive: true });
  for (const [name, text] of Object.entries(schemaFiles())) {
    await writeFile(join(folder, SCHEMAS_FOLDER, name), text);
  }
  return [];
}
