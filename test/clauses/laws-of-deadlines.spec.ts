import fc from 'fast-check';
import { type Run } from '#domain/sla/clock';
import { reckonTarget } from '#domain/incident/targets';
import { type TargetKind, type Terms } from '#domain/terms';
import { addSeconds } from '#domain/time/instant';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { rehearsed, YEAR_2025 } from '../support/builders.js';
import { randomScenario } from '../support/scenarios.js';

const HIGHEST_FIRST = ['critical', 'high', 'medium', 'low'] as const;
const KINDS: readonly TargetKind[] = ['response', 'workaround', 'resolution'];
const DAY = 86_400;

let terms: Terms;

beforeAll(async () => {
  const made = await scenarioTerms({ template: 'it-support-2025', parameters: YEAR_2025 });
  if ('faults' in made) throw new Error('the reference template does not take its own parameters');
  terms = made.terms;
});

describe('deadlines of the reference contract', () => {
  it('a higher priority never has a later one, whatever was paused', () => {
    fc.assert(
      fc.property(fc.nat(360 * DAY), fc.nat(2 * DAY), fc.nat(5 * DAY), (start, ran, pause) => {
        const recordedAt = addSeconds(terms.startsAt, start);
        const stopped = addSeconds(recordedAt, ran);
        const runs: Run[] = [
          { from: recordedAt, to: stopped },
          { from: addSeconds(stopped, pause), to: null },
        ];
        const facts = { responded: null, workaround: null, path: null, resolved: null };
        for (const kind of KINDS) {
          const due = HIGHEST_FIRST.flatMap((priority) => {
            const target = terms.service?.targets[priority]?.find((candidate) => candidate.kind === kind);
            return target
              ? [reckonTarget(terms, target, { startedAt: recordedAt, runs, pauses: [], facts }).dueAt ?? '']
              : [];
          });
          expect(due).toEqual([...due].sort());
        }
      }),
    );
  });

  it('one that passed is missed at it or later, never earlier; what is met is never missed as well', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const { requests, misses } = await rehearsed(randomScenario(seed, 8));
        const missed = new Set(misses.map(({ request, target }) => `${request} ${target}`));
        expect(missed.size).toBe(misses.length);
        for (const [request, { targets }] of Object.entries(requests)) {
          for (const { kind, outcome, dueAt } of targets) {
            const miss = misses.find(
              (candidate) => candidate.request === request && candidate.target === kind,
            );
            expect(outcome === 'missed').toBe(miss !== undefined);
            expect(miss === undefined || (dueAt !== null && dueAt <= miss.at)).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
