import {
  type Frame,
  midnightAfter,
  type Placed,
  type ScenarioEvent,
  type Seconds,
  written,
} from './scenarios-frame.js';
import { type Chance } from './scenarios-random.js';

/** A miss that the generator is sure of, whatever else happens while the contract lasts. */
export interface SureMiss {
  readonly request: string;
  readonly target: 'response' | 'workaround' | 'resolution';
  readonly at: Seconds;
}

/** One request's life: its events in order, and the misses it is sure to bring. */
export interface Life {
  readonly start: Seconds;
  readonly events: readonly Placed[];
  readonly misses: readonly SureMiss[];
}

type Status = 'open' | 'paused' | 'resolved' | 'closed';
type Move = Exclude<Extract<ScenarioEvent['type'], `request.${string}`>, 'request.recorded'>;

/** What can be told of a request in each status, and how often it is: written down apart from the core's own table. */
const MOVES: Readonly<Record<Status, readonly (readonly [Move, number])[]>> = {
  open: [
    ['request.responded', 5],
    ['request.workaround', 3],
    ['request.path', 2],
    ['request.paused', 4],
    ['request.resolved', 5],
    ['request.reclassified', 3],
  ],
  paused: [
    ['request.responded', 2],
    ['request.workaround', 2],
    ['request.path', 1],
    ['request.resumed', 6],
    ['request.resolved', 2],
    ['request.reclassified', 2],
  ],
  resolved: [
    ['request.responded', 1],
    ['request.closed', 3],
    ['request.reopened', 4],
    ['request.reclassified', 1],
    ['request.rated', 2],
  ],
  closed: [
    ['request.reopened', 2],
    ['request.rated', 2],
  ],
};

const NEXT: Readonly<Partial<Record<Move, Status>>> = {
  'request.paused': 'paused',
  'request.resumed': 'open',
  'request.resolved': 'resolved',
  'request.closed': 'closed',
  'request.reopened': 'open',
};

const LEVELS = ['high', 'medium', 'low'] as const;
const REASONS = ['waitingForClient', 'waitingForThirdParty', 'changeWindow', 'other'] as const;
const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;
/** Where deadlines of the reference targets lie, so that many events fall exactly on one, or a second beside it. */
const MARKS = [15 * MINUTE, 30 * MINUTE, 4 * HOUR, 8 * HOUR, 24 * HOUR, 3 * DAY];

/** A request from its record on: one to a dozen events, many of them exactly at deadlines or at one instant. */
export function randomLife(chance: Chance, frame: Frame, request: string): Life {
  const start = randomStart(chance, frame);
  const flags = flagsOf(chance);
  const severity = { urgency: chance.pick(LEVELS), impact: chance.pick(LEVELS), ...flags };
  const received = chance.is(0.1) ? { receivedAt: written(start - chance.whole(0, HOUR)) } : {};
  const recorded: ScenarioEvent = {
    at: written(start),
    type: 'request.recorded',
    request,
    ...severity,
    ...received,
  };
  const events: Placed[] = [{ at: start, event: recorded }];
  const prompt = chance.is(0.6);
  let status: Status = 'open';
  let at = start;
  const tell = (type: Move): void => {
    status = NEXT[type] ?? status;
    events.push({ at, event: eventOf(chance, type, request, at) });
  };
  if (prompt) {
    at = start + chance.whole(0, 15 * MINUTE);
    tell('request.responded');
  }
  for (let left = chance.whole(0, 11); left > 0; left--) {
    at = prompt && chance.is(0.6) ? at + chance.whole(0, HOUR) : nextInstant(chance, start, at);
    tell(weighted(chance, MOVES[status]));
  }
  return { start, events, misses: sureMisses(request, start, recorded, events) };
}

