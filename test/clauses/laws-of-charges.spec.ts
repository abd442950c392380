import fc from 'fast-check';
import { fixCharges, settleCharges, type Occurrence } from '#domain/contract/charges';
import { accrueInterest } from '#domain/contract/interest';
import { type Charge, type ContractState, type FixedMiss, type Invoice } from '#domain/contract/state';
import { fen, sumFen, ZERO_FEN, type Fen } from '#domain/money/fen';
import { permilleTimes } from '#domain/money/ratio';
import { type CapTerms, type ConsequenceTerms, type Terms } from '#domain/terms';
import { addPeriods, parsePeriod, type Period } from '#domain/time/dates';
import { addSeconds, instant, type Instant } from '#domain/time/instant';
import { scenario, on, shanghai } from '../support/builders.js';
import {
  activeContract,
  at,
  chargedFen,
  clerk,
  rehearsed,
  signedFen,
  termsMadeFrom,
} from '../support/money-law.js';
import { type ScenarioFile } from '../support/scenarios-frame.js';

/** What holds of charges, interest and invoices whatever happens in whatever order. Real rules throughout. */

const RUNS = { numRuns: 60 };

function month(text: string): Period {
  const period = parsePeriod(text);
  if (period === null) throw new RangeError(text);
  return period;
}

/** The last instant of a month, when it closes in Shanghai. */
const closeOf = (period: Period): Instant => instant(`${addPeriods(period, 1)}-01T00:00:00+08:00`);

const SUPPLY = {
  termStart: '2025-01-01',
  termMonths: 36,
  deliveryDate: '2025-03-10',
  price: '100000.00',
} as const;

/** A charge that an occasion brings about: how much it comes to now, before any cap. */
interface Occasion {
  readonly key: string;
  readonly period: Period;
  readonly base: Fen;
  readonly permille: string;
  readonly times: number;
}

const supply = termsMadeFrom('goods-supply-2025', SUPPLY);

const WINDOWS = ['term', 'calendarYear', 'rolling12Months', 'month', 'each'] as const;

/** Fixes the occasions one after the other; after each, what had been written before and what was added. */
async function fixedInTurn(
  consequence: ConsequenceTerms,
  occasions: readonly Occasion[],
  look: (charges: readonly Charge[], before: readonly Charge[], occasion: Occasion) => void,
): Promise<void> {
  const terms = await supply;
  let state: ContractState = activeContract(terms);
  for (const occasion of occasions) {
    const before = state.charges;
    const facts = { daysLate: 1, graceDays: 0, latePermillePerPeriod: occasion.permille };
    const occurrence: Occurrence = { ...occasion, terms, consequence, facts };
    const step = await clerk.answering((answers) => {
      return fixCharges(state, closeOf(occasion.period), [occurrence], { requests: [], answers });
    });
    state = step.state;
    look(state.charges, before, occasion);
  }
}

async function lateDelivery(caps: readonly CapTerms[]): Promise<ConsequenceTerms> {
  const [consequence] = (await supply).consequences;
  if (!consequence) throw new Error('the supply contract has a consequence');
  return { ...consequence, caps };
}

/** What is charged within each window of a cap, reckoned window by window. */
function chargedWithin(window: CapTerms['window'], charges: readonly Charge[]): number[] {
  const sumOf = (isIn: (charge: Charge) => boolean): number =>
    charges.filter(isIn).reduce((sum, { amount }) => sum + amount, 0);
  switch (window) {
    case 'term':
      return [sumOf(() => true)];
    case 'calendarYear':
      return charges.map((one) => sumOf(({ period }) => period.slice(0, 4) === one.period.slice(0, 4)));
    case 'month':
      return charges.map((one) => sumOf(({ period }) => period === one.period));
    case 'each':
      return charges.map((one) => sumOf(({ key }) => key === one.key));
    case 'rolling12Months':
      return charges.flatMap((one) => [
        sumOf(({ period }) => one.period <= period && period < addPeriods(one.period, 12)),
        sumOf(({ period }) => addPeriods(one.period, -12) < period && period <= one.period),
      ]);
  }
}

