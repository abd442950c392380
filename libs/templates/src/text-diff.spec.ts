import fc from 'fast-check';
import { diffText, isChanged, type TextRun, wordsOf } from './text-diff.js';

const joined = (runs: readonly TextRun[], less: TextRun['kind']): string =>
  runs
    .filter(({ kind }) => kind !== less)
    .map(({ text }) => text)
    .join('');

const words = fc.constantFrom(
  'the ',
  'fee',
  ' of ',
  '违约金',
  '上限',
  '，',
  '。',
  '\n',
  '{{fee}}',
  ' ',
  'x',
  '\n:::',
);
const text = fc.oneof(
  fc.array(words, { maxLength: 40 }).map((each) => each.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

describe('diffText', () => {
  it('gives runs that make the text before and the text after', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = diffText(before, after);
        expect(joined(runs, 'inserted')).toBe(before);
        expect(joined(runs, 'deleted')).toBe(after);
        expect(isChanged(runs)).toBe(before !== after);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds no change between equal texts', () => {
    fc.assert(
      fc.property(text, (same) => {
        expect(diffText(same, same)).toEqual(same === '' ? [] : [{ kind: 'same', text: same }]);
      }),
    );
  });

  it('leaves no empty run and no two of a kind side by side', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = diffText(before, after);
        expect(runs.every((run, index) => run.text !== '' && run.kind !== runs[index + 1]?.kind)).toBe(true);
      }),
    );
  });

  it('changes as few words as can be, by the longest that both have in common', () => {
    const few = fc.array(fc.constantFrom('a', '甲', '；'), { maxLength: 10 });
    fc.assert(
      fc.property(few, few, (before, after) => {
        // Marks and Chinese words stand alone, so that each entry is a word.
        const [a, b] = [before, after].map((each) => each.join('|'));
        const runs = diffText(a ?? '', b ?? '');
        const changed = runs
          .filter(({ kind }) => kind !== 'same')
          .reduce((sum, run) => sum + wordsOf(run.text).length, 0);
        const [m, n] = [wordsOf(a ?? ''), wordsOf(b ?? '')];
        expect(changed).toBe(m.length + n.length - 2 * longestCommon(m, n));
      }),
    );
  });

  it.each<[string, string, string, string]>([
    ['a number', 'within 15 minutes of it', 'within 30 minutes of it', 'within [-15-]{+30+} minutes of it'],
    [
      'Chinese by its words',
      '累计不超过合同总金额',
      '累计不超过月服务费',
      '累计不超过[-合同总金额-]{+月服务费+}',
    ],
    ['a binding as one', 'pays {{fee}}.', 'pays {{feeOfMonth}}.', 'pays [-{{fee}}-]{+{{feeOfMonth}}+}.'],
    [
      'a condition as one',
      '::: when a = b\nx\n:::',
      '::: when a = c\nx\n:::',
      '[-::: when a = b-]{+::: when a = c+}\nx\n:::',
    ],
    ['words side by side', 'a b c d', 'a x y d', 'a [-b c-]{+x y+} d'],
    ['something new at the end', 'a', 'a b', 'a{+ b+}'],
    ['everything', 'a', '', '[-a-]'],
  ])('shows %s', (_, before, after, shown) => {
    const marks = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['{+', '+}'] } as const;
    const runs = diffText(before, after);
    expect(runs.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join('')).toBe(shown);
  });

  it('takes two long texts with nothing in common for one replaced by the other, and soon', () => {
    const [before, after] = ['甲乙', '丙丁'].map((each) => `${each}；`.repeat(50_000));
    const start = performance.now();
    const runs = diffText(before ?? '', after ?? '');
    expect(joined(runs, 'inserted')).toBe(before);
    expect(joined(runs, 'deleted')).toBe(after);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

/** By the table of all prefixes: slow and plain. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const word of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j++) {
      const reached = word === b[j - 1] ? (row[j - 1] ?? 0) + 1 : 0;
      next.push(Math.max(reached, row[j] ?? 0, next[j - 1] ?? 0));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
