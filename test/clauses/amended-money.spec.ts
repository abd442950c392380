import { type ScenarioEvent } from '../support/scenarios.js';
import { type ScenarioFile } from '../support/scenarios-frame.js';
import { faultLines, on, rehearsed, scenario, shanghai, utc } from '../support/builders.js';

/**
 * What an amendment does to amounts that reach over it: invoices of quarters, interest, credits, late deliveries, rights.
 * Each figure is worked out by hand. The simulator; no server.
 */

function amended(
  wall: string,
  effectiveDate: string,
  parameters: Readonly<Record<string, unknown>>,
): ScenarioEvent {
  return {
    at: shanghai(wall),
    type: 'amendment.agreed',
    effectiveDate,
    parameters: { ...parameters },
    reason: 'more users',
  };
}

const QUARTERLY = { invoiceCycle: 'quarter' };

describe('an invoice that reaches over an amendment', () => {
  it.each([
    ['its fee', { monthlyFee: '25000.00' }],
    ['its cycle', { invoiceCycle: 'month' }],
  ])('of a quarter in advance does not change %s, also before it is issued', async (_, parameters) => {
    // July's invoice asks for July to September before the amendment takes effect in August.
    const event = amended('2025-06-10 09:00', '2025-08-01', parameters);
    expect(await faultLines(scenario('2026-01-01', [event], QUARTERLY))).toEqual([
      expect.stringMatching(/^events\[0\]\.invoices: would change what was before the amendment/),
    ]);
  });

  it('of a quarter in arrears asks for each month by its own fee', async () => {
    const event = amended('2025-06-10 09:00', '2025-08-01', { monthlyFee: '25000.00' });
    const { invoices } = await rehearsed(
      scenario('2026-01-01', [event], { ...QUARTERLY, invoiceTiming: 'inArrears' }),
    );
    // 3 x 20,000; 20,000 + 2 x 25,000; 3 x 25,000.
    expect(invoices.map(({ amount }) => amount)).toEqual([
      '60000.00',
      '60000.00',
      '70000.00',
      '75000.00',
    ]);
  });

  it('is never issued before the amendment that brings it forward', async () => {
    const event = amended('2025-06-10 09:00', '2025-07-01', { invoiceTiming: 'inAdvance' });
    const { invoices } = await rehearsed(scenario('2025-07-05', [event], { invoiceTiming: 'inArrears' }));
    const last = invoices.slice(-2).map(({ period, issuedAt, dueAt }) => [period, issuedAt, dueAt]);
    expect(last).toEqual([
      ['2025-06', utc('2025-07-01'), utc('2025-07-11')],
      ['2025-07', utc('2025-07-01'), utc('2025-07-11')],
    ]);
  });

  it('in advance is refunded at the end, though later ones come in arrears', async () => {
    const events = [
      amended('2025-07-10 09:00', '2025-08-01', { invoiceTiming: 'inArrears' }),
      on('2025-08-02 09:00').agreedToEnd('2025-08-16 00:00'),
    ];
    const { settlement } = await rehearsed(scenario('2025-09-01', events, QUARTERLY));
    // 16 of August's 31 days, 10,322.58, and September.
    expect(settlement?.refund).toBe('30322.58');
  });
});

