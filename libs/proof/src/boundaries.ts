import { comparisonsOf, isReference, listOf } from '#decisions/conditions';
import { add, compareExact, exactOf, exactText, subtract, type Exact } from '#decisions/exact';
import { type FactValue, type RuleSet } from '#domain/decision';

/** The values that the rules compare a fact with, given what parameters a contract has. */
export function comparedValues(
  { rules }: RuleSet,
  fact: string,
  parameters: Readonly<Record<string, string | number>>,
): (string | number)[] {
  const found = rules.flatMap(({ conditions }) =>
    [...comparisonsOf(conditions, '')].flatMap(({ comparison }): readonly (FactValue | undefined)[] => {
      if (comparison.fact === fact) {
        const { value } = comparison;
        return isReference(value) ? [parameters[value.fact]] : listOf(value);
      }
      const isTurned = isReference(comparison.value) && comparison.value.fact === fact;
      return isTurned ? [parameters[comparison.fact]] : [];
    }),
  );
  return found.filter((value) => typeof value === 'string' || typeof value === 'number');
}

/** Each value with the one a step below and the one a step above, and the given ends; in order, within the ends. */
export function around(
  values: readonly (string | number)[],
  step: string,
  [least, greatest]: readonly [string, string],
): Exact[] {
  const [size, low, high] = [step, least, greatest].map((each) => exactOf(each) ?? ZERO);
  if (!size || !low || !high) return [];
  const near = values.flatMap((value) => {
    const at = exactOf(value);
    if (!at) return [];
    const onStep = roundedDown(at, size);
    return [subtract(onStep, size), onStep, add(onStep, size), add(add(onStep, size), size)];
  });
  const within = [low, ...near, high].filter(
    (at) => compareExact(at, low) >= 0 && compareExact(at, high) <= 0,
  );
  const texts = new Map(within.map((at) => [exactText(subtract(at, ZERO)), at]));
  return [...texts.values()].toSorted(compareExact);
}

const ZERO: Exact = { units: 0n, digits: 0 };

/** The greatest multiple of the step that is not above. */
function roundedDown(at: Exact, step: Exact): Exact {
  const digits = Math.max(at.digits, step.digits);
  const [units, size] = [at, step].map((each) => each.units * 10n ** BigInt(digits - each.digits));
  if (units === undefined || size === undefined || size === 0n) return at;
  const times = units / size - (units < 0n && units % size !== 0n ? 1n : 0n);
  return { units: times * size, digits };
}

/** As whole numbers, where each is one. */
export function numbers(values: readonly Exact[]): number[] {
  return [...new Set(values.map((value) => Number(exactText(value))))];
}
