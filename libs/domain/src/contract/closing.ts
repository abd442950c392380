import { type Step } from '../entry.js';
import { standsAtEnd, type Miss } from '../incident/state.js';
import { type PeriodTerms, type Terms } from '../terms.js';
import { type Instant } from '../time/instant.js';
import { fixPenalties, openMisses } from './account.js';
import * as entry from './entries.js';
import { type ContractContext } from './events.js';
import { assessMonths, derivedRights } from './months.js';
import { reportFigures } from './reports.js';
import { type ContractState, type ServiceReport } from './state.js';

/** The close of a month: penalties fixed, the month assessed, its report drawn up (clauses 2.5, 2.6). */
export function closeMonth(
  terms: Terms,
  state: ContractState,
  at: Instant,
  context: ContractContext,
): Step<ContractState> {
  const month = terms.schedule[state.closedMonths.length];
  if (!month) throw new Error('there is no month left to close');
  const end = at < month.to ? at : month.to;
  const isOwn = (miss: Miss): boolean => (at < month.to ? standsAtEnd(miss, at) : miss.at < month.to);
  const misses = fixPenalties(terms, state, openMisses(state, context.requests, isOwn), context);
  const closed: ContractState = {
    ...state,
    closedMonths: [...state.closedMonths, { period: month.period, closedAt: at }],
    misses: [...state.misses, ...misses],
    pendingWaivers: [],
    reports: [...state.reports, ...reportsOf(terms, state, month, end, context)],
  };
  const drawnUp = closed.reports.slice(state.reports.length).map((report) => entry.reportDrawnUp(report, at));
  const fixed = misses.map((miss) => entry.penaltyFixed(terms, miss, at, context));
  return reassessed(terms, state, { state: closed, entries: [...fixed, ...drawnUp] });
}

/** No report is due for a month that was over before the contract became active. */
function reportsOf(
  terms: Terms,
  state: ContractState,
  month: PeriodTerms,
  end: Instant,
  context: ContractContext,
): ServiceReport[] {
  if (state.activatedAt === null || month.to <= state.activatedAt) return [];
  const figures = reportFigures(terms, context.requests, month.from, end);
  const { period, reportDueAt: dueAt, reportRemindAt: remindAt } = month;
  return [
    {
      period,
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
  const months = assessMonths(step.state);
  const rights = derivedRights(terms, months, step.state.rights);
  const state = { ...step.state, rights };
  const at = step.state.through;
  return {
    state,
    entries: [
      ...step.entries,
      ...entry.assessments(assessMonths(before), months, at),
      ...entry.rightChanges(before.rights, rights, at),
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
  const state: ContractState = { ...closed.state, end: { kind, at } };
  return {
    state,
    entries: [...closed.entries, entry.ended(kind, at), ...entry.settlements(terms, null, state)],
  };
}

/** After the end, whatever changes what the parties owe is written down as a revised settlement. */
export function resettled(
  terms: Terms,
  before: ContractState,
  step: Step<ContractState>,
): Step<ContractState> {
  return { state: step.state, entries: [...step.entries, ...entry.settlements(terms, before, step.state)] };
}
