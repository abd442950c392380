import { owedByProvider, standingPenalty } from '#domain/contract/account';
import { billNamed } from '#domain/contract/bills';
import { type Charge, type FixedMiss, type Invoice } from '#domain/contract/state';
import { fen, subtractFen, sumFen, ZERO_FEN, type Fen } from '#domain/money/fen';
import { vatOf, type Vat } from '#domain/money/vat';
import { addDays, type Period } from '#domain/time/dates';
import { type Instant } from '#domain/time/instant';
import { chargeLabel, missText } from '../words/labels.js';
import { summed } from './blocks.js';
import { clauseTitle } from './clause-blocks.js';
import { type Drafting } from './drafting.js';

/** A line of money: what it is, and how much. */
export interface Line {
  readonly text: string;
  readonly amount: Fen;
}

/** Amounts that the terms have as including tax are split by this rate where the contract names no other. */
const USUAL_VAT_PERCENT = '6';

/** The rate that the contract's amounts include, in percent. */
export function vatPercent({ facts }: Drafting): string {
  return String(facts.terms.parameters['vatPercent'] ?? USUAL_VAT_PERCENT);
}

/** An amount with its net and its tax at the contract's rate. */
export function withVat(draft: Drafting, gross: Fen): Vat {
  return vatOf(gross, vatPercent(draft));
}

/** What the contract calls its price: 服务费, Fee; 价款, Price. */
export function feeWord({ facts, pen }: Drafting): string {
  const { clauses } = facts.terms;
  return clauseTitle(facts.text[pen.language], clauses.fee, pen.say('服务费', 'Fee'));
}

/** What an invoice asks for as fees: its months one by one, less days after an early end; they sum to its amount. */
export function feeLines(draft: Drafting, invoice: Invoice): Line[] {
  const { facts, pen } = draft;
  const { terms, state } = facts;
  const bill = billNamed(terms, invoice.period);
  const word = feeWord(draft);
  if (terms.monthlyFee === null && terms.billing.plan.length === 1)
    return [{ text: pen.say(`合同${word}`, word), amount: invoice.amount }];
  const months = terms.schedule.filter((month) => bill.from <= month.from && month.from < bill.to);
  const lines = months.map((month) => {
    const last = addDays(month.endDate, -1);
    const days = pen.say(`${month.firstDate} 至 ${last}`, `${month.firstDate} to ${last}`);
    return { text: `${month.period} ${word} (${days})`, amount: month.fee };
  });
  // Once the contract has ended, an invoice may ask for the days served only.
  const unused = state.end ? subtractFen(sumFen(amountsOf(lines)), invoice.amount) : ZERO_FEN;
  const cut = { text: pen.say('减：终止后未使用部分', 'Less: days after the end'), amount: negative(unused) };
  const all = unused > ZERO_FEN ? [...lines, cut] : lines;
  summed(`invoice ${invoice.period}`, amountsOf(all), invoice.amount);
  return all;
}

/** The interest on earlier invoices that an invoice asks for: stretch by stretch, as it was fixed since the last one. */
export function interestLines(draft: Drafting, invoice: Invoice): Line[] {
  const { facts, pen } = draft;
  if (invoice.interest === ZERO_FEN) return [];
  const at = facts.state.invoices.indexOf(invoice);
  const asked = sumFen(facts.state.invoices.slice(0, at).map(({ interest }) => interest));
  const fixed = facts.state.charges.filter((charge) => isInterest(charge) && charge.at <= invoice.issuedAt);
  const lines = unasked(draft, fixed, asked);
  if (lines && sumFen(amountsOf(lines)) === invoice.interest) return lines;
  return [{ text: pen.say('逾期利息', 'Late interest'), amount: invoice.interest }];
}

/** Interest that no invoice has asked for, stretch by stretch; null where it cannot be told apart from what was asked. */
export function unaskedInterestLines(draft: Drafting): Line[] | null {
  const { charges, invoices } = draft.facts.state;
  return unasked(draft, charges.filter(isInterest), sumFen(invoices.map(({ interest }) => interest)));
}