function randomStart(chance: Chance, frame: Frame): Seconds {
  const month = chance.pick(frame.months);
  const at = chance.whole(month.from, month.to - 1);
  const near = chance.next();
  if (near < 0.08) return month.from;
  if (near < 0.2) return month.to - chance.pick([1, ...MARKS.filter((mark) => mark < month.to - month.from)]);
  if (near < 0.3) return Math.max(month.from, Math.min(month.to - 1, midnightAfter(frame, at, 0)));
  return at;
}

function nextInstant(chance: Chance, start: Seconds, at: Seconds): Seconds {
  const kind = chance.next();
  if (kind < 0.12) return at;
  if (kind < 0.4) {
    const ahead = MARKS.map((mark) => start + mark).filter((mark) => mark >= at);
    if (ahead.length > 0) return Math.max(at, chance.pick(ahead) + chance.pick([0, 0, 1, -1]));
  }
  if (kind < 0.5) return at + chance.pick(MARKS);
  if (kind < 0.75) return at + chance.whole(1, 6 * HOUR);
  if (kind < 0.97) return at + chance.whole(1, 5 * DAY);
  return at + chance.whole(1, 60 * DAY);
}

function weighted(chance: Chance, moves: readonly (readonly [Move, number])[]): Move {
  let point = chance.next() * moves.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [move, weight] of moves) {
    point -= weight;
    if (point < 0) return move;
  }
  throw new Error('no move was weighed');
}

function eventOf(chance: Chance, type: Move, request: string, seconds: Seconds): ScenarioEvent {
  const at = written(seconds);
  switch (type) {
    case 'request.paused':
      return { at, type, request, reason: chance.pick(REASONS) };
    case 'request.rated':
      return { at, type, request, score: chance.whole(1, 5) };
    case 'request.reclassified': {
      const levels = { urgency: chance.pick(LEVELS), impact: chance.pick(LEVELS) };
      return { at, type, request, ...levels, ...flagsOf(chance), reason: 'looked at again' };
    }
    default:
      return { at, type, request };
  }
}

function flagsOf(chance: Chance): { coreBusinessDown?: boolean; severeSecurityRisk?: boolean } {
  if (chance.is(0.08)) return { coreBusinessDown: chance.is(0.8) };
  return chance.is(0.05) ? { severeSecurityRisk: true } : {};
}

type Recorded = Extract<ScenarioEvent, { type: 'request.recorded' }>;

/** Only what needs no clock to be sure of: nothing else happened to the request up to the deadline. */
function sureMisses(
  request: string,
  start: Seconds,
  recorded: ScenarioEvent,
  events: readonly Placed[],
): SureMiss[] {
  if (recorded.type !== 'request.recorded') return [];
  const first = (...types: Move[]): Seconds =>
    Math.min(...events.filter(({ event }) => (types as string[]).includes(event.type)).map(({ at }) => at));
  const misses: SureMiss[] = [];
  const { responseMinutes, workaroundMinutes } = limitsOf(recorded);
  const respondBy = start + responseMinutes * MINUTE;
  if (first('request.responded', 'request.reclassified') > respondBy) {
    misses.push({ request, target: 'response', at: respondBy });
  }
  if (workaroundMinutes === null) return misses;
  const workaroundBy = start + workaroundMinutes * MINUTE;
  const touched = first(
    'request.workaround',
    'request.path',
    'request.resolved',
    'request.paused',
    'request.reclassified',
  );
  if (touched > workaroundBy) misses.push({ request, target: 'workaround', at: workaroundBy });
  return misses;
}

function limitsOf({ urgency, impact, coreBusinessDown, severeSecurityRisk }: Recorded) {
  const pair = [urgency, impact].sort().join(' ');
  if (coreBusinessDown || severeSecurityRisk || pair === 'high high')
    return { responseMinutes: 15, workaroundMinutes: 240 };
  if (pair === 'high medium') return { responseMinutes: 30, workaroundMinutes: 480 };
  const medium = pair === 'high low' || pair === 'medium medium';
  return { responseMinutes: medium ? 240 : 480, workaroundMinutes: null };
}
