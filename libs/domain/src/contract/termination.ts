import { type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { type Terms } from '../terms.js';
import { addDays } from '../time/dates.js';
import { earlier, type Instant } from '../time/instant.js';
import { dateIn } from '../time/zone.js';
import { ended } from './closing.js';
import { endOfDay } from './due-days.js';
import * as entry from './entries.js';
import { type ContractContext, type EventOf } from './events.js';
import { exercisableRight } from './months.js';
import { type ContractState } from './state.js';

/**
 * The client uses its right: the contract ends when the notice arrives, or where the contract says so when the days of
 * notice are over (clause 2.6, Civil Code art. 565). Throws a Refusal where there is no right.
 */
export function exercised(
  terms: Terms,
  state: ContractState,
  event: EventOf<'termination.exercised'>,
  context: ContractContext,
): Step<ContractState> {
  const right = exercisableRight(state.rights, event.at);
  if (!right) {
    throw new Refusal(
      'noRight',
      'type',
      'there is no termination right that could be exercised',
      allowedRights(terms),
    );
  }
  const rights = state.rights.map((held) => (held === right ? { ...held, exercisedAt: event.at } : held));
  const endsAt = noticeEndAt(terms, event.at);
  const first = entry.exercised(terms, event, right, endsAt);
  if (endsAt > event.at) {
    return {
      state: { ...state, rights, earlyEndAt: earlier<Instant | null>(state.earlyEndAt, endsAt) },
      entries: [first],
    };
  }
  const end = ended(terms, { ...state, status: 'terminated', rights }, 'terminated', context);
  return { state: end.state, entries: [first, ...end.entries] };
}

function allowedRights(terms: Terms): string {
  const { failedMonths, delayDays } = terms.termination;
  const grounds = [
    ...(failedMonths === null ? [] : [`after ${failedMonths} consecutive failed months`]),
    ...(delayDays === null ? [] : [`after a delay of ${delayDays} days`]),
  ];
  return grounds.length > 0
    ? `allowed: ${grounds.join(' or ')}, up to its lapse`
    : 'this contract gives no such right';
}

/** The days of notice end at 24:00, the day of the notice not counted (Civil Code art. 201). */
function noticeEndAt(terms: Terms, at: Instant): Instant {
  const { noticeDays } = terms.termination;
  return noticeDays === 0 ? at : endOfDay(addDays(dateIn(at, terms.zone), noticeDays), terms.zone);
}

/** The parties agree on an earlier end; of several agreements the earliest counts. */
export function agreed(
  terms: Terms,
  state: ContractState,
  event: EventOf<'termination.agreed'>,
): Step<ContractState> {
  checkEffectiveAt(terms, event);
  const earlyEndAt = earlier<Instant | null>(state.earlyEndAt, event.effectiveAt);
  return { state: { ...state, earlyEndAt }, entries: [entry.agreed(terms, event)] };
}

/** Throws a Refusal for an agreed end outside the rest of the term. */
export function checkEffectiveAt(terms: Terms, event: { at: Instant; effectiveAt: Instant }): void {
  if (event.effectiveAt < event.at || event.effectiveAt > terms.endsAt) {
    throw new Refusal(
      'invalidValue',
      'effectiveAt',
      `${event.effectiveAt} is not within the rest of the term`,
      `allowed: ${event.at} to ${terms.endsAt}`,
    );
  }
}

/**
 * A party ends the contract without a ground, where the contract lets it: when the days of notice are over, the day of the
 * notice not counted (Civil Code art. 201). Throws a Refusal.
 */
export function noticed(
  terms: Terms,
  state: ContractState,
  event: EventOf<'termination.noticed'>,
): Step<ContractState> {
  const { notice, clause } = terms.termination;
  if (!notice || (notice.by !== 'either' && notice.by !== event.by)) {
    const allowed = notice ? `allowed: by the ${notice.by}` : 'this contract gives no such right';
    throw new Refusal('noRight', 'by', `the ${event.by} may not end the contract by notice`, allowed);
  }
  const endsAt = endOfDay(addDays(dateIn(event.at, terms.zone), notice.days), terms.zone);
  if (endsAt >= terms.endsAt) {
    const problem = `the ${notice.days} days of notice would end at ${endsAt}, not before the term`;
    throw new Refusal('wrongState', 'at', problem, `the contract ends at ${terms.endsAt} by itself`);
  }
  const { at, by } = event;
  return {
    state: {
      ...state,
      notice: state.notice ?? { at, by, endsAt },
      earlyEndAt: earlier<Instant | null>(state.earlyEndAt, endsAt),
    },
    entries: [entry.plain(event.type, at, clause, { by, days: notice.days, endsAt })],
  };
}

/** The client gives up, in writing, the right that it could exercise now (Civil Code art. 564). */
export function rightWaived(
  terms: Terms,
  state: ContractState,
  event: EventOf<'terminationRight.waived'>,
): Step<ContractState> {
  const right = exercisableRight(state.rights, event.at);
  if (!right) {
    const problem = 'there is no termination right that could be waived';
    throw new Refusal('noRight', 'type', problem, allowedRights(terms));
  }
  const rights = state.rights.map((held) => (held === right ? { ...held, waivedAt: event.at } : held));
  const { by, reason } = event;
  const payload = { by, reason, arisenAt: right.arisenAt, periods: right.periods };
  return {
    state: { ...state, rights },
    entries: [entry.plain(event.type, event.at, terms.termination.clause, payload)],
  };
}
