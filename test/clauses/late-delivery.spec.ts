import { faultLines, utc } from '../support/builders.js';
import { at, chargeLines, chargedFen, rehearsed, supply } from '../support/money-law.js';

/**
 * Clauses 1.2, 2.1 and 2.2 of the supply contract. 100,000.00 to deliver by Monday 10 March 2025, to 24:00: each period
 * of seven days costs 500.00, all of them 5,000.00 at most; after 30 days the buyer may terminate, within 90. Simulator,
 * real rules.
 */

const NO_RIGHT =
  'events[0].type: there is no termination right that could be exercised, allowed: after a delay of 30 days, up to its lapse';

describe('each period started (clause 2.1 (1))', () => {
  it.each<[string, number, string[]]>([
    ['2025-03-10 12:00:00', 0, []],
    ['2025-03-10 23:59:59', 0, []],
    // 24:00 of the due day: exactly at the deadline is in time.
    ['2025-03-11 00:00:00', 0, []],
    ['2025-03-11 00:00:01', 1, ['2025-03 1 500.00']],
    ['2025-03-12 00:00:00', 1, ['2025-03 1 500.00']],
    ['2025-03-12 00:00:01', 2, ['2025-03 1 500.00']],
    ['2025-03-17 23:59:59', 7, ['2025-03 1 500.00']],
    ['2025-03-18 00:00:00', 7, ['2025-03 1 500.00']],
    ['2025-03-18 00:00:01', 8, ['2025-03 2 1000.00']],
    ['2025-03-25 00:00:00', 14, ['2025-03 2 1000.00']],
    ['2025-03-25 00:00:01', 15, ['2025-03 3 1500.00']],
  ])('delivered at %s: %i days late', async (wall, daysLate, lines) => {
    const document = await rehearsed(supply('2025-03-31', [at(wall).performed()]));
    expect(document.obligations).toEqual([
      {
        id: 'delivery',
        dueAt: utc('2025-03-11'),
        performedAt: utc(wall),
        missed: daysLate > 0,
        daysLate,
      },
    ]);
    expect(chargeLines(document)).toEqual(lines);
  });

  it.each<[string, string, number]>([
    // 0.5 permille of 1.00 a day is half a fen: rounded once, over all the periods.
    ['1.00', '0.5', 0],
    ['10.00', '0.5', 1],
    ['30.00', '0.5', 3],
    ['333.33', '12.75', 850],
  ])('%s at %s permille, two periods: rounded half up', async (price, latePermillePerPeriod, charged) => {
    const file = supply('2025-03-25', [at('2025-03-20').performed()], { price, latePermillePerPeriod });
    expect(chargedFen(await rehearsed(file))).toBe(charged);
  });

  it('is shown as accruing until it is fixed', async () => {
    expect(chargedFen(await rehearsed(supply('2025-03-11', [])))).toBe(0);
    expect(chargeLines(await rehearsed(supply('2025-03-11 00:00:01', [])))).toEqual([
      '2025-03 1 500.00 accruing',
    ]);
  });
});

describe('months that close while the delay lasts (clause 2.1 (5))', () => {
  it.each<[string, string[]]>([
    // 31 March is the 21st day: three periods are over, and the fourth begins with April.
    ['2025-04-01 00:00:00', ['2025-03 3 1500.00']],
    ['2025-04-01 00:00:01', ['2025-03 3 1500.00', '2025-04 4 500.00']],
    ['2025-04-29 10:00:00', ['2025-03 3 1500.00', '2025-04 8 2500.00']],
    ['2025-05-01 10:00:00', ['2025-03 3 1500.00', '2025-04 8 2500.00']],
    ['2025-05-06 10:00:00', ['2025-03 3 1500.00', '2025-04 8 2500.00', '2025-05 9 500.00']],
  ])('delivered at %s: only the difference is added', async (wall, lines) => {
    expect(chargeLines(await rehearsed(supply('2025-05-31', [at(wall).performed()])))).toEqual(lines);
  });

  it('the penalty is credited on the invoice that delivery brings, which is due 30 days on', async () => {
    const { invoices } = await rehearsed(supply('2025-05-31', [at('2025-04-29 10:00').performed()]));
    expect(invoices).toEqual([
      expect.objectContaining({
        issuedAt: utc('2025-04-29 10:00'),
        dueAt: utc('2025-05-30'),
        amount: '100000.00',
        credited: '4000.00',
        payable: '96000.00',
      }),
    ]);
  });

  it('goods that never come: fixed to the end of the term, paid out in the settlement', async () => {
    const document = await rehearsed(supply('2026-02-01', []));
    expect(document.status).toBe('expired');
    expect(document.invoices).toEqual([]);
    expect(chargedFen(document)).toBe(500_000);
    expect(document.settlement).toEqual({
      at: utc('2026-01-01'),
      outstanding: '0.00',
      interest: '0.00',
      penaltiesPaidOut: '5000.00',
      refund: '0.00',
    });
  });

  it('a term that ends in the middle of a month fixes the penalty at its end', async () => {
    const file = supply('2025-06-01', [], { termStart: '2025-01-16', termMonths: 3 });
    expect(chargeLines(await rehearsed(file))).toEqual(['2025-03 3 1500.00', '2025-04 6 1500.00']);
  });
});

