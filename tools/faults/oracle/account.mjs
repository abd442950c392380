import { DAY, dateOf, monthAfter, seconds, startOf } from './days.mjs';
import { verdictsOf } from './requests.mjs';

const DUE_DAY = 10;
const DAYS_WHEN_LATE = 10;
const FAILED_MONTHS = 3;

/**
 * What a contract of whole months comes to, by clauses 2.3 to 3.2 with the decisions that the template has by default.
 * Money is whole fen as BigInt, instants are seconds.
 *
 * @param {object} contract
 * @param {string} contract.termStart the first of a month, `2025-01-01`
 * @param {number} contract.termMonths
 * @param {bigint} contract.monthlyFee
 * @param {bigint} contract.permille
 * @param {number | null} contract.activatedAt null where it was never signed
 * @param {number} contract.until all that falls due by then has happened
 * @param {object[]} contract.told the commands that were accepted, in order
 */
export function accountOf(contract) {
  const { termStart, termMonths, activatedAt, until, told } = contract;
  const first = termStart.slice(0, 7);
  const months = Array.from({ length: termMonths }, (_, index) => {
    const [period, next] = [monthAfter(first, index), monthAfter(first, index + 1)];
    return { period, from: startOf(`${period}-01`), to: startOf(`${next}-01`) };
  });
  const book = new Book(contract);
  if (activatedAt === null) return book.result(null);
  const end = months.at(-1).to;
  const verdicts = verdictsIn(told, until, end);
  book.misses = missesIn(verdicts, months);
  for (const step of stepsOf(contract, months)) step.take(book);
  const endedAt = Math.max(end, activatedAt);
  return { verdicts, ...book.result(endedAt <= until ? endedAt : null) };
}

function verdictsIn(told, until, end) {
  const requests = Map.groupBy(
    told.filter(({ request }) => request !== undefined),
    ({ request }) => request,
  );
  return [...requests].flatMap(([request, events]) =>
    verdictsOf(events, until, end).map((verdict) => ({ request, ...verdict })),
  );
}

/** By instant, then request, then target; the month in which the deadline passed owns the miss. */
function missesIn(verdicts, months) {
  const order = (miss) => `${String(miss.at).padStart(12, '0')}/${miss.request}/${miss.target}`;
  return verdicts
    .filter(({ outcome }) => outcome === 'missed')
    .map((miss) => ({
      ...miss,
      period: months.find(({ from, to }) => from <= miss.at && miss.at < to).period,
    }))
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** All that happens, in the order of the contract: months close, then what is told, then invoices. */
function stepsOf({ activatedAt, until, told }, months) {
  const closes = months.map((month) => ({
    at: Math.max(month.to, activatedAt),
    rank: 1,
    take: (book) => book.close(month),
  }));
  const invoices = months.map((month) => ({
    at: Math.max(month.from, activatedAt),
    rank: 4,
    take: (book) => book.invoice(month, Math.max(month.from, activatedAt)),
  }));
  const money = told.flatMap(({ type, at, amount }) => {
    if (type === 'payment.received') return { at: seconds(at), rank: 3, take: (book) => book.pay(amount) };
    if (type === 'settlement.paidOut')
      return { at: seconds(at), rank: 3, take: (book) => book.payOut(amount) };
    return [];
  });
  return [...closes, ...money, ...invoices]
    .filter(({ at }) => at <= until)
    .toSorted((a, b) => a.at - b.at || a.rank - b.rank);
}

/** The money of one contract. */
class Book {
  misses = [];
  #terms;
  #penalties = [];
  #invoices = [];
  #months = [];
  #unapplied = 0n;
  #paidOut = 0n;

  constructor(terms) {
    this.#terms = terms;
  }

  /** Clause 2.6: each miss costs its permille of the total, all together at most 10 % of it. */
  close({ period, to }) {
    const { monthlyFee, termMonths, permille } = this.#terms;
    const total = monthlyFee * BigInt(termMonths);
    const cap = total / 10n;
    const own = this.misses.filter((miss) => miss.period === period);
    for (const miss of own) {
      const full = (total * permille * 2n + 1000n) / 2000n;
      const penalty = smaller(full, cap - this.#allPenalties());
      this.#penalties.push({ ...miss, full, penalty });
    }
    const streak = own.length > 0 ? (this.#months.at(-1)?.streak ?? 0) + 1 : 0;
    this.#months.push({ period, to, isFailed: own.length > 0, streak });
  }

  /** Clauses 3.1, 3.2: the fee of the month, less the penalties that no earlier invoice was reduced by. */
  invoice({ period }, at) {
    const { monthlyFee: amount } = this.#terms;
    const credited = smaller(amount, this.#allPenalties() - this.#credited());
    const paid = smaller(amount - credited, this.#unapplied);
    this.#unapplied -= paid;
    this.#invoices.push({ period, amount, credited, paid, dueAt: dueAt(at) });
  }

  pay(amount) {
    this.#unapplied += amount;
    for (const invoice of this.#invoices) {
      const part = smaller(this.#unapplied, invoice.amount - invoice.credited - invoice.paid);
      invoice.paid += part;
      this.#unapplied -= part;
    }
  }

  payOut(amount) {
    this.#paidOut += amount;
  }

  result(endedAt) {
    const outstanding = this.#invoices.reduce(
      (sum, { amount, credited, paid }) => sum + amount - credited - paid,
      0n,
    );
    const penaltiesPaidOut = this.#allPenalties() - this.#credited();
    const owed = penaltiesPaidOut + this.#unapplied - this.#paidOut;
    const right = this.#months.find(({ streak }) => streak === FAILED_MONTHS);
    return {
      penalties: this.#penalties,
      invoices: this.#invoices,
      months: this.#months,
      rightAt: right?.to ?? null,
      cap: (this.#terms.monthlyFee * BigInt(this.#terms.termMonths)) / 10n,
      settlement: endedAt === null ? null : { outstanding, penaltiesPaidOut, owed },
    };
  }

  #allPenalties() {
    return this.#penalties.reduce((sum, { penalty }) => sum + penalty, 0n);
  }

  #credited() {
    return this.#invoices.reduce((sum, { credited }) => sum + credited, 0n);
  }
}

/** By the 10th, to 24:00; issued after it, ten days later. */
function dueAt(issuedAt) {
  const date = dateOf(issuedAt);
  if (Number(date.slice(8)) <= DUE_DAY) return startOf(`${date.slice(0, 7)}-${DUE_DAY}`) + DAY;
  return startOf(date) + (DAYS_WHEN_LATE + 1) * DAY;
}

function smaller(a, b) {
  return a < b ? a : b;
}
