import fc from 'fast-check';
import { type IncidentState, type Verdict } from '../incident/state.js';
import { ZERO_FEN } from '../money/fen.js';
import { type ServiceTerms, type Terms } from '../terms.js';
import { parsePeriod, type Period } from '../time/dates.js';
import { addSeconds, instant, type Instant } from '../time/instant.js';
import { attainmentOf, attainmentPercent, isBelow, metInMonth, together } from './attainment.js';
import { type ClosedMonth, type FixedMiss } from './state.js';

const FROM = instant('2025-01-31T16:00:00Z');
const TO = instant('2025-02-28T16:00:00Z');
const FEBRUARY = month('2025-02');

function month(text: string): Period {
  const period = parsePeriod(text);
  if (period === null) throw new RangeError(text);
  return period;
}

/** Of the terms, all that is looked at is which month owns a miss. */
function owning(missOwnedBy: ServiceTerms['missOwnedBy']): Terms {
  return { service: { missOwnedBy } } as Terms;
}

function requestWith(recordedAt: Instant, ...verdicts: Verdict[]): IncidentState {
  return {
    law: 'law-2',
    request: 'R',
    status: 'open',
    priority: 'p1',
    recordedAt,
    receivedAt: null,
    through: recordedAt,
    contractEndedAt: null,
    startedAt: recordedAt,
    runs: [],
    pauses: [],
    facts: { responded: null, workaround: null, path: null, resolved: null },
    targets: [],
    verdicts,
    misses: [],
    milestones: [],
    ratings: [],
    log: [],
  };
}

const met = (at: Instant, priority = 'p1', takenBackAt: Instant | null = null): Verdict => {
  return { target: 'response', outcome: 'met', priority, at, takenBackAt };
};

describe('the targets met within a month', () => {
  it.each<[string, Instant, number | undefined]>([
    ['before it', addSeconds(FROM, -1), undefined],
    ['at its first instant', FROM, 1],
    ['at its last second', addSeconds(TO, -1), 1],
    ['at the first instant of the next', TO, undefined],
  ])('one met %s', (_, at, count) => {
    const requests = [requestWith(addSeconds(FROM, -1000), met(at))];
    expect(metInMonth(owning('deadline'), requests, FROM, TO)['p1']).toBe(count);
  });

  it('by the month of the record, where that owns a miss', () => {
    const within = requestWith(FROM, met(addSeconds(FROM, 60)), met(TO));
    const before = requestWith(addSeconds(FROM, -60), met(addSeconds(FROM, 60)));
    // What is met only after the close was not known at it.
    expect(metInMonth(owning('record'), [within, before], FROM, TO)).toEqual({ p1: 1 });
    expect(metInMonth(owning('deadline'), [within, before], FROM, TO)).toEqual({ p1: 2 });
  });

  it('are counted by priority; one taken back by a reopening is not', () => {
    const at = addSeconds(FROM, 60);
    const requests = [
      requestWith(at, met(at, 'p1'), met(at, 'p2'), met(at, 'p2', addSeconds(at, 60))),
      requestWith(at, met(at, 'p2'), { ...met(at, 'p3'), outcome: 'missed' }),
    ];
    expect(metInMonth(owning('deadline'), requests, FROM, TO)).toEqual({ p1: 1, p2: 2 });
  });
});

const closed = (counts: ClosedMonth['met']): ClosedMonth => {
  return { period: FEBRUARY, closedAt: TO, received: 10, met: counts };
};

function miss(change: Partial<FixedMiss> = {}): FixedMiss {
  const at = addSeconds(FROM, 3600);
  return {
    request: 'R',
    target: 'response',
    at,
    dueAt: at,
    period: FEBRUARY,
    priority: 'p1',
    base: ZERO_FEN,
    permille: '0',
    full: ZERO_FEN,
    penalty: ZERO_FEN,
    capped: false,
    counted: true,
    fixedAt: TO,
    waiver: null,
    annulledAt: null,
    ...change,
  };
}

const WAIVER = { at: TO, by: 'manager', reason: 'not of its making' };

describe('the attainment of a closed month', () => {
  it.each<[string, Partial<FixedMiss>, number]>([
    ['its own', {}, 1],
    ['another month', { period: month('2025-01') }, 0],
    ['waived', { waiver: WAIVER }, 0],
    ['annulled', { annulledAt: TO }, 0],
    ['a further one of a request of which the first counts', { counted: false }, 0],
    ['a late report or delivery', { priority: 'none' }, 0],
  ])('a miss of %s', (_, change, missed) => {
    const attainment = attainmentOf({ misses: [miss(change)] }, closed({ p1: 3 }));
    expect(attainment).toEqual({ p1: { met: 3, missed } });
  });

  it('a priority of which nothing was met is there by its misses', () => {
    const misses = [miss({ priority: 'p2' }), miss({ priority: 'p2', target: 'resolution' })];
    expect(attainmentOf({ misses }, closed({ p1: 3 }))).toEqual({
      p1: { met: 3, missed: 0 },
      p2: { met: 0, missed: 2 },
    });
  });
});

describe('attainments', () => {
  const attainments = fc.record({ met: fc.nat(5000), missed: fc.nat(5000) });

  it.each<[number, number, string | null]>([
    [0, 0, null],
    [3, 0, '100.0'],
    [0, 3, '0.0'],
    [2, 1, '66.6'],
  ])('%i met and %i missed: %s', (metCount, missed, percent) => {
    expect(attainmentPercent({ met: metCount, missed })).toBe(percent);
  });

  it('of nothing is below nothing', () => {
    expect(isBelow({ met: 0, missed: 0 }, '100')).toBe(false);
    expect(isBelow({ met: 0, missed: 1 }, '0')).toBe(false);
    expect(isBelow({ met: 19, missed: 1 }, '95')).toBe(false);
    expect(isBelow({ met: 19, missed: 1 }, '95.000001')).toBe(true);
  });

  it('together lie between the worst and the best of them, in whatever order', () => {
    const concluded = fc.array(
      attainments.filter((part) => part.met + part.missed > 0),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(concluded, (parts) => {
        const all = together(parts);
        expect(together(parts.toReversed())).toEqual(all);
        const percents = parts.map((part) => Number(attainmentPercent(part)));
        expect(Number(attainmentPercent(all))).toBeGreaterThanOrEqual(Math.min(...percents));
        expect(Number(attainmentPercent(all))).toBeLessThanOrEqual(Math.max(...percents));
      }),
    );
  });

  it('a waiver never lowers it, whichever and in whatever order', () => {
    const waivedInTurn = fc.tuple(
      fc.nat(50),
      fc.integer({ min: 1, max: 20 }).chain((count) => {
        const indices = Array.from({ length: count }, (_, index) => index);
        return fc.shuffledSubarray(indices, { minLength: count });
      }),
    );
    fc.assert(
      fc.property(waivedInTurn, ([metCount, order]) => {
        let misses = order.map((index) => miss({ request: `R${index}` }));
        const percentNow = (): number => {
          const parts = Object.values(attainmentOf({ misses }, closed({ p1: metCount })));
          return Number(attainmentPercent(together(parts)) ?? '100');
        };
        let percent = percentNow();
        for (const index of order) {
          misses = misses.map((each) => (each.request === `R${index}` ? { ...each, waiver: WAIVER } : each));
          expect(percentNow()).toBeGreaterThanOrEqual(percent);
          percent = percentNow();
        }
        expect(percent).toBe(100);
      }),
    );
  });
});
