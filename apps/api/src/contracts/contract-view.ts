import {
  missConsequence,
  owedByProvider,
  standingPenalties,
  standingPenalty,
} from '#domain/contract/account';
import { assessMonths, exercisableRight, shownRight } from '#domain/contract/months';
import { delayRightAt } from '#domain/contract/obligations';
import { type ContractState } from '#domain/contract/state';
import { atLeastZero, formatYuan, subtractFen, sumFen, type Fen } from '#domain/money/fen';
import { type RequestStatus } from '#domain/incident/state';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { type ContractRow } from '#persistence/entities/contract';
import { type Upcoming } from '../timeline/upcoming.js';
import { capRooms, type Account } from './account-view.js';
import { contractActions } from './contract-actions.js';
import { asOf, type KnownContract } from './contract-reader.js';
import { type ContractDetail, type ContractSummary } from './contract-schemas.js';
import { settlementView } from './settlement-view.js';
import { successionView } from './succession.js';

/** What a contract is shown from. */
export interface ContractFacts {
  readonly known: KnownContract;
  readonly account: Account;
  readonly requests: Partial<Record<RequestStatus, number>>;
  readonly next: Upcoming | null;
  readonly currentMonth: ContractDetail['currentMonth'];
}

export function contractSummaryView({ row, terms, through }: KnownContract): ContractSummary {
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
    accountedThrough: through,
    nextDeadlineAt: row.nextAt ?? null,
    failedMonthsStreak: assessMonths(terms, state).at(-1)?.streak ?? 0,
    penaltiesUsed: formatYuan(owedByProvider(state)),
    ...successionView(state),
  };
}

export function contractDetailView(facts: ContractFacts): ContractDetail {
  const { known, account, requests, next, currentMonth } = facts;
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
    currentMonth,
    requests,
    penaltyCap: penaltyCapView(terms, state, account),
    caps: capViews(terms, state, at),
    owed: owedView(state),
    terminationRight: rightView(terms, state, at),
    nextDeadline: next && { at: next.at, kind: next.kind, request: next.request, text: next.text },
    agreedEndAt: state.earlyEndAt,
    end: state.end,
    settlement: settlementView(terms, state),
    ...successionView(state),
    actions: contractActions(status, terms, state, at),
  };
}

function templateView(row: ContractRow): ContractSummary['template'] {
  return { id: row.templateId, version: row.templateVersion, hash: row.templateHash };
}

/** Terms in short, as they are shown of a contract and of any instant of it. */
export function termsView(terms: Terms): ContractDetail['terms'] {
  const { startsAt, endsAt, zone, calendar, monthlyFee, termination, penalties, parameters } = terms;
  const permille = parameters['penaltyPermille'];
  const cap = penaltyCapOf(terms);
  return {
    startsAt,
    endsAt,
    zone,
    calendar: calendar.id,
    monthlyFee: monthlyFee === null ? null : formatYuan(monthlyFee),
    totalAmount: formatYuan(terms.totalAmount),
    penaltyPermille: permille === undefined ? null : String(permille),
    penaltyCap: cap === null ? null : formatYuan(cap),
    failedMonthsForTermination: termination.failedMonths,
    delayDaysForTermination: termination.delayDays,
    terminationNoticeDays: termination.noticeDays,
    consequences: terms.consequences.map(({ id, on, clause, base, times, periodDays, caps }) => ({
      id,
      on,
      clause,
      base,
      times,
      periodDays,
      caps: caps.map(({ window, amount }) => ({ window, amount: formatYuan(amount) })),
    })),
    penaltiesFixed: penalties.fixed,
    penaltiesSettled: penalties.settled,
    invoiceTiming: terms.billing.timing,
    parameters: { ...parameters },
  };
}

/** The cap of the whole term on penalties of single misses (clause 2.6); null where the contract has none. */
function penaltyCapOf(terms: Terms): Fen | null {
  return missConsequence(terms)?.caps.find(({ window }) => window === 'term')?.amount ?? null;
}

function penaltyCapView(
  terms: Terms,
  state: ContractState,
  { accruing }: Account,
): ContractDetail['penaltyCap'] {
  const cap = penaltyCapOf(terms);
  if (cap === null) return null;
  const carriedOver = (state.opening?.used ?? []).filter(
    ({ consequence }) => consequence === missConsequence(terms)?.id,
  );
  const used = sumFen([standingPenalties(state.misses), ...carriedOver.map(({ amount }) => amount)]);
  return {
    cap: formatYuan(cap),
    used: formatYuan(used),
    accruing: formatYuan(sumFen(accruing.map(standingPenalty))),
    left: formatYuan(atLeastZero(subtractFen(cap, used))),
  };
}

function capViews(terms: Terms, state: ContractState, at: Instant): ContractDetail['caps'] {
  return capRooms(terms, state, at).map(({ consequence, cap, room }) => ({
    consequence: consequence.id,
    clause: consequence.clause,
    window: cap.window,
    amount: formatYuan(cap.amount),
    used: room && formatYuan(room.used),
    left: room && formatYuan(room.left),
  }));
}

function owedView(state: ContractState): ContractDetail['owed'] {
  const interest = state.charges.filter(({ on }) => on === 'latePayment').map(({ amount }) => amount);
  return {
    byProvider: formatYuan(owedByProvider(state)),
    credited: formatYuan(sumFen(state.invoices.map(({ credited }) => credited))),
    paidOut: formatYuan(state.paidOut),
    interest: formatYuan(sumFen(interest)),
  };
}

/** How near a termination right is, by failed months or by a delay (clause 2.6), and the right once it has arisen. */
function rightView(terms: Terms, state: ContractState, at: Instant): ContractDetail['terminationRight'] {
  const months = assessMonths(terms, state);
  const carriedOver = state.opening?.failedPeriods ?? [];
  const streak = months.at(-1)?.streak ?? carriedOver.length;
  const failed = [...carriedOver, ...months.filter((month) => month.failed).map((month) => month.period)];
  const shown = shownRight(state.rights, at);
  return {
    failedMonthsNeeded: terms.termination.failedMonths,
    delayDaysNeeded: terms.termination.delayDays,
    streak,
    periods: failed.slice(failed.length - streak),
    earliestAt: shown || state.end ? null : earliestRightAt(terms, state, streak),
    right: shown && {
      ground: shown.ground,
      arisenAt: shown.arisenAt,
      periods: [...shown.periods],
      lapsesAt: shown.lapsesAt,
      exercisedAt: shown.exercisedAt,
      exercisable: state.end === null && exercisableRight(state.rights, at) !== undefined,
    },
  };
}

function earliestRightAt(terms: Terms, state: ContractState, streak: number): Instant | null {
  const needed = terms.termination.failedMonths;
  const closed = state.closedMonths.length;
  const byMonths =
    needed === null ? undefined : terms.schedule[closed + Math.max(1, needed - streak) - 1]?.to;
  const byDelay = terms.obligations.flatMap((owed) => {
    const obligation = state.obligations.find(({ id }) => id === owed.id);
    if (!obligation || obligation.performedAt !== null) return [];
    return delayRightAt(terms, owed, obligation) ?? [];
  });
  const all = [...(byMonths === undefined ? [] : [byMonths]), ...byDelay].filter((at) => at <= terms.endsAt);
  return all.toSorted()[0] ?? null;
}
