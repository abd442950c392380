import { faultLines, on, rehearsed, scenario, utc } from '../../support/builders.js';
import { type RehearsalDocument } from '#rehearsal/document';

/** The other values of the decisions about money (clauses 3.1, 3.2). Simulator, real rules. */

const invoicesOf = (document: RehearsalDocument) =>
  document.invoices.map(({ period, amount }) => `${period} ${amount}`);

describe('the total contract amount (totalAmountBasis)', () => {
  it.each([
    ['computed', {}, '20000.00'],
    ['stated', { statedTotalAmount: '250000.00' }, '30000.00'],
    ['stated', { statedTotalAmount: '220000.00' }, '0.00'],
  ])('%s %o: the last month is %s', async (totalAmountBasis, stated, last) => {
    const document = await rehearsed(scenario('2026-01-01', [], { totalAmountBasis, ...stated }));
    expect(document.invoices.at(-1)?.amount).toBe(last);
    expect(document.invoices[0]?.amount).toBe('20000.00');
  });

  it('is what the permille is taken of', async () => {
    const events = [on('2025-01-06 09:00').recorded('C', 'critical'), on('2025-01-06 09:02').resolved('C')];
    const parameters = { totalAmountBasis: 'stated', statedTotalAmount: '250000.00' };
    const document = await rehearsed(scenario('2025-02-01', events, parameters));
    expect(document.misses.map(({ penalty }) => penalty)).toEqual(['1250.00']);
  });

  it.each([
    [{ totalAmountBasis: 'stated' }, 'parameters.statedTotalAmount: is missing, allowed is yuan as text'],
    [
      { totalAmountBasis: 'stated', statedTotalAmount: '219999.99' },
      'parameters.statedTotalAmount: leaves less than nothing for the last month, of 219999.99 in all, allowed is at least 220000.00',
    ],
    [
      { statedTotalAmount: '250000.00' },
      'parameters.statedTotalAmount: does not apply to this contract, allowed only where totalAmountBasis is stated',
    ],
  ])('refuses %o', async (parameters, line) => {
    expect(await faultLines(scenario('2025-02-01', [], parameters))).toEqual([expect.stringContaining(line)]);
  });
});

describe('a first or last month that is not whole (partMonths)', () => {
  it.each([
    ['byDay', ['2025-01 10967.74', '2025-02 20000.00', '2025-03 9032.26'], '10967.74'],
    ['full', ['2025-01 20000.00', '2025-02 20000.00', '2025-03 20000.00'], '20000.00'],
  ])('%s', async (partMonths, invoices) => {
    const parameters = { termStart: '2025-01-15', termMonths: 2, partMonths };
    expect(invoicesOf(await rehearsed(scenario('2025-03-20', [], parameters)))).toEqual(invoices);
  });

  it('full: the total contract amount is all that is billed', async () => {
    const events = [on('2025-01-20 09:00').recorded('C', 'critical'), on('2025-01-20 09:02').resolved('C')];
    const parameters = { termStart: '2025-01-15', termMonths: 2, partMonths: 'full' };
    const document = await rehearsed(scenario('2025-02-01', events, parameters));
    // 5 permille of 60,000.00.
    expect(document.misses.map(({ penalty }) => penalty)).toEqual(['300.00']);
  });

  it('full: a month begun is owed whole on an early end', async () => {
    const events = [on('2025-01-05 09:00').agreedToEnd('2025-02-11')];
    const byDay = await rehearsed(scenario('2025-03-01', events));
    expect(byDay.settlement?.refund).toBe('12857.14');
    const full = await rehearsed(scenario('2025-03-01', events, { partMonths: 'full' }));
    expect(full.settlement?.refund).toBe('0.00');
  });
});

