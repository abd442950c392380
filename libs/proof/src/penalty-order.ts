import { exactOf } from '#decisions/exact';
import { type Facts, type RuleSet } from '#domain/decision';
import { type ConsequenceTerms, type Priority } from '#domain/terms';

/** A case with the permille that the rules gave, and how many times it is owed. */
export interface Judged {
  readonly facts: Facts;
  readonly permille: string;
}

/** Two cases in an order that their costs do not follow: the worse one costs less. */
export interface Inversion {
  readonly better: Judged;
  readonly worse: Judged;
}

/** What a case costs, in millionths of a permille of the base; comparable within one consequence. */
function costOf({ facts, permille }: Judged, { on, times }: ConsequenceTerms): bigint {
  const { units, digits } = exactOf(permille) ?? { units: 0n, digits: 0 };
  const scaled = units * 10n ** BigInt(SCALE - digits);
  if (on !== 'obligation' || times === 'once') return Number(facts['daysLate'] ?? 1) > 0 ? scaled : 0n;
  return scaled * BigInt(Number(facts[times] ?? 0));
}

const SCALE = 6;

/**
 * The pairs of cases of which the worse costs less. `month`: alike but for a lower attainment. `obligation`: the same
 * one, later. `latePayment`: the same invoice, later; what is asked here is the permille of one day, the sum over the
 * days grows whatever it is. `miss`: the same target of a higher priority; `order` is that of the priorities.
 */
export function inversionsOf(
  consequence: ConsequenceTerms,
  judged: readonly Judged[],
  order: readonly Priority[],
): Inversion[] {
  const isWorse = COMPARISONS[consequence.on](consequence.rules, order);
  const costs = judged.map((each) => ({ each, cost: costOf(each, consequence) }));
  const found: Inversion[] = [];
  for (const { each: worse, cost: low } of costs) {
    for (const { each: better, cost: high } of costs) {
      if (low < high && isWorse(worse.facts, better.facts)) found.push({ better, worse });
    }
  }
  return found;
}

type Comparison = (rules: RuleSet, order: readonly Priority[]) => (worse: Facts, better: Facts) => boolean;

const COMPARISONS: Readonly<Record<ConsequenceTerms['on'], Comparison>> = {
  month:
    ({ facts }) =>
    (worse, better) =>
      same(worse, better, [
        'period',
        'received',
        ...(Object.hasOwn(facts, 'concluded') ? ['concluded'] : []),
      ]) &&
      atMost(worse, better, 'attainmentPercent') &&
      atMost(worse, better, 'worstAttainmentPercent') &&
      (!Object.hasOwn(facts, 'met') || atMost(worse, better, 'met')) &&
      (!Object.hasOwn(facts, 'missed') || atMost(better, worse, 'missed')),
  obligation: () => (worse, better) =>
    same(worse, better, ['obligation']) && atMost(better, worse, 'daysLate'),
  latePayment: () => (worse, better) =>
    same(worse, better, ['period', 'invoiceAmount']) && atMost(better, worse, 'daysLate'),
  miss: (_, order) => (worse, better) =>
    same(worse, better, ['target', 'period', 'missNumberInPeriod', 'missNumberOfRequest']) &&
    order.includes(String(worse['priority'])) &&
    order.indexOf(String(worse['priority'])) < order.indexOf(String(better['priority'])),
};

function same(a: Facts, b: Facts, names: readonly string[]): boolean {
  return names.every((name) => a[name] === b[name]);
}

function atMost(a: Facts, b: Facts, name: string): boolean {
  return Number(a[name]) <= Number(b[name]);
}
