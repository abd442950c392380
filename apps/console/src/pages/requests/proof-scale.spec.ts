import fc from 'fast-check';
import { scaleOf } from './proof-scale';
import { type Request, type Target } from './request';

/** Where things stand on the time axis of a deadline: pure. */
const RECORDED = Date.parse('2025-01-06T01:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();

function shown(target: Partial<Target>, known: number, facts: Record<string, string> = {}) {
  const whole = { outcome: 'pending', dueAt: null, segments: [], metBy: [], ...target };
  const request = { recordedAt: iso(RECORDED), facts };
  return scaleOf(request as unknown as Request, whole as unknown as Target, known);
}

const minutes = fc.integer({ min: 1, max: 100_000 });

it('goes from the record to the deadline, in five marks at equal distances', () => {
  fc.assert(
    fc.property(minutes, (due) => {
      const dueAt = RECORDED + due * 60_000;
      const { from, to, ticks, place } = shown({ dueAt: iso(dueAt) }, RECORDED);
      expect([from, to, place(from), place(to)]).toEqual([RECORDED, dueAt, 0, 100]);
      expect(ticks.map(place)).toEqual([0, 25, 50, 75, 100]);
    }),
  );
});

it('keeps the order of what is on it, and nothing leaves it', () => {
  fc.assert(
    fc.property(minutes, minutes, minutes, (due, one, other) => {
      const { place } = shown({ dueAt: iso(RECORDED + due * 60_000) }, RECORDED);
      const [first, last] = [Math.min(one, other), Math.max(one, other)].map((each) => {
        return place(RECORDED + each * 60_000);
      });
      expect(first).toBeLessThanOrEqual(last ?? -1);
      expect(last).toBeLessThanOrEqual(100);
    }),
  );
});

it('shows at most half of the way again behind the deadline', () => {
  const dueAt = RECORDED + 3_600_000;
  const { to, known } = shown({ dueAt: iso(dueAt) }, RECORDED + 30 * 86_400_000);
  expect([to, known]).toEqual([dueAt + 1_800_000, null]);
});

it('knows up to now while it is pending, and needs no such mark once it is decided', () => {
  const dueAt = iso(RECORDED + 3_600_000);
  const now = RECORDED + 600_000;
  expect(shown({ dueAt }, now).known).toBe(now);
  const met = { outcome: 'met', metBy: ['respondedAt'], dueAt } as unknown as Partial<Target>;
  expect(shown(met, now, { respondedAt: iso(now) }).known).toBeNull();
});
