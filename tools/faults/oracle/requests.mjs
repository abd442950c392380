import { afterWorkingTime, DAY, seconds } from './days.mjs';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Clauses 2.3 and 2.4: how long, of which time, and what meets it. */
const TARGETS = {
  critical: [
    { target: 'response', time: 15 * MINUTE, of: 'every', metBy: ['responded'] },
    { target: 'workaround', time: 4 * HOUR, of: 'running', metBy: ['workaround', 'path', 'resolved'] },
  ],
  high: [
    { target: 'response', time: 30 * MINUTE, of: 'every', metBy: ['responded'] },
    { target: 'workaround', time: 8 * HOUR, of: 'running', metBy: ['workaround', 'resolved'] },
    { target: 'resolution', time: 24 * HOUR, of: 'running', metBy: ['resolved'] },
  ],
  medium: [
    { target: 'response', time: 4 * HOUR, of: 'every', metBy: ['responded'] },
    { target: 'resolution', time: 1 * DAY, of: 'working', metBy: ['resolved'] },
  ],
  low: [
    { target: 'response', time: 8 * HOUR, of: 'every', metBy: ['responded'] },
    { target: 'resolution', time: 3 * DAY, of: 'working', metBy: ['resolved'] },
  ],
};

/** Clause 2.2. */
export function priorityOf({ urgency, impact }) {
  const weight = { high: 2, medium: 1, low: 0 };
  return ['low', 'low', 'medium', 'high', 'critical'][weight[urgency] + weight[impact]];
}

/**
 * What became of a request's targets up to an instant: met, missed at its deadline, or still open.
 *
 * @param {object[]} told what the desk told of it, from its record on, in order
 * @param {number} until deadlines at this second have passed
 * @param {number} end the end of the contract: what is due then or later is withdrawn
 */
export function verdictsOf(told, until, end) {
  const [record, ...later] = told;
  const facts = Object.fromEntries(
    later.toReversed().map(({ type, at }) => [type.replace('request.', ''), seconds(at)]),
  );
  const spans = runningSpans(told);
  return TARGETS[priorityOf(record)].map(({ target, time, of, metBy }) => {
    const ran = of === 'every' ? [{ from: seconds(record.at), to: Infinity }] : spans;
    const dueAt = dueIn(ran, time, of === 'working', Math.min(until, end) + 1);
    const metAt = Math.min(...metBy.map((fact) => facts[fact] ?? Infinity));
    if (metAt < Infinity && (dueAt === null || metAt <= dueAt)) return { target, outcome: 'met', at: metAt };
    if (dueAt !== null && dueAt <= until && dueAt < end) return { target, outcome: 'missed', at: dueAt };
    return { target, outcome: 'open', at: null };
  });
}

/** When the clock of the resolution ran: from the record on, but for pauses, until it was resolved. */
function runningSpans(told) {
  const spans = [];
  let from = null;
  for (const { type, at } of told) {
    const now = seconds(at);
    if (type === 'request.recorded' || type === 'request.resumed') from = now;
    const stops = type === 'request.paused' || type === 'request.resolved';
    if (!stops || from === null) continue;
    spans.push({ from, to: now });
    from = null;
  }
  return from === null ? spans : [...spans, { from, to: Infinity }];
}

/** The instant at which so much time has run, or null where it has not before `horizon`. */
function dueIn(spans, time, isWorking, horizon) {
  let left = time;
  for (const { from, to } of spans) {
    const end = Math.min(to, horizon);
    if (from >= end) return null;
    const ran = isWorking ? afterWorkingTime(from, end, left) : afterTime(from, end, left);
    if (ran.at !== null) return ran.at;
    left = ran.left;
  }
  return null;
}

function afterTime(from, to, wanted) {
  return wanted <= to - from ? { at: from + wanted, left: 0 } : { at: null, left: wanted - (to - from) };
}
