import { type RehearsalDocument } from '#rehearsal/document';
import { simulateScenario } from '#rehearsal/rehearse';
import { readScenarioDocument } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { formatFault } from '#domain/fault';
import { instant } from '#domain/time/instant';
import { type ScenarioEvent, type ScenarioFile } from './scenarios-frame.js';

type Level = 'high' | 'medium' | 'low';
type Severity = { urgency: Level; impact: Level; coreBusinessDown?: boolean; severeSecurityRisk?: boolean };
type PriorityName = 'critical' | 'high' | 'medium' | 'low';
type TargetName = 'response' | 'workaround' | 'resolution';

/** One urgency and impact of each priority of the reference template (clause 2.2). */
const SEVERITIES: Readonly<Record<PriorityName, Severity>> = {
  critical: { urgency: 'high', impact: 'high' },
  high: { urgency: 'high', impact: 'medium' },
  medium: { urgency: 'medium', impact: 'medium' },
  low: { urgency: 'low', impact: 'low' },
};

/** A year of 2025 at 20,000.00 a month and 5 permille: a miss costs 1,200.00, the cap is 24,000.00. */
export const YEAR_2025 = {
  termStart: '2025-01-01',
  termMonths: 12,
  monthlyFee: '20000.00',
  penaltyPermille: '5',
} as const;

/** Wall time in Shanghai, `2025-01-06 09:15` or with seconds, as an event of a scenario writes it. */
export function shanghai(wall: string): string {
  const [date, time = '00:00'] = wall.split(' ');
  return `${date}T${time.length === 5 ? `${time}:00` : time}+08:00`;
}

/** Wall time in Shanghai as a document writes it, in UTC. */
export function utc(wall: string): string {
  return instant(shanghai(wall));
}

/** Events at an instant of Shanghai's wall time: `on('2025-01-06 09:00').recorded('H', 'high')`. */
export function on(wall: string) {
  const at = shanghai(wall);
  return {
    recorded: (request: string, priority: PriorityName | Severity, receivedAt?: string): ScenarioEvent => {
      const received = receivedAt === undefined ? {} : { receivedAt: shanghai(receivedAt) };
      return { at, type: 'request.recorded', request, ...severityOf(priority), ...received };
    },
    responded: (request: string): ScenarioEvent => ({ at, type: 'request.responded', request }),
    workaround: (request: string): ScenarioEvent => ({ at, type: 'request.workaround', request }),
    path: (request: string): ScenarioEvent => ({ at, type: 'request.path', request }),
    resolved: (request: string): ScenarioEvent => ({ at, type: 'request.resolved', request }),
    closed: (request: string): ScenarioEvent => ({ at, type: 'request.closed', request }),
    reopened: (request: string): ScenarioEvent => ({ at, type: 'request.reopened', request }),
    paused: (request: string, reason = 'waitingForClient'): ScenarioEvent => {
      return { at, type: 'request.paused', request, reason };
    },
    resumed: (request: string): ScenarioEvent => ({ at, type: 'request.resumed', request }),
    reclassified: (request: string, priority: PriorityName | Severity): ScenarioEvent => {
      return {
        at,
        type: 'request.reclassified',
        request,
        ...severityOf(priority),
        reason: 'looked at again',
      };
    },
    rated: (request: string, score: number): ScenarioEvent => ({ at, type: 'request.rated', request, score }),
    waived: (request: string, target: TargetName, by = 'manager'): ScenarioEvent => {
      return { at, type: 'miss.waived', request, target, reason: 'not of its making', by };
    },
    reportOf: (period: string): ScenarioEvent => ({ at, type: 'report.submitted', period }),
    payment: (amount: string, reference?: string): ScenarioEvent => {
      return { at, type: 'payment.received', amount, ...(reference === undefined ? {} : { reference }) };
    },
    exercised: (): ScenarioEvent => ({ at, type: 'termination.exercised', by: 'client' }),
    agreedToEnd: (effectiveAt: string): ScenarioEvent => {
      return { at, type: 'termination.agreed', effectiveAt: shanghai(effectiveAt) };
    },
  };
}

function severityOf(priority: PriorityName | Severity): Severity {
  return typeof priority === 'string' ? SEVERITIES[priority] : priority;
}

/** A scenario up to a wall time of Shanghai; parameters beside those of `YEAR_2025`. */
export function scenario(
  until: string,
  events: readonly ScenarioEvent[],
  parameters: ScenarioFile['parameters'] = {},
): ScenarioFile {
  const all = { ...YEAR_2025, ...parameters };
  return { template: 'it-support-2025', parameters: all, events, until: shanghai(until) };
}

/** Runs a scenario that has no fault through the simulator. */
export async function rehearsed(file: unknown): Promise<RehearsalDocument> {
  const result = await simulateScenario(readScenarioDocument(file), scenarioTerms);
  if ('faults' in result) throw new Error(result.faults.map(formatFault).join('\n'));
  return result.document;
}

/** The lines that a faulty scenario gives; empty where it has no fault. */
export async function faultLines(file: unknown): Promise<string[]> {
  const result = await simulateScenario(readScenarioDocument(file), scenarioTerms);
  return 'faults' in result ? result.faults.map(formatFault) : [];
}

/** The deadlines and outcomes of one request, as `kind outcome dueAt`, with dueAt in Shanghai's wall time. */
export function targetsOf(document: RehearsalDocument, request: string): string[] {
  const targets = document.requests[request]?.targets ?? [];
  return targets.map(
    ({ kind, outcome, dueAt }) => `${kind} ${outcome} ${dueAt === null ? '-' : wallTime(dueAt)}`,
  );
}

/** An instant of a document in Shanghai's wall time, `2025-01-06 09:15`; seconds only where there are some. */
export function wallTime(at: string): string {
  const local = new Date(Date.parse(at) + 8 * 3_600_000).toISOString();
  return (
    local.slice(0, 16).replace('T', ' ') + (local.slice(17, 19) === '00' ? '' : `:${local.slice(17, 19)}`)
  );
}
