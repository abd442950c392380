import { formatFault } from '#domain/fault';
import { bonusRules, priorityRules } from '../../../test/support/sample-rule-sets.js';
import { LIMITS } from './limits.js';
import { checkRuleSet } from './rule-set.js';

function faultsOf(input: unknown): string[] {
  const checked = checkRuleSet(input);
  return 'faults' in checked ? checked.faults.map(formatFault) : [];
}

/** The sample with one member replaced: `put('rules.0.name', 'x')`. Undefined takes the member away. */
function put(path: string, value: unknown, base: unknown = priorityRules): unknown {
  const copy = structuredClone(base) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at = copy;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

const condition = 'rules.1.conditions.all.0';

describe('checkRuleSet', () => {
  it.each([priorityRules, bonusRules])('accepts $id and hands it back unchanged', (ruleSet) => {
    expect(checkRuleSet(structuredClone(ruleSet))).toEqual({ ruleSet });
  });

  it.each<[string, unknown, RegExp]>([
    [
      'an unknown fact',
      put(`${condition}.fact`, 'urgancy'),
      /^rules\[1\]\.conditions\.all\[0\]\.fact: unknown fact "urgancy", did you mean "urgency"\?, allowed are urgency, impact, coreBusinessDown$/,
    ],
    [
      'an operator that does not exist',
      put(`${condition}.operator`, 'equals'),
      /operator.*"equals", did you mean "equal"\?/,
    ],
    [
      'an operator unfit for text',
      put(`${condition}.operator`, 'lessThan'),
      /unknown operator for the string fact "urgency" "lessThan"/,
    ],
    ['a decorated operator', put(`${condition}.operator`, 'not:equal'), /unknown operator/],
    ['an operator of Object', put(`${condition}.operator`, 'constructor'), /unknown operator/],
    [
      'a value that is not one of the values',
      put(`${condition}.value`, 'hihg'),
      /value: unknown value "hihg", did you mean "high"\?/,
    ],
    ['a value of another type', put(`${condition}.value`, 3), /value: is 3, allowed are high, medium, low/],
    ['a list where one value belongs', put(`${condition}.value`, ['high']), /value: is \["high"\]/],
    ['one value where a list belongs', put(`${condition}.operator`, 'in'), /allowed is a list of 1 to/],
    [
      'a wrong value within a list',
      put('rules.2.conditions.all.0.value.1', 'x'),
      /value\[1\]: unknown value "x"/,
    ],
    [
      'a reference to a fact of another type',
      put(`${condition}.value`, { fact: 'coreBusinessDown' }),
      /value\.fact: unknown string fact/,
    ],
    ['a path', put(`${condition}.path`, '$.x'), /path: unknown member "path"/],
    [
      'a path beside a reference',
      put(`${condition}.value`, { fact: 'impact', path: '$.x' }),
      /value\.path: unknown member "path", allowed is fact/,
    ],
    [
      'a path within a negated group',
      put('rules.1.conditions.all.1.not.path', '$.x'),
      /all\[1\]\.not\.path: unknown member "path"/,
    ],
    ['a priority that is no whole number', put('rules.2.priority', 1.5), /rules\[2\]\.priority: is 1\.5/],
    [
      'a priority out of range',
      put('rules.2.priority', 1_000_001),
      /rules\[2\]\.priority: is 1000001, allowed is at most 1000000/,
    ],
    [
      'more facts than there may be',
      put(
        'facts',
        Object.fromEntries(
          Array.from({ length: LIMITS.facts + 1 }, (_, index) => [
            `f${index}`,
            priorityRules.facts['impact'],
          ]),
        ),
      ),
      /facts: has 51 facts, allowed are 1 to 50/,
    ],
    ['params of a condition', put(`${condition}.params`, {}), /params: unknown member "params"/],
    [
      'a shared condition',
      put('rules.1.conditions', { condition: 'x' }),
      /conditions: is no group of conditions, allowed are all, any, not/,
    ],
    [
      'a bare comparison',
      put('rules.1.conditions', { fact: 'urgency', operator: 'equal', value: 'high' }),
      /is no group/,
    ],
    ['an empty group', put('rules.1.conditions.all', []), /all: is no list of conditions/],
    [
      'two groups in one',
      put('rules.1.conditions.any', [{ fact: 'impact', operator: 'equal', value: 'low' }]),
      /any: unknown member "any"/,
    ],
    [
      'no conditions',
      put('rules.1.conditions', undefined),
      /rules\[1\]\.conditions: is nothing|is undefined|is missing/,
    ],
    ['two rules of one priority', put('rules.2.priority', 20), /rules\[2\]\.priority: 20 is given twice/],
    [
      'two rules of one name',
      put('rules.2.name', 'high and high is critical'),
      /rules\[2\]\.name: .* is given twice/,
    ],
    ['a priority of 0', put('rules.2.priority', 0), /rules\[2\]\.priority: is 0, allowed is at least 1/],
    [
      'another outcome',
      put('rules.2.event.type', 'urgency'),
      /event\.type: unknown outcome "urgency".*allowed is priority/,
    ],
    ['an outcome that one rule leaves out', put('rules.2.event.params', {}), /params\.priority: is missing/],
    [
      'a further parameter in one rule',
      put('rules.2.event.params.note', 'x'),
      /params\.note: unknown parameter "note"/,
    ],
    [
      'a parameter from an unknown fact',
      put('rules.0.event.params.of', { fact: 'permile' }, bonusRules),
      /of\.fact: unknown fact "permile", did you mean "permille"/,
    ],
    [
      'a decimal that is a number',
      put('rules.2.conditions.all.0.value', 10, bonusRules),
      /value: is 10, allowed is a decimal as text/,
    ],
    [
      'values of a boolean',
      put('facts.coreBusinessDown.values', ['x']),
      /facts\.coreBusinessDown\.values: stands at a boolean fact/,
    ],
    ['no facts', put('facts', {}), /facts: has 0 facts/],
    ['no rules', put('rules', []), /rules: is a list, allowed is at least 1 entries/],
    ['an unknown member', put('colour', 'red'), /^colour: unknown member "colour"/],
    [
      'a misspelt member',
      { ...priorityRules, claus: '2.2' },
      /claus: unknown member "claus", did you mean "clause"\?/,
    ],
    [
      'a fact without a description',
      put('facts.impact.description', undefined),
      /facts\.impact\.description: is missing/,
    ],
    ['a version that is none', put('version', '1.0'), /version: is "1\.0"/],
    ['text', 'rules', /^document: is "rules"/],
    ['nothing', undefined, /^document: is no JSON document/],
  ])('refuses %s', (_, input, message) => {
    expect(faultsOf(input)).toContainEqual(expect.stringMatching(message));
  });

  it('finds every fault at once', () => {
    const two = put('rules.0.conditions.any.0.fact', 'x', put(`${condition}.value`, 'y'));
    expect(faultsOf(two)).toHaveLength(2);
  });

  it('limits number, depth and size', () => {
    const leaf = { fact: 'urgency', operator: 'equal', value: 'low' };
    let deep: object = leaf;
    for (let depth = 0; depth <= LIMITS.depth; depth++) deep = { all: [deep] };
    expect(faultsOf(put('rules.1.conditions', deep))).toEqual([expect.stringMatching(/nested too deep/)]);

    const wide = { all: Array.from({ length: LIMITS.conditionsPerRule + 5 }, () => leaf) };
    expect(faultsOf(put('rules.1.conditions', wide))).toEqual([
      expect.stringMatching(/one condition too many/),
    ]);

    const list = Array.from({ length: LIMITS.values + 1 }, () => 'low');
    expect(faultsOf(put('rules.2.conditions.all.0.value', list))).toContainEqual(
      expect.stringMatching(/value: is .*allowed is a list of 1 to 50 values/),
    );

    const rules = Array.from({ length: LIMITS.rules + 1 }, () => priorityRules.rules[0]);
    expect(faultsOf(put('rules', rules))).toEqual([expect.stringMatching(/at most 100 entries/)]);

    expect(faultsOf(put('clause', 'x'.repeat(LIMITS.size)))).toEqual([
      expect.stringMatching(/characters long/),
    ]);

    const endless: Record<string, unknown> = { ...priorityRules };
    endless['rules'] = [endless];
    expect(faultsOf(endless)).toEqual([expect.stringMatching(/no JSON document/)]);
  });
});
