import fc from 'fast-check';
import { parseYuan } from '#domain/money/fen';
import { rehearsed, scenario } from '../support/builders.js';
import { randomScenario, type ScenarioFile } from '../support/scenarios.js';

const seeds = fc.nat();

function fen(yuan: string | undefined): number {
  const amount = parseYuan(yuan ?? '');
  if (amount === null) throw new Error(`not an amount: ${yuan}`);
  return amount;
}

const sum = (amounts: readonly string[]): number => amounts.reduce((total, amount) => total + fen(amount), 0);

function totalOf({ parameters }: ScenarioFile): number {
  return fen(String(parameters['monthlyFee'])) * Number(parameters['termMonths']);
}

describe('what holds of money in every scenario', () => {
  it('penalties sum to the cumulative column and never pass the cap', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const file = randomScenario(seed, 12);
        const { misses } = await rehearsed(file);
        const cap = Math.floor(totalOf(file) / 10);
        let running = 0;
        for (const miss of misses) {
          running += fen(miss.penalty);
          expect(fen(miss.cumulative)).toBe(running);
          expect(running).toBeLessThanOrEqual(cap);
          expect(miss.waived && miss.penalty !== '0.00').toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('what is credited is a penalty of a closed month, and no invoice goes below zero', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { invoices, misses, settlement } = await rehearsed(randomScenario(seed, 12));
        for (const { amount, credited, payable, paid } of invoices) {
          expect(fen(payable)).toBe(fen(amount) - fen(credited));
          expect(fen(paid)).toBeLessThanOrEqual(fen(payable));
        }
        if (settlement === null) return;
        const standing = sum(misses.map((miss) => miss.penalty));
        const credited = sum(invoices.map((invoice) => invoice.credited));
        expect(fen(settlement.penaltiesPaidOut)).toBe(Math.max(0, standing - credited));
      }),
      { numRuns: 60 },
    );
  });

  it('money received is on invoices, or waits because all of them are paid', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const file = randomScenario(seed, 6);
        const { invoices, settlement } = await rehearsed(file);
        const received = sum(
          file.events.flatMap((event) => (event.type === 'payment.received' ? [event.amount] : [])),
        );
        const paid = sum(invoices.map((invoice) => invoice.paid));
        const outstanding = sum(invoices.map((invoice) => invoice.payable)) - paid;
        expect(paid).toBeLessThanOrEqual(received);
        expect(outstanding === 0 || paid === received).toBe(true);
        expect(settlement === null || fen(settlement.outstanding) === outstanding).toBe(true);
        for (const invoice of invoices)
          expect(invoice.status === 'paid').toBe(invoice.paid === invoice.payable);
      }),
      { numRuns: 60 },
    );
  });

  it('the invoices of a term sum to the total contract amount, whenever it starts', async () => {
    const days = fc
      .integer({ min: 0, max: 4000 })
      .map((day) => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10));
    const fees = fc
      .integer({ min: 1, max: 20_000_000 })
      .map((amount) => `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`);
    await fc.assert(
      fc.asyncProperty(
        days,
        fc.integer({ min: 1, max: 25 }),
        fees,
        async (termStart, termMonths, monthlyFee) => {
          const file = scenario('2040-01-01', [], { termStart, termMonths, monthlyFee });
          const { invoices, status } = await rehearsed(file);
          expect(status).toBe('expired');
          expect(sum(invoices.map((invoice) => invoice.amount))).toBe(totalOf(file));
          for (const { amount } of invoices) expect(fen(amount)).toBeLessThanOrEqual(fen(monthlyFee));
          for (const { amount } of invoices.slice(1, -1)) expect(amount).toBe(monthlyFee);
        },
      ),
      { numRuns: 60 },
    );
  });
});
