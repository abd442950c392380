import fc from 'fast-check';
import { fen } from '#domain/money/fen';
import { addPeriods, type Period } from '#domain/time/dates';
import { instant } from '#domain/time/instant';
import { findsName, findsPeriod } from './names.js';
import { propose, type OpenInvoice } from './proposals.js';

const march = '2025-03' as Period;

function invoice(
  contract: string,
  months: number,
  yuan: number,
  members: Partial<OpenInvoice> = {},
): OpenInvoice {
  const period = addPeriods(march, months);
  return {
    contract,
    clientId: 'acme',
    clientName: '上海示例（集团）有限公司',
    period,
    number: null,
    outstanding: fen(yuan * 100),
    dueAt: instant(`${period}-10T16:00:00Z`),
    ...members,
  };
}

const line = (yuan: number, members: Partial<Parameters<typeof propose>[0]> = {}) => ({
  amount: fen(yuan * 100),
  currency: 'CNY',
  isReversal: false,
  payerName: null,
  reference: null,
  endToEndId: null,
  ...members,
});

const other = { clientId: 'other', clientName: '北京另一家公司' };

function shortly(proposals: ReturnType<typeof propose>) {
  return proposals.map(({ parts, rest, reasons }) => ({
    parts: parts.map(({ contract, period, amount }) => `${contract} ${period} ${amount / 100}`),
    rest: rest / 100,
    reasons,
  }));
}

describe('propose', () => {
  it('puts the invoice that the reference names before one of the same amount', () => {
    const open = [
      invoice('C-2025-0001', 0, 200, { number: 'INV-2025-0003' }),
      invoice('C-2025-0001', 1, 200, { number: 'INV-2025-0004' }),
      invoice('C-2025-0002', 0, 200, { ...other, number: 'INV-2025-0005' }),
    ];
    const [first, ...rest] = shortly(propose(line(200, { reference: '付inv2025-0004款' }), open));
    expect(first).toEqual({
      parts: ['C-2025-0001 2025-04 200'],
      rest: 0,
      reasons: ['referenceNamesInvoice', 'amountIsOutstanding'],
    });
    expect(rest).toEqual([]);
  });

  it('takes contract and month, the older month without one, and a name in any width', () => {
    const open = [
      invoice('C-2025-0001', 0, 200),
      invoice('C-2025-0001', 1, 200),
      invoice('C-2025-0009', 0, 200, other),
    ];
    const best = (members: Parameters<typeof line>[1]) => shortly(propose(line(200, members), open))[0];
    expect(best({ reference: 'C-2025-0001 2025年4月服务费' })).toEqual({
      parts: ['C-2025-0001 2025-04 200'],
      rest: 0,
      reasons: ['referenceNamesContract', 'amountIsOutstanding', 'referenceNamesPeriod'],
    });
    expect(best({ payerName: '上海示例(集团) 有限公司' })).toMatchObject({
      parts: ['C-2025-0001 2025-03 200'],
      reasons: ['amountIsOutstanding', 'payerIsClient'],
    });
  });

  it('finds the invoices of one client that a payment is the sum of, also over contracts', () => {
    const open = [
      invoice('C-1', 0, 100),
      invoice('C-1', 1, 70),
      invoice('C-2', 0, 30),
      invoice('C-9', 0, 30, other),
    ];
    const [first] = shortly(propose(line(130, { payerName: '上海示例（集团）有限公司' }), open));
    expect(first).toEqual({
      parts: ['C-1 2025-03 100', 'C-2 2025-03 30'],
      rest: 0,
      reasons: ['payerIsClient', 'amountIsSum'],
    });
    // No sum over two clients.
    expect(propose(line(230), open)).toEqual([]);
  });

  it('says what would be left, or is not covered, where the amount is another', () => {
    const open = [invoice('C-1', 0, 100), invoice('C-1', 1, 100)];
    expect(shortly(propose(line(120, { reference: 'C-1' }), open))).toEqual([
      { parts: ['C-1 2025-03 100'], rest: 20, reasons: ['referenceNamesContract'] },
    ]);
    expect(shortly(propose(line(30, { reference: 'C-1 202504' }), open))).toEqual([
      { parts: ['C-1 2025-04 30'], rest: 0, reasons: ['referenceNamesContract', 'referenceNamesPeriod'] },
    ]);
  });

  it('shows an amount alone only where nothing names a client, and a month alone never', () => {
    const open = [invoice('C-1', 0, 100), invoice('C-9', 0, 100, other)];
    expect(propose(line(100), open)).toHaveLength(2);
    expect(propose(line(100, { payerName: other.clientName }), open).map(({ clientId }) => clientId)).toEqual(
      ['other'],
    );
    expect(propose(line(99, { reference: '2025-03' }), open)).toEqual([]);
  });

  it.each([
    ['a debit', { amount: fen(-10_000) }],
    ['a reversal', { isReversal: true }],
    ['another currency', { currency: 'USD' }],
  ])('has nothing for %s', (_name, members) => {
    expect(
      propose(line(100, { payerName: other.clientName, ...members }), [invoice('C-9', 0, 100, other)]),
    ).toEqual([]);
  });
});

