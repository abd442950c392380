import { type Change, type ContractComparison, type Figures, type MonthView } from './comparison.js';
import { type ChargeView, type InvoiceView, type MissView, type RightView } from './comparison.js';

/** What amended terms would have made of one month that has closed. */
export interface ShadowMonth {
  readonly period: string;
  readonly changed: boolean;
  readonly reproduced: boolean | null;
  /** Null where the month came out the same. */
  readonly month: Change<MonthView> | null;
  readonly misses: readonly Change<MissView>[];
  readonly charges: readonly Change<ChargeView>[];
  readonly invoices: readonly Change<InvoiceView>[];
  /** Rights in which the month has a part. */
  readonly rights: readonly Change<RightView>[];
  /** The figures of the whole contract, as of the writing. */
  readonly before: Figures;
  readonly after: Figures;
}

/** The part of a comparison that belongs to a month. */
export function shadowMonth(comparison: ContractComparison, period: string): ShadowMonth {
  const { reproduced, before, after } = comparison;
  const month = comparison.months.find(({ key }) => key === period) ?? null;
  const misses = comparison.misses.filter(either(({ period: owner }) => owner === period));
  const charges = comparison.charges.filter(({ key }) => key.split(' ').at(-1)?.startsWith(period));
  const invoices = comparison.invoices.filter(({ key }) => key === period);
  const rights = comparison.rights.filter(either(({ periods }) => periods.includes(period)));
  const changed = month !== null || misses.length + charges.length + invoices.length + rights.length > 0;
  return { period, changed, reproduced, month, misses, charges, invoices, rights, before, after };
}

function either<View>(holds: (view: View) => boolean): (change: Change<View>) => boolean {
  return ({ before, after }) => (before !== null && holds(before)) || (after !== null && holds(after));
}
