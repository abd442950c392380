import { createHash } from 'node:crypto';

/** What the first line of a ledger builds on. */
const BEGINNING = `sha256:${'0'.repeat(64)}`;

const MEMBERS = [
  'contractId',
  'sequence',
  'owner',
  'ownerVersion',
  'kind',
  'at',
  'recordedAt',
  'actor',
  'clause',
  'request',
  'payload',
  'event',
  'previousHash',
];

/** RFC 8785: members in the order of their UTF-16 code units, no blanks, numbers and texts as ECMAScript writes them. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${members.join(',')}}`;
}

/** The hash of a line of a ledger, its own `hash` left out. */
export function hashOf(line) {
  const hashed = Object.fromEntries(MEMBERS.map((name) => [name, line[name]]));
  return `sha256:${createHash('sha256').update(canonical(hashed)).digest('hex')}`;
}

/**
 * Reckons a ledger's chain from its first line. Gives the head and the faults: gaps, links and hashes that are wrong.
 *
 * @param {readonly object[]} lines in the order of their sequence
 */
export function chainOf(lines) {
  const faults = [];
  let head = { sequence: 0, hash: BEGINNING };
  for (const line of lines) {
    if (line.sequence !== head.sequence + 1) faults.push(`line ${head.sequence + 1} is missing`);
    const hash = hashOf({ ...line, previousHash: head.hash });
    if (hash !== line.hash || line.previousHash !== head.hash)
      faults.push(`line ${line.sequence} has ${line.hash}, its chain comes to ${hash}`);
    head = { sequence: line.sequence, hash };
  }
  return { head, faults };
}