const amounts = fc.integer({ min: 0, max: 5_000_000 }).map(fen);
const caps = fc.array(fc.record({ window: fc.constantFrom(...WINDOWS), amount: amounts }), { maxLength: 4 });
const costs = {
  base: amounts,
  permille: fc.constantFrom('0', '5', '12.75', '0.333', '100'),
  times: fc.nat(40),
};
const months = fc.integer({ min: 0, max: 30 }).map((index) => addPeriods(month('2025-01'), index));

/** A month by its own key, looked at in any order and again after a correction. */
const ofMonths = fc
  .array(fc.record({ period: months, ...costs }), { minLength: 1, maxLength: 12 })
  .map((list) => list.map((each): Occasion => ({ ...each, key: each.period })));

/** Obligations, looked at as time goes by; each belongs to the month in which it is looked at. */
const ofObligations = fc
  .array(fc.record({ period: months, key: fc.constantFrom('A', 'B', 'C'), ...costs }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((list) => [...list].sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0)));

describe.each([
  ['of months, in any order', ofMonths],
  ['of obligations, as time goes by', ofObligations],
])('charges %s', (_, sequences) => {
  it('never pass a cap within any of its windows, corrections included', async () => {
    await fc.assert(
      fc.asyncProperty(caps, sequences, async (terms, occasions) => {
        await fixedInTurn(await lateDelivery(terms), occasions, (charges) => {
          for (const { window, amount } of terms)
            for (const charged of chargedWithin(window, charges)) expect(charged).toBeLessThanOrEqual(amount);
        });
      }),
      RUNS,
    );
  });

  it('of one key sum to what it is entitled to now; without a cap exactly what the permille comes to', async () => {
    await fc.assert(
      fc.asyncProperty(caps, sequences, fc.boolean(), async (terms, occasions, isCapped) => {
        const consequence = await lateDelivery(isCapped ? terms : []);
        await fixedInTurn(consequence, occasions, (charges, before, { key, base, permille, times }) => {
          const own = charges.filter((charge) => charge.key === key);
          const standing = own.reduce((sum, { amount }) => sum + amount, 0);
          const full = permilleTimes(base, permille, times);
          expect(standing).toBeGreaterThanOrEqual(0);
          expect(standing).toBeLessThanOrEqual(full);
          expect(isCapped ? full : standing).toBe(full);
          // Short of it only where the entry of now says so.
          const added = charges.slice(before.length);
          const isUnsaid = standing < full && added.some(({ capped }) => !capped);
          expect(isUnsaid).toBe(false);
        });
      }),
      RUNS,
    );
  });

  it('never change what is written: at most one entry is added, for the key that was looked at', async () => {
    await fc.assert(
      fc.asyncProperty(caps, sequences, async (terms, occasions) => {
        await fixedInTurn(await lateDelivery(terms), occasions, (charges, before, { key, period }) => {
          expect(charges.slice(0, before.length)).toEqual(before);
          const added = charges.slice(before.length);
          expect(added.length).toBeLessThanOrEqual(1);
          for (const charge of added) expect(charge).toMatchObject({ key, period });
        });
      }),
      RUNS,
    );
  });

  it('looked at again without a change, nothing is added', async () => {
    await fc.assert(
      fc.asyncProperty(caps, sequences, async (terms, occasions) => {
        const twice = occasions.flatMap((occasion) => [occasion, occasion]);
        let count = 0;
        await fixedInTurn(await lateDelivery(terms), twice, (charges, before) => {
          count += 1;
          expect(count % 2 === 0 ? charges : before).toEqual(before);
        });
      }),
      RUNS,
    );
  });
});

