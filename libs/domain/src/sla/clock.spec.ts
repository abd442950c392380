import fc from 'fast-check';
import { type Measure } from '../terms.js';
import { isWorkingDay, type WorkCalendar } from '../time/calendar.js';
import { addDays, plainDate, type PlainDate } from '../time/dates.js';
import { addSeconds, instant, toSeconds, type Instant } from '../time/instant.js';
import { dateIn, startOfDay } from '../time/zone.js';
import { measureSeconds, reckon, secondsRun, type DayBook, type Run } from './clock.js';

const START = instant('2025-01-01T00:00:00Z');
const DAY = 86_400;

const zones = fc.constantFrom(
  'Asia/Shanghai',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'America/Santiago',
);

/** A calendar of whole days; only 2025 is published. */
function calendarOf2025(offDays: PlainDate[], makeUpDays: PlainDate[]): WorkCalendar {
  const year = { notice: 'any', publishedOn: plainDate('2024-11-01'), specialDays: {} };
  return {
    id: 'any',
    version: '1',
    zone: null,
    week: null,
    makeUpShifts: null,
    maintenance: [],
    years: { '2025': { ...year, offDays, makeUpDays } },
  };
}

/** Any days off and worked weekends of one year; the next year is not published. */
const calendars = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 60 }), fc.integer({ min: 1, max: 59 }))
  .map(([days, cut]): WorkCalendar => {
    const dates = days.map((day) => addDays(plainDate('2025-01-01'), day));
    return calendarOf2025(dates.slice(cut), dates.slice(0, cut));
  });

const dayBooks = fc.record({ calendar: calendars, zone: zones });

const measures: fc.Arbitrary<Measure> = fc.oneof(
  fc.record({ unit: fc.constant('minutes' as const), amount: fc.integer({ min: 1, max: 3000 }) }),
  fc.record({ unit: fc.constant('workingDays' as const), amount: fc.integer({ min: 1, max: 5 }) }),
);

/** Runs of a clock in order, apart from one another or back to back; the last one open or closed. */
const runLists = fc
  .tuple(
    fc.integer({ min: 0, max: 340 * DAY }),
    fc.array(fc.tuple(fc.integer({ min: 0, max: 2 * DAY }), fc.integer({ min: 0, max: 3 * DAY })), {
      maxLength: 6,
    }),
    fc.boolean(),
  )
  .map(([first, stretches, isOpen]): Run[] => {
    let at = addSeconds(START, first);
    const runs: Run[] = [];
    for (const [seconds, pause] of stretches) {
      const to = addSeconds(at, seconds);
      runs.push({ from: at, to });
      at = addSeconds(to, pause);
    }
    return isOpen || runs.length === 0 ? [...runs, { from: at, to: null }] : runs;
  });

/** The counted seconds of `[from, to)`, day by day and without the code under test. */
function countedSeconds(measure: Measure, from: Instant, to: Instant, days: DayBook): number {
  if (measure.unit === 'minutes') return Math.max(0, toSeconds(to) - toSeconds(from));
  let seconds = 0;
  for (let date = dateIn(from, days.zone); startOfDay(date, days.zone) < to; date = addDays(date, 1)) {
    if (!isWorkingDay(days.calendar, date)) continue;
    const begins = Math.max(toSeconds(from), toSeconds(startOfDay(date, days.zone)));
    const ends = Math.min(toSeconds(to), toSeconds(startOfDay(addDays(date, 1), days.zone)));
    seconds += Math.max(0, ends - begins);
  }
  return seconds;
}

/** The target of a measure of time. */
function targetSeconds(measure: Measure): number {
  const seconds = measureSeconds(measure);
  if (seconds === null) throw new Error(`${measure.unit} count no time`);
  return seconds;
}

function countedOver(measure: Measure, runs: readonly Run[], until: Instant, days: DayBook): number {
  return runs.reduce((sum, run) => {
    const to = run.to !== null && run.to < until ? run.to : until;
    return run.from >= to ? sum : sum + countedSeconds(measure, run.from, to, days);
  }, 0);
}

