import fc from 'fast-check';
import { parseYuan } from '#domain/money/fen';
import { type RehearsalDocument } from '#rehearsal/document';
import { changingScenario, type Run } from '../support/scenarios-changes.js';
import { type ScenarioFile } from '../support/scenarios.js';

/** The books of a contract that changes, is contested, and ends in every way. The simulator; no server. */

function fen(yuan: string): number {
  const amount = parseYuan(yuan);
  if (amount === null) throw new Error(`not an amount: ${yuan}`);
  return amount;
}

const sum = (amounts: readonly string[]): number => amounts.reduce((total, amount) => total + fen(amount), 0);

/** Every law is looked at in each of these scenarios; the seed of one that breaks it is named. */
const SEEDS = fc.sample(fc.nat(), 150);

let runs: readonly (Run & { readonly seed: number })[];

beforeAll(async () => {
  runs = await Promise.all(SEEDS.map(async (seed) => ({ seed, ...(await changingScenario(seed, 8)) })));
}, 180_000);

function inEach(law: (document: RehearsalDocument, file: ScenarioFile) => void): void {
  for (const { seed, document, file } of runs) {
    try {
      law(document, file);
    } catch (error) {
      throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }
}

it('the generator brings every kind of change about', () => {
  const seen = new Set(runs.flatMap(({ file }) => file.events.map(({ type }) => type)));
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'amendment.agreed',
      'statement.contested',
      'statement.decided',
      'termination.noticed',
    ]),
  );
});

describe('the books balance, however the contract changes', () => {
  it('each invoice asks for its amount and interest less its credit, and takes no more', () => {
    inEach(({ invoices }) => {
      for (const { amount, interest, credited, payable, paid } of invoices) {
        expect(fen(payable)).toBe(fen(amount) + fen(interest) - fen(credited));
        expect(fen(paid)).toBeLessThanOrEqual(fen(payable));
      }
    });
  });

  it('money received is on invoices, or waits because all of them are paid', () => {
    inEach(({ invoices, settlement }, file) => {
      const payments = file.events.flatMap((event) =>
        event.type === 'payment.received' ? [event.amount] : [],
      );
      const paid = sum(invoices.map((invoice) => invoice.paid));
      const outstanding = sum(invoices.map((invoice) => invoice.payable)) - paid;
      expect(paid).toBeLessThanOrEqual(sum(payments));
      expect(outstanding === 0 || paid === sum(payments)).toBe(true);
      expect(settlement === null || fen(settlement.outstanding) === outstanding).toBe(true);
    });
  });

  it('penalties are credited, held out, or paid out in the settlement: none twice and none lost', () => {
    inEach(({ misses, invoices, contests, settlement }) => {
      const standing = sum(misses.map((miss) => miss.penalty));
      const credited = sum(invoices.map((invoice) => invoice.credited));
      if (settlement === null) return;
      const open = new Set(contests.flatMap(({ line, decision }) => (decision === null ? [line] : [])));
      const held = misses.filter(({ request, target, at }) => open.has(`miss/${request}/${target}@${at}`));
      const heldOut = sum(held.map(({ penalty }) => penalty));
      expect(fen(settlement.penaltiesPaidOut)).toBe(Math.max(0, standing - heldOut - credited));
    });
  });

  it('the invoices of a term that ran out sum to the total of its last amendment', () => {
    inEach(({ status, amendments, invoices }, { parameters }) => {
      if (status !== 'expired') return;
      const inForce = amendments.filter((amendment) => amendment.status === 'effective').at(-1);
      const total = fen(String(parameters['monthlyFee'])) * Number(parameters['termMonths']);
      expect(sum(invoices.map(({ amount }) => amount))).toBe(inForce ? fen(inForce.totalAmount) : total);
    });
  });

  it('an invoice that was issued never changes its amount, whatever is agreed on later', () => {
    inEach(({ amendments, invoices }, { parameters }) => {
      const first = amendments[0]?.effectiveAt;
      const before = invoices.filter(({ issuedAt }) => first === undefined || issuedAt < first);
      const fee = fen(String(parameters['monthlyFee']));
      for (const { amount } of before) expect(fen(amount)).toBeLessThanOrEqual(fee);
    });
  });

  it('nothing contested is overdue by itself', () => {
    inEach(({ invoices, contests }) => {
      const open = contests.filter(({ decision }) => decision === null).map(({ line }) => line);
      for (const { period, status, interest } of invoices) {
        if (fen(interest) === 0 && open.includes(`invoice/${period}/fee`)) expect(status).not.toBe('overdue');
      }
    });
  });
});
