import fc from 'fast-check';
import { inForce } from '#domain/contract/amendments';
import { type AmendmentState, type ContractState } from '#domain/contract/state';
import { type Fen } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { addSeconds, type Instant } from '#domain/time/instant';
import { signedContract } from '#rehearsal/rehearse';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { type KnownContract } from '../contracts/contract-reader.js';
import { termsBefore, termsThen } from './then.js';

/** Amendments of whatever kind in whatever state; no server. */

const DAY = 86_400;

async function signedTerms(): Promise<Terms> {
  const parameters = { termStart: '2025-01-01', termMonths: 12, monthlyFee: '1.00', penaltyPermille: '5' };
  const made = await scenarioTerms({ template: 'it-support-2025', parameters });
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return made.terms;
}

const history = fc.record({
  /** Days after the start on which each takes effect, and what became of it. */
  amendments: fc.array(
    fc.record({
      days: fc.integer({ min: 1, max: 60 }),
      fails: fc.constantFrom<AmendmentState['status'] | null>(null, null, 'declined', 'withdrawn', 'lapsed'),
    }),
    { maxLength: 6 },
  ),
  now: fc.integer({ min: 0, max: 365 }),
  asked: fc.integer({ min: 0, max: 365 }),
  second: fc.constantFrom(-1, 0, 1),
});

it('at any instant the terms are those of the last amendment that took effect by then, or will', async () => {
  const signed = await signedTerms();
  const start = signedContract(signed);
  const after = (days: number): Instant => addSeconds(signed.startsAt, days * DAY);
  fc.assert(
    fc.property(history, ({ amendments, now, asked, second }) => {
      let days = 0;
      const known: AmendmentState[] = amendments.map((each, index) => {
        days += each.days;
        const effectiveAt = after(days);
        const status = each.fails ?? (effectiveAt <= after(now) ? 'effective' : 'agreed');
        const terms: Terms = { ...signed, monthlyFee: (index + 2) as Fen };
        return { id: `A-${index + 1}`, effectiveAt, reason: 'x', terms, status, agreedAt: null };
      });
      const state: ContractState = { ...start, amendments: known };
      const contract = { row: { state }, terms: inForce(signed, state) } as KnownContract;
      const at = addSeconds(after(asked), second);
      const held = known.filter(({ status }) => status === 'effective' || status === 'agreed');
      const last = held.findLast(({ effectiveAt }) => effectiveAt <= at);
      const then = termsThen(contract, at);
      expect(then.terms).toEqual(last ? last.terms : signed);
      expect(then.since).toBe(last?.effectiveAt ?? null);
      expect(then.until).toBe(held.find(({ effectiveAt }) => effectiveAt > at)?.effectiveAt ?? null);
      for (const { id, effectiveAt } of held) {
        const before = held.findLast((each) => each.effectiveAt < effectiveAt);
        expect(termsBefore(contract, effectiveAt, id).terms).toEqual(before ? before.terms : signed);
      }
    }),
  );
});

it('an amendment that the end of the contract comes before never holds', async () => {
  const signed = await signedTerms();
  const effectiveAt = addSeconds(signed.startsAt, 90 * DAY);
  const terms: Terms = { ...signed, monthlyFee: 2 as Fen };
  const agreed: AmendmentState = {
    id: 'A-1',
    effectiveAt,
    reason: 'x',
    terms,
    status: 'agreed',
    agreedAt: signed.startsAt,
  };
  const known = (earlyEndAt: Instant | null): KnownContract => {
    const state: ContractState = { ...signedContract(signed), amendments: [agreed], earlyEndAt };
    return { row: { state }, terms: signed } as KnownContract;
  };
  expect(termsThen(known(null), effectiveAt).terms).toEqual(terms);
  expect(termsThen(known(effectiveAt), effectiveAt).terms).toEqual(signed);
});
