import fc from 'fast-check';
import { fromSeconds, instant, toSeconds } from '#domain/time/instant';
import { documentDifferences } from '../support/compare.js';
import { on, rehearsed, scenario, targetsOf } from '../support/builders.js';
import { rehearsedOutOfOrder } from '../support/scenarios-drivers.js';
import { Chance } from '../support/scenarios-random.js';
import {
  interleaved,
  randomScenario,
  type ScenarioEvent,
  type ScenarioFile,
  wholeYear,
} from '../support/scenarios.js';

const seeds = fc.nat();

function byInstant(events: readonly ScenarioEvent[]): ScenarioEvent[][] {
  const groups = new Map<string, ScenarioEvent[]>();
  for (const event of events) groups.set(event.at, [...(groups.get(event.at) ?? []), event]);
  return [...groups.values()];
}

/** The scenario as far as an instant, and looked at there. */
function stopped(file: ScenarioFile, until: string): ScenarioFile {
  return { ...file, until, events: file.events.filter((event) => instant(event.at) <= until) };
}

/** A scenario with an instant within it, so many percent of its way. */
const stops = fc.tuple(seeds, fc.integer({ min: 0, max: 100 })).map(([seed, percent]) => {
  const file = randomScenario(seed, 8);
  const to = toSeconds(instant(file.until));
  const from = Math.min(to, toSeconds(instant(`${String(file.parameters['termStart'])}T23:59:59Z`)));
  return { file, until: fromSeconds(from + ((to - from) * percent) / 100) };
});

describe('what holds of time and order in every scenario', () => {
  it('the same file gives the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const [first, second] = [
          await rehearsed(randomScenario(seed, 8)),
          await rehearsed(randomScenario(seed, 8)),
        ];
        expect(JSON.stringify(first)).toBe(JSON.stringify(second));
      }),
      { numRuns: 30 },
    );
  });

  it('the order of different instants in the file changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, seeds, async (seed, order) => {
        const file = randomScenario(seed, 8);
        const events = interleaved(new Chance(order), byInstant(file.events));
        const [told, mixed] = [await rehearsed(file), await rehearsed({ ...file, events })];
        expect(JSON.stringify(mixed)).toBe(JSON.stringify(told));
      }),
      { numRuns: 50 },
    );
  });

  it('when and in which order deadlines are noticed changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const file = randomScenario(seed, 12);
        const told = await rehearsed(file);
        const endedAt = told.settlement ? instant(told.settlement.at) : null;
        const late = await rehearsedOutOfOrder(file, endedAt, new Chance(seed));
        expect(documentDifferences(told, late)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('what a contract fixed stays as it was: looked at earlier, it shows a beginning of what comes', async () => {
    await fc.assert(
      fc.asyncProperty(stops, async ({ file, until }) => {
        const [early, late] = [await rehearsed(stopped(file, until)), await rehearsed(file)];
        const issued = (document: typeof early) =>
          document.invoices.map(({ paid: _, status: __, ...fixed }) => fixed);
        expect(issued(late).slice(0, early.invoices.length)).toEqual(issued(early));
        expect(late.months.map((month) => month.period).slice(0, early.months.length)).toEqual(
          early.months.map((month) => month.period),
        );
        const past = (document: typeof early) =>
          document.misses
            .filter((miss) => miss.at <= until)
            .map(({ request, target, at }) => [request, target, at]);
        expect(past(late)).toEqual(past(early));
      }),
      { numRuns: 60 },
    );
  });

  it('events of one instant keep the order of the file', async () => {
    const first = [on('2025-01-06 09:00').recorded('R', 'critical'), on('2025-01-06 09:05').responded('R')];
    const [pause, path] = [on('2025-01-06 13:00').paused('R'), on('2025-01-06 13:00').path('R')];
    const within = await rehearsed(scenario('2025-01-07', [...first, pause, path]));
    const before = await rehearsed(scenario('2025-01-07', [...first, path, pause]));
    expect(targetsOf(within, 'R')[1]).toBe('workaround met -');
    expect(targetsOf(before, 'R')[1]).toBe('workaround met 2025-01-06 13:00');
  });
});

describe('the generators of scenarios', () => {
  it('give the same for the same seed, and another for another', () => {
    expect(randomScenario(7, 20)).toEqual(randomScenario(7, 20));
    expect(randomScenario(7, 20)).not.toEqual(randomScenario(8, 20));
    expect(wholeYear(1)).toEqual(wholeYear(1));
  });

  it('give only what the contract allows, and all that can happen to it', async () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 60; seed++) {
      const file = randomScenario(seed, 10);
      const document = await rehearsed(file);
      seen.add(document.status);
      for (const event of file.events) seen.add(event.type);
      for (const { targets } of Object.values(document.requests))
        for (const { outcome } of targets) seen.add(outcome);
      if (document.misses.some((miss) => miss.capped)) seen.add('capped');
      if (document.misses.some((miss) => miss.waived)) seen.add('waived');
      if (document.terminationRight) seen.add('right');
    }
    const outcomes = [
      'met',
      'missed',
      'pending',
      'withdrawn',
      'active',
      'terminated',
      'expired',
      'capped',
      'waived',
      'right',
    ];
    expect(
      [...outcomes, 'termination.exercised', 'termination.agreed', 'request.reopened'].filter(
        (name) => !seen.has(name),
      ),
    ).toEqual([]);
    expect([...seen].filter((name) => name.includes('.'))).toHaveLength(16);
  });

  it('a year of two hundred requests is rehearsed', async () => {
    const document = await rehearsed(wholeYear(1));
    expect(Object.keys(document.requests)).toHaveLength(200);
    expect(document).toMatchObject({ status: 'expired' });
    expect(document.months).toHaveLength(12);
  });
});