describe('interest (clause 2.3 of the maintenance contract)', () => {
  const DUE = instant('2025-01-16T00:00:00+08:00');
  const through = fc.array(fc.integer({ min: 1, max: 120 * 86_400 }), { minLength: 1, maxLength: 8 });

  /** All interest on one unpaid invoice, fixed at each of these seconds after its due instant. */
  async function fixedAt(terms: Terms, amount: Fen, seconds: readonly number[]): Promise<readonly Charge[]> {
    const invoice: Invoice = {
      period: month('2025-01'),
      issuedAt: terms.startsAt,
      dueAt: DUE,
      remindAt: terms.startsAt,
      amount,
      credited: ZERO_FEN,
      interest: ZERO_FEN,
      paid: ZERO_FEN,
      interestThrough: null,
      reminded: true,
      overdueMarked: true,
    };
    let state: ContractState = { ...activeContract(terms), invoices: [invoice] };
    for (const second of [...seconds].sort((a, b) => a - b)) {
      const step = await clerk.answering((answers) => {
        return accrueInterest(terms, state, addSeconds(DUE, second), { requests: [], answers });
      });
      state = step.state;
    }
    return state.charges;
  }

  const care = (parameters: ScenarioFile['parameters'] = {}): Promise<Terms> =>
    termsMadeFrom('maintenance-2025', {
      termStart: '2025-01-01',
      termMonths: 12,
      monthlyFee: '3000.00',
      ...parameters,
    });
  const sumOf = (charges: readonly Charge[]): number => sumFen(charges.map(({ amount }) => amount));

  it('where a day costs whole fen: exactly the same, however often it is fixed in between', async () => {
    const terms = await care({ lateInterestCapPercent: '30' });
    await fc.assert(
      fc.asyncProperty(through, fc.integer({ min: 1, max: 2000 }), async (seconds, thousands) => {
        // 0.3 and 0.5 permille of whole hundreds of yuan.
        const amount = fen(thousands * 10_000);
        const [all, last] = [await fixedAt(terms, amount, seconds), Math.max(...seconds)];
        fc.pre(sumOf(all) < 1_080_000);
        expect(sumOf(all)).toBe(sumOf(await fixedAt(terms, amount, [last])));
      }),
      RUNS,
    );
  });

  it('else off by the roundings alone: half a fen for each stretch at most', async () => {
    const terms = await care({ lateInterestCapPercent: '30' });
    await fc.assert(
      fc.asyncProperty(through, fc.integer({ min: 1, max: 20_000_000 }).map(fen), async (seconds, amount) => {
        const [all, last] = [await fixedAt(terms, amount, seconds), Math.max(...seconds)];
        const once = await fixedAt(terms, amount, [last]);
        expect(Math.abs(sumOf(all) - sumOf(once))).toBeLessThanOrEqual((all.length + once.length) / 2);
      }),
      RUNS,
    );
  });

  it('counts each day late once: the stretches are the days in a row, without a gap', async () => {
    const terms = await care({ lateInterestCapPercent: '30' });
    await fc.assert(
      fc.asyncProperty(through, async (seconds) => {
        const charges = await fixedAt(terms, fen(900_000), seconds);
        const days = charges.reduce((sum, { times }) => sum + times, 0);
        expect(days).toBe(Math.ceil(Math.max(...seconds) / 86_400));
        expect(new Set(charges.map(({ key }) => key)).size).toBe(charges.length);
      }),
      RUNS,
    );
  });

  it('never passes its cap, and reaches it', async () => {
    const terms = await care({ lateInterestCapPercent: '0.5' });
    await fc.assert(
      fc.asyncProperty(through, fc.integer({ min: 1, max: 20_000_000 }).map(fen), async (seconds, amount) => {
        const charges = await fixedAt(terms, amount, [...seconds, 120 * 86_400]);
        const full = charges.reduce((sum, charge) => sum + charge.full, 0);
        expect(sumOf(charges)).toBe(Math.min(18_000, full));
      }),
      RUNS,
    );
  });

  it('never falls with the delay, nor with what is outstanding', async () => {
    const terms = await care();
    const seconds = fc.integer({ min: 1, max: 120 * 86_400 });
    await fc.assert(
      fc.asyncProperty(seconds, seconds, amounts, amounts, async (delay, more, amount, and) => {
        const least = sumOf(await fixedAt(terms, fen(amount + 1), [delay]));
        expect(sumOf(await fixedAt(terms, fen(amount + 1), [delay + more]))).toBeGreaterThanOrEqual(least);
        expect(sumOf(await fixedAt(terms, fen(amount + and + 1), [delay]))).toBeGreaterThanOrEqual(least);
      }),
      RUNS,
    );
  });
});

