import { type Step } from '../entry.js';
import { Refusal } from '../refusal.js';
import { type Terms } from '../terms.js';
import * as entry from './entries.js';
import { type EventOf } from './events.js';
import { type ContractState, type ServiceReport } from './state.js';

/** The provider hands in a month's report; the first time counts (clause 2.5). Throws a Refusal before the month's end. */
export function submitReport(
  terms: Terms,
  state: ContractState,
  event: EventOf<'report.submitted'>,
): Step<ContractState> {
  const report = state.reports.find((candidate) => candidate.period === event.period);
  if (!report) throw noReport(terms, state, event);
  const { knowledgeBaseContributions } = event;
  const change = { submittedAt: event.late?.countsAt ?? event.at, knowledgeBaseContributions };
  const next = report.submittedAt === null ? withReport(state, event.period, change) : state;
  return { state: next, entries: [entry.reportSubmitted(terms, event, report)] };
}

function noReport(terms: Terms, state: ContractState, event: EventOf<'report.submitted'>): Refusal {
  const periods = state.reports.map((report) => report.period);
  const allowed = periods.length > 0 ? `allowed: ${periods.join(', ')}` : 'no month has closed yet';
  const known = terms.schedule.some((month) => month.period === event.period) && state.end === null;
  return known
    ? new Refusal('tooEarly', 'period', `${event.period} has not ended`, allowed)
    : new Refusal('unknownPeriod', 'period', `${event.period} is no month of the contract`, allowed);
}

/** The state with one report changed. */
export function withReport(
  state: ContractState,
  period: string,
  change: Partial<ServiceReport>,
): ContractState {
  return {
    ...state,
    reports: state.reports.map((report) => (report.period === period ? { ...report, ...change } : report)),
  };
}
