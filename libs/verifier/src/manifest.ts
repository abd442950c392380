import { type Bytes, sha256, textOf } from './bytes.js';
import { finding, type Finding } from './finding.js';
import { isObject, type JsonObject, listAt, numberAt, parseJson, textAt } from './json.js';
import { isSigned } from './signature.js';

export const MANIFEST = 'manifest.json';
export const FORMAT = 'pacta-bundle/1';

/** The manifest of the files; null where there is none that can be read. */
export function manifestOf(files: ReadonlyMap<string, Bytes>): JsonObject | null {
  const bytes = files.get(MANIFEST);
  const parsed = bytes && parseJson(textOf(bytes) ?? '');
  return isObject(parsed) && textAt(parsed, 'format') === FORMAT ? parsed : null;
}

/** Compares the files with the manifest in both directions, and checks its signature. */
export async function manifestFindings(
  files: ReadonlyMap<string, Bytes>,
  manifest: JsonObject,
): Promise<Finding[]> {
  const found: Finding[] = (await isSigned(manifest)) ? [] : [finding('seal.broken', MANIFEST)];
  const listed = new Set<string>([MANIFEST]);
  for (const entry of listAt(manifest, 'files')) {
    const path = textAt(entry, 'path');
    listed.add(path);
    const bytes = files.get(path);
    if (!bytes) found.push(finding('file.missing', path));
    else if (bytes.length !== numberAt(entry, 'size') || (await sha256(bytes)) !== textAt(entry, 'sha256'))
      found.push(finding('file.changed', path));
  }
  for (const path of files.keys()) if (!listed.has(path)) found.push(finding('file.unknown', path));
  return found;
}

/** The objects of a file of JSON lines, and which lines are none. A last line without an end is one too. */
export function jsonLines(bytes: Bytes | undefined): {
  readonly values: readonly JsonObject[];
  readonly unreadable: readonly number[];
} {
  const lines = bytes ? (textOf(bytes) ?? '\u0000').split('\n') : [];
  if (lines.at(-1) === '') lines.pop();
  const parsed = lines.map((line) => parseJson(line));
  return {
    values: parsed.filter((value): value is JsonObject => isObject(value)),
    unreadable: parsed.flatMap((value, index) => (isObject(value) ? [] : [index + 1])),
  };
}
