import { shanghai, utc } from '../support/builders.js';
import { at, chargedFen, rehearsed } from '../support/money-law.js';
import { type ScenarioEvent, type ScenarioFile } from '../support/scenarios-frame.js';
import { type RehearsalDocument } from '#rehearsal/document';

/**
 * Clause 2.3 of the maintenance contract. 3,000.00 a month, so 9,000.00 a quarter, due by 15 January 2025 to 24:00: 2.70
 * a day for the first thirty days late, then 4.50; at most 1,800.00 in all. Simulator, real rules.
 */
const care = (
  until: string,
  events: readonly ScenarioEvent[] = [],
  parameters: ScenarioFile['parameters'] = {},
): ScenarioFile => ({
  template: 'maintenance-2025',
  parameters: { termStart: '2025-01-01', termMonths: 12, monthlyFee: '3000.00', ...parameters },
  events,
  until: shanghai(until),
});

/** The interest as `invoice/first day permille days amount`. */
const interestOf = (document: RehearsalDocument): string[] =>
  document.charges.map(({ key, permille, times, amount, fixed }) => {
    return `${key} ${permille} ${times} ${amount}${fixed ? '' : ' accruing'}`;
  });

const JANUARY = '2025-01/2025-01-16 0.3 16 43.20';
const FIRST_THIRTY = [JANUARY, '2025-01/2025-02-01 0.3 14 37.80'];

describe('days late (clause 2.3 (1))', () => {
  it.each<[string, string[]]>([
    ['2025-01-10 10:00:00', []],
    ['2025-01-15 23:59:59', []],
    // 24:00 of the due day: exactly at the deadline is in time.
    ['2025-01-16 00:00:00', []],
    ['2025-01-16 00:00:01', ['2025-01/2025-01-16 0.3 1 2.70']],
    ['2025-01-17 00:00:00', ['2025-01/2025-01-16 0.3 1 2.70']],
    ['2025-01-17 00:00:01', ['2025-01/2025-01-16 0.3 2 5.40']],
    ['2025-01-31 23:59:59', [JANUARY]],
    // The close of a month fixes what there is; a payment at its very instant comes after it.
    ['2025-02-01 00:00:00', [JANUARY]],
    ['2025-02-01 00:00:01', [JANUARY, '2025-01/2025-02-01 0.3 1 2.70']],
    ['2025-02-15 00:00:00', FIRST_THIRTY],
    ['2025-02-15 00:00:01', [...FIRST_THIRTY, '2025-01/2025-02-15 0.5 1 4.50']],
    ['2025-02-16 00:00:01', [...FIRST_THIRTY, '2025-01/2025-02-15 0.5 2 9.00']],
  ])('paid at %s', async (wall, lines) => {
    expect(interestOf(await rehearsed(care('2025-03-01', [at(wall).paid('9000.00')])))).toEqual(lines);
  });

  it.each<[number, string[]]>([
    [1, ['2025-01/2025-01-16 0.3 1 2.70', '2025-01/2025-01-17 0.5 4 18.00']],
    [4, ['2025-01/2025-01-16 0.3 4 10.80', '2025-01/2025-01-20 0.5 1 4.50']],
    [5, ['2025-01/2025-01-16 0.3 5 13.50']],
  ])('five days late, the first step %i days long', async (lateInterestFirstDays, lines) => {
    const file = care('2025-01-31', [at('2025-01-20 10:00').paid('9000.00')], { lateInterestFirstDays });
    expect(interestOf(await rehearsed(file))).toEqual(lines);
  });

  it('is shown as accruing while it runs', async () => {
    expect(interestOf(await rehearsed(care('2025-01-16')))).toEqual([]);
    expect(interestOf(await rehearsed(care('2025-01-16 00:00:01')))).toEqual([
      '2025-01/2025-01-16 0.3 1 2.70 accruing',
    ]);
    expect(interestOf(await rehearsed(care('2025-02-20 10:00')))).toEqual([
      JANUARY,
      '2025-01/2025-02-01 0.3 14 37.80 accruing',
      '2025-01/2025-02-15 0.5 6 27.00 accruing',
    ]);
  });
});

