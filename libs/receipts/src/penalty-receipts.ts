import { capBookOf, capKey, missConsequence, missKey, standingPenalty } from '#domain/contract/account';
import { type CapBook } from '#domain/contract/caps';
import { bookOf } from '#domain/contract/charges';
import { type Charge, type ContractState, type FixedMiss } from '#domain/contract/state';
import { type Fen, formatYuan, parseYuan, sumFen, ZERO_FEN } from '#domain/money/fen';
import { type CapTerms, type ConsequenceTerms, type Terms, termsAt } from '#domain/terms';
import { fact, receiptOfLine, type StepTaken } from './frame.js';
import { capsAround, moneyStep, permilleStep } from './money-steps.js';
import { type DecisionReceipt, type Source } from './receipt.js';
import { type WrittenLine } from './sources.js';

type ContractStep = StepTaken<ContractState>;

/** The receipts of the penalties of single misses that a step fixed, in their order (clause 2.6). */
export function penaltyReceipts(step: ContractStep): DecisionReceipt[] {
  const { before, after, lines } = step;
  const first = before?.misses.length ?? 0;
  return ofKind(lines, 'penalty.fixed').flatMap((line, index) => {
    const miss = after.misses[first + index];
    // A waiver of the same step comes after: what was fixed before it was fixed in full.
    const isWaived = payloadOf(line)['waived'] === true;
    return miss
      ? [penaltyReceipt(step, line, isWaived ? miss : { ...miss, waiver: null }, first + index)]
      : [];
  });
}

function penaltyReceipt(
  step: ContractStep,
  line: WrittenLine,
  miss: FixedMiss,
  index: number,
): DecisionReceipt {
  const { terms, after } = step;
  const laws = [terms, ...after.misses.slice(index).map(({ at }) => termsAt(terms, at))];
  const consequence = laws.map(missConsequence).find((each) => each !== undefined);
  const caps = capsOf(line);
  const earlier = { ...after, misses: fixedBefore(step, index) };
  const book = consequence ? capBookOf(earlier, consequence, caps) : null;
  const room = book ? book.room(miss.period, missKey(miss)) : ZERO_FEN;
  const use = { period: miss.period, key: missKey(miss), amount: standingPenalty(miss) };
  return receiptOfLine(step, line, 'penalty', {
    period: miss.period,
    facts: missFacts(step, line, miss),
    conditions: [
      {
        condition: 'waived',
        operator: 'equal',
        expected: false,
        actual: miss.waiver !== null,
        result: miss.waiver === null,
      },
      { condition: 'counted', operator: 'equal', expected: true, actual: miss.counted, result: miss.counted },
    ],
    arithmetic: [
      permilleStep(miss.base, miss.permille, 1),
      moneyStep('penalty', penaltyFormula(miss), { full: miss.full, room }, miss.penalty),
    ],
    caps: book ? capsAround(book, caps, use) : [],
    outcome: {
      full: formatYuan(miss.full),
      penalty: formatYuan(miss.penalty),
      capped: miss.capped,
      counted: miss.counted,
      waived: miss.waiver !== null,
    },
  });
}

function penaltyFormula({ waiver, counted }: FixedMiss): string {
  if (waiver !== null) return '0.00: the miss was waived';
  return counted ? 'least of full and room' : '0.00: an earlier miss of the request counts';
}

/** As they stood when the next one was fixed: a waiver that the same step gave later is not in sight yet. */
function fixedBefore({ before, after, lines }: ContractStep, index: number): FixedMiss[] {
  const known = before?.misses ?? [];
  const fixed = ofKind(lines, 'penalty.fixed');
  const own = after.misses.slice(known.length, index).map((miss, place) => {
    return payloadOf(fixed[place])['waived'] === true ? miss : { ...miss, waiver: null };
  });
  return [...known, ...own];
}

function missFacts(step: ContractStep, line: WrittenLine, miss: FixedMiss) {
  const { request, target, at, dueAt, priority, base } = miss;
  const { sources } = step;
  const missed: Source[] = sources.last((each) => {
    const isTarget = each.kind === 'target.missed' && each.request === request && each.target === target;
    return each.sequence < line.sequence && (isTarget || each.kind === 'obligation.missed') && each.at === at;
  });
  const waiver = sources.last((each) => {
    return (
      each.kind === 'miss.waived' &&
      each.request === request &&
      each.target === target &&
      each.sequence < line.sequence
    );
  });
  const law = missConsequence(termsAt(step.terms, at));
  return [
    fact('missedAt', at, missed),
    fact('dueAt', dueAt, missed),
    fact('target', target, missed),
    fact('priority', priority, missed),
    fact('base', formatYuan(base), missed),
    fact('baseIs', law?.base ?? null),
    fact('waivedBy', miss.waiver?.by ?? null, miss.waiver ? waiver : []),
  ];
}

