import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { parseDocument } from '#decisions/schema-faults';
import type { Fault } from '#domain/fault';

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

/** What a file holds, or why it cannot be used. Paths of faults are `FILE#path.in.the.file`. */
export type Read<Value> = { readonly value: Value } | { readonly faults: readonly Fault[] };

/** A JSON file by its schema. */
export async function readJson<Value>(
  folder: string,
  file: string,
  schema: z.ZodType<Value>,
): Promise<Read<Value>> {
  const raw = await readRawJson(folder, file);
  if ('faults' in raw) return raw;
  const parsed = parseDocument(schema, raw.value);
  return 'faults' in parsed ? { faults: inFile(file, parsed.faults) } : parsed;
}

/** A JSON file as it is. Its member `$schema`, which is there for editors, is left out. */
export async function readRawJson(folder: string, file: string): Promise<Read<unknown>> {
  const text = await readText(folder, file);
  if ('faults' in text) return text;
  try {
    const document: unknown = JSON.parse(text.value);
    if (typeof document === 'object' && document !== null && '$schema' in document) delete document.$schema;
    return { value: document };
  } catch (error) {
    return {
      faults: [
        { path: file, problem: `is no JSON (${String(error)})`, allowed: 'allowed is a JSON document' },
      ],
    };
  }
}

/** A text file. */
export async function readText(folder: string, file: string): Promise<Read<string>> {
  try {
    return { value: await readFile(join(folder, file), 'utf8') };
  } catch (error) {
    return {
      faults: [
        { path: file, problem: `cannot be read (${String(error)})`, allowed: 'allowed is a text file' },
      ],
    };
  }
}

/** The faults of a document as faults of the file that holds it. */
export function inFile(file: string, faults: readonly Fault[]): Fault[] {
  return faults.map((fault) => ({ ...fault, path: fault.path === '' ? file : `${file}#${fault.path}` }));
}