describe('from the day to which the due day has moved (clause 2.2 (2))', () => {
  it.each<[number, string, string]>([
    // Sunday 12 January 2025.
    [12, 'stays', '2025-01-13'],
    [12, 'next', '2025-01-14'],
    [12, 'previous', '2025-01-11'],
    // New Year's Day.
    [1, 'next', '2025-01-03'],
    // The Spring Festival does not reach Sunday 26 January, which is made up for.
    [26, 'next', '2025-01-27'],
    [28, 'next', '2025-02-06'],
    [28, 'previous', '2025-01-28'],
  ])('due by day %i, %s: in time until %s 00:00', async (paymentDueDay, dueDayRoll, end) => {
    const parameters = { paymentDueDay, dueDayRoll, reportDueDay: 10 };
    const inTime = await rehearsed(care('2025-03-01', [at(end).paid('9000.00')], parameters));
    expect(inTime.invoices[0]?.dueAt).toBe(utc(end));
    expect(inTime.charges).toEqual([]);
    const late = await rehearsed(care('2025-03-01', [at(`${end} 00:00:01`).paid('9000.00')], parameters));
    expect(interestOf(late)).toEqual([`2025-01/${end} 0.3 1 2.70`]);
  });

  it('an invoice issued after the due day is due fifteen days on, and that day moves as well', async () => {
    // Tuesday 4 February is the last day of the Spring Festival.
    const file = care('2025-02-06 00:00:01', [], { termStart: '2025-01-20' });
    const { invoices, charges } = await rehearsed(file);
    expect(invoices[0]).toMatchObject({ amount: '7161.29', dueAt: utc('2025-02-06') });
    expect(charges).toEqual([
      expect.objectContaining({ key: '2025-01/2025-02-06', times: 1, amount: '2.15' }),
    ]);
  });
});

describe('what it is taken of (clause 2.3 (2))', () => {
  it('a part paid: of what is outstanding, each stretch rounded once', async () => {
    const events = [at('2025-01-20 10:00').paid('4000.00'), at('2025-01-25 10:00').paid('5000.00')];
    expect(interestOf(await rehearsed(care('2025-01-31', events)))).toEqual([
      '2025-01/2025-01-16 0.3 5 13.50',
      '2025-01/2025-01-21 0.3 5 7.50',
    ]);
  });

  it('two payments of one day: the day counts once, of what was outstanding when it began', async () => {
    const events = [at('2025-01-20 10:00').paid('4000.00'), at('2025-01-20 15:00').paid('5000.00')];
    expect(interestOf(await rehearsed(care('2025-01-31', events)))).toEqual([
      '2025-01/2025-01-16 0.3 5 13.50',
    ]);
  });

  it('half a fen a day is no fen a day: rounded over the stretch, not by the day', async () => {
    const events = [at('2025-01-31 10:00').paid('15.00')];
    const document = await rehearsed(care('2025-02-01', events, { monthlyFee: '5.00' }));
    // 15.00 at 0.3 permille is 0.0045 a day; sixteen days are 0.072.
    expect(interestOf(document)).toEqual(['2025-01/2025-01-16 0.3 16 0.07']);
  });

  it('two invoices overdue at once, each from its own due day', async () => {
    const document = await rehearsed(care('2025-05-01'));
    expect(document.invoices[1]).toMatchObject({ interest: '283.50', payable: '9283.50' });
    // Of the second, 9,000.00 bear interest: the interest that it asks for bears none.
    expect(interestOf(document).slice(-2)).toEqual([
      '2025-01/2025-04-01 0.5 30 135.00',
      '2025-04/2025-04-16 0.3 15 40.50',
    ]);
  });

  it('a payment for one invoice leaves the interest on another as it was', async () => {
    const other = [at('2025-04-20 10:00').paid('9283.50', '2025-04')];
    const document = await rehearsed(care('2025-05-01', other));
    expect(interestOf(document).filter((line) => line.startsWith('2025-01/2025-04'))).toEqual([
      '2025-01/2025-04-01 0.5 20 90.00',
      '2025-01/2025-04-21 0.5 10 45.00',
    ]);
    expect(document.invoices.map(({ status }) => status)).toEqual(['overdue', 'paid']);
  });
});