describe('the cap (clause 2.1 (3))', () => {
  it.each<[string, number, number, boolean]>([
    // Ten periods are 70 days, to 19 May.
    ['2025-05-20 00:00:00', 10, 500_000, false],
    ['2025-05-20 00:00:01', 11, 500_000, true],
    ['2025-12-01 10:00:00', 38, 500_000, true],
  ])('delivered at %s, period %i: %i fen', async (wall, periods, charged, capped) => {
    const document = await rehearsed(supply('2025-12-31', [at(wall).performed()]));
    expect(chargedFen(document)).toBe(charged);
    expect(Math.ceil((document.obligations[0]?.daysLate ?? 0) / 7)).toBe(periods);
    expect(document.charges.some((charge) => charge.capped)).toBe(capped);
  });

  it('is rounded down to the fen; what fits of a period is still owed', async () => {
    const parameters = { price: '333.33', latePermillePerPeriod: '30', lateCapPercent: '5' };
    const document = await rehearsed(supply('2025-03-28', [at('2025-03-27').performed()], parameters));
    // Three periods are 30.00 (29.9997); 5 % of 333.33 is 16.6665.
    expect(document.charges).toEqual([
      expect.objectContaining({ times: 3, full: '30.00', amount: '16.66', capped: true }),
    ]);
  });
});

describe('days of grace (clause 2.1 (2))', () => {
  it.each<[string, number, string[]]>([
    ['2025-03-14 00:00:00', 3, ['2025-03 1 0.00']],
    ['2025-03-14 00:00:01', 3, ['2025-03 1 500.00']],
    ['2025-03-18 00:00:01', 3, ['2025-03 2 1000.00']],
    ['2025-03-11 00:00:01', 0, ['2025-03 1 500.00']],
    ['2025-03-18 00:00:00', 7, ['2025-03 1 0.00']],
    // Longer than the grace: all periods from the day after the due day count.
    ['2025-03-18 00:00:01', 7, ['2025-03 2 1000.00']],
  ])('delivered at %s with %i days of grace', async (wall, graceDays, lines) => {
    const document = await rehearsed(supply('2025-03-31', [at(wall).performed()], { graceDays }));
    expect(chargeLines(document)).toEqual(lines);
  });

  it('that run out after a month closed: the month had cost nothing', async () => {
    const file = supply('2025-04-30', [at('2025-04-12').performed()], { graceDays: 25 });
    expect(chargeLines(await rehearsed(file))).toEqual(['2025-03 3 0.00', '2025-04 5 2500.00']);
  });
});

