import fc from 'fast-check';
import { fen } from '#domain/money/fen';
import { plainDate } from '#domain/time/dates';
import { fingerprintOf, sortLines, type KnownLine } from './identity.js';
import { type StatementLine } from './statement.js';

function line(day: number, yuan: number, payerName: string, bankReference: string | null): StatementLine {
  return {
    account: '6222',
    bookedOn: plainDate(`2025-03-0${day}`),
    amount: fen(yuan * 100),
    currency: 'CNY',
    payerName,
    payerAccount: null,
    reference: null,
    endToEndId: null,
    bankReference,
    isReversal: false,
  };
}

/** What is kept after some files, one after the other; that no id comes twice. */
function imported(files: readonly (readonly StatementLine[])[]): KnownLine[] {
  let kept: KnownLine[] = [];
  for (const file of files) {
    const { fresh, learnt } = sortLines(file, kept);
    const names = new Map(learnt.map(({ id, bankReference }) => [id, bankReference]));
    kept = [
      ...kept.map((old) => ({ ...old, bankReference: old.bankReference ?? names.get(old.id) ?? null })),
      ...fresh.map(({ id, line: it, fingerprint, ordinal }) => ({ ...it, id, fingerprint, ordinal })),
    ];
  }
  expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length);
  return kept;
}

function amountsByDay(lines: readonly { bookedOn: string; amount: number }[]): string[] {
  return lines.map(({ bookedOn, amount }) => `${bookedOn} ${amount}`).toSorted();
}

const plain = (lines: readonly StatementLine[]) => lines.map((it) => ({ ...it, bankReference: null }));

describe('the same line', () => {
  it('counts once where the bank names it, in one file and in two', () => {
    const one = line(1, 5, 'a', 'R1');
    expect(imported([[one, one]])).toHaveLength(1);
    expect(imported([[one], [one, line(1, 5, 'a', 'R2')]])).toHaveLength(2);
    // Beside it, another that says the same without a name is another payment.
    expect(imported([[one], [line(1, 5, 'a', null), one]])).toHaveLength(2);
  });

  it('is not one of another day or amount under the same number', () => {
    expect(
      imported([[line(1, 5, 'a', '0001'), line(2, 5, 'a', '0001'), line(1, 6, 'a', '0001')]]),
    ).toHaveLength(3);
  });

  it('without a name is two where it stands twice, and adds nothing in the next file', () => {
    const one = line(1, 5, 'a', null);
    expect(imported([[one, one]])).toHaveLength(2);
    expect(imported([[one], [one, one], [one], [one, one]])).toHaveLength(2);
  });

  it('is found again in a format that names it, and keeps the name', () => {
    const named = [line(1, 5, 'a', 'R1'), line(1, 5, 'a', 'R2')];
    const kept = imported([plain(named), named, [line(1, 5, 'a', 'R3')]]);
    expect(kept.map(({ bankReference }) => bankReference).toSorted()).toEqual(['R1', 'R2', 'R3']);
  });

  it('is told alike whatever the width and the spaces of its words', () => {
    const [one, other] = [line(1, 5, '上海（示例）公司 A', null), line(1, 5, '上海(示例)公司Ａ', null)];
    expect(fingerprintOf(one)).toBe(fingerprintOf(other));
    expect(fingerprintOf(one)).not.toBe(fingerprintOf(line(1, 5, '上海示例公司A', null)));
  });
});

describe('any files of whole days', () => {
  // Few days, amounts and payers, so that many lines are equal. Each has a name at the bank.
  const truth = fc
    .array(
      fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 2 }), fc.constantFrom('a', 'b')),
      {
        maxLength: 14,
      },
    )
    .map((rows) => rows.map(([day, yuan, payer], index) => line(day, yuan, payer, `R${index}`)));
  const exports = fc.array(
    fc.record({
      from: fc.integer({ min: 1, max: 4 }),
      days: fc.integer({ min: 1, max: 4 }),
      named: fc.boolean(),
      order: fc.integer(),
    }),
    { maxLength: 8 },
  );

  function fileOf(
    lines: readonly StatementLine[],
    { from, days, named, order }: { from: number; days: number; named: boolean; order: number },
  ) {
    const day = ({ bookedOn }: StatementLine) => Number(bookedOn.slice(9));
    const some = lines.filter((it) => day(it) >= from && day(it) < from + days);
    return shuffled(named ? some : plain(some), order);
  }

  it('in any order, format and number leave what the bank has, once', () => {
    fc.assert(
      fc.property(truth, exports, (lines, wishes) => {
        const whole = { from: 1, days: 4, named: true, order: 0 };
        const files = [...wishes, whole].map((wish) => fileOf(lines, wish));
        expect(amountsByDay(imported(files))).toEqual(amountsByDay(lines));
      }),
      { numRuns: 500 },
    );
  });

  it('leave the same whatever the order of lines in a file', () => {
    fc.assert(
      fc.property(truth, exports, fc.integer(), (lines, wishes, seed) => {
        const files = wishes.map((wish) => fileOf(lines, wish));
        const others = files.map((file) => shuffled(file, seed));
        const sorted = (kept: readonly KnownLine[]) => kept.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(sorted(imported(others))).toEqual(sorted(imported(files)));
      }),
      { numRuns: 500 },
    );
  });
});

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const keyed = items.map((item, index) => ({ item, key: Math.imul(seed ^ (index + 1), 0x9e3779b1) >>> 0 }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}
