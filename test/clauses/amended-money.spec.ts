import { fixPenalties } from '#domain/contract/account';
import { inForce, requestTerms } from '#domain/contract/amendments';
import { issueInvoice } from '#domain/contract/billing';
import { type ContractEvent } from '#domain/contract/events';
import { type ContractState } from '#domain/contract/state';
import { stepContract } from '#domain/contract/step';
import { type Severity } from '#domain/incident/events';
import { correctIncident } from '#domain/incident/correction';
import { fen, ZERO_FEN } from '#domain/money/fen';
import { type Period } from '#domain/time/dates';
import { instant, type Instant } from '#domain/time/instant';
import { type RoutedEvent } from '#rehearsal/events';
import { signedContract } from '#rehearsal/rehearse';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { Simulator } from '#rehearsal/simulate';
import { clerk, termsMadeFrom } from '../support/money-law.js';
import { type ScenarioEvent } from '../support/scenarios.js';
import { type ScenarioFile } from '../support/scenarios-frame.js';
import { faultLines, on, rehearsed, scenario, shanghai, utc, YEAR_2025 } from '../support/builders.js';

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
  it('of a quarter in advance does not change its fee, also before it is issued', async () => {
    // July's invoice asks for July to September before the amendment takes effect in August.
    const event = amended('2025-06-10 09:00', '2025-08-01', { monthlyFee: '25000.00' });
    expect(await faultLines(scenario('2026-01-01', [event], QUARTERLY))).toEqual([
      expect.stringMatching(/^events\[0\]\.invoices: would change what was before the amendment/),
    ]);
  });

  it.each([
    [
      'months come after it',
      { invoiceCycle: 'month' },
      ['60000.00', '60000.00', '60000.00', ...Array<string>(3).fill('20000.00')],
    ],
    ['a longer term comes after it', { termMonths: 14 }, [...Array<string>(4).fill('60000.00'), '40000.00']],
  ])('of a quarter in advance stays, and %s', async (_, parameters, amounts) => {
    const event = amended('2025-06-10 09:00', '2025-08-01', parameters);
    const { invoices } = await rehearsed(scenario('2026-03-01', [event], QUARTERLY));
    expect(invoices.map(({ amount }) => amount)).toEqual(amounts);
  });

  it('of a quarter in arrears asks for each month by its own fee', async () => {
    const event = amended('2025-06-10 09:00', '2025-08-01', { monthlyFee: '25000.00' });
    const { invoices } = await rehearsed(
      scenario('2026-01-01', [event], { ...QUARTERLY, invoiceTiming: 'inArrears' }),
    );
    // 3 x 20,000; 20,000 + 2 x 25,000; 3 x 25,000.
    expect(invoices.map(({ amount }) => amount)).toEqual(['60000.00', '60000.00', '70000.00', '75000.00']);
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

  it('of what was served in arrears is issued though the contract ends as that changes', async () => {
    const events = [
      amended('2025-05-10 09:00', '2025-06-01', { invoiceTiming: 'inAdvance' }),
      on('2025-05-20 09:00').agreedToEnd('2025-06-01 00:00'),
    ];
    const arrears = { invoiceTiming: 'inArrears' };
    const { invoices, settlement } = await rehearsed(scenario('2025-07-01', events, arrears));
    expect(invoices.map(({ period }) => period).at(-1)).toBe('2025-05');
    expect(settlement).toMatchObject({ outstanding: '100000.00', refund: '0.00' });
    // At the very instant, after the amendment, the same.
    const notice = on('2025-06-01 00:00').agreedToEnd('2025-06-01 00:00');
    const [first] = events;
    const later = await rehearsed(scenario('2025-07-01', first ? [first, notice] : [], arrears));
    expect(later.settlement).toMatchObject({ outstanding: '100000.00', refund: '0.00' });
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
    // Two requests of 10 March, one of them never answered: 3 of 4 targets are met, below 95 %: 250 permille of 20,000.00,
    // of which 20 % of the fee, 4,000.00, fit under the cap.
    const event = (request: string, type: 'request.responded' | 'request.resolved', time: string) =>
      ({ at: shanghai(`2025-03-10 ${time}`), type, request }) as const;
    const file = (events: ScenarioEvent[]): ScenarioFile => ({
      template: 'tiered-support-2025',
      parameters: { termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00' },
      events: [
        on('2025-03-10 09:00').recorded('A', 'low'),
        on('2025-03-10 09:00').recorded('B', 'low'),
        on('2025-03-10 09:00').recorded('C', 'low'),
        event('A', 'request.responded', '09:10'),
        ...['A', 'B', 'C'].map((name) => event(name, 'request.resolved', '17:00')),
        ...events,
      ],
      until: shanghai('2025-06-01'),
    });
    const milder = amended('2025-03-20 09:00', '2025-04-01', { creditThirdPermille: '100' });
    const waived = on('2025-05-05 09:00').waived('B', 'response');
    const { charges } = await rehearsed(file([milder, waived]));
    // After the waiver 4 of 5 are met: the same tier of the terms that held in March, so nothing changes.
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

describe('a miss that a fact told late brings about', () => {
  it('costs by the terms of the instant at which it was missed', async () => {
    const terms = await termsMadeFrom('it-support-2025', YEAR_2025);
    const effectiveAt = instant(shanghai('2025-04-01'));
    // 20,000.00 for three months and 25,000.00 for nine: 285,000.00 from April on, and 10 permille of it.
    const made = await scenarioTerms(
      { template: 'it-support-2025', parameters: { monthlyFee: '25000.00', penaltyPermille: '10' } },
      { before: terms, effectiveAt },
    );
    if ('faults' in made) throw new Error('the amendment has faults');
    const simulator = new Simulator(terms, clerk, signedContract(terms));
    const apply = async (wall: string, routed: (at: Instant) => RoutedEvent): Promise<void> => {
      const at = instant(shanghai(wall));
      await simulator.advanceTo(at);
      await simulator.apply(routed(at));
    };
    await apply('2025-03-20', (at) => {
      const text = { 'zh-CN': { title: '', clauses: [] }, en: { title: '', clauses: [] } };
      const body = { at, amendment: 'A-1', effectiveAt, reason: 'grown', terms: made.terms, text };
      return { owner: 'contract', event: { type: 'amendment.agreed', ...body } };
    });
    const mild: Severity = {
      urgency: 'low',
      impact: 'low',
      coreBusinessDown: false,
      severeSecurityRisk: false,
    };
    const severe: Severity = { ...mild, coreBusinessDown: true };
    const low = { severity: mild, classification: await clerk.classify(terms, mild) };
    const critical = { severity: severe, classification: await clerk.classify(terms, severe) };
    await apply('2025-03-31 21:00', (at) => {
      const event = { type: 'request.recorded', at, receivedAt: null, ...low } as const;
      return { owner: 'incident', request: 'R', event };
    });
    await simulator.advanceThrough(instant(shanghai('2025-04-01 03:00')));
    const { contract, requests } = simulator.standing();
    const [request] = requests;
    if (!request) throw new Error('it was not recorded');
    // Told on 1 April: at 22:00 of 31 March it was critical. The response was late at once, the workaround at 01:00.
    const at = instant(shanghai('2025-03-31 22:00'));
    const late = {
      type: 'request.reclassified',
      at,
      ...critical,
      reason: 'all is down',
    } as const;
    const held = requestTerms(terms, contract, request.recordedAt, at);
    const through = { ...request, through: instant(shanghai('2025-04-01 03:00')) };
    const { state } = correctIncident(held, through, late, 'the desk forgot');
    const fixed = await clerk.answering((answers) =>
      fixPenalties(inForce(terms, contract), contract, state.misses, contract.through, {
        requests: [state],
        answers,
      }),
    );
    expect(fixed.map(({ target, period, penalty }) => `${target} ${period} ${penalty}`)).toEqual([
      'response 2025-03 120000',
      'workaround 2025-04 285000',
    ]);
  });
});

describe('penalties that were paid out', () => {
  it('are not credited once more where they are set off from now on', async () => {
    const terms = await termsMadeFrom('it-support-2025', { ...YEAR_2025, penaltiesSettled: 'separately' });
    const effectiveAt = instant(shanghai('2025-04-01'));
    const made = await scenarioTerms(
      { template: 'it-support-2025', parameters: { penaltiesSettled: 'offset' } },
      { before: terms, effectiveAt },
    );
    if ('faults' in made) throw new Error('the amendment has faults');
    const at = instant(shanghai('2025-03-20'));
    const step = async (state: ContractState, event: ContractEvent): Promise<ContractState> =>
      (await clerk.answering((answers) => stepContract(terms, state, event, { requests: [], answers })))
        .state;
    const miss = {
      request: 'R',
      target: 'response',
      at,
      dueAt: at,
      period: '2025-03' as Period,
      priority: 'low',
    };
    const penalty = {
      permille: '5',
      full: fen(120_000),
      penalty: fen(120_000),
      capped: false,
      counted: true,
    };
    const fixed = {
      ...miss,
      ...penalty,
      base: terms.totalAmount,
      fixedAt: at,
      waiver: null,
      annulledAt: null,
    };
    let state: ContractState = {
      ...signedContract(terms),
      through: at,
      misses: [fixed, { ...fixed, request: 'S' }],
    };
    state = await step(state, { type: 'settlement.paidOut', at, amount: fen(120_000) });
    const bill = terms.billing.plan[0];
    if (!bill) throw new Error('there is no invoice');
    // 1,200.00 of 2,400.00 were paid out: the invoice is reduced by the rest.
    const issued = issueInvoice(
      made.terms,
      state,
      { terms: bill, amount: bill.amount, interest: ZERO_FEN },
      at,
    );
    expect(issued.invoices.at(-1)?.credited).toBe(120_000);
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