describe('with the next invoice, or in the settlement (clause 2.3 (2))', () => {
  it('what was fixed to the end of a quarter is asked for on the first of the next', async () => {
    const { invoices } = await rehearsed(care('2025-04-01', [at('2025-03-01 10:00').paid('9000.00')]));
    expect(invoices.map(({ amount, interest, payable }) => [amount, interest, payable])).toEqual([
      ['9000.00', '0.00', '9000.00'],
      // 43.20, 37.80, fourteen days in February at 4.50, and 1 March.
      ['9000.00', '148.50', '9148.50'],
    ]);
  });

  it('is asked for once', async () => {
    const events = [
      at('2025-03-01 10:00').paid('9000.00'),
      at('2025-04-10 10:00').paid('9148.50'),
      at('2025-07-10 10:00').paid('9000.00'),
    ];
    const { invoices } = await rehearsed(care('2025-10-01', events));
    expect(invoices.map(({ interest }) => interest)).toEqual(['0.00', '148.50', '0.00', '0.00']);
  });

  it('runs on after the end, until it is paid', async () => {
    const paid = ['2025-01', '2025-04', '2025-07'].map((period) =>
      at(`${period}-02`).paid('9000.00', period),
    );
    const asOf = async (until: string, events: ScenarioEvent[] = []): Promise<string | undefined> =>
      (await rehearsed(care(until, [...paid, ...events]))).settlement?.interest;
    // 16 October to 14 November at 2.70, then 47 days at 4.50 to the end of the year.
    expect(await asOf('2026-01-01')).toBe('292.50');
    expect(await asOf('2026-01-01 00:00:01')).toBe('297.00');
    expect(await asOf('2026-01-11')).toBe('337.50');
    expect(await asOf('2026-03-01', [at('2026-01-10 10:00').paid('9000.00')])).toBe('337.50');
  });

  it('an early end: fixed to the day of the end', async () => {
    const document = await rehearsed(care('2025-02-10', [at('2025-02-01 09:00').agreedToEnd('2025-02-10')]));
    expect(document.settlement).toMatchObject({ outstanding: '9000.00', interest: '67.50' });
    // 19 days of February, and March.
    expect(document.settlement?.refund).toBe('5035.71');
  });
});

describe('the cap of the term (clause 2.3 (3))', () => {
  it.each<[string, number, boolean]>([
    // 36,000.00 in all: 0.5 % are 180.00, of which 144.00 are fixed by the end of February; March would add 139.50.
    ['2025-03-01', 14_400, false],
    ['2025-03-08 23:59', 18_000, false],
    ['2025-03-09 00:00:01', 18_000, true],
    ['2025-12-31', 18_000, true],
  ])('at %s: %i fen', async (until, charged, capped) => {
    const document = await rehearsed(care(until, [], { lateInterestCapPercent: '0.5' }));
    expect(chargedFen(document)).toBe(charged);
    expect(document.charges.some((charge) => charge.capped)).toBe(capped);
  });

  it('is one for all invoices, rounded down', async () => {
    const parameters = { lateInterestCapPercent: '0.123456' };
    // 0.123456 % of 36,000.00 is 44.44416.
    expect(chargedFen(await rehearsed(care('2025-12-31', [], parameters)))).toBe(4_444);
  });
});