describe('a due day that is no working day (clause 1.2 (2))', () => {
  it.each<[string, string, string]>([
    // Saturday 8 March.
    ['2025-03-08', 'stays', '2025-03-09'],
    ['2025-03-08', 'next', '2025-03-11'],
    ['2025-03-08', 'previous', '2025-03-08'],
    // The Spring Festival of 2025: 28 January to 4 February, made up for on Sunday 26 January and Saturday 8 February.
    ['2025-01-28', 'next', '2025-02-06'],
    ['2025-01-28', 'previous', '2025-01-28'],
    ['2025-01-26', 'next', '2025-01-27'],
    ['2025-02-08', 'next', '2025-02-09'],
    ['2025-10-01', 'next', '2025-10-10'],
    ['2025-10-08', 'previous', '2025-10-01'],
    // An ordinary Monday does not move.
    ['2025-03-10', 'next', '2025-03-11'],
  ])('%s, %s: in time until %s 00:00', async (deliveryDate, dueDayRoll, end) => {
    const parameters = { deliveryDate, dueDayRoll };
    const inTime = await rehearsed(supply('2025-12-01', [at(end).performed()], parameters));
    expect(inTime.obligations).toEqual([
      { id: 'delivery', dueAt: utc(end), performedAt: utc(end), missed: false, daysLate: 0 },
    ]);
    expect(inTime.charges).toEqual([]);
    const late = await rehearsed(supply('2025-12-01', [at(`${end} 00:00:01`).performed()], parameters));
    expect(late.obligations[0]).toMatchObject({ missed: true, daysLate: 1 });
    expect(chargedFen(late)).toBe(50_000);
  });

  it('periods run from the day to which it has moved', async () => {
    const file = supply('2025-03-31', [at('2025-03-18').performed()], { deliveryDate: '2025-03-08' });
    expect(chargeLines(await rehearsed(file))).toEqual(['2025-03 1 500.00']);
  });

  it.each([
    ['2024-12-30', 'next'],
    ['2025-12-31', 'next'],
    ['2026-01-01', 'previous'],
  ])('%s, %s falls due outside the term and is refused', async (deliveryDate, dueDayRoll) => {
    const file = supply('2025-02-01', [], { deliveryDate, dueDayRoll });
    expect(await faultLines(file)).toEqual([
      expect.stringContaining('parameters.deliveryDate: makes delivery due at'),
    ]);
  });
});

describe('days that are excused (clause 2.1 (4), Civil Code art. 590)', () => {
  it.each<[string, number, string, string[]]>([
    // Before the due day: the time to deliver moves on; Saturday 15 March to Monday 17.
    ['2025-03-05 09:00', 5, '2025-03-18', ['2025-03 2 1000.00']],
    ['2025-03-05 09:00', 10, '2025-03-21', ['2025-03 2 1000.00']],
    // After it, while March is open: that nothing is owed as things stand is written down.
    ['2025-03-12 09:00', 10, '2025-03-21', ['2025-03 2 1000.00']],
    ['2025-03-12 09:00', 20, '2025-04-01', []],
    ['2025-03-19 09:00', 3, '2025-03-14', ['2025-03 1 500.00', '2025-03 3 1000.00']],
  ])('at %s, %i days: due by %s 00:00', async (wall, days, dueAt, march) => {
    const document = await rehearsed(supply('2025-04-01', [at(wall).excused(days)]));
    expect(document.obligations[0]?.dueAt).toBe(utc(dueAt));
    expect(chargeLines(document)).toEqual(march);
  });

  it('delivered within the days excused: never late', async () => {
    const events = [at('2025-03-05 09:00').excused(10), at('2025-03-21').performed()];
    const document = await rehearsed(supply('2025-04-01', events));
    expect(document.misses).toEqual([]);
    expect(document.obligations[0]).toMatchObject({ missed: false, daysLate: 0 });
  });

  it.each<[number, string[]]>([
    [5, ['2025-03 3 1500.00', '2025-04 2 -500.00']],
    [10, ['2025-03 3 1500.00', '2025-04 2 -500.00']],
    [14, ['2025-03 3 1500.00', '2025-04 1 -1000.00']],
    [21, ['2025-03 3 1500.00', '2025-04 0 -1500.00']],
    [60, ['2025-03 3 1500.00', '2025-04 0 -1500.00']],
  ])('%i days, after March closed: by a correction', async (days, lines) => {
    const events = [at('2025-04-01').performed(), at('2025-04-01 09:00').excused(days)];
    const document = await rehearsed(supply('2025-04-02', events));
    expect(chargeLines(document)).toEqual(lines);
  });

  it('add up, and count again what was corrected before', async () => {
    const events = [
      at('2025-04-01 09:00').excused(7),
      at('2025-04-02 09:00').excused(7),
      at('2025-04-20 09:00').performed(),
    ];
    const document = await rehearsed(supply('2025-04-21', events));
    // Due 24 March; 1 April is day 1 of the second period, 2 April after 14 days more is day 9 less 7; 20 April day 27.
    expect(document.obligations[0]).toMatchObject({ dueAt: utc('2025-03-25'), daysLate: 27 });
    expect(chargedFen(document)).toBe(200_000);
    expect(chargeLines(document)[0]).toBe('2025-03 3 1500.00');
  });

  it('by the desk are refused', async () => {
    const file = supply('2025-04-01', [at('2025-03-12 09:00').excused(5, 'delivery', 'desk')]);
    expect(await faultLines(file)).toEqual([
      'events[0].by: the desk may not excuse a delay, allowed: anyone else',
    ]);
  });

  it('of what is no obligation are refused', async () => {
    const file = supply('2025-04-01', [at('2025-03-12 09:00').excused(5, 'assembly')]);
    expect(await faultLines(file)).toEqual([
      'events[0].obligation: there is no obligation assembly, allowed: delivery',
    ]);
  });
});