describe('invoices (clauses 3.1, 3.2)', () => {
  const starts = fc
    .integer({ min: 0, max: 1500 })
    .map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));
  const fees = fc.integer({ min: 1, max: 20_000_000 }).map((fee) => {
    return `${Math.floor(fee / 100)}.${String(fee % 100).padStart(2, '0')}`;
  });
  const ways = fc.record({
    termStart: starts,
    termMonths: fc.integer({ min: 1, max: 20 }),
    monthlyFee: fees,
    invoiceCycle: fc.constantFrom('month', 'quarter'),
    partMonths: fc.constantFrom('byDay', 'full'),
  });
  const sumOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + signedFen(text), 0);

  it.each(['inAdvance', 'inArrears'])('%s: sum to the total contract amount', async (invoiceTiming) => {
    await fc.assert(
      fc.asyncProperty(ways, async (way) => {
        const parameters = { ...way, invoiceTiming };
        const { invoices } = await rehearsed(scenario('2040-01-01', [], parameters));
        const { totalAmount } = await termsMadeFrom('it-support-2025', {
          penaltyPermille: '5',
          ...parameters,
        });
        expect(sumOf(invoices.map(({ amount }) => amount))).toBe(totalAmount);
      }),
      { numRuns: 25 },
    );
  });

  it('refund and what was used are what was billed: in arrears the same end asks for just what was used', async () => {
    await fc.assert(
      fc.asyncProperty(ways, fc.integer({ min: 0, max: 700 * 86_400 }), async (way, seconds) => {
        const startsAt = instant(shanghai(way.termStart));
        const terms = await termsMadeFrom('it-support-2025', { penaltyPermille: '5', ...way });
        const end = addSeconds(startsAt, seconds);
        fc.pre(end < terms.endsAt);
        const ending = { ...on(way.termStart).agreedToEnd(way.termStart), effectiveAt: end };
        const inAdvance = await rehearsed(
          scenario('2040-01-01', [ending], { ...way, invoiceTiming: 'inAdvance' }),
        );
        const inArrears = await rehearsed(
          scenario('2040-01-01', [ending], { ...way, invoiceTiming: 'inArrears' }),
        );
        const billed = sumOf(inAdvance.invoices.map(({ amount }) => amount));
        const refund = signedFen(inAdvance.settlement?.refund ?? '');
        expect(refund).toBeGreaterThanOrEqual(0);
        expect(inArrears.settlement?.refund).toBe('0.00');
        expect(billed - refund).toBe(sumOf(inArrears.invoices.map(({ amount }) => amount)));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a late delivery (clause 2.1 of the supply contract)', () => {
  const seconds = fc.integer({ min: 0, max: 300 * 86_400 });
  const figures = fc.record({
    price: fc.constantFrom('100000.00', '333.33', '0.01', '99.99'),
    latePeriodDays: fc.integer({ min: 1, max: 40 }),
    latePermillePerPeriod: fc.constantFrom('5', '12.75', '0.333', '100'),
    lateCapPercent: fc.constantFrom('5', '30', '0.5'),
    graceDays: fc.constantFrom(0, 3, 40),
    dueDayRoll: fc.constantFrom('stays', 'next', 'previous'),
  });
  type Figures = typeof figures extends fc.Arbitrary<infer Value> ? Value : never;

  const START = instant(shanghai('2025-02-20 00:00'));

  /** What delivery costs so many seconds after 20 February, with days excused at other such seconds. */
  async function cost(
    of: Figures,
    delivered: number,
    excuses: readonly { at: number; days: number }[] = [],
  ): Promise<number> {
    const wall = (second: number): string =>
      addSeconds(START, second + 8 * 3600)
        .replace('T', ' ')
        .replace('Z', '');
    const events = [
      ...excuses.map((excuse) => at(wall(excuse.at)).excused(excuse.days)),
      at(wall(delivered)).performed(),
    ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const parameters = { ...SUPPLY, ...of };
    const until = shanghai('2027-01-01');
    return chargedFen(await rehearsed({ template: 'goods-supply-2025', parameters, events, until }));
  }

  it('delivered later, it never costs less, and never more than the cap', async () => {
    await fc.assert(
      fc.asyncProperty(figures, seconds, seconds, async (of, delivered, more) => {
        const [early, late] = [await cost(of, delivered), await cost(of, delivered + more)];
        expect(early).toBeLessThanOrEqual(late);
        expect(late).toBeLessThanOrEqual((signedFen(of.price) * Number(of.lateCapPercent)) / 100);
      }),
      { numRuns: 30 },
    );
  });

  const excuses = fc.array(fc.record({ at: seconds, days: fc.integer({ min: 1, max: 60 }) }), {
    minLength: 1,
    maxLength: 3,
  });

  it('with more days excused, it never costs more, whenever they are', async () => {
    await fc.assert(
      fc.asyncProperty(figures, seconds, excuses, async (of, delivered, all) => {
        const few = all.slice(1);
        expect(await cost(of, delivered, all)).toBeLessThanOrEqual(await cost(of, delivered, few));
        const [first, ...rest] = all;
        const longer = first ? [{ ...first, days: first.days + 10 }, ...rest] : all;
        expect(await cost(of, delivered, longer)).toBeLessThanOrEqual(await cost(of, delivered, all));
      }),
      { numRuns: 30 },
    );
  });

  it('days excused cost the same whenever they are told: before the due day, after it, after delivery', async () => {
    await fc.assert(
      fc.asyncProperty(
        figures,
        seconds,
        seconds,
        fc.integer({ min: 1, max: 60 }),
        async (of, delivered, told, days) => {
          const early = await cost(of, delivered, [{ at: 0, days }]);
          expect(await cost(of, delivered, [{ at: told, days }])).toBe(early);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a service credit (clause 2.4 of the tiered support contract)', () => {
  const PERIODS = [month('2025-01'), month('2025-02'), month('2025-03')];
  const CLOSE = closeOf(month('2025-03'));

  function missed(request: string, period: Period): FixedMiss {
    const missedAt = instant(`${period}-10T06:00:00Z`);
    const cost = { permille: '0', full: ZERO_FEN, penalty: ZERO_FEN, capped: false, base: ZERO_FEN };
    const miss = { request, target: 'response', at: missedAt, dueAt: missedAt, period, priority: 'p3' };
    return { ...miss, ...cost, counted: true, fixedAt: missedAt, waiver: null, annulledAt: null };
  }

  const settled = async (
    terms: Terms,
    state: ContractState,
    periods: readonly Period[],
  ): Promise<ContractState> => {
    const step = await clerk.answering((answers) => {
      return settleCharges(terms, state, CLOSE, periods, { requests: [], answers });
    });
    return step.state;
  };
  const standing = (state: ContractState, period: Period): number =>
    sumFen(state.charges.filter(({ key }) => key === period).map(({ amount }) => amount));

  it('with misses waived one by one, in any order, is that of the misses that are left', async () => {
    const terms = await termsMadeFrom('tiered-support-2025', {
      termStart: '2025-01-01',
      termMonths: 12,
      monthlyFee: '20000.00',
      monthlyCreditCapPercent: '100',
      yearlyCreditCapPercent: '30',
    });
    const metCounts = fc.array(fc.nat(120), { minLength: 3, maxLength: 3 });
    const misses = PERIODS.flatMap((period) =>
      Array.from({ length: 5 }, (_, index) => missed(`${period} ${index}`, period)),
    );
    await fc.assert(
      fc.asyncProperty(metCounts, fc.shuffledSubarray(misses), async (met, waived) => {
        const closedMonths = PERIODS.map((period, index) => {
          return { period, closedAt: closeOf(period), received: 100, met: { p3: met[index] ?? 0 } };
        });
        let state = await settled(terms, { ...activeContract(terms), closedMonths, misses }, PERIODS);
        const waiver = { at: CLOSE, by: 'manager', reason: 'agreed' };
        for (const { request, period } of waived) {
          const left = state.misses.map((each) => (each.request === request ? { ...each, waiver } : each));
          state = await settled(terms, { ...state, misses: left }, [period]);
        }
        const afresh = await settled(terms, { ...state, charges: [] }, PERIODS);
        for (const period of PERIODS) expect(standing(state, period)).toBe(standing(afresh, period));
      }),
      RUNS,
    );
  });
});
