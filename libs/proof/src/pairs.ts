/** Something that is varied: how many values it has, and what else has to have which value for it to exist. */
export interface Axis {
  readonly size: number;
  /** Other axes by index, each with the value that it must have. */
  readonly needs: readonly (readonly [axis: number, value: number])[];
}

/** A row has the value of each axis by index. */
export type Row = readonly number[];

type Fixed = Map<number, number>;

/**
 * Rows in which every two values of any two axes stand together at least once, as far as they can: found greedily and
 * always the same. At most `most` rows.
 */
export function pairwiseRows(axes: readonly Axis[], most: number): Row[] {
  const open = openPairs(axes);
  const rows: Row[] = [];
  while (open.size > 0 && rows.length < most) {
    const [first] = open;
    if (first === undefined) break;
    const [key, fixed] = first;
    const row = filled(axes, new Map(fixed), open);
    open.delete(key);
    for (const pair of pairsIn(axes, row)) open.delete(pair);
    rows.push(row);
  }
  return rows;
}

/** The axes that exist in a row. */
export function existsIn(axes: readonly Axis[], axis: number, row: Row | Fixed): boolean {
  const valueOf = (index: number) => (row instanceof Map ? row.get(index) : row[index]);
  return (axes[axis]?.needs ?? []).every(
    ([needed, value]) => valueOf(needed) === value && existsIn(axes, needed, row),
  );
}

/** What has to be fixed for an axis to have a value: its own, and all that it needs. Null where that contradicts. */
export function fixedFor(axes: readonly Axis[], axis: number, value: number): Fixed | null {
  let fixed: Fixed | null = new Map([[axis, value]]);
  for (const [needed, neededValue] of axes[axis]?.needs ?? []) {
    const more: Fixed | null = fixedFor(axes, needed, neededValue);
    fixed = fixed && more && together(fixed, more);
  }
  return fixed;
}

function together(a: Fixed, b: Fixed): Fixed | null {
  const merged = new Map(a);
  for (const [axis, value] of b) {
    if ((merged.get(axis) ?? value) !== value) return null;
    merged.set(axis, value);
  }
  return merged;
}

function openPairs(axes: readonly Axis[]): Map<string, Fixed> {
  const open = new Map<string, Fixed>();
  const single = axes.map(({ size }, axis) =>
    Array.from({ length: size }, (_, value) => fixedFor(axes, axis, value)),
  );
  single.forEach((values, a) => {
    for (let b = a + 1; b < axes.length; b += 1) {
      values.forEach((first, valueOfA) => {
        single[b]?.forEach((second, valueOfB) => {
          const fixed = first && second && together(first, second);
          if (fixed) open.set(pairKey(a, valueOfA, b, valueOfB), fixed);
        });
      });
    }
  });
  return open;
}

function filled(axes: readonly Axis[], fixed: Fixed, open: ReadonlyMap<string, unknown>): number[] {
  axes.forEach(({ size }, axis) => {
    if (fixed.has(axis)) return;
    let [best, most] = [0, -1];
    for (let value = 0; value < size; value += 1) {
      let covered = 0;
      for (const [other, otherValue] of fixed)
        covered += open.has(sortedKey(axis, value, other, otherValue)) ? 1 : 0;
      if (covered > most) [best, most] = [value, covered];
    }
    fixed.set(axis, best);
  });
  return axes.map((_, axis) => fixed.get(axis) ?? 0);
}

function* pairsIn(axes: readonly Axis[], row: Row): Generator<string> {
  const present = row.flatMap((value, axis) => (existsIn(axes, axis, row) ? [[axis, value] as const] : []));
  for (const [index, [a, valueOfA]] of present.entries()) {
    for (const [b, valueOfB] of present.slice(index + 1)) yield pairKey(a, valueOfA, b, valueOfB);
  }
}

function sortedKey(a: number, valueOfA: number, b: number, valueOfB: number): string {
  return a < b ? pairKey(a, valueOfA, b, valueOfB) : pairKey(b, valueOfB, a, valueOfA);
}

function pairKey(a: number, valueOfA: number, b: number, valueOfB: number): string {
  return `${a}:${valueOfA}|${b}:${valueOfB}`;
}