describe('when an invoice is issued (invoiceTiming, invoiceCycle)', () => {
  it('in arrears: at the end of the month, due in the month after', async () => {
    const document = await rehearsed(scenario('2026-01-01', [], { invoiceTiming: 'inArrears' }));
    expect(document.invoices).toHaveLength(12);
    expect(document.invoices[0]).toMatchObject({ issuedAt: utc('2025-02-01'), dueAt: utc('2025-02-11') });
    expect(document.invoices.at(-1)).toMatchObject({
      period: '2025-12',
      issuedAt: utc('2026-01-01'),
      dueAt: utc('2026-01-11'),
    });
    expect(document.settlement).toMatchObject({ outstanding: '240000.00', refund: '0.00' });
  });

  it('in arrears: an early end is invoiced by the days served, and nothing is refunded', async () => {
    const events = [on('2025-01-05 09:00').agreedToEnd('2025-03-16')];
    const document = await rehearsed(scenario('2025-04-01', events, { invoiceTiming: 'inArrears' }));
    expect(invoicesOf(document)).toEqual(['2025-01 20000.00', '2025-02 20000.00', '2025-03 9677.42']);
    expect(document.invoices.at(-1)?.issuedAt).toBe(utc('2025-03-16'));
    expect(document.settlement?.refund).toBe('0.00');
  });

  it('by quarter: of the calendar, months added up, part months by day', async () => {
    const parameters = { termStart: '2025-02-15', invoiceCycle: 'quarter' };
    const document = await rehearsed(scenario('2026-02-15', [], parameters));
    expect(invoicesOf(document)).toEqual([
      '2025-02 30000.00',
      '2025-04 60000.00',
      '2025-07 60000.00',
      '2025-10 60000.00',
      '2026-01 30000.00',
    ]);
    expect(document.invoices[1]).toMatchObject({ issuedAt: utc('2025-04-01'), dueAt: utc('2025-04-11') });
  });

  it('by quarter: an early end refunds the unused days and the months after', async () => {
    const events = [on('2025-01-05 09:00').agreedToEnd('2025-02-11')];
    const document = await rehearsed(scenario('2025-03-01', events, { invoiceCycle: 'quarter' }));
    expect(document.settlement?.refund).toBe('32857.14');
  });
});

describe('how penalties are settled (penaltiesSettled)', () => {
  const events = [on('2025-01-06 09:00').recorded('C', 'critical'), on('2025-01-06 09:02').resolved('C')];

  it.each([
    ['offset', '1200.00', '18800.00', '0.00'],
    ['separately', '0.00', '20000.00', '1200.00'],
  ])('%s', async (penaltiesSettled, credited, payable, paidOut) => {
    const document = await rehearsed(scenario('2026-01-01', events, { penaltiesSettled }));
    expect(document.invoices[1]).toMatchObject({ credited, payable });
    expect(document.settlement?.penaltiesPaidOut).toBe(paidOut);
  });
});

describe('late payment (latePayment)', () => {
  const interest = { latePayment: 'interest', lateInterestPermillePerDay: '0.5' };
  const chargesOf = (document: RehearsalDocument) =>
    document.charges.map(
      ({ key, times, amount, fixed }) => `${key} ${times} ${amount}${fixed ? '' : ' accruing'}`,
    );

  it('none: whatever the delay', async () => {
    const document = await rehearsed(scenario('2025-06-01', [], {}));
    expect(document.charges).toEqual([]);
  });

  it('interest: for each day after the due day, that of the payment included', async () => {
    const events = [on('2025-01-20 10:00').payment('20000.00')];
    const document = await rehearsed(scenario('2025-02-01', events, interest));
    expect(chargesOf(document)).toEqual(['2025-01/2025-01-11 10 100.00']);
    expect(document.invoices[1]).toMatchObject({
      amount: '20000.00',
      interest: '100.00',
      payable: '20100.00',
    });
  });

  it.each([
    ['2025-01-10 23:59', []],
    ['2025-01-11', []],
    ['2025-01-11 00:01', ['2025-01/2025-01-11 1 10.00']],
  ])('interest: paid at %s', async (at, charges) => {
    const document = await rehearsed(scenario('2025-01-20', [on(at).payment('20000.00')], interest));
    expect(chargesOf(document)).toEqual(charges);
  });

  it('interest: on what is outstanding, stretch by stretch', async () => {
    const events = [on('2025-01-15 10:00').payment('10000.00')];
    const document = await rehearsed(scenario('2025-02-03', events, interest));
    expect(chargesOf(document)).toEqual([
      '2025-01/2025-01-11 5 50.00',
      '2025-01/2025-01-16 16 80.00',
      '2025-01/2025-02-01 2 10.00 accruing',
    ]);
    expect(document.invoices[1]?.interest).toBe('130.00');
  });

  it('interest: what no invoice asked for is in the settlement', async () => {
    const paid = Array.from({ length: 11 }, (_, index) => {
      const period = `2025-${String(index + 1).padStart(2, '0')}`;
      return on(`${period}-02`).payment('20000.00', period);
    });
    const document = await rehearsed(scenario('2026-01-05', paid, interest));
    // December alone is unpaid: 11 to 31 December are fixed at the end, four days more accrue.
    expect(document.settlement).toMatchObject({ outstanding: '20000.00', interest: '250.00' });
  });

  it('interest: by the rule, whose permille must be in its range', async () => {
    const lines = await faultLines(
      scenario('2025-02-01', [], { latePayment: 'interest', lateInterestPermillePerDay: '0' }),
    );
    expect(lines).toEqual([expect.stringContaining('parameters.lateInterestPermillePerDay: is "0"')]);
  });
});