describe('a late delivery that is waived', () => {
  it.each<[string, string[]]>([
    ['2025-03-12 09:00', []],
    // 00:00 of the 1st is 24:00 of the month that it closes.
    ['2025-04-01 00:00', ['2025-03 3 1500.00', '2025-03 0 -1500.00']],
    ['2025-04-05 09:00', ['2025-03 3 1500.00', '2025-04 0 -1500.00']],
    ['2025-05-05 09:00', ['2025-03 3 1500.00', '2025-04 8 2500.00', '2025-05 0 -4000.00']],
  ])('at %s costs nothing, whatever closed before', async (wall, lines) => {
    const document = await rehearsed(supply('2025-05-20', [at(wall).waived()]));
    expect(chargeLines(document)).toEqual(lines);
    expect(chargedFen(document)).toBe(0);
    expect(document.misses).toEqual([expect.objectContaining({ request: 'delivery', waived: true })]);
  });

  it('is waived once, and only where it was late', async () => {
    const twice = [at('2025-03-12 09:00').waived(), at('2025-04-02 09:00').waived()];
    expect(await faultLines(supply('2025-05-01', twice))).toEqual([
      'events[1].target: this miss has already been waived, allowed: once',
    ]);
    expect(await faultLines(supply('2025-05-01', [at('2025-03-11').waived()]))).toHaveLength(1);
  });
});

describe('the right to terminate (clause 2.2)', () => {
  it.each<[string, string | null]>([
    // Thirty days after 10 March are over at 24:00 of 9 April.
    ['2025-04-09 23:59:59', null],
    ['2025-04-10 00:00:00', '2025-04-10'],
    ['2025-06-01 00:00:00', '2025-04-10'],
  ])('as shown at %s', async (wall, arisenAt) => {
    const { terminationRight } = await rehearsed(supply(wall, []));
    expect(terminationRight?.arisenAt ?? null).toBe(arisenAt && utc(arisenAt));
  });

  it.each<[string, string[]]>([
    // A notice at the very moment comes before the days are over; the last moment of the 90 days is included.
    ['2025-04-10 00:00:00', [NO_RIGHT]],
    ['2025-04-10 00:00:01', []],
    ['2025-07-09 00:00:00', []],
    ['2025-07-09 00:00:01', [NO_RIGHT]],
  ])('exercised at %s', async (wall, lines) => {
    expect(await faultLines(supply('2025-08-01', [at(wall).exercised()]))).toEqual(lines);
  });

  it('when it is exercised, the contract ends on arrival and the penalty is paid out', async () => {
    const document = await rehearsed(supply('2025-05-01', [at('2025-04-10 09:00').exercised()]));
    expect(document.status).toBe('terminated');
    expect(chargeLines(document)).toEqual(['2025-03 3 1500.00', '2025-04 5 1000.00']);
    expect(document.settlement).toMatchObject({
      at: utc('2025-04-10 09:00'),
      outstanding: '0.00',
      penaltiesPaidOut: '2500.00',
    });
  });

  it.each(['2025-04-10 00:00:00', '2025-04-10 00:00:01', '2025-06-30 10:00:00'])(
    'delivered at %s: lost',
    async (wall) => {
      const document = await rehearsed(supply('2025-07-01', [at(wall).performed()]));
      expect(document.terminationRight).toBeNull();
      const tooLate = [at(wall).performed(), at('2025-07-01').exercised()];
      expect(await faultLines(supply('2025-07-02', tooLate))).toEqual([NO_RIGHT.replace('[0]', '[1]')]);
    },
  );

  it.each<[number, string]>([
    [1, '2025-03-12'],
    [14, '2025-03-25'],
    [45, '2025-04-25'],
  ])('after %i days: arises at %s 00:00', async (delayDaysForTermination, arisenAt) => {
    const document = await rehearsed(supply('2025-12-01', [], { delayDaysForTermination }));
    expect(document.terminationRight?.arisenAt).toBe(utc(arisenAt));
  });

  it('days excused before it arises put it off', async () => {
    const document = await rehearsed(supply('2025-05-01', [at('2025-04-05 09:00').excused(10)]));
    expect(document.terminationRight?.arisenAt).toBe(utc('2025-04-20'));
  });
});
