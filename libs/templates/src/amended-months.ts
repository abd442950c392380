import { buildBills } from '#domain/contract/schedule';
import { subtractFen, sumFen, type Fen } from '#domain/money/fen';
import { type BillTerms, type PeriodTerms, type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';

/** What an amendment goes on from: the terms in force, and when it takes effect. */
export interface Amended {
  readonly before: Terms;
  readonly effectiveAt: Instant;
}

interface AmendedMonths {
  readonly schedule: readonly PeriodTerms[];
  readonly plan: readonly BillTerms[];
  readonly totalAmount: Fen;
}

/**
 * The months of an amended contract: those before the amendment with the fees they had, the others with the new ones; the
 * total is what they come to together. A stated total stays what it is, and the last month takes what is left of it.
 */
export function amendedMonths(
  whole: Terms,
  { before, effectiveAt }: Amended,
  { cycle, isStated }: { readonly cycle: 'month' | 'quarter' | 'term'; readonly isStated: boolean },
): AmendedMonths {
  const months = [
    ...before.schedule.filter((month) => month.from < effectiveAt),
    ...whole.schedule.filter((month) => month.from >= effectiveAt),
  ];
  const schedule = isStated ? withRest(months, whole.totalAmount) : months;
  const totalAmount = sumFen(schedule.map(({ fee }) => fee));
  return { schedule, plan: planOf(schedule, before, effectiveAt, cycle, totalAmount), totalAmount };
}

function withRest(months: readonly PeriodTerms[], total: Fen): readonly PeriodTerms[] {
  const last = months.at(-1);
  if (!last) return months;
  const earlier = months.slice(0, -1);
  return [...earlier, { ...last, fee: subtractFen(total, sumFen(earlier.map(({ fee }) => fee))) }];
}

/**
 * Invoices of months before the amendment stay as they were planned, and so do those that are issued before it and that it
 * leaves as they are; a new cycle begins behind them.
 */
function planOf(
  schedule: readonly PeriodTerms[],
  before: Terms,
  effectiveAt: Instant,
  cycle: 'month' | 'quarter' | 'term',
  total: Fen,
): readonly BillTerms[] {
  const isIssued = ({ from }: BillTerms): boolean =>
    before.billing.timing === 'inAdvance' && from < effectiveAt;
  const kept = before.billing.plan.filter((bill) => {
    return bill.to <= effectiveAt || (isIssued(bill) && isSameSpan(schedule, bill));
  });
  const rest = schedule.filter((month) => !kept.some((bill) => month.from < bill.to));
  const left = subtractFen(total, sumFen(kept.map(({ amount }) => amount)));
  return [...kept, ...buildBills(rest, cycle, left)];
}

/** Whether the months of an invoice are there still, and come to what it asks for. */
function isSameSpan(schedule: readonly PeriodTerms[], { from, to, amount }: BillTerms): boolean {
  const months = schedule.filter((month) => from <= month.from && month.from < to);
  return months.at(-1)?.to === to && sumFen(months.map(({ fee }) => fee)) === amount;
}
