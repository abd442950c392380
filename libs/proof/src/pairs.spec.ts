import fc from 'fast-check';
import { type Axis, existsIn, fixedFor, pairwiseRows } from './pairs.js';

const axis = (size: number, ...needs: [number, number][]): Axis => ({ size, needs });

/** Axes of which some need a value of one before them. */
const someAxes = fc
  .array(
    fc.record({ size: fc.integer({ min: 1, max: 4 }), on: fc.nat(), value: fc.nat(), needs: fc.boolean() }),
    {
      minLength: 2,
      maxLength: 7,
    },
  )
  .map((list) =>
    list.map(({ size, on, value, needs }, index): Axis => {
      const before = index === 0 || !needs ? null : on % index;
      return before === null ? axis(size) : axis(size, [before, value % (list[before]?.size ?? 1)]);
    }),
  );

describe('pairwiseRows', () => {
  it('puts every two values together that can be', () => {
    fc.assert(
      fc.property(someAxes, (axes) => {
        const rows = pairwiseRows(axes, 1000);
        axes.forEach((first, a) => {
          axes.slice(a + 1).forEach((second, offset) => {
            const b = a + 1 + offset;
            for (let x = 0; x < first.size; x += 1) {
              for (let y = 0; y < second.size; y += 1) {
                const [forX, forY] = [fixedFor(axes, a, x), fixedFor(axes, b, y)];
                const fits = [...(forX ?? [])].every(([of, value]) => (forY?.get(of) ?? value) === value);
                if (!forX || !forY || !fits) continue;
                const isThere = rows.some(
                  (row) => row[a] === x && row[b] === y && existsIn(axes, a, row) && existsIn(axes, b, row),
                );
                expect(isThere).toBe(true);
              }
            }
          });
        });
      }),
    );
  });

  it('needs few rows for it, and always finds the same', () => {
    const axes = Array.from({ length: 20 }, () => axis(3));
    const rows = pairwiseRows(axes, 1000);
    expect(rows.length).toBeLessThan(40);
    expect(pairwiseRows(axes, 1000)).toEqual(rows);
  });

  it('stops at the number of rows that is wanted', () => {
    expect(pairwiseRows([axis(4), axis(4)], 5)).toHaveLength(5);
  });

  it('knows which axes a row has', () => {
    const axes = [axis(2), axis(3, [0, 1])];
    expect(existsIn(axes, 1, [0, 2])).toBe(false);
    expect(existsIn(axes, 1, [1, 2])).toBe(true);
    expect(fixedFor(axes, 1, 2)).toEqual(
      new Map([
        [1, 2],
        [0, 1],
      ]),
    );
  });
});
