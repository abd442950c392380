import { sumFen, type Fen } from '#domain/money/fen';
import { type Period } from '#domain/time/dates';
import { type Instant } from '#domain/time/instant';
import { findsName, findsPeriod, plainName } from './names.js';
import { type StatementLine } from './statement.js';

/** An invoice of which something is still to be paid. */
export interface OpenInvoice {
  readonly contract: string;
  readonly clientId: string;
  readonly clientName: string;
  /** The invoice's own name in its contract. */
  readonly period: Period;
  /** `INV-2025-0003`; null while it has none. */
  readonly number: string | null;
  readonly outstanding: Fen;
  readonly dueAt: Instant;
}

/** Why a line may pay an invoice, each with its weight: what names the paper counts more than what may be chance. */
const WEIGHTS = {
  referenceNamesInvoice: 40,
  referenceNamesContract: 30,
  payerIsClient: 20,
  amountIsOutstanding: 20,
  amountIsSum: 15,
  referenceNamesPeriod: 10,
} as const;

export type ProposalReason = keyof typeof WEIGHTS;

/** Part of a line's money, and the invoice that it would pay. */
export interface ProposalPart {
  readonly contract: string;
  readonly period: Period;
  readonly number: string | null;
  readonly amount: Fen;
}

/** What a line may pay. `parts` add up to the line's money, or to less of it where `rest` is left. */
export interface Proposal {
  readonly clientId: string;
  readonly parts: readonly ProposalPart[];
  readonly rest: Fen;
  readonly reasons: readonly ProposalReason[];
  readonly weight: number;
}

const MOST_PROPOSALS = 10;
/** Of so many open invoices of a client each choice is looked at; of more, only those that follow each other. */
const MOST_CHOSEN_FREELY = 10;
const CURRENCY = 'CNY';

type Line = Pick<
  StatementLine,
  'amount' | 'currency' | 'isReversal' | 'payerName' | 'reference' | 'endToEndId'
>;

/**
 * What a line may pay, the best founded first. Nothing is booked by it: a person decides. Only CNY that came in is ours
 * to match. A proposal rests on an exact amount, on the reference or on the payer's name; a month named in the reference
 * alone is no ground, and an equal amount alone only where nothing better is found. The order of the invoices does not
 * matter.
 */
export function propose(line: Line, openInvoices: readonly OpenInvoice[]): Proposal[] {
  if (line.currency !== CURRENCY || line.amount <= 0 || line.isReversal) return [];
  const book = bookOf(openInvoices);
  const evidence = new Evidence(line, book);
  const all = book.byClient.flatMap((own) => proposalsOf(line, own, evidence));
  const named = all.filter(({ reasons }) => reasons.some((reason) => isNaming(reason)));
  return (named.length > 0 ? named : all).toSorted(byWeight).slice(0, MOST_PROPOSALS);
}

/** Open invoices, the oldest first, and what is the same for every line. */
interface Book {
  readonly byClient: readonly (readonly OpenInvoice[])[];
  readonly contracts: readonly string[];
  /** Names of clients as they are compared. */
  readonly plainNames: ReadonlyMap<string, string>;
}

/** A page of lines asks for the same invoices again and again. */
const books = new WeakMap<readonly OpenInvoice[], Book>();

function bookOf(openInvoices: readonly OpenInvoice[]): Book {
  const known = books.get(openInvoices);
  if (known) return known;
  const invoices = openInvoices.filter(({ outstanding }) => outstanding > 0).toSorted(byAge);
  const names = new Set(invoices.map(({ clientName }) => clientName));
  const book: Book = {
    byClient: [...Map.groupBy(invoices, ({ clientId }) => clientId).values()],
    contracts: [...new Set(invoices.map(({ contract }) => contract))],
    plainNames: new Map([...names].map((name) => [name, plainName(name)])),
  };
  books.set(openInvoices, book);
  return book;
}

/** What a line says about invoices: worked out once for each. */
class Evidence {
  private readonly text: string;
  private readonly payer: string;
  private readonly contracts: ReadonlySet<string>;
  private readonly found = new Map<OpenInvoice, readonly ProposalReason[]>();

  constructor(
    line: Line,
    private readonly book: Book,
  ) {
    this.text = [line.reference, line.endToEndId].filter((text) => text !== null).join(' ');
    this.payer = plainName(line.payerName ?? '');
    const named = book.contracts.filter((contract) => findsName(this.text, contract));
    // C-2025-0001-B names itself, not C-2025-0001.
    this.contracts = new Set(
      named.filter((name) => !named.some((other) => other !== name && other.startsWith(name))),
    );
  }

  reasonsFor(invoice: OpenInvoice): readonly ProposalReason[] {
    const found = this.found.get(invoice) ?? this.look(invoice);
    this.found.set(invoice, found);
    return found;
  }