describe('reckon', () => {
  it('proves each deadline: segments without a gap, the counted ones sum to the target to the second', () => {
    fc.assert(
      fc.property(measures, runLists, dayBooks, (measure, runs, days) => {
        const { dueAt, segments } = reckon(measure, runs, days);
        const ends = segments.map((segment) => segment.to);
        expect(segments.every((segment) => segment.from < segment.to)).toBe(true);
        expect(segments.slice(1).map((segment) => segment.from)).toEqual(ends.slice(0, -1));
        const counted = segments
          .filter((segment) => segment.counted)
          .reduce((sum, { from, to }) => sum + toSeconds(to) - toSeconds(from), 0);
        expect(counted).toBeLessThanOrEqual(targetSeconds(measure));
        fc.pre(dueAt !== null);
        expect(counted).toBe(targetSeconds(measure));
        expect(segments[0]?.from).toBe(runs.find((run) => run.from !== run.to)?.from);
        expect(ends.at(-1)).toBe(dueAt);
      }),
      { numRuns: 200 },
    );
  });

  it('finds the earliest instant at which the counted time is reached', () => {
    fc.assert(
      fc.property(measures, runLists, dayBooks, (measure, runs, days) => {
        const { dueAt } = reckon(measure, runs, days);
        fc.pre(dueAt !== null);
        const target = targetSeconds(measure);
        expect(countedOver(measure, runs, dueAt, days)).toBe(target);
        // A clock that runs again with nothing left is due at that instant, though the count was reached before.
        const before = runs.some((run) => run.from === dueAt) ? target : target - 1;
        expect(countedOver(measure, runs, addSeconds(dueAt, -1), days)).toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  it('finds none only where the clock stopped before the count was passed', () => {
    fc.assert(
      fc.property(measures, runLists, dayBooks, (measure, runs, days) => {
        const end = runs.at(-1)?.to ?? null;
        fc.pre(end !== null);
        const inTime = countedOver(measure, runs, end, days) <= targetSeconds(measure);
        fc.pre(inTime || reckon(measure, runs, days).dueAt === null);
        expect(inTime).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('a pause never shortens a clock', () => {
    const pauses = fc.tuple(fc.integer({ min: 0, max: 4 * DAY }), fc.integer({ min: 0, max: 4 * DAY }));
    fc.assert(
      fc.property(measures, runLists, dayBooks, pauses, (measure, runs, days, [after, seconds]) => {
        const from = runs[0]?.from ?? START;
        const open: Run[] = [{ from, to: null }];
        const paused: Run[] = [
          { from, to: addSeconds(from, after) },
          { from: addSeconds(from, after + seconds), to: null },
        ];
        const [without, within] = [reckon(measure, open, days), reckon(measure, paused, days)];
        expect(within.dueAt !== null && without.dueAt !== null && within.dueAt >= without.dueAt).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('stopping and going on at the same instant changes nothing', () => {
    fc.assert(
      fc.property(measures, dayBooks, fc.integer({ min: 0, max: 6 * DAY }), (measure, days, after) => {
        const whole = reckon(measure, [{ from: START, to: null }], days);
        const at = addSeconds(START, after);
        if (whole.dueAt !== null && at >= whole.dueAt) return;
        const split = reckon(
          measure,
          [
            { from: START, to: at },
            { from: at, to: at },
            { from: at, to: null },
          ],
          days,
        );
        expect(split).toEqual(whole);
      }),
    );
  });

  const china: DayBook = {
    zone: 'Asia/Shanghai',
    calendar: calendarOf2025([], []),
  };
  const at = (text: string): Instant => instant(`${text}:00+08:00`);
  const oneDay: Measure = { unit: 'workingDays', amount: 1 };

  it.each<[law: string, runs: Run[], dueAt: Instant | null]>([
    ['Friday 24:00, not Monday 00:00', [{ from: at('2025-03-07T00:00'), to: null }], at('2025-03-08T00:00')],
    [
      'a stop at the very deadline is in time',
      [{ from: at('2025-03-03T09:00'), to: at('2025-03-04T09:00') }],
      null,
    ],
    [
      'the clock that runs again with nothing left is due then',
      [
        { from: at('2025-03-03T09:00'), to: at('2025-03-04T09:00') },
        { from: at('2025-03-08T10:00'), to: null },
      ],
      at('2025-03-08T10:00'),
    ],
    [
      'stopped again at that instant, it is not',
      [
        { from: at('2025-03-03T09:00'), to: at('2025-03-04T09:00') },
        { from: at('2025-03-08T10:00'), to: at('2025-03-08T10:00') },
      ],
      null,
    ],
    [
      'a stop a second later is too late',
      [{ from: at('2025-03-03T09:00'), to: addSeconds(at('2025-03-04T09:00'), 1) }],
      at('2025-03-04T09:00'),
    ],
    [
      'a stop on the day off after it is too late',
      [{ from: at('2025-03-07T00:00'), to: at('2025-03-09T12:00') }],
      at('2025-03-08T00:00'),
    ],
  ])('%s', (_, runs, dueAt) => {
    expect(reckon(oneDay, runs, china).dueAt).toBe(dueAt);
  });

  it.each<[law: string, from: string, isProvisional: boolean]>([
    ['ends with the published year: not provisional', '2025-12-31T00:00', false],
    ['a second into the next year: provisional', '2025-12-31T00:01', true],
    ['begins in an unpublished year', '2026-03-02T09:00', true],
  ])('%s', (_, from, isProvisional) => {
    expect(reckon(oneDay, [{ from: at(from), to: null }], china).provisional).toBe(isProvisional);
  });
});

describe('secondsRun', () => {
  it('is the time that ran before an instant', () => {
    fc.assert(
      fc.property(runLists, fc.integer({ min: 0, max: 400 * DAY }), (runs, after) => {
        const until = addSeconds(START, after);
        const days: DayBook = { zone: 'UTC', calendar: calendarOf2025([], []) };
        expect(secondsRun(runs, until)).toBe(countedOver({ unit: 'minutes', amount: 1 }, runs, until, days));
      }),
    );
  });
});