function unasked({ pen }: Drafting, charges: readonly Charge[], asked: Fen): Line[] | null {
  let before = ZERO_FEN;
  let index = 0;
  for (const charge of charges) {
    if (before === asked) break;
    before = fen(before + charge.amount);
    index += 1;
  }
  if (before !== asked) return null;
  return charges
    .slice(index)
    .filter(({ amount }) => amount !== ZERO_FEN)
    .map((charge) => ({ text: chargeLabel(pen, charge), amount: charge.amount }));
}

export function isInterest({ on }: Charge): boolean {
  return on === 'latePayment';
}

/**
 * The provider's account of penalties: what was left after the invoice before, and what was fixed, waived or annulled
 * since. The lines sum to what could be set off before `credited` is (clause 2.6).
 */
export function penaltyLines(draft: Drafting, invoices: readonly Invoice[]): Line[] {
  const { facts, pen } = draft;
  const before = invoices.at(-1);
  const credited = sumFen(invoices.map((invoice) => invoice.credited));
  const movements = movementsOf(draft);
  const isNew = ({ at }: Movement): boolean => before === undefined || at > before.issuedAt;
  const earlier = sumFen(amountsOf(movements.filter((movement) => !isNew(movement))));
  const opening = {
    text:
      facts.terms.penalties.settled === 'offset'
        ? pen.say('上期结转未抵扣违约金', 'Penalties carried forward, not yet set off')
        : pen.say('此前确定的违约金', 'Penalties fixed before'),
    amount: subtractFen(earlier, credited),
  };
  const lines = [opening, ...movements.filter(isNew)].filter(({ amount }) => amount !== ZERO_FEN);
  summed('penalties', amountsOf(lines), subtractFen(owedByProvider(facts.state), credited));
  return lines;
}

interface Movement extends Line {
  readonly at: Instant;
}

/** What made the provider owe more or less, in order. */
function movementsOf({ facts, pen }: Drafting): Movement[] {
  const misses = facts.state.misses.flatMap((miss): Movement[] => {
    const text = `${miss.period} ${missText(pen, miss)}`;
    const fixed = { text: pen.say(`${text}，违约金`, `${text}: penalty`), amount: miss.penalty };
    const back = takenBackAt(miss);
    const movements = [{ ...fixed, at: miss.fixedAt }];
    if (back === null) return movements;
    const why = miss.waiver ? pen.say('豁免', 'waived') : pen.say('撤销', 'annulled');
    const less = subtractFen(standingPenalty(miss), miss.penalty);
    return [...movements, { text: pen.say(`${text}（${why}）`, `${text} (${why})`), amount: less, at: back }];
  });
  const charges = facts.state.charges
    .filter((charge) => !isInterest(charge))
    .map((charge) => ({ text: chargeLabel(pen, charge), amount: charge.amount, at: charge.at }));
  return [...misses, ...charges].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function takenBackAt({ waiver, annulledAt, fixedAt }: FixedMiss): Instant | null {
  const times = [waiver?.at ?? null, annulledAt].filter((at) => at !== null);
  const first = times.reduce<Instant | null>((a, b) => (a === null || b < a ? b : a), null);
  return first !== null && first < fixedAt ? fixedAt : first;
}

/** An amount as one to be taken off. */
export function negative(amount: Fen): Fen {
  return subtractFen(ZERO_FEN, amount);
}

export function amountsOf(lines: readonly Line[]): Fen[] {
  return lines.map(({ amount }) => amount);
}

/** The invoice of a month. Throws where none was issued. */
export function invoiceOf({ facts }: Drafting, period: Period): Invoice {
  const invoice = facts.state.invoices.find((candidate) => candidate.period === period);
  if (!invoice) throw new Error(`no invoice of ${period} was issued`);
  return invoice;
}
