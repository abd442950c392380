import { capBookOf, missConsequence, owedByProvider } from '#domain/contract/account';
import { attainmentOf, attainmentPercent, together } from '#domain/contract/attainment';
import { invoiceStatus, outstanding } from '#domain/contract/billing';
import { undisputed } from '#domain/contract/contests';
import { assessMonths } from '#domain/contract/months';
import { closedThrough } from '#domain/contract/outlook';
import { type ContractState, type ContractStatus } from '#domain/contract/state';
import { formatYuan, subtractFen, sumFen, ZERO_FEN, type Fen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { type OverviewContract } from './overview.js';
import { type FiguresOut } from './portfolio-schemas.js';

/** Figures that add up over contracts. Money in fen. */
export interface Figures {
  readonly contracts: Partial<Record<ContractStatus, number>>;
  readonly openByPriority: Readonly<Record<string, number>>;
  readonly sums: Readonly<Record<Sum, number>>;
}

const SUMS = [
  'met',
  'missed',
  'failingContracts',
  'fixedFen',
  'accruingFen',
  'capFen',
  'capUsedFen',
  'invoicedFen',
  'creditedFen',
  'receivedFen',
  'outstandingFen',
  'overdueFen',
  'overdueInvoices',
] as const;

type Sum = (typeof SUMS)[number];
type Sums = Readonly<Record<Sum, number>>;

const NOTHING = Object.fromEntries(SUMS.map((name) => [name, 0])) as Sums;

export const NO_FIGURES: Figures = { contracts: {}, openByPriority: {}, sums: NOTHING };

/** The figures of one contract, by the functions of its law. */
export async function figuresOf(contract: OverviewContract): Promise<Figures> {
  const { row, state, requests, at } = contract;
  const open = requests.filter(({ status }) => status === 'open' || status === 'paused');
  return {
    contracts: { [row.status]: 1 },
    openByPriority: state.end === null ? counted(open.map(({ priority }) => priority)) : {},
    sums: { ...NOTHING, ...moneyOf(state, at), ...(await serviceOf(contract)) },
  };
}

/** The month under way as it would close now; nothing of it once the contract is over. */
async function serviceOf(contract: OverviewContract): Promise<Partial<Sums>> {
  const { row, state, signed, terms } = contract;
  const fixedFen = owedByProvider(state);
  const month = terms.schedule[state.closedMonths.length];
  if (row.status !== 'active' || !month) return { fixedFen };
  const outlook = await contract.ask((context) => closedThrough(signed, state, month.from, context));
  const closed = outlook.closedMonths[state.closedMonths.length];
  if (!closed) return { fixedFen };
  const { met, missed } = together(Object.values(attainmentOf(outlook, closed)));
  const isFailing = assessMonths(terms, outlook).at(-1)?.failed === true;
  const accruingFen = subtractFen(owedByProvider(outlook), fixedFen);
  return {
    met,
    missed,
    failingContracts: Number(isFailing),
    fixedFen,
    accruingFen,
    ...capOf(terms, outlook),
  };
}

function capOf(terms: Terms, outlook: ContractState): Partial<Sums> {
  const consequence = missConsequence(terms);
  const cap = consequence?.caps.find(({ window }) => window === 'term');
  const period = outlook.closedMonths.at(-1)?.period;
  if (!consequence || !cap || period === undefined) return {};
  return { capFen: cap.amount, capUsedFen: capBookOf(outlook, consequence, [cap]).used(cap, period, '') };
}

function moneyOf(state: ContractState, at: Instant): Partial<Sums> {
  const { invoices } = state;
  const overdue = invoices.filter((invoice) => invoiceStatus(state, invoice, at) === 'overdue');
  return {
    invoicedFen: sumFen(invoices.map(({ amount }) => amount)),
    creditedFen: sumFen(invoices.map(({ credited }) => credited)),
    receivedFen: sumFen([...invoices.map(({ paid }) => paid), state.unapplied]),
    outstandingFen: sumFen(invoices.map(outstanding)),
    overdueFen: sumFen(overdue.map((invoice) => undisputed(state, invoice))),
    overdueInvoices: overdue.length,
  };
}

/** Two figures as one. */
export function plus(a: Figures, b: Figures): Figures {
  return {
    contracts: added(a.contracts, b.contracts),
    openByPriority: added(a.openByPriority, b.openByPriority),
    sums: added(a.sums, b.sums) as Sums,
  };
}

/** Figures as they go out. */
export function figuresView({ contracts, openByPriority, sums }: Figures): FiguresOut {
  const { met, missed, failingContracts, overdueInvoices } = sums;
  const yuan = (name: Sum): string => formatYuan(sumFen([ZERO_FEN, sums[name] as Fen]));
  return {
    contracts,
    openRequests: {
      total: Object.values(openByPriority).reduce((sum, each) => sum + each, 0),
      byPriority: { ...openByPriority },
    },
    serviceLevel: { met, missed, attainmentPercent: attainmentPercent({ met, missed }), failingContracts },
    penalties: {
      fixed: yuan('fixedFen'),
      accruing: yuan('accruingFen'),
      cap: yuan('capFen'),
      capUsed: yuan('capUsedFen'),
    },
    money: {
      invoiced: yuan('invoicedFen'),
      credited: yuan('creditedFen'),
      received: yuan('receivedFen'),
      outstanding: yuan('outstandingFen'),
      overdue: yuan('overdueFen'),
      overdueInvoices,
    },
  };
}

function counted(names: readonly string[]): Record<string, number> {
  return names.reduce<Record<string, number>>((counts, name) => added(counts, { [name]: 1 }), {});
}

function added(
  a: Readonly<Partial<Record<string, number>>>,
  b: Readonly<Partial<Record<string, number>>>,
): Record<string, number> {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(names.map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]));
}
