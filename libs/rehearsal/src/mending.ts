import { type Fault, joinPath } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { EVENT_SCHEMAS, type ScenarioEvent, type ScenarioEventType } from './scenario-schema.js';

/** What cannot change which events the contract allows, so that a run goes on past a fault in it and finds the others. */
const STAND_INS = {
  parameters: { monthlyFee: '1.00', penaltyPermille: '1' },
  event: { reason: 'other', score: 3 },
} as const;

/**
 * A malformed event of a request with its faulty members left out or replaced, so that later events meet the state
 * they were written for. Null where what is wrong with it leaves open what it did.
 */
export function mendedEvent(
  type: ScenarioEventType,
  document: Readonly<Record<string, unknown>>,
  faults: readonly Fault[],
  path: string,
): ScenarioEvent | null {
  if (!type.startsWith('request.')) return null;
  const known = Object.keys(EVENT_SCHEMAS[type].shape);
  const sound = Object.entries(document).filter(
    ([name]) => known.includes(name) && !faults.some((fault) => fault.path === joinPath(path, name)),
  );
  const standIns = Object.entries(STAND_INS.event).filter(([name]) => known.includes(name));
  const parsed = EVENT_SCHEMAS[type].safeParse({
    ...Object.fromEntries(standIns),
    ...Object.fromEntries(sound),
  });
  return parsed.success ? parsed.data : null;
}

/** An event whose detail the contract refused, without that detail; null where the event itself was refused. */
export function withoutRefusedDetail(
  event: ScenarioEvent,
  member: string,
  terms: Terms,
): ScenarioEvent | null {
  if (event.type === 'request.paused' && member === 'reason') {
    return { ...event, reason: terms.service?.pauseReasons[0] ?? event.reason };
  }
  if (event.type === 'request.recorded' && member === 'receivedAt') return { ...event, receivedAt: event.at };
  return null;
}

/** The parameters of a file come first in its order, what is missing after them. */
export function inOrderOfParameters(
  given: Readonly<Record<string, unknown>>,
  faults: readonly Fault[],
): Fault[] {
  const paths = Object.keys(given).map((name) => joinPath('parameters', name));
  const place = (fault: Fault): number => {
    const index = paths.indexOf(fault.path);
    return index < 0 ? paths.length : index;
  };
  return faults.toSorted((a, b) => place(a) - place(b));
}

/**
 * Parameters with the faulty ones left out or replaced, to look at the events all the same. Null where something else
 * is wrong, or where it is the zone, by which every date would move. A term at fault stays at fault.
 */
export function mendedParameters(
  given: Readonly<Record<string, unknown>>,
  faults: readonly Fault[],
): Record<string, unknown> | null {
  const paths = faults.map((fault) => fault.path);
  if (paths.includes('parameters.zone') || paths.some((path) => !/^parameters[.[]/.test(path))) return null;
  const sound = Object.entries(given).filter(([name]) => !paths.includes(joinPath('parameters', name)));
  const standIns = Object.entries(STAND_INS.parameters).filter(([name]) =>
    paths.includes(joinPath('parameters', name)),
  );
  return { ...Object.fromEntries(standIns), ...Object.fromEntries(sound) };
}
