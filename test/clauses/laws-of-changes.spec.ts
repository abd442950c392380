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

/** The seeds of the scenarios in which a law does not hold. */
function brokenIn(holds: (document: RehearsalDocument, file: ScenarioFile) => boolean): number[] {
  return runs.filter(({ document, file }) => !holds(document, file)).map(({ seed }) => seed);
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
    const broken = brokenIn(({ invoices }) =>
      invoices.every(({ amount, interest, credited, payable, paid }) => {
        return fen(payable) === fen(amount) + fen(interest) - fen(credited) && fen(paid) <= fen(payable);
      }),
    );
    expect(broken).toEqual([]);
  });

  it('money received is on invoices, or waits because all of them are paid', () => {
    const broken = brokenIn(({ invoices, settlement }, { events }) => {
      const received = sum(
        events.flatMap((event) => (event.type === 'payment.received' ? [event.amount] : [])),
      );
      const paid = sum(invoices.map((invoice) => invoice.paid));
      const outstanding = sum(invoices.map((invoice) => invoice.payable)) - paid;
      const isApplied = outstanding === 0 ? paid <= received : paid === received;
      return isApplied && (settlement === null || fen(settlement.outstanding) === outstanding);
    });
    expect(broken).toEqual([]);
  });

  it('penalties are credited, held out, or paid out in the settlement: none twice and none lost', () => {
    const broken = brokenIn(({ misses, invoices, contests, settlement }) => {
      if (settlement === null) return true;
      const open = new Set(contests.flatMap(({ line, decision }) => (decision === null ? [line] : [])));
      const due = misses.filter(({ request, target, at }) => !open.has(`miss/${request}/${target}@${at}`));
      const credited = sum(invoices.map((invoice) => invoice.credited));
      const left = sum(due.map(({ penalty }) => penalty)) - credited;
      return fen(settlement.penaltiesPaidOut) === Math.max(0, left);
    });
    expect(broken).toEqual([]);
  });

  it('the invoices of a term that ran out sum to the total of its last amendment', () => {
    const broken = brokenIn(({ status, amendments, invoices }, { parameters }) => {
      const inForce = amendments.findLast((amendment) => amendment.status === 'effective');
      const total = fen(String(parameters['monthlyFee'])) * Number(parameters['termMonths']);
      const wanted = inForce ? fen(inForce.totalAmount) : total;
      return status !== 'expired' || sum(invoices.map(({ amount }) => amount)) === wanted;
    });
    expect(broken).toEqual([]);
  });

  it('an invoice that was issued never changes its amount, whatever is agreed on later', () => {
    const broken = brokenIn(({ amendments, invoices }, { parameters }) => {
      const first = amendments[0]?.effectiveAt;
      const before = invoices.filter(({ issuedAt }) => first === undefined || issuedAt < first);
      return before.every(({ amount }) => fen(amount) <= fen(String(parameters['monthlyFee'])));
    });
    expect(broken).toEqual([]);
  });

  it('nothing contested is overdue by itself', () => {
    const broken = brokenIn(({ invoices, contests }) => {
      const open = contests.filter(({ decision }) => decision === null).map(({ line }) => line);
      const contested = invoices.filter(
        ({ period, interest }) => fen(interest) === 0 && open.includes(`invoice/${period}/fee`),
      );
      return contested.every(({ status }) => status !== 'overdue');
    });
    expect(broken).toEqual([]);
  });
});
