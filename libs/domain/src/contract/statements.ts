import { type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { type Terms } from '../terms.js';
import { type Period } from '../time/dates.js';
import { later, type Instant } from '../time/instant.js';
import {
  answerBy,
  chargeLine,
  lineAnswerBy,
  lineNamed,
  missLine,
  openContest,
  statementLines,
} from './contests.js';
import { plain } from './entries.js';
import { type EventOf } from './events.js';
import { type Acceptance, type Charge, type Contest, type ContractState } from './state.js';

/** A party accepts a month's statement, but for what it contests. */
export function acceptStatement(
  terms: Terms,
  state: ContractState,
  event: EventOf<'statement.accepted'>,
): Step<ContractState> {
  const { at, period, party, by } = event;
  checkClosed(state, period);
  checkInTime(period, at, answerBy(terms, period));
  if (state.acceptances.some((each) => each.period === period && each.party === party)) {
    throw new Refusal('wrongState', 'party', `the ${party} has accepted it before`, 'allowed: once');
  }
  const payload = { period, party, lines: statementLines(state, period).length };
  return {
    state: { ...state, acceptances: [...state.acceptances, { period, party, at, by }] },
    entries: [plain(event.type, at, terms.clauses.payment, payload)],
  };
}

/** A party contests a line: it is held out until it is decided. Throws a Refusal for an unknown line, or after the day. */
export function contestLine(
  terms: Terms,
  state: ContractState,
  event: EventOf<'statement.contested'>,
): Step<ContractState> {
  const { at, period, line, party, reason, by } = event;
  const { since } = contestable(terms, state, event);
  const isAccepted = (each: Acceptance): boolean =>
    each.period === period && each.party === party && since <= each.at;
  if (state.acceptances.some(isAccepted)) {
    throw new Refusal(
      'wrongState',
      'party',
      `the ${party} has accepted this statement`,
      'allowed: before that',
    );
  }
  if (openContest(state, line)) {
    throw new Refusal('wrongState', 'line', `${line} is contested already`, 'allowed: once at a time');
  }
  const contest: Contest = { period, line, party, at, by, reason, decided: null };
  return {
    state: { ...state, contests: [...state.contests, contest] },
    entries: [plain(event.type, at, terms.clauses.payment, { period, line, party, reason, by })],
  };
}

/**
 * A contest is decided. A decision never sets an amount: a line stands, or the fact behind it has been put right before
 * (a waiver, a fact told late). Not by the one who contested it. Throws a Refusal.
 */
export function decideContest(
  terms: Terms,
  state: ContractState,
  event: EventOf<'statement.decided'>,
): Step<ContractState> {
  const { at, period, line, decision, reason, by } = event;
  const contest = openContest(state, line);
  if (!contest || contest.period !== period) {
    throw new Refusal(
      'invalidValue',
      'line',
      `${line} of ${period} is not contested`,
      'allowed: a contested line',
    );
  }
  if (decision !== 'withdrawn' && contest.by === by) {
    throw new Refusal('notAllowed', 'by', 'contested the line', 'allowed: somebody else');
  }
  const factBehind = FACT_BEHIND[decision];
  if (factBehind && !factBehind(state, line)) {
    throw new Refusal(
      'wrongState',
      'decision',
      `nothing about ${line} was ${decision}`,
      'allowed: put the fact right first, or decide that it stands',
    );
  }
  const contests = state.contests.map((each) =>
    each === contest ? { ...each, decided: { at, by, decision, reason } } : each,
  );
  return {
    state: { ...state, contests },
    entries: [plain(event.type, at, terms.clauses.payment, { period, line, decision, reason, by })],
  };
}

const FACT_BEHIND: Readonly<
  Record<EventOf<'statement.decided'>['decision'], ((state: ContractState, line: string) => boolean) | null>
> = {
  stands: null,
  withdrawn: null,
  waived: (state, line) => state.misses.some((miss) => missLine(miss) === line && miss.waiver !== null),
  corrected: (state, line) =>
    state.misses.some((miss) => missLine(miss) === line && miss.annulledAt !== null) ||
    state.charges.some((charge) => chargeLine(charge) === line && isCorrected(state, charge)),
};

/** Whether what a charge is of was charged anew since, by an entry of its own. */
function isCorrected({ charges }: ContractState, charge: Charge): boolean {
  return charges.some(({ consequence, key, at }) => {
    return consequence === charge.consequence && key === charge.key && at > charge.at;
  });
}

/**
 * The line that is to be contested, while it may be: until the day of its statement, or of the month in which it came into
 * that. Throws a Refusal.
 */
function contestable(
  terms: Terms,
  state: ContractState,
  { at, period, line }: EventOf<'statement.contested'>,
): { readonly since: Instant } {
  checkClosed(state, period);
  const found = lineNamed(state, period, line);
  checkInTime(period, at, later(answerBy(terms, period), found ? lineAnswerBy(terms, found.since) : at));
  if (found) return found;
  const known = statementLines(state, period);
  const allowed =
    known.length > 0 ? `allowed: ${known.map((each) => each.line).join(', ')}` : 'it has no line';
  throw new Refusal('invalidValue', 'line', `${line} is no line of ${period}`, allowed);
}

function checkClosed(state: ContractState, period: Period): void {
  if (!state.closedMonths.some((month) => month.period === period)) {
    const closed = state.closedMonths.map((month) => month.period);
    const allowed = closed.length > 0 ? `allowed: ${closed.join(', ')}` : 'no month has closed yet';
    throw new Refusal('unknownPeriod', 'period', `${period} has no statement`, allowed);
  }
}

function checkInTime(period: Period, at: Instant, last: Instant): void {
  if (at <= last) return;
  throw new Refusal(
    'wrongState',
    'at',
    `the statement of ${period} could be answered until ${last}`,
    'allowed: by then',
  );
}
