import { annul } from '#domain/contract/waivers';
import { draftContract } from '#domain/contract/draft';
import { type Period } from '#domain/time/dates';
import { nextContractDeadline } from '#domain/contract/deadlines';
import { attainmentOf, attainmentPercent, together } from '#domain/contract/attainment';
import { fireContractDeadline, stepContract } from '#domain/contract/step';
import { settlementOf } from '#domain/contract/settlement';
import { type ContractEvent } from '#domain/contract/events';
import { type ContractState } from '#domain/contract/state';
import { fen, sumFen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { plainDate } from '#domain/time/dates';
import { instant, type Instant } from '#domain/time/instant';
import { faultLines, shanghai, utc } from '../support/builders.js';
import { type ScenarioEvent } from '../support/scenarios-frame.js';
import {
  activeContract,
  at,
  clerk,
  rehearsed,
  rehearsedWith,
  termsMadeFrom,
  supply,
} from '../support/money-law.js';

/** Plays events of the contract itself, firing the deadlines before each and up to the last instant. */
async function played(
  terms: Terms,
  events: readonly ContractEvent[],
  until: Instant,
): Promise<ContractState> {
  let state = activeContract(terms);
  const fire = async (limit: Instant): Promise<void> => {
    for (let count = 0; count < 500; count += 1) {
      const next = nextContractDeadline(terms, state);
      if (!next || next.at > limit) return;
      state = (
        await clerk.answering((answers) =>
          fireContractDeadline(terms, state, next, { requests: [], answers }),
        )
      ).state;
    }
    throw new Error('deadlines do not end');
  };
  for (const event of events) {
    await fire(event.at);
    state = (await clerk.answering((answers) => stepContract(terms, state, event, { requests: [], answers })))
      .state;
  }
  await fire(until);
  return state;
}

describe('days excused after the right has arisen (clauses 2.1 (4), 2.2 (1))', () => {
  it('take it back until the delay is long enough again', async () => {
    const shown = async (until: string) =>
      (await rehearsed(supply(until, [at('2025-04-11 09:00').excused(10)]))).terminationRight?.arisenAt ??
      null;
    expect(await shown('2025-04-12')).toBeNull();
    expect(await shown('2025-04-21')).toBe(utc('2025-04-20'));
  });
  it('so that it cannot be exercised meanwhile', async () => {
    const events = [at('2025-04-11 09:00').excused(10), at('2025-04-12 09:00').exercised()];
    expect(await faultLines(supply('2025-05-01', events))).toHaveLength(1);
  });
  it('do not give back one that was given up', async () => {
    const givenUp: ScenarioEvent = {
      at: shanghai('2025-04-11 09:00'),
      type: 'terminationRight.waived',
      by: 'client',
      reason: 'the goods are on their way',
    };
    const events = [givenUp, at('2025-04-12 09:00').excused(10), at('2025-04-25 09:00').exercised()];
    expect(await faultLines(supply('2025-05-01', events))).toEqual([
      expect.stringContaining('there is no termination right that could be exercised'),
    ]);
  });
});

describe('interest that is left to the settlement (clause 2.3 (2))', () => {
  it('can be paid, and then the contract closes', async () => {
    const terms = await termsMadeFrom('maintenance-2025', {
      termStart: '2025-01-01',
      termMonths: 12,
      monthlyFee: '3000.00',
    });
    const paid = (when: string, yuan: number, reference: string | null = null): ContractEvent => ({
      type: 'payment.received',
      at: instant(shanghai(when)),
      amount: fen(yuan * 100),
      reference,
    });
    const events = [
      paid('2025-01-10', 9000),
      paid('2025-04-10', 9000),
      paid('2025-07-10', 9000),
      paid('2026-01-20 10:00', 9000),
      paid('2026-01-21 10:00', 382.5),
    ];
    const state = await played(terms, events, instant(shanghai('2026-03-01')));
    expect(settlementOf(terms, state)).toMatchObject({ outstanding: 0, interest: 0 });
    expect(settlementOf(terms, state)?.unapplied).toBe(0);
    expect(state.status).toBe('closed');
  });
});

describe('a payment told late (clause 2.3 (1), late facts)', () => {
  it('interest for the days after it is corrected by a new entry', async () => {
    const terms = await termsMadeFrom('maintenance-2025', {
      termStart: '2025-01-01',
      termMonths: 12,
      monthlyFee: '3000.00',
    });
    const late: ContractEvent = {
      type: 'payment.received',
      at: instant(shanghai('2025-02-03 10:00')),
      amount: fen(900_000),
      reference: null,
      late: { countsAt: instant(shanghai('2025-01-20 10:00')), reason: 'the bank told it late' },
    };
    const state = await played(terms, [late], instant(shanghai('2025-03-01')));
    // 16 to 20 January: five days of 2.70, not sixteen.
    expect(sumFen(state.charges.map(({ amount }) => amount))).toBe(1_350);
  });
});

describe('a miss annulled by a late fact (clause 2.4 (1))', () => {
  it.each([
    [true, '95.0'],
    [false, '94.7'],
  ])('counts as met only where the fact met the target: %s, %s', async (nowMet, percent) => {
    const terms = await termsMadeFrom('tiered-support-2025', {
      termStart: '2025-01-01',
      termMonths: 12,
      monthlyFee: '20000.00',
    });
    const when = instant('2025-01-10T06:00:00Z');
    const base = {
      permille: '0',
      full: fen(0),
      penalty: fen(0),
      capped: false,
      base: fen(0),
      counted: true,
      waiver: null,
    };
    const missed = {
      ...base,
      target: 'response',
      at: when,
      dueAt: when,
      priority: 'p3',
      fixedAt: when,
      annulledAt: null,
    };
    const period = plainDate('2025-01-01').slice(0, 7) as Period;
    const { state: draft } = draftContract(terms, 'C', when);
    const before: ContractState = {
      ...draft,
      misses: [
        { ...missed, request: 'A', period },
        { ...missed, request: 'B', period },
      ],
      closedMonths: [{ period, closedAt: when, received: 10, met: { p3: 18 } }],
    };
    const event = {
      type: 'miss.annulled',
      at: when,
      request: 'B',
      target: 'response',
      missAt: when,
      nowMet,
      reason: 'told late',
    } as const;
    const { state } = annul(terms, before, event);
    const [month] = state.closedMonths;
    const attainment = month && together(Object.values(attainmentOf(state, month)));
    expect(attainment && attainmentPercent(attainment)).toBe(percent);
  });
});

const two = (terms: Terms): Terms => ({
  ...terms,
  obligations: terms.obligations.flatMap((owed) => [
    { ...owed, id: 'delivery' },
    { ...owed, id: 'assembly', dueDate: plainDate('2025-03-20'), dueAt: instant(shanghai('2025-03-21')) },
  ]),
});

describe('two obligations late (clause 2.2)', () => {
  it('performing one leaves the right that the delay of the other gives', async () => {
    const file = supply('2025-05-02', [at('2025-05-01 09:00').performed('delivery')]);
    const { terminationRight, obligations } = await rehearsedWith(file, two);
    expect(obligations[1]).toMatchObject({ id: 'assembly', performedAt: null, daysLate: 42 });
    expect(terminationRight).not.toBeNull();
  });
  it('time never runs back: no deadline is fired before the step that brought it about', async () => {
    const terms = two(
      await termsMadeFrom('goods-supply-2025', {
        termStart: '2025-01-01',
        termMonths: 12,
        deliveryDate: '2025-03-10',
        price: '100000.00',
      }),
    );
    const performed = instant(shanghai('2025-05-01 09:00'));
    const state = await played(
      terms,
      [{ type: 'obligation.performed', at: performed, obligation: 'delivery' }],
      performed,
    );
    expect(state.through >= performed).toBe(true);
  });
});

describe('an invoice that would be due before it is issued', () => {
  it.each([
    ['2025-01-28', 5],
    ['2025-10-04', 2],
  ])('term from %s, due %i days on, back to a working day', async (termStart, lateInvoiceDueAfterDays) => {
    const { invoices } = await rehearsed({
      template: 'maintenance-2025',
      parameters: {
        termStart,
        termMonths: 12,
        monthlyFee: '3000.00',
        lateInvoiceDueAfterDays,
        dueDayRoll: 'previous',
        reportDueDay: 10,
        paymentDueDay: 3,
      },
      events: [],
      until: shanghai('2025-10-20'),
    });
    for (const { issuedAt, dueAt } of invoices) expect(dueAt > issuedAt).toBe(true);
  });
});
