import {
  type Frame,
  type FrameMonth,
  type Placed,
  type ScenarioEvent,
  type Seconds,
  written,
  yuan,
} from './scenarios-frame.js';
import { type Chance } from './scenarios-random.js';
import { type SureMiss } from './scenarios-requests.js';

const DAY = 86_400;

/** How the contract ends, and the events that bring it about; requests are recorded only before `at`. */
export interface Ending {
  readonly at: Seconds;
  readonly events: readonly Placed[];
}

/** The term runs out, or the parties agree on an end, or the client exercises a right that it is sure to have. */
export function randomEnding(chance: Chance, frame: Frame, misses: readonly SureMiss[]): Ending {
  const agreed = chance.is(0.2) ? agreements(chance, frame) : [];
  const agreedEnd = Math.min(frame.end, ...agreed.map(({ effectiveAt }) => effectiveAt));
  const exercisedAt = chance.is(0.6) ? exercise(chance, frame, misses, agreedEnd) : null;
  const at = Math.min(agreedEnd, exercisedAt ?? Infinity);
  const events: Placed[] = agreed
    .filter((agreement) => agreement.at < at || agreement.effectiveAt === at)
    .map((agreement) =>
      placed(agreement.at, {
        type: 'termination.agreed',
        at: '',
        effectiveAt: written(agreement.effectiveAt),
      }),
    );
  if (exercisedAt !== null)
    events.push(placed(exercisedAt, { type: 'termination.exercised', at: '', by: 'client' }));
  return { at, events };
}

function agreements(chance: Chance, frame: Frame): { at: Seconds; effectiveAt: Seconds }[] {
  const wished = Array.from({ length: chance.pick([1, 1, 2]) }, () => agreement(chance, frame)).sort(
    (a, b) => a.at - b.at,
  );
  const agreed: { at: Seconds; effectiveAt: Seconds }[] = [];
  // One agreed on when an earlier one has already taken effect would be refused.
  for (const next of wished) {
    if (agreed.every(({ effectiveAt }) => next.at < effectiveAt)) agreed.push(next);
  }
  return agreed;
}

function agreement(chance: Chance, frame: Frame): { at: Seconds; effectiveAt: Seconds } {
  const at = chance.whole(frame.start, frame.end - 1);
  const monthEnds = frame.months.map((month) => month.to).filter((to) => to >= at && to < frame.end);
  const kind = chance.next();
  if (kind < 0.15) return { at, effectiveAt: at };
  const effectiveAt =
    kind < 0.4 && monthEnds.length > 0 ? chance.pick(monthEnds) : chance.whole(at, frame.end - 1);
  return { at, effectiveAt };
}

/** Some time after the first three months in a row that are sure to have failed, within the year that the right lasts. */
function exercise(
  chance: Chance,
  frame: Frame,
  misses: readonly SureMiss[],
  before: Seconds,
): Seconds | null {
  const failed = frame.months.map((month) =>
    misses.some((miss) => month.from <= miss.at && miss.at < month.to),
  );
  const third = failed.findIndex(
    (_, index) => index >= 2 && failed[index] && failed[index - 1] && failed[index - 2],
  );
  const closed = frame.months[third];
  if (!closed || third > 11) return null;
  const at = closed.to + chance.pick([0, 0, 1, chance.whole(0, 20 * DAY), chance.whole(0, 60 * DAY)]);
  return at < before ? at : null;
}

/** Waivers of misses that are sure, at any later instant; each miss once. `kept` are not waived. */
export function randomWaivers(chance: Chance, misses: readonly SureMiss[], until: Seconds): Placed[] {
  return misses.flatMap((miss) => {
    if (!chance.is(0.25) || miss.at >= until) return [];
    const at = Math.min(
      until,
      miss.at + chance.pick([1, chance.whole(1, 5 * DAY), chance.whole(1, 80 * DAY)]),
    );
    const { request, target } = miss;
    return [
      placed(at, {
        type: 'miss.waived',
        at: '',
        request,
        target,
        reason: 'not of its making',
        by: 'manager',
      }),
    ];
  });
}

/** Payments of all kinds: in time, late, short, too much, named by a month with an invoice or without one. */
export function randomPayments(chance: Chance, frame: Frame): Placed[] {
  return frame.months.flatMap((month) => {
    const payments: Placed[] = [];
    for (let count = chance.pick([0, 1, 1, 1, 2]); count > 0; count--) {
      const amount = yuan(Math.max(1, Math.floor(frame.monthlyFeeFen * chance.pick([1, 1, 0.5, 0.1, 2.5]))));
      const at = month.from + chance.pick([0, 0, 9 * DAY, chance.whole(0, 40 * DAY)]);
      payments.push(
        placed(at, { type: 'payment.received', at: '', amount, ...referenceOf(chance, frame, month) }),
      );
    }
    return payments;
  });
}

function referenceOf(chance: Chance, frame: Frame, month: FrameMonth): { reference?: string } {
  if (chance.is(0.5)) return {};
  return {
    reference: chance.pick([
      month.period,
      month.period,
      chance.pick(frame.months).period,
      '2099-01',
      'thank you',
    ]),
  };
}

/** Reports of months that have ended, in time, late, exactly at the due instant, or twice. */
export function randomReports(chance: Chance, frame: Frame, end: Seconds): Placed[] {
  return frame.months.flatMap((month) => {
    if (month.from >= end) return [];
    const from = Math.min(month.to, end);
    const count = chance.pick([0, 1, 1, 1, 2]);
    return Array.from({ length: count }, () => {
      const at =
        from + chance.pick([0, 5 * DAY, 5 * DAY + 1, chance.whole(0, 4 * DAY), chance.whole(0, 40 * DAY)]);
      return placed(at, { type: 'report.submitted', at: '', period: month.period });
    });
  });
}

function placed(at: Seconds, event: ScenarioEvent): Placed {
  return { at, event: { ...event, at: written(at) } };
}
