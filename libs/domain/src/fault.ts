/** One thing wrong with a document somebody handed in, in the words of the one line the person gets to see. */
export interface Fault {
  /** Where, as a path into the document: `rules[0].conditions.all[1].fact`; empty for the document itself. */
  readonly path: string;
  /** What is wrong: `unknown fact "urgancy", did you mean "urgency"?` */
  readonly problem: string;
  /** What is allowed: `one of urgency, impact`. */
  readonly allowed: string;
}

/** The fault on one line: `path: what is wrong, what is allowed`. */
export function formatFault(fault: Fault): string {
  return `${fault.path === '' ? 'document' : fault.path}: ${fault.problem}, ${fault.allowed}`;
}

/** Joins a path and a member's name or an index: `rules` + 0 + `name` is `rules[0].name`. */
export function joinPath(path: string, ...parts: readonly PropertyKey[]): string {
  let joined = path;
  for (const part of parts) {
    if (typeof part === 'number') joined += `[${part}]`;
    else if (/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(String(part)))
      joined += `${joined === '' ? '' : '.'}${String(part)}`;
    else joined += `[${JSON.stringify(String(part))}]`;
  }
  return joined;
}

/** A fault for a name that is not among those there are, with the nearest of them. `kind`: `fact`, `parameter`. */
export function unknownName(path: string, kind: string, name: string, names: readonly string[]): Fault {
  const nearest = nearestName(name, names);
  const hint = nearest === null ? '' : `, did you mean ${quote(nearest)}?`;
  return { path, problem: `unknown ${kind} ${quote(name)}${hint}`, allowed: oneOf(names) };
}

/** `one of a, b, c`, or what to say where there is nothing to choose from. */
export function oneOf(names: readonly string[]): string {
  if (names.length === 0) return 'nothing is allowed here';
  return names.length === 1 ? `allowed is ${names[0]}` : `allowed are ${names.join(', ')}`;
}

/** A value as a fault shows it: JSON, cut off where it is long. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}

const LONGEST_NAME = 64;

/** The name among `names` that is most like the given one; null where none is near enough to be meant. */
export function nearestName(name: string, names: readonly string[]): string | null {
  if (name.length > LONGEST_NAME) return null;
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of names) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Levenshtein's distance: how many characters to insert, delete or replace. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