describe('any open invoices', () => {
  const invoices = fc.uniqueArray(
    fc.record({
      contract: fc.constantFrom('C-1', 'C-2', 'C-10'),
      months: fc.integer({ min: 0, max: 11 }),
      yuan: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 14, selector: ({ contract, months }) => `${contract} ${months}` },
  );
  const references = fc.constantFrom(null, 'C-1', 'C-10 2025-05', '2025-04', 'nothing');
  const payers = fc.constantFrom(null, '上海示例(集团)有限公司', '北京另一家公司');

  it('are proposed in the same way in whatever order they come, and never beyond line or invoice', () => {
    fc.assert(
      fc.property(
        invoices,
        fc.integer({ min: 1, max: 12 }),
        references,
        payers,
        (some, yuan, reference, payerName) => {
          const open = some.map(({ contract, months, yuan: owed }) =>
            invoice(contract, months, owed, contract === 'C-2' ? other : {}),
          );
          const wish = line(yuan, { reference, payerName });
          const proposals = propose(wish, open);
          expect(propose(wish, open.toReversed())).toEqual(proposals);
          for (const { parts, rest, clientId } of proposals) {
            expect(parts.reduce((sum, { amount }) => sum + amount, Number(rest))).toBe(wish.amount);
            expect(rest).toBeGreaterThanOrEqual(0);
            for (const part of parts) {
              const paid = open.find(
                ({ contract, period }) => contract === part.contract && period === part.period,
              );
              expect(paid).toMatchObject({ clientId });
              expect(part.amount).toBeLessThanOrEqual(paid?.outstanding ?? 0);
              expect(part.amount).toBeGreaterThan(0);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('names in a reference', () => {
  it.each<[string, string, boolean]>([
    ['费用C-2025-0001号', 'C-2025-0001', true],
    ['c20250001', 'C-2025-0001', true],
    ['Ｃ－２０２５－０００１', 'C-2025-0001', true],
    ['C-2025-00012', 'C-2025-0001', false],
    ['ABC-1', 'C-1', false],
    ['C-1', 'C-10', false],
  ])('%s names %s: %s', (text, name, found) => {
    expect(findsName(text, name)).toBe(found);
  });

  it.each<[string, boolean]>([
    ['2025-03', true],
    ['2025/3月', true],
    ['202503费', true],
    ['2025年3月', true],
    ['2025年03月', true],
    ['2025-031', false],
    ['12025-03', false],
    ['20250308', false],
    ['2025-12', false],
  ])('%s names 2025-03: %s', (text, found) => {
    expect(findsPeriod(text, march)).toBe(found);
  });
});