describe('what a rule asks for by a parameter', () => {
  it('is no change of words', async () => {
    const event = amended('2025-03-10 09:00', '2025-04-15', { penaltyPermille: '10' });
    expect(await faultLines(scenario('2025-12-31', [event]))).toEqual([
      expect.stringMatching(/^events\[0\]\.effectiveDate: .*is within a month of the contract/),
    ]);
  });

  it('stays what it was for a month that a waiver has looked at again', async () => {
    // March: of two requests one response is missed, 3 of 4 targets met; after the waiver all 3 of 3.
    const event = (name: string, type: 'request.responded' | 'request.resolved', time: string) =>
      ({ at: shanghai(`2025-03-10 ${time}`), type, request: name }) as const;
    const recorded = (name: string) =>
      ({
        at: shanghai('2025-03-10 09:00'),
        type: 'request.recorded',
        request: name,
        urgency: 'low',
        impact: 'low',
      }) as const;
    const waived: ScenarioEvent = {
      at: shanghai('2025-05-05 09:00'),
      type: 'miss.waived',
      request: 'B',
      target: 'response',
      reason: 'the network of the client was down',
      by: 'manager',
    };
    const file = (...events: ScenarioEvent[]): ScenarioFile => ({
      template: 'tiered-support-2025',
      parameters: { termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00' },
      events: [
        recorded('A'),
        recorded('B'),
        event('A', 'request.responded', '09:10'),
        event('C', 'request.resolved', '17:00'),
      ]
        .slice(0, 3)
        .concat([event('A', 'request.resolved', '17:00'), event('B', 'request.resolved', '17:00')])
        .concat(events as never[]),
      until: shanghai('2025-06-01'),
    });
    // From April on even a full attainment costs something: the target is above what can be reached with one miss.
    const harder = amended('2025-03-20 09:00', '2025-04-01', { creditThirdPermille: '100' });
    const missed = recorded('C');
    const { charges } = await rehearsed(
      file(harder, { ...missed, at: shanghai('2025-03-11 09:00') } as never, waived),
    );
    // C is never answered, and is late in both; A and B: 3 met, 1 missed. 3 of 6 are 50 %: 25 % of 20,000.00, capped at
    // 4,000.00. After the waiver 3 of 5 are 60 %: the same, so nothing is written down anew.
    expect(charges.map(({ key, permille, amount }) => `${key} ${permille} ${amount}`)).toEqual([
      '2025-03 250 4000.00',
    ]);
  });

  it('brings interest from its own day on only', async () => {
    const event = amended('2025-06-10 09:00', '2025-07-01', {
      latePayment: 'interest',
      lateInterestPermillePerDay: '1',
    });
    const { charges } = await rehearsed(scenario('2025-08-01', [event]));
    // February's 20,000.00 have been due since 10 February; July's 31 days at 20.00.
    const february = charges.filter(({ key }) => key.startsWith('2025-02/'));
    expect(february.map(({ key, times, amount }) => `${key} ${times} ${amount}`)).toEqual([
      '2025-02/2025-07-01 31 620.00',
    ]);
  });
});

describe('a late delivery that an amendment comes into', () => {
  const supply = (events: ScenarioEvent[]): ScenarioFile => ({
    template: 'goods-supply-2025',
    parameters: {
      termStart: '2025-01-01',
      termMonths: 12,
      deliveryDate: '2025-03-10',
      price: '100000.00',
      delayDaysForTermination: 30,
      lateCapPercent: '20',
    },
    events,
    until: shanghai('2025-05-01'),
  });
  const performed: ScenarioEvent = {
    at: shanghai('2025-04-15 12:00'),
    type: 'obligation.performed',
    obligation: 'delivery',
  };

  it('costs by the terms of each period as it began', async () => {
    const dearer = amended('2025-03-20 09:00', '2025-04-01', { latePermillePerPeriod: '10' });
    const { charges } = await rehearsed(supply([dearer, performed]));
    // 21 days by the end of March, three periods of 500.00; 36 by the delivery, six: three more of 1,000.00.
    expect(charges.map(({ permille, times, amount }) => `${permille} ${times} ${amount}`)).toEqual([
      '5 3 1500.00',
      '10 3 3000.00',
    ]);
  });

  it('keeps a due day that has passed', async () => {
    const moved = amended('2025-03-20 09:00', '2025-04-01', { deliveryDate: '2025-04-20' });
    expect(await faultLines(supply([moved]))).toEqual([
      expect.stringMatching(/^events\[0\]\.obligations: would change what was before the amendment/),
    ]);
  });
});

describe('a right to terminate that an amendment comes into', () => {
  const failing = (...months: string[]): ScenarioEvent[] =>
    months.map((month) => on(`2025-${month}-10 09:00`).recorded(month, 'medium'));
  const needs = (failedMonthsForTermination: number): ScenarioEvent =>
    amended('2025-06-20 09:00', '2025-07-01', { failedMonthsForTermination });
  const rightOf = async (events: ScenarioEvent[], parameters = {}) => {
    const inOrder = [...events].sort((a, b) => (a.at < b.at ? -1 : 1));
    const { terminationRight } = await rehearsed(scenario('2025-09-02', inOrder, parameters));
    return terminationRight && [terminationRight.arisenAt, ...terminationRight.periods];
  };

  it('does not arise from months of which the old terms asked for more', async () => {
    expect(await rightOf([...failing('01', '02', '08'), needs(2)])).toBeNull();
  });

  it('stays where the new terms ask for more', async () => {
    expect(await rightOf([...failing('01', '02', '03', '08'), needs(4)])).toEqual([
      utc('2025-04-01'),
      '2025-01',
      '2025-02',
      '2025-03',
    ]);
  });

  it('arises with the first month under terms that ask for less than have failed already', async () => {
    const events = [...failing('04', '05', '06', '07'), needs(2)];
    expect(await rightOf(events, { failedMonthsForTermination: 4 })).toEqual([
      utc('2025-08-01'),
      '2025-06',
      '2025-07',
    ]);
  });
});

describe('the renewal of a term that an amendment has lengthened', () => {
  const longer = amended('2025-11-20 09:00', '2025-12-01', { termMonths: 18 });

  it('is looked at anew, by the new end', async () => {
    // 60 days before the end of 2025 passed on 2 November; 60 before the end of June 2026 is 2 May.
    const byAgreement = { renewalNoticeDays: 60 };
    const { renewal } = await rehearsed(scenario('2026-01-01', [longer], byAgreement));
    expect(renewal).toEqual({ noticePassedAt: null, arisen: false });
    const later = await rehearsed(scenario('2026-06-01', [longer], byAgreement));
    expect(later.renewal).toEqual({ noticePassedAt: utc('2026-05-02'), arisen: false });
  });

  it('is not taken back by it', async () => {
    const automatic = { renewalMode: 'automatic', renewalNoticeDays: 60 };
    expect(await faultLines(scenario('2026-01-01', [longer], automatic))).toEqual([
      expect.stringMatching(/^events\[0\]\.renewal: /),
    ]);
  });

  it('is looked at when the amendment takes effect where the shorter term has passed its day', async () => {
    const shorter = amended('2025-05-10 09:00', '2025-07-01', { termMonths: 7 });
    const { renewal } = await rehearsed(scenario('2025-07-15', [shorter], { renewalNoticeDays: 60 }));
    expect(renewal).toEqual({ noticePassedAt: utc('2025-07-01'), arisen: false });
  });
});
