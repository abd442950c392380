import { formatFault } from '#domain/fault';
import { simulateScenario } from '#rehearsal/rehearse';
import { readScenario } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';

/** Members of a document that may be wrong. */
export type Members = Record<string, unknown>;

export const PARAMETERS = {
  termStart: '2025-01-01',
  termMonths: 12,
  monthlyFee: '20000.00',
  penaltyPermille: '5',
};
/** A scenario with nothing wrong and nothing in it. */
export const SOUND = {
  template: 'it-support-2025',
  parameters: PARAMETERS,
  events: [] as unknown[],
  until: '2025-06-01T00:00:00+08:00',
};

/** An event at a wall time of Shanghai in 2025: `event('01-06T09:00', 'request.resolved', { request: 'A' })`. */
export function event(when: string, type: string, members: Members = {}): Members {
  return { at: `2025-${when}:00+08:00`, type, ...members };
}

/** A request put on record, high by its severity. */
export function recorded(request: string, when: string, members: Members = {}): Members {
  return event(when, 'request.recorded', { request, urgency: 'high', impact: 'medium', ...members });
}

/** One line per fault, as the command writes them. */
export async function lines(document: unknown): Promise<string[]> {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const result = await simulateScenario(readScenario(text), scenarioTerms);
  return 'faults' in result ? result.faults.map(formatFault) : [];
}

/** The faults of a sound scenario with these events. */
export const withEvents = (...events: unknown[]): Promise<string[]> => lines({ ...SOUND, events });
