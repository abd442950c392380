import { formatFault, joinPath, nearestName, quote, unknownName } from './fault.js';

describe('formatFault', () => {
  it('is one line: path, what is wrong, what is allowed', () => {
    expect(formatFault({ path: 'a[0].b', problem: 'is 3', allowed: 'allowed is text' })).toBe(
      'a[0].b: is 3, allowed is text',
    );
    expect(formatFault({ path: '', problem: 'is 3', allowed: 'allowed is text' })).toBe(
      'document: is 3, allowed is text',
    );
  });
});

describe('joinPath', () => {
  it.each<[string, PropertyKey[], string]>([
    ['', ['rules', 0, 'name'], 'rules[0].name'],
    ['events', [3], 'events[3]'],
    ['', [], ''],
    ['clauses', ['zh-CN', '2.4'], 'clauses.zh-CN["2.4"]'],
    ['x', ['a b\n'], 'x["a b\\n"]'],
  ])('%p and %p', (path, parts, joined) => {
    expect(joinPath(path, ...parts)).toBe(joined);
  });
});

describe('nearestName', () => {
  const names = ['urgency', 'impact', 'coreBusinessDown', 'monthlyFee'];

  it.each([
    ['urgancy', 'urgency'],
    ['URGENCY', 'urgency'],
    ['monthlyfee', 'monthlyFee'],
    ['monthFee', 'monthlyFee'],
    ['corebusinesdown', 'coreBusinessDown'],
  ])('%s is near %s', (name, nearest) => {
    expect(nearestName(name, names)).toBe(nearest);
  });

  it.each(['', 'colour', 'x'.repeat(100_000)])('finds nothing near other names', (name) => {
    expect(nearestName(name, names)).toBeNull();
  });
});

describe('unknownName', () => {
  it('lists what there is and cuts what is long', () => {
    expect(unknownName('a', 'fact', 'x', ['impact'])).toEqual({
      path: 'a',
      problem: 'unknown fact "x"',
      allowed: 'allowed is impact',
    });
    expect(quote('y'.repeat(100))).toHaveLength(60);
  });
});
