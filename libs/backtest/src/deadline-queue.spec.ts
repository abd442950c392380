import fc from 'fast-check';
import { nextTargetDeadline, type IncidentState } from '#domain/incident/state';
import { fromSeconds, type Instant } from '#domain/time/instant';
import { DeadlineQueue } from './deadline-queue.js';

/** A request as far as the queue looks at it. */
function request(name: string, dueAt: Instant | null): IncidentState {
  const target = { outcome: dueAt === null ? 'met' : 'pending', dueAt };
  return { request: name, targets: [target] } as unknown as IncidentState;
}

/** What the queue must give: by looking at all of them. */
function firstOf(states: ReadonlyMap<string, IncidentState>): string | null {
  const due = [...states.values()].flatMap((state) => {
    const at = nextTargetDeadline(state);
    return at === null ? [] : [`${at} ${state.request}`];
  });
  return due.sort()[0] ?? null;
}

describe('the queue of deadlines', () => {
  it('always has in front what a look at all requests finds, whatever was put into it', () => {
    const name = fc.integer({ min: 0, max: 12 }).map((number) => `R${String(number).padStart(2, '0')}`);
    const dueAt = fc.option(fc.integer({ min: 0, max: 40 }).map((hours) => fromSeconds(hours * 3600)));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, dueAt), { maxLength: 60 }), (steps) => {
        const queue = new DeadlineQueue();
        const states = new Map<string, IncidentState>();
        for (const [each, at] of steps) {
          const state = request(each, at);
          queue.put(state);
          states.set(each, state);
          const first = queue.first();
          expect(first && `${first.at} ${first.state.request}`).toBe(firstOf(states));
        }
        expect(queue.all().map((state) => state.request)).toEqual([...states.keys()]);
      }),
      { numRuns: 500 },
    );
  });
});
