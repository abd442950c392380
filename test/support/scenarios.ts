import { randomEnding, randomPayments, randomReports, randomWaivers } from './scenarios-contract.js';
import {
  type Frame,
  frameOf,
  type Placed,
  randomFrame,
  type ScenarioFile,
  type Seconds,
  written,
} from './scenarios-frame.js';
import { Chance } from './scenarios-random.js';
import { type Life, randomLife } from './scenarios-requests.js';

export type { ScenarioEvent, ScenarioFile } from './scenarios-frame.js';

/**
 * A random scenario that the contract allows, with at most `size` requests: state machines make it, so that no event
 * is refused. Many events fall on deadlines, on the 1st of a month at 00:00, or on one instant.
 */
export function randomScenario(seed: number, size: number): ScenarioFile {
  const chance = new Chance(seed);
  return scenarioIn(chance, randomFrame(chance), chance.whole(1, size));
}

/** The busy year that everything is measured by: twelve months of 2025, two hundred requests. */
export function wholeYear(seed: number, requests = 200): ScenarioFile {
  const termStart = '2025-01-01';
  const frame = frameOf({ termStart, termMonths: 12, monthlyFeeFen: 2_000_000, penaltyPermille: '0.5' });
  const chance = new Chance(seed);
  const lives = livesIn(chance, frame, requests);
  const until = frame.end + 40 * 86_400;
  const events = [
    ...lives.flatMap((life) => life.events),
    ...randomPayments(chance, frame),
    ...randomReports(chance, frame, frame.end),
  ];
  return fileOf(chance, frame, events, until);
}

function scenarioIn(chance: Chance, frame: Frame, requests: number): ScenarioFile {
  const all = livesIn(chance, frame, requests);
  const until = randomUntil(chance, frame, all);
  const sure = all.flatMap((life) => life.misses).filter((miss) => miss.at < frame.end);
  const kept = sure.filter(() => chance.is(0.7));
  const ending = randomEnding(chance, frame, kept);
  const lives = all.filter((life) => life.start < ending.at);
  const happened = sure.filter(
    (miss) => miss.at < ending.at && lives.some((life) => life.misses.includes(miss)),
  );
  const waivable = happened.filter((miss) => !kept.includes(miss));
  const events = [
    ...lives.flatMap((life) => life.events),
    ...ending.events,
    ...randomWaivers(chance, waivable, until),
    ...randomPayments(chance, frame),
    ...randomReports(chance, frame, ending.at),
  ];
  return fileOf(chance, frame, events, until);
}

function livesIn(chance: Chance, frame: Frame, requests: number): Life[] {
  return Array.from({ length: requests }, (_, index) =>
    randomLife(chance, frame, `R${String(index + 1).padStart(3, '0')}`),
  );
}

function randomUntil(chance: Chance, frame: Frame, lives: readonly Life[]): Seconds {
  const kind = chance.next();
  if (kind < 0.35) return frame.end + chance.pick([0, 1, chance.whole(0, 90 * 86_400)]);
  if (kind < 0.5) return chance.pick(frame.months).to;
  const misses = lives.flatMap((life) => life.misses);
  if (kind < 0.6 && misses.length > 0) return chance.pick(misses).at;
  return chance.whole(frame.start, frame.end);
}

/** The file: what lies after `until` left out, instants in any order, events of one instant in the order they happened. */
function fileOf(chance: Chance, frame: Frame, events: readonly Placed[], until: Seconds): ScenarioFile {
  const within = events.filter(({ at }) => frame.start <= at && at <= until);
  const instants = new Map<Seconds, Placed[]>();
  for (const placed of within) instants.set(placed.at, [...(instants.get(placed.at) ?? []), placed]);
  const inAnyOrder = chance.is(0.5)
    ? interleaved(chance, [...instants.values()])
    : within.toSorted((a, b) => a.at - b.at);
  const parameters = frame.parameters;
  return {
    template: 'it-support-2025',
    parameters,
    events: inAnyOrder.map(({ event }) => event),
    until: written(until),
  };
}

/** Mixes lists into one and keeps the order within each. */
export function interleaved<Item>(chance: Chance, lists: readonly (readonly Item[])[]): Item[] {
  const slots = chance.shuffled(lists.flatMap((list, index) => list.map(() => index)));
  const taken = lists.map(() => 0);
  return slots.flatMap((list) => {
    const item = lists[list]?.[taken[list] ?? 0];
    taken[list] = (taken[list] ?? 0) + 1;
    return item === undefined ? [] : [item];
  });
}
