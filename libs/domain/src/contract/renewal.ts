import { type Terms } from '../terms.js';
import { standingPenalty } from './account.js';
import { assessMonths } from './months.js';
import { type ContractState, type Opening } from './state.js';

/**
 * What a renewal takes over: nothing, or the failed months in a row with which the earlier contract ended and what it
 * had used of the caps (clause 2.6). `terms` are those of the renewal.
 */
export function openingOf(
  terms: Terms,
  earlier: { readonly terms: Terms; readonly state: ContractState },
): Opening | null {
  if (terms.renewal.carriesOver === 'nothing') return null;
  const { state } = earlier;
  const months = assessMonths(earlier.terms, state);
  const streak = months.at(-1)?.streak ?? 0;
  const failed = months.filter((month) => month.failed).map(({ period }) => period);
  const ofMisses = earlier.terms.consequences
    .filter(({ on }) => on === 'miss')
    .flatMap(({ id }) =>
      state.misses.map((miss) => ({ consequence: id, period: miss.period, amount: standingPenalty(miss) })),
    );
  const ofCharges = state.charges.map(({ consequence, period, amount }) => ({ consequence, period, amount }));
  return {
    failedPeriods: streak === 0 ? [] : failed.slice(-streak),
    used: [...ofMisses, ...ofCharges].filter(({ amount }) => amount !== 0),
  };
}
