import { sha256, utf8 } from './bytes.js';
import { finding, type Finding } from './finding.js';
import { canonicalJson, type Json, type JsonObject, numberAt, textAt, without } from './json.js';

const FILE = 'ledger.jsonl';
const GENESIS = `sha256:${'0'.repeat(64)}`;

/** The lines of a ledger by their number in the chain. */
export type Ledger = ReadonlyMap<number, JsonObject>;

export function ledgerOf(lines: readonly JsonObject[]): Ledger {
  return new Map(lines.map((line) => [numberAt(line, 'sequence'), line]));
}

/** The hash of any JSON value: over its canonical text. */
export function hashOfJson(value: Json): Promise<string> {
  return sha256(utf8(canonicalJson(value)));
}

/** Checks every line by itself and against the one before it, and goes on behind whatever is wrong. */
export async function ledgerFindings(lines: readonly JsonObject[], contract: string): Promise<Finding[]> {
  const found: Finding[] = [];
  let [last, lastHash] = [0, GENESIS];
  for (const line of lines) {
    const sequence = numberAt(line, 'sequence');
    const where = `${FILE} line ${sequence}`;
    const hash = textAt(line, 'hash');
    if ((await hashOfJson(without(line, 'hash'))) !== hash) found.push(finding('ledger.changed', where));
    if (textAt(line, 'contractId') !== contract)
      found.push(finding('ledger.replaced', where, `it is of ${textAt(line, 'contractId')}`));
    if (sequence > last + 1) found.push(finding('ledger.missing', FILE, gapText(last + 1, sequence - 1)));
    if (!(sequence > last)) found.push(finding('ledger.order', where, `it stands behind line ${last}`));
    // Behind a gap nothing can be linked; the gap is named.
    else if (sequence === last + 1 && textAt(line, 'previousHash') !== lastHash)
      found.push(finding('ledger.unlinked', where));
    if (sequence > last) [last, lastHash] = [sequence, hash];
  }
  return found;
}

function gapText(from: number, to: number): string {
  return from === to ? `line ${from}` : `lines ${from} to ${to}`;
}

/** Whether the ledger still has a line that somebody saw, and it is the same. */
export function headFindings(
  ledger: Ledger,
  { sequence, hash, seenBy }: { readonly sequence: number; readonly hash: string; readonly seenBy: string },
): Finding[] {
  if (sequence === 0) return [];
  const line = ledger.get(sequence);
  const last = Math.max(0, ...ledger.keys());
  if (!line && sequence > last)
    return [finding('ledger.cut', FILE, `${seenBy} saw ${sequence} lines, the last one here is ${last}`)];
  if (!line) return [];
  return textAt(line, 'hash') === hash
    ? []
    : [finding('ledger.replaced', `${FILE} line ${sequence}`, `it is not the one that ${seenBy} saw`)];
}
