import fc from 'fast-check';
import type { FactDefinition, Facts, RuleCondition, RuleSet } from '#domain/decision';

/** Rule sets over every type of fact, with groups, lists and references, and facts that fit them. */

const description = { 'zh-CN': '事实', en: 'a fact' };
const LEVELS = ['high', 'medium', 'low'];

/** Two of each type, so that any can be compared with another. */
const VOCABULARY: Readonly<Record<string, FactDefinition>> = {
  urgency: { type: 'string', values: LEVELS, description },
  impact: { type: 'string', values: LEVELS, description },
  isDown: { type: 'boolean', description },
  isSevere: { type: 'boolean', description },
  minutes: { type: 'number', description },
  limit: { type: 'number', description },
  permille: { type: 'decimal', description },
  cap: { type: 'decimal', description },
};

/** The same numbers written in several ways, small and too large for a double. */
const SMALL = ['0', '0.5', '0.50', '0.500000', '9', '10', '10.0', '9.999999', '999999999.999999'];
const LARGE = [
  '1000000000',
  '1000000000.000001',
  '9007199254.740993',
  '9999999999999.99',
  '9999999999999.990000',
];
const decimals = fc.constantFrom(...SMALL, ...LARGE);

const VALUES = {
  string: fc.constantFrom(...LEVELS),
  boolean: fc.boolean(),
  number: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0.1, 0.30000000000000004, 0.3, 1e21, -0)),
  decimal: decimals,
} as const;

type Value = NonNullable<Facts[string]>;

const ORDERED = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];
const OPERATORS = {
  string: ['equal', 'notEqual', 'in', 'notIn'],
  boolean: ['equal', 'notEqual'],
  number: ['equal', 'notEqual', 'in', 'notIn', ...ORDERED],
  decimal: ['equal', 'notEqual', 'in', 'notIn', ...ORDERED],
} as const;

const names = Object.keys(VOCABULARY);
const alike = (type: FactDefinition['type']) => names.filter((name) => VOCABULARY[name]?.type === type);

const comparison: fc.Arbitrary<RuleCondition> = fc.constantFrom(...names).chain((fact) => {
  const type = VOCABULARY[fact]?.type ?? 'string';
  return fc.constantFrom(...OPERATORS[type]).chain((operator): fc.Arbitrary<RuleCondition> => {
    const value: fc.Arbitrary<Value> = VALUES[type];
    if (operator === 'in' || operator === 'notIn')
      return fc.array(value, { minLength: 1, maxLength: 3 }).map((list) => ({ fact, operator, value: list }));
    const reference = fc.constantFrom(...alike(type)).map((other) => ({ fact: other }));
    return fc.oneof(value, value, reference).map((expected) => ({ fact, operator, value: expected }));
  });
});

const condition = fc.letrec<{ group: RuleCondition; any: RuleCondition }>((tie) => {
  const members = fc.array(tie('any'), { minLength: 1, maxLength: 3 });
  return {
    group: fc.oneof(
      members.map((all) => ({ all })),
      members.map((any) => ({ any })),
      tie('any').map((not) => ({ not })),
    ),
    any: fc.oneof({ maxDepth: 3, withCrossShrink: true }, comparison, tie('group')),
  };
});

const outcome = fc.oneof(
  VALUES.decimal,
  fc.constantFrom('permille', 'cap').map((fact) => ({ fact })),
);

/** A rule set that `checkRuleSet` passes; its rules stand in no order. */
export const ruleSets: fc.Arbitrary<RuleSet> = fc
  .array(fc.tuple(condition.group, outcome), { minLength: 1, maxLength: 6 })
  .chain((rules) =>
    fc
      .shuffledSubarray([10, 20, 30, 40, 50, 60], { minLength: rules.length, maxLength: rules.length })
      .map((priorities): RuleSet => ({
        id: 'random',
        version: '1.0.0',
        clause: '2.4',
        outcome: 'permille',
        facts: VOCABULARY,
        rules: rules.map(([conditions, permille], index) => ({
          name: `rule ${index}`,
          priority: priorities[index] ?? 0,
          conditions,
          event: { type: 'permille', params: { permille } },
        })),
      })),
  );

/** Facts for those rule sets. */
export const factsOfRules: fc.Arbitrary<Facts> = fc.record(
  Object.fromEntries(
    Object.entries(VOCABULARY).map(([name, { type }]) => [name, VALUES[type] as fc.Arbitrary<Value>]),
  ),
);