/** The receipts of what months, obligations and late payments cost, as far as it was not fixed before. */
export function chargeReceipts(step: ContractStep): DecisionReceipt[] {
  const { before, after, lines } = step;
  const first = before?.charges.length ?? 0;
  return ofKind(lines, 'charge.fixed').flatMap((line, index) => {
    const charge = after.charges[first + index];
    if (!charge) return [];
    const earlier = { ...after, charges: after.charges.slice(0, first + index) };
    return [chargeReceipt(step, line, charge, earlier)];
  });
}

function chargeReceipt(
  step: ContractStep,
  line: WrittenLine,
  charge: Charge,
  earlier: ContractState,
): DecisionReceipt {
  const { key, period, base, permille, times, full, amount, capped, on } = charge;
  const isOwn = (other: Charge): boolean => other.consequence === charge.consequence && other.key === key;
  const fixedEarlier = sumFen(earlier.charges.filter(isOwn).map((other) => other.amount));
  const consequence = consequenceOf(step.terms, charge);
  const caps = capsOf(line);
  const book = consequence ? bookOf(earlier, { ...consequence, caps }, key) : null;
  const room = book ? book.room(period, capKey(key)) : ZERO_FEN;
  return receiptOfLine(step, line, 'penalty', {
    period,
    facts: chargeFacts(step, line, charge, fixedEarlier),
    arithmetic: [
      permilleStep(base, permille, times),
      moneyStep('amount', amountFormula(charge), { full, room, fixedEarlier }, amount),
    ],
    caps: book ? capsOfCharge(book, caps, charge, fixedEarlier) : [],
    outcome: { on, full: formatYuan(full), amount: formatYuan(amount), capped },
  });
}

/** What was fixed on a mistaken footing is taken back in full, by a charge below nothing of a key of its own. */
function amountFormula({ key }: Charge): string {
  return key.endsWith('/late') ? '0.00 - full' : 'least of full and room, less fixedEarlier';
}

/** The occasion's own earlier charges take no room from it: they are what it is compared with. */
function capsOfCharge(book: CapBook, caps: readonly CapTerms[], charge: Charge, fixedEarlier: Fen) {
  const { period, key, amount } = charge;
  book.add({ period, key: capKey(key), amount: fixedEarlier });
  return capsAround(book, caps, { period, key: capKey(key), amount });
}

function chargeFacts(step: ContractStep, line: WrittenLine, charge: Charge, fixedEarlier: Fen) {
  const { key, base, times, on, consequence } = charge;
  const { sources } = step;
  const occasion = sources.all((each) => {
    if (each.sequence >= line.sequence) return false;
    if (on === 'obligation') return each.kind === 'obligation.missed';
    if (on === 'latePayment') return each.kind === 'invoice.issued' && each.period === capKey(key);
    return each.period === key && (each.kind === 'penalty.fixed' || each.kind === 'miss.waived');
  });
  const before = sources.all((each) => each.kind === 'charge.fixed' && each.sequence < line.sequence);
  return [
    fact('consequence', consequence),
    fact('on', on),
    fact('key', key, occasion),
    fact('base', formatYuan(base), occasion),
    fact('times', times, occasion),
    fact('fixedEarlier', formatYuan(fixedEarlier), fixedEarlier === ZERO_FEN ? [] : before),
  ];
}

function consequenceOf(terms: Terms, { consequence: id }: Charge): ConsequenceTerms | undefined {
  const laws = [terms, ...(terms.earlier ?? []).map((law) => law.terms)];
  return laws.flatMap(({ consequences }) => consequences).find((each) => each.id === id);
}

/** The caps it was fixed under, as the line says. */
function capsOf(line: WrittenLine): CapTerms[] {
  const written = payloadOf(line)['caps'] as readonly { window: CapTerms['window']; amount: string }[];
  return written.map(({ window, amount }) => ({ window, amount: parseYuan(amount) ?? ZERO_FEN }));
}

function ofKind(lines: readonly WrittenLine[], kind: string): WrittenLine[] {
  return lines.filter((line) => line.kind === kind);
}

function payloadOf(line: WrittenLine | undefined): Readonly<Record<string, unknown>> {
  return (line?.payload ?? {}) as Readonly<Record<string, unknown>>;
}
