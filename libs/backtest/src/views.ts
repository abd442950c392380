import { type Clerk } from '#decisions/clerk';
import { fen, formatYuan, parseYuan, sumFen, ZERO_FEN, type Fen } from '#domain/money/fen';
import { type Instant } from '#domain/time/instant';
import { rehearsalDocument, type RehearsalDocument } from '#rehearsal/document';
import {
  type ChargeView,
  type Figures,
  type InvoiceView,
  type MissView,
  type MonthView,
  type ObligationView,
  type ReportView,
  type RightView,
  type SettlementView,
  type TargetView,
} from './comparison.js';
import { type ReplayedStanding } from './replay.js';

/** A request as a comparison looks at it. */
export interface RequestView {
  readonly priority: string;
  readonly targets: ReadonlyMap<string, TargetView>;
}

/** Everything of a contract that a comparison looks at, each by its key. */
export interface ContractView {
  readonly status: string;
  readonly figures: Figures;
  readonly requests: ReadonlyMap<string, RequestView>;
  readonly misses: ReadonlyMap<string, MissView>;
  readonly months: ReadonlyMap<string, MonthView>;
  readonly rights: ReadonlyMap<string, RightView>;
  readonly invoices: ReadonlyMap<string, InvoiceView>;
  readonly charges: ReadonlyMap<string, ChargeView>;
  readonly reports: ReadonlyMap<string, ReportView>;
  readonly obligations: ReadonlyMap<string, ObligationView>;
  readonly settlement: ReadonlyMap<string, SettlementView>;
}

/** A contract as a replay left it, seen at an instant: the document of a rehearsal, put in order for comparing. */
export async function viewOf(standing: ReplayedStanding, at: Instant, clerk: Clerk): Promise<ContractView> {
  const document = await rehearsalDocument(standing, at, clerk);
  const { contract } = standing;
  return {
    status: contract.status,
    figures: figuresOf(document, standing),
    requests: requestViews(document),
    misses: missViews(document),
    months: keyed(document.months, ({ period, ...month }) => [period, month]),
    rights: keyed(contract.rights, ({ lapseMarked: _, ...right }) => [
      `${right.ground} ${right.arisenAt}`,
      right,
    ]),
    invoices: keyed(document.invoices, (invoice) => [invoice.period, invoiceView(invoice)]),
    charges: chargeViews(document),
    reports: keyed(document.reports, ({ period, dueAt, late }) => [
      period,
      { dueAt: dueAt as Instant, late },
    ]),
    obligations: keyed(document.obligations, ({ id, dueAt, missed, daysLate }) => [
      id,
      { dueAt: dueAt as Instant, missed, daysLate },
    ]),
    settlement: settlementViews(document),
  };
}

function keyed<Item, View>(
  items: readonly Item[],
  view: (item: Item) => readonly [string, View],
): Map<string, View> {
  return new Map(items.map(view));
}

function requestViews({ requests }: RehearsalDocument): Map<string, RequestView> {
  return new Map(
    Object.entries(requests).map(([request, { priority, targets }]) => [
      request,
      {
        priority,
        targets: keyed(targets, ({ kind, dueAt, outcome }) => [
          kind,
          { dueAt: dueAt as Instant | null, outcome },
        ]),
      },
    ]),
  );
}

/** Named by request, target and number, so that a miss at another instant is the same miss. */
function missViews({ misses }: RehearsalDocument): Map<string, MissView> {
  const counts = new Map<string, number>();
  return keyed(misses, ({ cumulative: _, at, ...miss }) => {
    const name = `${miss.request} ${miss.target}`;
    const number = (counts.get(name) ?? 0) + 1;
    counts.set(name, number);
    return [number === 1 ? name : `${name} ${number}`, { ...miss, at: at as Instant }];
  });
}

function invoiceView(invoice: RehearsalDocument['invoices'][number]): InvoiceView {
  const { amount, credited, interest, payable } = invoice;
  const [issuedAt, dueAt] = [invoice.issuedAt as Instant, invoice.dueAt as Instant];
  return { issuedAt, dueAt, amount, credited, interest, payable };
}

/** What was fixed for one occasion in several entries is one charge. */
function chargeViews({ charges }: RehearsalDocument): Map<string, ChargeView> {
  const views = new Map<string, ChargeView>();
  for (const { consequence, key, amount, capped } of charges) {
    const name = `${consequence} ${key}`;
    const before = views.get(name);
    const sum = sumFen([signedFen(before?.amount ?? '0.00'), signedFen(amount)]);
    views.set(name, { amount: formatYuan(sum), capped });
  }
  return views;
}

function settlementViews({ settlement }: RehearsalDocument): Map<string, SettlementView> {
  return new Map(settlement ? [['settlement', { ...settlement, at: settlement.at as Instant }]] : []);
}

function figuresOf(document: RehearsalDocument, { terms, contract }: ReplayedStanding): Figures {
  const { misses, invoices, charges, months } = document;
  const ofInterest = terms.consequences.filter(({ on }) => on === 'latePayment').map(({ id }) => id);
  const interest = charges.filter(({ consequence }) => ofInterest.includes(consequence));
  const credits = charges.filter(({ consequence }) => !ofInterest.includes(consequence));
  return {
    requests: Object.keys(document.requests).length,
    misses: misses.length,
    waived: misses.filter(({ waived }) => waived).length,
    failedMonths: months.filter(({ failed }) => failed).length,
    rights: contract.rights.length,
    penalties: total(misses.map(({ penalty }) => penalty)),
    credits: total(credits.map(({ amount }) => amount)),
    interest: total(interest.map(({ amount }) => amount)),
    invoiced: total(invoices.map(({ amount }) => amount)),
    credited: total(invoices.map(({ credited }) => credited)),
    payable: total(invoices.map(({ payable }) => payable)),
  };
}

function total(amounts: readonly string[]): string {
  return formatYuan(sumFen(amounts.map(signedFen)));
}

/** Yuan that may be less than nothing. */
export function signedFen(text: string): Fen {
  const isNegative = text.startsWith('-');
  const amount = parseYuan(isNegative ? text.slice(1) : text) ?? ZERO_FEN;
  return isNegative ? fen(-amount) : amount;
}
