import { standingPenalties, standingPenalty } from '#domain/contract/account';
import { assessMonths, exercisableRight, shownRight } from '#domain/contract/months';
import { payoutDue, settlementOf } from '#domain/contract/settlement';
import { type ContractState } from '#domain/contract/state';
import { atLeastZero, formatYuan, subtractFen, sumFen } from '#domain/money/fen';
import { type RequestStatus } from '#domain/incident/state';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { type ContractRow } from '#persistence/entities/contract';
import { type Upcoming } from '../timeline/upcoming.js';
import { type Account } from './account-view.js';
import { contractActions } from './contract-actions.js';
import { asOf, type KnownContract } from './contract-reader.js';
import { type ContractDetail, type ContractSummary } from './contract-schemas.js';

/** What a contract is shown from. */
export interface ContractFacts {
  readonly known: KnownContract;
  readonly account: Account;
  readonly requests: Partial<Record<RequestStatus, number>>;
  readonly next: Upcoming | null;
}

export function contractSummaryView(row: ContractRow): ContractSummary {
  const { id, clientId, status, clock, createdAt, state, parties } = row;
  return {
    id,
    clientId,
    clientName: parties.client['fullName'] ?? '',
    providerName: parties.provider['fullName'] ?? '',
    status,
    clock,
    template: templateView(row),
    createdAt,
    accountedThrough: state.through,
    nextDeadlineAt: row.nextAt ?? null,
    failedMonthsStreak: assessMonths(state).at(-1)?.streak ?? 0,
    penaltiesUsed: formatYuan(standingPenalties(state.misses)),
  };
}

export function contractDetailView(facts: ContractFacts): ContractDetail {
  const { known, account, requests, next } = facts;
  const { row, terms } = known;
  const { id, clientId, status, clock, createdAt, state, parties } = row;
  const at = asOf(known);
  return {
    id,
    clientId,
    status,
    clock,
    createdAt,
    accountedThrough: known.through,
    template: templateView(row),
    parties: { client: { ...parties.client }, provider: { ...parties.provider } },
    terms: termsView(terms),
    signing: { dueAt: state.signingDueAt, ...state.signatures, completeAt: state.signedAt },
    activatedAt: state.activatedAt,
    currentMonth: currentMonthView(facts),
    requests,
    penaltyCap: capView(terms, state, account),
    terminationRight: rightView(terms, state, at),
    nextDeadline: next && { at: next.at, kind: next.kind, request: next.request, text: next.text },
    agreedEndAt: state.agreedEndAt,
    end: state.end,
    settlement: settlementView(terms, state),
    actions: contractActions(status, state, at),
  };
}

function templateView(row: ContractRow): ContractSummary['template'] {
  return { id: row.templateId, version: row.templateVersion, hash: row.templateHash };
}

function termsView(terms: Terms): ContractDetail['terms'] {
  const { startsAt, endsAt, zone, calendar, penaltyPermille, termination, parameters } = terms;
  return {
    startsAt,
    endsAt,
    zone,
    calendar: calendar.id,
    monthlyFee: formatYuan(terms.monthlyFee),
    totalAmount: formatYuan(terms.totalAmount),
    penaltyPermille,
    penaltyCap: formatYuan(terms.penaltyCap),
    failedMonthsForTermination: termination.failedMonths,
    parameters: { ...parameters },
  };
}

/** The month that has begun and not closed. */
function currentMonthView({ known, account }: ContractFacts): ContractDetail['currentMonth'] {
  const { row, terms } = known;
  const month = terms.schedule[row.state.closedMonths.length];
  if (row.status !== 'active' || !month) return null;
  const { period, from, to, fee } = month;
  const own = account.accruing.filter((miss) => miss.period === period);
  const waived = own.filter((miss) => miss.waiver !== null).length;
  const penaltiesAccruing = formatYuan(sumFen(own.map(standingPenalty)));
  return {
    period,
    from,
    to,
    fee: formatYuan(fee),
    misses: own.length,
    waived,
    failing: own.length > waived,
    penaltiesAccruing,
  };
}

function capView(terms: Terms, state: ContractState, { accruing }: Account): ContractDetail['penaltyCap'] {
  const used = standingPenalties(state.misses);
  return {
    cap: formatYuan(terms.penaltyCap),
    used: formatYuan(used),
    accruing: formatYuan(sumFen(accruing.map(standingPenalty))),
    left: formatYuan(atLeastZero(subtractFen(terms.penaltyCap, used))),
  };
}

/** How near the termination right of clause 2.6 is, and the right itself once it has arisen. */
function rightView(terms: Terms, state: ContractState, at: Instant): ContractDetail['terminationRight'] {
  const months = assessMonths(state);
  const streak = months.at(-1)?.streak ?? 0;
  const needed = terms.termination.failedMonths;
  const shown = shownRight(state.rights, at);
  return {
    failedMonthsNeeded: needed,
    streak,
    periods: months.slice(months.length - streak).map((month) => month.period),
    earliestAt:
      shown || state.end
        ? null
        : (terms.schedule[months.length + Math.max(0, needed - streak) - 1]?.to ?? null),
    right: shown && {
      arisenAt: shown.arisenAt,
      periods: [...shown.periods],
      lapsesAt: shown.lapsesAt,
      exercisedAt: shown.exercisedAt,
      exercisable: state.end === null && exercisableRight(state.rights, at) !== undefined,
    },
  };
}

function settlementView(terms: Terms, state: ContractState): ContractDetail['settlement'] {
  const settlement = settlementOf(terms, state);
  if (!settlement) return null;
  return {
    at: settlement.at,
    outstanding: formatYuan(settlement.outstanding),
    penaltiesPaidOut: formatYuan(settlement.penaltiesPaidOut),
    refund: formatYuan(settlement.refund),
    unapplied: formatYuan(state.unapplied),
    paidOut: formatYuan(state.paidOut),
    payoutDue: formatYuan(payoutDue(settlement, state)),
  };
}
