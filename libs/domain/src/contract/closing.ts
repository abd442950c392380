import { type Step } from '../entry.js';
import { standsAtEnd, type Miss } from '../incident/state.js';
import { type PeriodTerms, type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { fixPenalties, openMisses, penaltyQuestions } from './account.js';
import { metInMonth } from './attainment.js';
import { settleCharges } from './charges.js';
import * as entry from './entries.js';
import { type ContractContext } from './events.js';
import { accrueInterest } from './interest.js';
import { assessMonths, derivedRights } from './months.js';
import { reportFigures } from './reports.js';
import { settlements } from './settling.js';
import { type ClosedMonth, type ContractState, type ServiceReport } from './state.js';

/** The close of a month: penalties and charges fixed, the month assessed, its report drawn up (clauses 2.5, 2.6). */
export function closeMonth(
  terms: Terms,
  before: ContractState,
  at: Instant,
  context: ContractContext,
): Step<ContractState> {
  const month = terms.schedule[before.closedMonths.length];
  if (!month) throw new Error('there is no month left to close');
  const end = at < month.to ? at : month.to;
  const isOwn = (miss: Miss): boolean => (at < month.to ? standsAtEnd(miss, at) : miss.at < month.to);
  const fixed = fixMisses(terms, before, at, openMisses(before, context.requests, isOwn), context);
  const reports = reportsOf(terms, fixed.state, month, { at, end }, context);
  const closed: ContractState = {
    ...fixed.state,
    closedMonths: [...before.closedMonths, closedMonth(terms, month, at, end, context)],
    pendingWaivers: [],
    reports: [...before.reports, ...reports],
  };
  const periods = [month.period, ...closed.misses.slice(before.misses.length).map(({ period }) => period)];
  const charged = settleCharges(terms, closed, at, periods, context);
  const accrued = accrueInterest(terms, charged.state, at, context);
  return reassessed(terms, before, {
    state: accrued.state,
    entries: [
      ...fixed.entries,
      ...charged.entries,
      ...accrued.entries,
      ...reports.map((report) => entry.reportDrawnUp(terms, report, at)),
    ],
  });
}

/** Penalties of single misses, fixed in canonical order. */
export function fixMisses(
  terms: Terms,
  state: ContractState,
  at: Instant,
  misses: readonly Miss[],
  context: ContractContext,
): Step<ContractState> {
  const fixed = fixPenalties(terms, state, misses, at, context);
  const questions = penaltyQuestions(terms, state, misses);
  return {
    state: { ...state, misses: [...state.misses, ...fixed] },
    entries: fixed.map((miss, index) => {
      const receipt = context.answers.get(questions[index]?.key ?? '')?.receipt ?? null;
      return entry.penaltyFixed(terms, miss, at, receipt);
    }),
  };
}

/**
 * Where penalties are fixed at once, each step first fixes those of the misses before it: so a later waiver never hands
 * the room it frees to an earlier miss (clause 2.6).
 */
export function fixedAtOnce(
  terms: Terms,
  state: ContractState,
  at: Instant,
  context: ContractContext,
): Step<ContractState> {
  if (terms.penalties.fixed !== 'atOnce' || state.end !== null) return { state, entries: [] };
  return fixMisses(
    terms,
    state,
    at,
    openMisses(state, context.requests, (miss) => miss.at < at),
    context,
  );
}

function closedMonth(
  terms: Terms,
  month: PeriodTerms,
  at: Instant,
  end: Instant,
  context: ContractContext,
): ClosedMonth {
  const received = context.requests.filter(
    ({ recordedAt }) => month.from <= recordedAt && recordedAt < end,
  ).length;
  const met = metInMonth(terms, context.requests, month.from, end);
  return { period: month.period, closedAt: at, received, met };
}

/** No report is due for a month that was over before the contract became active. */
function reportsOf(
  terms: Terms,
  state: ContractState,
  month: PeriodTerms,
  closing: { readonly at: Instant; readonly end: Instant },
  context: ContractContext,
): ServiceReport[] {
  const { period, reportDueAt: dueAt, reportRemindAt: remindAt } = month;
  if (dueAt === null || remindAt === null) return [];
  if (state.activatedAt === null || month.to <= state.activatedAt) return [];
  const figures = reportFigures(terms, context.requests, month.from, closing.end);
  return [
    {
      period,
      drawnUpAt: closing.at,
      dueAt,
      remindAt,
      figures,
      submittedAt: null,
      knowledgeBaseContributions: null,
      reminded: false,
      breachMarked: false,
    },
  ];
}

/** Assesses the months again and takes the termination rights from them; writes down what changed. */
export function reassessed(
  terms: Terms,
  before: ContractState,
  step: Step<ContractState>,
): Step<ContractState> {
  const months = assessMonths(terms, step.state);
  const rights = derivedRights(terms, step.state);
  const state = { ...step.state, rights };
  const at = step.state.through;
  return {
    state,
    entries: [
      ...step.entries,
      ...entry.assessments(terms, assessMonths(terms, before), months, at),
      ...entry.rightChanges(before.rights, rights, at, terms.termination.clause),
    ],
  };
}

/** The end of the contract: the month that had begun closes, and the settlement is drawn up. */
export function ended(
  terms: Terms,
  before: ContractState,
  kind: 'terminated' | 'expired',
  context: ContractContext,
): Step<ContractState> {
  const at = before.through;
  const month = terms.schedule[before.closedMonths.length];
  const begun = month !== undefined && month.from < at;
  const closed = begun ? closeMonth(terms, before, at, context) : { state: before, entries: [] };
  // What ends before its term is renewed no more.
  const { arisen, contract } = closed.state.renewal;
  const isRenewed = arisen && (kind === 'expired' || contract !== null);
  const renewal = { ...closed.state.renewal, arisen: isRenewed };
  const state: ContractState = { ...closed.state, renewal, end: { kind, at } };
  return {
    state,
    entries: [...closed.entries, entry.ended(terms, kind, at), ...settlements(terms, null, state)],
  };
}
