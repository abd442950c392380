import { type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { type Terms } from '../terms.js';
import { addDays, type Period } from '../time/dates.js';
import { type Instant } from '../time/instant.js';
import { dateIn, startOfDay } from '../time/zone.js';
import { standingPenalty } from './account.js';
import { inForce } from './amendments.js';
import { reassessed } from './closing.js';
import { plain } from './entries.js';
import { type EventOf } from './events.js';
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
  const before = inForce(earlier.terms, state);
  const ofMisses = before.consequences
    .filter(({ on }) => on === 'miss')
    .flatMap(({ id }) =>
      state.misses.map((miss) => ({ consequence: id, period: miss.period, amount: standingPenalty(miss) })),
    );
  const ofCharges = state.charges.map(({ consequence, period, amount }) => ({ consequence, period, amount }));
  const used = [...(state.opening?.used ?? []), ...ofMisses, ...ofCharges];
  return { failedPeriods: runningStreak(before, state), used: used.filter(({ amount }) => amount !== 0) };
}

/** The failed months in a row at the end, those that were taken over included; none where their right was given up. */
function runningStreak(terms: Terms, state: ContractState): readonly Period[] {
  const months = assessMonths(terms, state);
  const taken = state.opening?.failedPeriods ?? [];
  const streak = months.length === 0 ? taken.length : (months.at(-1)?.streak ?? 0);
  if (streak === 0) return [];
  const failed = [...taken, ...months.filter((month) => month.failed).map(({ period }) => period)];
  const running = failed.slice(-streak);
  const isGivenUp = state.rights.some((right) => {
    return right.waivedAt !== null && right.periods.some((period) => running.includes(period));
  });
  return isGivenUp ? [] : running;
}

/** When the time for a notice about the renewal is over: so many days before the end of the term (clause 1.1). */
export function renewalNoticeAt(terms: Terms): Instant | null {
  const { mode, noticeDays } = terms.renewal;
  if (mode === 'none') return null;
  return startOfDay(addDays(dateIn(terms.endsAt, terms.zone), -noticeDays), terms.zone);
}

/** A party says in time that it does not want the contract to go on. Throws a Refusal where that changes nothing. */
export function objectToRenewal(
  terms: Terms,
  state: ContractState,
  event: EventOf<'renewal.objected'>,
): Step<ContractState> {
  const { at, by, reason } = event;
  const noticeAt = renewalNoticeAt(terms);
  if (terms.renewal.mode !== 'automatic' || noticeAt === null) {
    throw new Refusal(
      'notAllowed',
      'type',
      'this contract is not renewed by itself',
      'it ends with its term',
    );
  }
  if (at >= noticeAt) {
    throw new Refusal(
      'wrongState',
      'at',
      'is after the last day for a notice',
      `allowed: before ${noticeAt}`,
    );
  }
  if (state.renewal.objection) {
    throw new Refusal('wrongState', 'type', 'the renewal was objected to before', 'allowed: once');
  }
  return {
    state: { ...state, renewal: { ...state.renewal, objection: { at, by, reason } } },
    entries: [plain(event.type, at, terms.clauses.term, { by, reason })],
  };
}

/**
 * The last day for a notice has passed: the contract is renewed by its clause, or ends unless somebody renews it. Where
 * another end is agreed on, that one's day decides.
 */
export function passRenewalNotice(terms: Terms, state: ContractState, at: Instant): Step<ContractState> {
  const { mode, months } = terms.renewal;
  const objected = state.renewal.objection !== null;
  const isLengthened = state.amendments.some((each) => {
    return each.status === 'agreed' && each.terms.endsAt !== terms.endsAt;
  });
  const arisen = mode === 'automatic' && !objected && state.earlyEndAt === null && !isLengthened;
  const payload = { mode, objected, endsAt: terms.endsAt, months };
  return {
    state: { ...state, renewal: { ...state.renewal, noticePassedAt: at, arisen } },
    entries: [plain(arisen ? 'renewal.arisen' : 'renewal.noticePassed', at, terms.clauses.term, payload)],
  };
}

/** The contract that follows this one is there. */
export function linkRenewal(
  terms: Terms,
  state: ContractState,
  event: EventOf<'renewal.linked'>,
): Step<ContractState> {
  const { at, contract } = event;
  if (state.renewal.contract !== null) {
    const problem = `it is renewed by ${state.renewal.contract}`;
    throw new Refusal('wrongState', 'contract', problem, 'allowed: one renewal');
  }
  return {
    state: { ...state, renewal: { ...state.renewal, contract } },
    entries: [plain(event.type, at, terms.clauses.term, { contract })],
  };
}

/** A renewal takes over what the contract before it ended with: streak and caps go on from there (clause 2.6). */
export function takeOpening(
  terms: Terms,
  state: ContractState,
  event: EventOf<'opening.taken'>,
): Step<ContractState> {
  if (state.renews === null || state.opening !== null) {
    const problem = state.renews === null ? 'this is no renewal' : 'was taken before';
    throw new Refusal('wrongState', 'opening', problem, 'allowed: once, by a renewal');
  }
  const { failedPeriods, used } = event.opening;
  const opened = plain(event.type, event.at, terms.clauses.penalties, { failedPeriods, used: used.length });
  const next = { ...state, opening: event.opening };
  return reassessed(terms, state, { state: next, entries: [opened] });
}
