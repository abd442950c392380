import { compareDecimals } from '#decisions/decimal';
import { baseOf } from '#domain/contract/bases';
import { fen, MAX_FEN, minFen, sumFen, type Fen } from '#domain/money/fen';
import { permilleOf } from '#domain/money/ratio';
import { questionTo } from '#domain/question';
import { type CapTerms, type ConsequenceTerms, type Terms } from '#domain/terms';
import { type ProofContext } from './context.js';
import { isPermille, Judge } from './judge.js';
import { casesOf } from './occasions.js';

/** The most that a consequence can come to in one month and in the whole term; null where there is no such amount. */
export interface Largest {
  readonly month: Fen | null;
  readonly term: Fen | null;
  /** The highest ratio that the rules give in any case. */
  readonly permille: string;
  /** What that ratio comes to once. */
  readonly once: Fen;
}

/** By the rules and the caps as they stand, without a run of the core. */
export async function largestOf(
  context: ProofContext,
  terms: Terms,
  consequence: ConsequenceTerms,
): Promise<Largest> {
  const permille = await highestPermille(context, terms, consequence);
  const bases = basesOf(terms, consequence);
  const amounts = bases.map((base) => permilleOf(base, permille));
  const once = fen(Math.max(0, ...amounts));
  let [month, term] = ownBounds(consequence, amounts);
  for (const cap of consequence.caps) {
    const windows = windowsIn(terms, consequence, cap);
    if (windows === null) continue;
    month = least(month, times(cap.amount, windows.month));
    term = least(term, times(cap.amount, windows.term));
  }
  return { month, term, permille, once };
}

/** What bounds a consequence without any cap: one amount for each month, or one for each obligation. */
function ownBounds(
  { on, times: often }: ConsequenceTerms,
  amounts: readonly Fen[],
): [Fen | null, Fen | null] {
  const all = sumFen(amounts);
  if (on === 'month') return [fen(Math.max(0, ...amounts)), all];
  return on === 'obligation' && often === 'once' ? [all, all] : [null, null];
}

/** How many windows of a cap a month and a term hold at most; null where the cap bounds no sum. */
function windowsIn({ schedule, obligations }: Terms, { on }: ConsequenceTerms, { window }: CapTerms) {
  const months = schedule.length;
  switch (window) {
    case 'term':
      return { month: 1, term: 1 };
    case 'calendarYear':
      return { month: 1, term: new Set(schedule.map(({ period }) => period.slice(0, 4))).size };
    case 'rolling12Months':
      return { month: 1, term: Math.ceil(months / 12) };
    case 'month':
      return { month: 1, term: months };
    case 'each':
      if (on === 'month') return { month: 1, term: months };
      return on === 'obligation' ? { month: obligations.length, term: obligations.length } : null;
  }
}

/** The amounts that the ratio can be taken of: of each month, of each obligation, else of the contract. */
function basesOf(terms: Terms, consequence: ConsequenceTerms): Fen[] {
  if (consequence.on === 'month')
    return terms.schedule.map(({ period }) => baseOf(terms, consequence, period));
  if (consequence.base === 'obligationValue') return terms.obligations.map(({ value }) => value);
  if (consequence.base === 'outstanding') return terms.billing.plan.map(({ amount }) => amount);
  if (consequence.base === 'monthFee') return terms.schedule.map(({ fee }) => fee);
  return [baseOf(terms, consequence, null)];
}

async function highestPermille(
  { template, engine }: ProofContext,
  terms: Terms,
  consequence: ConsequenceTerms,
): Promise<string> {
  const judge = new Judge(consequence.rules, engine);
  let highest = '0';
  for (const occasion of casesOf(template, terms, consequence).tried) {
    const { facts } = questionTo(terms, consequence.rules, occasion);
    if (judge.missingFacts(facts).length > 0) continue;
    const { outcome } = await judge.verdict(facts);
    if (isPermille(outcome) && compareDecimals(outcome, highest) > 0) highest = outcome;
  }
  return highest;
}

function least(a: Fen | null, b: Fen): Fen {
  return a === null ? b : minFen(a, b);
}

function times(amount: Fen, count: number): Fen {
  return fen(Math.min(MAX_FEN, amount * count));
}
