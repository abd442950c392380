import fc from 'fast-check';
import { memoClerk } from '#backtest/backtest';
import { inForce } from '#domain/contract/amendments';
import { type ContractState } from '#domain/contract/state';
import { stepContract } from '#domain/contract/step';
import { sumFen } from '#domain/money/fen';
import { NO_ANSWERS } from '#domain/question';
import { type Terms } from '#domain/terms';
import { signedContract } from '#rehearsal/rehearse';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { contractTermsOf } from '#templates/contract-terms';
import { restOfTerm } from './rest-of-term.js';

/** Terms of the reference template; no server. */

const clerk = memoClerk();

async function termsOf(parameters: Readonly<Record<string, unknown>>): Promise<Terms> {
  const made = await scenarioTerms({ template: 'it-support-2025', parameters });
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return made.terms;
}

const invoiced = ({ invoices }: ContractState): number => sumFen(invoices.map(({ amount }) => amount));

const parameters = fc.record({
  termStart: fc.constantFrom('2025-01-01', '2025-01-15', '2024-02-29', '2025-03-31'),
  termMonths: fc.integer({ min: 2, max: 18 }),
  monthlyFee: fc.integer({ min: 1, max: 9_999_999 }).map((fen) => (fen / 100).toFixed(2)),
  penaltyPermille: fc.constant('5'),
  invoiceTiming: fc.constantFrom('inAdvance', 'inArrears'),
  invoiceCycle: fc.constantFrom('month', 'quarter'),
  partMonths: fc.constantFrom('byDay', 'full'),
  penaltiesSettled: fc.constantFrom('offset', 'separately'),
  latePayment: fc.constantFrom('none', 'interest'),
  lateReport: fc.constantFrom('breachOnly', 'countsAsMiss'),
});

it('where nothing goes wrong, invoices come to the total, nothing is owed, and the contract closes', async () => {
  await fc.assert(
    fc.asyncProperty(parameters, async (given) => {
      const terms = await termsOf(given);
      const end = await restOfTerm(terms, signedContract(terms), [], terms.startsAt, clerk);
      expect([end.status, invoiced(end), end.charges, end.unapplied]).toEqual([
        'closed',
        terms.totalAmount,
        [],
        0,
      ]);
      expect(end.reports.every(({ breachMarked }) => !breachMarked)).toBe(true);
    }),
    { numRuns: 60 },
  );
}, 120_000);

it('the same holds of what an amendment makes the total, from its month on', async () => {
  await fc.assert(
    fc.asyncProperty(
      parameters,
      fc.nat(),
      fc.integer({ min: 1, max: 9_999_999 }),
      async (given, pick, fee) => {
        const terms = await termsOf({ ...given, invoiceCycle: 'month' });
        const ahead = terms.schedule.slice(1);
        const month = ahead[pick % ahead.length];
        if (!month) return;
        const amended = { before: terms, effectiveAt: month.from };
        const monthlyFee = (fee / 100).toFixed(2);
        const made = await contractTermsOf('it-support-2025', { ...terms.parameters, monthlyFee }, amended);
        if ('faults' in made) throw new Error(JSON.stringify(made.faults));
        const start = signedContract(terms);
        const agreed = stepContract(
          terms,
          start,
          {
            type: 'amendment.agreed',
            at: start.through,
            amendment: 'A-1',
            effectiveAt: month.from,
            reason: 'x',
            terms: made.terms,
            text: { 'zh-CN': { title: '', clauses: [] }, en: { title: '', clauses: [] } },
          },
          { requests: [], answers: NO_ANSWERS },
        );
        const end = await restOfTerm(terms, agreed.state, [], start.through, clerk);
        expect([end.status, invoiced(end)]).toEqual(['closed', inForce(terms, end).totalAmount]);
        expect(inForce(terms, end).totalAmount).toBe(made.terms.totalAmount);
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);
