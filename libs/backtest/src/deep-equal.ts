/** Whether two JSON values are the same, in whatever order their members stand. */
export function deepEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isTree(a) || !isTree(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && deepEqual(a[key], b[key]));
}

/** The paths at which two JSON values differ, `targets[0].dueAt: "…" recorded, "…" by the re-run`; at most `most`. */
export function deepDifferences(recorded: unknown, given: unknown, path: string, most: number): string[] {
  const found: string[] = [];
  collect(recorded, given, path, found, most);
  return found;
}

function collect(recorded: unknown, given: unknown, path: string, found: string[], most: number): void {
  if (found.length >= most || deepEqual(recorded, given)) return;
  if (!isTree(recorded) || !isTree(given) || Array.isArray(recorded) !== Array.isArray(given)) {
    found.push(`${path}: ${shown(recorded)} recorded, ${shown(given)} by the re-run`);
    return;
  }
  const isList = Array.isArray(recorded);
  for (const key of new Set([...Object.keys(recorded), ...Object.keys(given)])) {
    collect(recorded[key], given[key], isList ? `${path}[${key}]` : `${path}.${key}`, found, most);
  }
}

const MOST_SHOWN_CHARACTERS = 100;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= MOST_SHOWN_CHARACTERS ? text : `${text.slice(0, MOST_SHOWN_CHARACTERS)}…`;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