  private look({ contract, clientName, number, period }: OpenInvoice): ProposalReason[] {
    const reasons: ProposalReason[] = [];
    if (number !== null && findsName(this.text, number)) reasons.push('referenceNamesInvoice');
    if (this.contracts.has(contract)) reasons.push('referenceNamesContract');
    if (this.payer !== '' && this.payer === this.book.plainNames.get(clientName))
      reasons.push('payerIsClient');
    if (findsPeriod(this.text, period)) reasons.push('referenceNamesPeriod');
    return reasons;
  }
}

/** Exact amounts first; where there is none, what the reference or the payer points to, the oldest invoice first. */
function proposalsOf(line: Line, own: readonly OpenInvoice[], evidence: Evidence): Proposal[] {
  const exact = choices(own)
    .filter((chosen) => totalOf(chosen) === line.amount)
    .map((chosen) =>
      proposalOf(line, chosen, [
        ...sharedBy(chosen, evidence),
        chosen.length === 1 ? 'amountIsOutstanding' : 'amountIsSum',
      ]),
    );
  const pointed = own.filter((invoice) => evidence.reasonsFor(invoice).some(isNaming));
  const byContract = [...Map.groupBy(pointed, ({ contract }) => contract).values()];
  const others = byContract
    .map((some) => bestPointed(some, evidence))
    .filter((chosen) => !exact.some(({ parts }) => parts.some((part) => isOf(part, chosen))))
    .map((chosen) => proposalOf(line, [chosen], evidence.reasonsFor(chosen)));
  return [...exact, ...others];
}

/** What holds for all of some invoices: of a sum, each has to be named. */
function sharedBy(chosen: readonly OpenInvoice[], evidence: Evidence): ProposalReason[] {
  const [first = [], ...rest] = chosen.map((invoice) => evidence.reasonsFor(invoice));
  return first.filter((reason) => rest.every((reasons) => reasons.includes(reason)));
}

/** The invoice of a contract that most points to; the oldest where several do alike. */
function bestPointed(some: readonly OpenInvoice[], evidence: Evidence): OpenInvoice {
  const weighed = some.map((invoice) => ({ invoice, weight: weightOf(evidence.reasonsFor(invoice)) }));
  return weighed.reduce((best, next) => (next.weight > best.weight ? next : best)).invoice;
}

function isOf(part: ProposalPart, { contract, period }: OpenInvoice): boolean {
  return part.contract === contract && part.period === period;
}

/** Every choice of one client's invoices that a payment may be meant for. */
function choices(own: readonly OpenInvoice[]): OpenInvoice[][] {
  if (own.length > MOST_CHOSEN_FREELY) {
    return own.flatMap((_, from) => own.slice(from).map((__, length) => own.slice(from, from + length + 1)));
  }
  let chosen: OpenInvoice[][] = [[]];
  for (const invoice of own) chosen = [...chosen, ...chosen.map((some) => [...some, invoice])];
  return chosen.slice(1);
}

function proposalOf(
  line: Line,
  chosen: readonly OpenInvoice[],
  reasons: readonly ProposalReason[],
): Proposal {
  let rest: number = line.amount;
  const parts = chosen.map(({ contract, period, number, outstanding }): ProposalPart => {
    const amount = Math.min(rest, outstanding) as Fen;
    rest -= amount;
    return { contract, period, number, amount };
  });
  const clientId = chosen[0]?.clientId ?? '';
  return {
    clientId,
    parts,
    rest: rest as Fen,
    reasons: reasons.toSorted(byReason),
    weight: weightOf(reasons),
  };
}

function totalOf(chosen: readonly OpenInvoice[]): Fen {
  return sumFen(chosen.map(({ outstanding }) => outstanding));
}

function isNaming(reason: ProposalReason): boolean {
  return reason !== 'amountIsOutstanding' && reason !== 'amountIsSum' && reason !== 'referenceNamesPeriod';
}

function weightOf(reasons: readonly ProposalReason[]): number {
  return reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
}

function byReason(a: ProposalReason, b: ProposalReason): number {
  return WEIGHTS[b] - WEIGHTS[a] || (a < b ? -1 : 1);
}

/** The oldest invoice first. */
function byAge(a: OpenInvoice, b: OpenInvoice): number {
  return compare([a.dueAt, a.contract, a.period], [b.dueAt, b.contract, b.period]);
}

/** The best founded first; of equals the one with fewer invoices, then the older ones. */
function byWeight(a: Proposal, b: Proposal): number {
  const keyOf = ({ parts }: Proposal): string[] =>
    parts.map(({ contract, period }) => `${period} ${contract}`);
  return b.weight - a.weight || a.parts.length - b.parts.length || compare(keyOf(a), keyOf(b));
}

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((text, index) => text !== b[index]);
  if (at < 0) return a.length - b.length;
  return (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}
