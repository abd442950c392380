import type { z } from 'zod';
import { type Parsed, parseDocument } from '#decisions/schema-faults';
import { type Fault } from '#domain/fault';

/** A template as files: the path beside the manifest, `clauses/en.md`, with the text of each. */
export interface TemplatePackage {
  readonly files: Readonly<Record<string, string>>;
}

/** What a file or a package holds, or why it cannot be used. Paths of faults are `FILE#path.in.the.file`. */
export type Read<Value> = Parsed<Value>;

/** The manifest of a template; a variant has `variant.json` instead. */
export const MANIFEST = 'template.json';
export const VARIANT_MANIFEST = 'variant.json';

/** What a package may hold at most: files, and bytes of UTF-8 in all of them together. */
export const PACKAGE_LIMITS = { files: 200, bytes: 2_000_000 } as const;

/** Closed, so that a path can never lead out of its folder: no `..`, no leading `/`, nothing hidden. */
const FILE = /^[A-Za-z0-9][A-Za-z0-9_-]*(?:[./][A-Za-z0-9][A-Za-z0-9_-]*)+$/;

/** Whether a path can be that of a package's file. */
export function isPackagePath(path: string): boolean {
  return FILE.test(path) && path.length <= 200;
}

/** The fault of a path that no file of a package can have. */
export function pathFault(path: string): Fault {
  const allowed =
    'allowed are letters, digits, "-" and "_" with "." and "/" between them, like clauses/en.md';
  return { path, problem: 'is no name for a file of a template', allowed };
}

/** What is wrong with a package before anything in it is read: its paths, their number, their size. */
export function packageFaults({ files }: TemplatePackage): Fault[] {
  const paths = Object.keys(files);
  const faults = paths.filter((path) => !isPackagePath(path)).map(pathFault);
  const folders = new Set(paths.flatMap(foldersOf));
  for (const path of paths.filter((each) => folders.has(each))) {
    faults.push({ path, problem: 'is a file and a folder', allowed: 'allowed is one of them' });
  }
  return [...faults, ...limitFaults(paths.length, bytesOf(files))];
}

/** The faults of a package with so many files of so many bytes. */
export function limitFaults(files: number, bytes: number): Fault[] {
  const faults: Fault[] = [];
  if (files > PACKAGE_LIMITS.files) {
    faults.push({
      path: '',
      problem: `has ${files} files`,
      allowed: `allowed are at most ${PACKAGE_LIMITS.files}`,
    });
  }
  if (bytes > PACKAGE_LIMITS.bytes) {
    const allowed = `allowed are at most ${PACKAGE_LIMITS.bytes} bytes`;
    faults.push({ path: '', problem: `has ${bytes} bytes`, allowed });
  }
  return faults;
}

/** The folders that a path stands in: `a` and `a/b` for `a/b/c.json`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

function bytesOf(files: TemplatePackage['files']): number {
  const encoder = new TextEncoder();
  return Object.values(files).reduce((sum, text) => sum + encoder.encode(text).length, 0);
}

/** The text of one file of the package. */
export function packageText({ files }: TemplatePackage, file: string): Read<string> {
  const text = Object.hasOwn(files, file) ? files[file] : undefined;
  if (text !== undefined) return { value: text };
  return {
    faults: [{ path: file, problem: 'is missing', allowed: 'the file must be there' }],
  };
}

/** A JSON file of the package as it is, less its member `$schema`, which is there for editors. */
export function packageJson(source: TemplatePackage, file: string): Read<unknown> {
  const text = packageText(source, file);
  return 'faults' in text ? text : parseJsonText(text.value, file);
}

/** A JSON file of the package by its schema. */
export function packageDocument<Value>(
  source: TemplatePackage,
  file: string,
  schema: z.ZodType<Value>,
): Read<Value> {
  const raw = packageJson(source, file);
  if ('faults' in raw) return raw;
  const parsed = parseDocument(schema, raw.value);
  return 'faults' in parsed ? { faults: inFile(file, parsed.faults) } : parsed;
}

/** A JSON text as the document it is, less its member `$schema`. `file` names it in the fault. */
export function parseJsonText(text: string, file: string): Read<unknown> {
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document === 'object' && document !== null && '$schema' in document) delete document.$schema;
    return { value: document };
  } catch (error) {
    const problem = `is no JSON (${String(error).replaceAll(/\s+/g, ' ')})`;
    return { faults: [{ path: file, problem, allowed: 'allowed is a JSON document' }] };
  }
}

/** The faults of a document as faults of the file that holds it. */
export function inFile(file: string, faults: readonly Fault[]): Fault[] {
  return faults.map((fault) => ({ ...fault, path: fault.path === '' ? file : `${file}#${fault.path}` }));
}

/** A fault for a file that nothing names: most often one whose name has a slip. */
export function strayFault(path: string): Fault {
  const allowed =
    'allowed are README.md, the files that the manifest names, calendars/ID.json, ' +
    'and acceptance/NAME.json with acceptance/NAME.expected.json';
  return { path, problem: 'is named nowhere', allowed };
}
