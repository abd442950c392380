import { finding, type Finding } from './finding.js';
import { isObject, type Json, type JsonObject, listAt, numberAt, textAt, without } from './json.js';
import { hashOfJson, type Ledger } from './ledger.js';
import { holds, reckoned, saidResult } from './reckon.js';

/** Which receipt a line of the ledger must have, by its kind. */
const RECEIPTED: Readonly<Record<string, string>> = {
  'request.recorded': 'priority',
  'target.missed': 'miss',
  'penalty.fixed': 'penalty',
  'charge.fixed': 'penalty',
  'month.assessed': 'month',
  'month.reassessed': 'month',
  'terminationRight.arisen': 'terminationRight',
  'invoice.issued': 'invoice',
};

/** Checks every receipt: its hash, what it rests on, its reckoning, and that every decision has one. */
export async function receiptFindings(receipts: readonly JsonObject[], ledger: Ledger): Promise<Finding[]> {
  const found: Finding[] = [];
  const seen = new Set<string>();
  for (const receipt of receipts) {
    const where = `receipt ${textAt(receipt, 'id')}`;
    if ((await hashOfJson(without(receipt, 'hash'))) !== textAt(receipt, 'hash'))
      found.push(finding('receipt.changed', where));
    if (seen.has(textAt(receipt, 'id'))) found.push(finding('receipt.repeated', where));
    seen.add(textAt(receipt, 'id'));
    found.push(...sourceFindings(receipt, ledger, where));
    found.push(...stepFindings(receipt, where), ...conditionFindings(receipt, where));
  }
  return [...found, ...missingReceipts(receipts, ledger)];
}

function sourceFindings(receipt: JsonObject, ledger: Ledger, where: string): Finding[] {
  const sources = [
    receipt['entry'] ?? null,
    ...listAt(receipt, 'facts').flatMap((fact) => listAt(fact, 'sources')),
  ];
  const lost = sources.filter(
    (source) => textAt(ledger.get(numberAt(source, 'sequence')), 'hash') !== textAt(source, 'hash'),
  );
  const lines = [...new Set(lost.map((source) => numberAt(source, 'sequence')))];
  return lines.map((line) =>
    finding('receipt.unfounded', where, `line ${line} is not the one that it names`),
  );
}

function stepFindings(receipt: JsonObject, where: string): Finding[] {
  const segments = listAt(
    listAt(receipt, 'facts').find((fact) => textAt(fact, 'name') === 'segments'),
    'value',
  );
  return listAt(receipt, 'arithmetic').flatMap((step) => {
    if (!isObject(step)) return [finding('receipt.reckoning', where, 'a step cannot be read')];
    const [result, said] = [reckoned(step, segments), saidResult(step)];
    return result === said ? [] : [finding('receipt.reckoning', where, stepText(step, result, said))];
  });
}

function stepText(step: JsonObject, result: string | null, said: string): string {
  const name = `${textAt(step, 'step')} = ${textAt(step, 'formula')}`;
  return result === null
    ? `${name} is a formula that this program does not know`
    : `${name} comes to ${result}, it says ${said}`;
}

function conditionFindings(receipt: JsonObject, where: string): Finding[] {
  return listAt(receipt, 'conditions')
    .filter(isObject)
    .filter((condition) => holds(condition) === !condition['result'])
    .map((condition) =>
      finding(
        'receipt.condition',
        where,
        `${textAt(condition, 'condition')} says ${JSON.stringify(condition['result'])}`,
      ),
    );
}

/** A contract older than receipts has none up to some line; behind its first receipt every decision has one. */
function missingReceipts(receipts: readonly JsonObject[], ledger: Ledger): Finding[] {
  const kept = new Set(
    receipts.map((receipt) => `${numberAt(receipt['entry'], 'sequence')} ${textAt(receipt, 'kind')}`),
  );
  const first = Math.min(...receipts.map((receipt) => numberAt(receipt['entry'], 'sequence')), Infinity);
  return [...ledger].flatMap(([sequence, line]) => {
    const kind = RECEIPTED[textAt(line, 'kind')];
    if (kind === undefined || sequence < first || kept.has(`${sequence} ${kind}`)) return [];
    return [
      finding(
        'receipt.missing',
        `ledger.jsonl line ${sequence}`,
        `${textAt(line, 'kind')} has no ${kind} receipt`,
      ),
    ];
  });
}

/** The decisions that are older than receipts. */
export function unreceipted(receipts: readonly JsonObject[], ledger: Ledger): number {
  const first = Math.min(...receipts.map((receipt) => numberAt(receipt['entry'], 'sequence')), Infinity);
  return [...ledger].filter(([sequence, line]) => sequence < first && textAt(line, 'kind') in RECEIPTED)
    .length;
}

/** Rules and calendars by their hashes, against what the receipts name. */
export async function rulesFindings(
  rules: ReadonlyMap<string, Json>,
  receipts: readonly JsonObject[],
): Promise<Finding[]> {
  const found: Finding[] = [];
  const hashes = new Set<string>();
  for (const [path, content] of rules) {
    const hash = await hashOfJson(content);
    hashes.add(hash);
    if (!path.includes(hash.slice('sha256:'.length, 'sha256:'.length + 12)))
      found.push(finding('rules.changed', path));
  }
  const named = new Map<string, string>();
  for (const receipt of receipts)
    for (const one of [receipt['ruleSet'], receipt['calendar']].filter(isObject))
      named.set(textAt(one, 'hash'), `${textAt(one, 'id')} ${textAt(one, 'version')}`);
  for (const [hash, name] of named)
    if (!hashes.has(hash)) found.push(finding('rules.missing', name, `none has the hash ${hash}`));
  return found;
}
