import { missKey, owedByProvider } from './account.js';
import { termsAhead } from './amendments.js';
import { closeMonth } from './closing.js';
import { type ContractContext } from './events.js';
import { assessMonths, derivedRights } from './months.js';
import { type ContractState, type FixedMiss, type MonthAssessment, type TerminationRight } from './state.js';
import { subtractFen, ZERO_FEN, type Fen } from '../money/fen.js';
import { NO_PRIORITY, type Terms } from '../terms.js';
import { earlier, type Instant } from '../time/instant.js';

/**
 * The contract as its closes will leave it, up to the close of the month that holds an instant, if nothing else happens
 * until then: by the function that closes months, so that it cannot differ from what a close does (clause 2.6). `signed`
 * are the terms it was signed with. Nothing is written down by it.
 */
export function closedThrough(
  signed: Terms,
  contract: ContractState,
  instant: Instant,
  context: ContractContext,
): ContractState {
  let state = contract;
  for (;;) {
    const month = termsAhead(signed, state, instant).schedule[state.closedMonths.length];
    if (!month || month.from > instant || (state.earlyEndAt ?? month.to) <= month.from) return state;
    const at = earlier(month.to, state.earlyEndAt ?? month.to);
    const terms = termsAhead(signed, state, at);
    state = closeMonth(terms, { ...state, through: at }, at, context).state;
  }
}

/** What two outlooks of one contract make of it: what one costs the provider beside the other, and what it decides. */
export interface OutlookDifference {
  /** What the provider owes more: penalties of single misses and charges, after the caps. */
  readonly cost: Fen;
  /** Misses that only the second has. */
  readonly misses: readonly FixedMiss[];
  /** Months that have not closed yet or own such a miss, as each of the two assesses them. */
  readonly months: readonly { readonly without: MonthAssessment; readonly with: MonthAssessment }[];
  /** Rights of failed months that only the second gives. */
  readonly rights: readonly TerminationRight[];
}

/** Compares the outlooks of a contract without something and with it, both closed through the same month. */
export function outlookDifference(
  terms: Terms,
  present: ContractState,
  without: ContractState,
  withIt: ContractState,
): OutlookDifference {
  const known = new Set(without.misses.map(missKey));
  const misses = withIt.misses.filter((miss) => !known.has(missKey(miss)));
  const periods = new Set(misses.map(({ period }) => period));
  const before = assessMonths(terms, without);
  const months = assessMonths(terms, withIt).flatMap((month, index) => {
    const other = before[index];
    const isOpen = index >= present.closedMonths.length;
    const isTold = isOpen || periods.has(month.period) || other?.failed !== month.failed;
    return other && isTold ? [{ without: other, with: month }] : [];
  });
  return {
    cost: subtractFen(owedByProvider(withIt), owedByProvider(without)),
    misses,
    months,
    rights: withIt.rights.filter((right) => right.ground === 'failedMonths' && !isAmong(without, right)),
  };
}

function isAmong({ rights }: ContractState, { ground, arisenAt }: TerminationRight): boolean {
  return rights.some((right) => right.ground === ground && right.arisenAt === arisenAt);
}

/**
 * Whether the last month of an outlook would give the right to terminate if it failed: the same closes, with a miss put
 * into that month (clause 2.6).
 */
export function failureGivesRight(terms: Terms, outlook: ContractState): boolean {
  const month = outlook.closedMonths.at(-1);
  if (!month) return false;
  const [priority = NO_PRIORITY] = Object.keys(terms.assessment.attainmentBelowPercent);
  const { period, closedAt } = month;
  const moment = { at: closedAt, dueAt: closedAt, fixedAt: closedAt, waiver: null, annulledAt: null };
  const amounts = { permille: '0', base: ZERO_FEN, full: ZERO_FEN, penalty: ZERO_FEN };
  const named = { request: '', target: '', priority, period, capped: false, counted: true };
  const failed: ContractState = {
    ...outlook,
    closedMonths: [...outlook.closedMonths.slice(0, -1), { ...month, met: {} }],
    misses: [...outlook.misses, { ...named, ...moment, ...amounts }],
  };
  const last = (right: TerminationRight): boolean =>
    right.ground === 'failedMonths' && right.periods.at(-1) === period;
  return derivedRights(terms, failed).some(last);
}
