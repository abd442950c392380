import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseJsonText, type Read } from './package.js';

/** The folder `rules` of the package, found from its sources as well as from its build. */
export function rulesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'rules', 'calendars'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error('the folder "rules" with its calendars is missing from the installation');
    folder = parent;
  }
  return join(folder, 'rules');
}

/** A JSON file as it is. Its member `$schema`, which is there for editors, is left out. */
export async function readRawJson(folder: string, file: string): Promise<Read<unknown>> {
  try {
    return parseJsonText(await readFile(join(folder, file), 'utf8'), file);
  } catch (error) {
    const problem = `cannot be read (${String(error)})`;
    return { faults: [{ path: file, problem, allowed: 'allowed is a text file' }] };
  }
}

/** The shared calendars of a rules folder by their ids, each as the document it is; what is no JSON is left out. */
export async function sharedCalendars(folder = rulesFolder()): Promise<Record<string, unknown>> {
  const calendars = join(folder, 'calendars');
  if (!existsSync(calendars)) return {};
  const documents: Record<string, unknown> = {};
  for (const file of (await readdir(calendars)).toSorted()) {
    if (!file.endsWith('.json')) continue;
    const read = await readRawJson(calendars, file);
    if ('value' in read) documents[file.slice(0, -'.json'.length)] = read.value;
  }
  return documents;
}
