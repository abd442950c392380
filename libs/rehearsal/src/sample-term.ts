import { Clerk } from '#decisions/clerk';
import { type Fault } from '#domain/fault';
import { formatYuan } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { addSeconds, type Instant } from '#domain/time/instant';
import { contractTerms } from '#templates/contract-terms';
import { type Calendars } from '#templates/package-calendars';
import { type Template } from '#templates/template';
import { sampleParameters } from './acceptance-starter.js';
import { type Rehearsal, simulateScenario } from './rehearse.js';
import { readScenarioDocument } from './scenario.js';

/** What came of the sample term: the rehearsal, and the parameters that it was made with. */
export type SampleTerm =
  | (Extract<Rehearsal, { document: unknown }> & { readonly parameters: Readonly<Record<string, unknown>> })
  | { readonly faults: readonly Fault[] };

const DAY = 86_400;
const HOUR = 3_600;
const USUAL_RATIO = '5';
/** A term may have 120 months: what comes of it shows within two years. */
const MOST_MONTHS = 24;
/** Months whose critical request is answered two days late: three in succession give a termination right. */
const LATE_MONTHS: readonly number[] = [2, 3, 4];
/** A month whose report comes ten days late. */
const LATE_REPORT_MONTH = 6;

/**
 * A whole term that shows what a template comes to: each month a critical request, an invoice paid after a week, a report;
 * three months whose request is answered late, one whose report is. Parameters that are not given take sample values.
 */
export async function sampleTerm(
  template: Template,
  calendars: Calendars,
  given: Readonly<Record<string, unknown>>,
): Promise<SampleTerm> {
  const parameters = { ...sampleParameters(template), ...usualRatios(template), ...given };
  const made = await contractTerms(template, parameters, calendars);
  if ('faults' in made) return made;
  const scenario = sampleScenario(template.id, parameters, made.terms);
  const result = await simulateScenario(readScenarioDocument(scenario), async () => made, new Clerk());
  return 'faults' in result ? result : { ...result, parameters };
}

/** A ratio at its limit would reach every cap at once, and show nothing of what comes before. */
function usualRatios({ parameters }: Template): Record<string, string> {
  const required = parameters.filter((each) => each.type === 'decimal' && each.required === true);
  const fitting = required.filter(
    (each) => each.type === 'decimal' && Number(each.maximum) >= Number(USUAL_RATIO),
  );
  return Object.fromEntries(fitting.map(({ name }) => [name, USUAL_RATIO]));
}

function sampleScenario(template: string, parameters: object, terms: Terms): object {
  const months = terms.schedule.slice(0, MOST_MONTHS);
  const last = months.at(-1);
  const until = last ? addSeconds(last.to, 40 * DAY) : terms.endsAt;
  const events = months.flatMap((month, index) => [
    ...(terms.service === null ? [] : requestOf(month.from, index)),
    ...reportOf(month, index),
  ]);
  const payments = terms.billing.plan.map(paymentOf);
  const all = [...events, ...payments].filter(({ at }) => terms.startsAt <= at && at <= until);
  return { template, parameters, events: all, until };
}

interface Event {
  readonly at: Instant;
  readonly type: string;
}

function requestOf(from: Instant, index: number): Event[] {
  const recordedAt = addSeconds(from, 5 * DAY + 9 * HOUR);
  const answeredAt = addSeconds(recordedAt, LATE_MONTHS.includes(index) ? 2 * DAY : 10 * 60);
  const request = `R-${String(index + 1).padStart(2, '0')}`;
  return [
    { at: recordedAt, type: 'request.recorded', request, urgency: 'high', impact: 'high' } as Event,
    { at: answeredAt, type: 'request.responded', request } as Event,
    { at: addSeconds(answeredAt, HOUR), type: 'request.resolved', request } as Event,
  ];
}

function paymentOf({ period, from, amount }: Terms['billing']['plan'][number]): Event {
  const at = addSeconds(from, 7 * DAY);
  return { at, type: 'payment.received', amount: formatYuan(amount), reference: period } as Event;
}

function reportOf({ period, to, reportDueAt }: Terms['schedule'][number], index: number): Event[] {
  if (reportDueAt === null) return [];
  const after = index === LATE_REPORT_MONTH ? 10 * DAY : 2 * DAY;
  return [{ at: addSeconds(to, after), type: 'report.submitted', period } as Event];
}
