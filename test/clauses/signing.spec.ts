import { nextContractDeadline } from '#domain/contract/deadlines';
import { type ContractEvent } from '#domain/contract/events';
import { type ContractState } from '#domain/contract/state';
import { draftContract } from '#domain/contract/draft';
import { fireContractDeadline, stepContract } from '#domain/contract/step';
import { fen } from '#domain/money/fen';
import { NO_ANSWERS } from '#domain/question';
import { Refusal } from '#domain/refusal';
import { type Terms } from '#domain/terms';
import { instant, type Instant } from '#domain/time/instant';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { shanghai, YEAR_2025 } from '../support/builders.js';

const NOTHING = { requests: [], answers: NO_ANSWERS };
/** A month's fee. */
const FEE = fen(2_000_000);
const at = (wall: string): Instant => instant(shanghai(wall));

let terms: Terms;

beforeAll(async () => {
  const made = await scenarioTerms({ template: 'it-support-2025', parameters: YEAR_2025 });
  if ('faults' in made) throw new Error('the reference template does not take its own parameters');
  terms = made.terms;
});

/** The contract after events, with the deadlines before each of them and up to `until` fired. */
function lived(events: readonly ContractEvent[], until: string): ContractState {
  let state = draftContract(terms, 'C-1', at('2024-12-01')).state;
  const fire = (limit: Instant): void => {
    for (
      let next = nextContractDeadline(terms, state);
      next && next.at <= limit;
      next = nextContractDeadline(terms, state)
    ) {
      state = fireContractDeadline(terms, state, next, NOTHING).state;
    }
  };
  for (const event of events) {
    fire(event.at);
    state = stepContract(terms, state, event, NOTHING).state;
  }
  fire(at(until));
  return state;
}

const sent: ContractEvent = { type: 'contract.sent', at: at('2024-12-01'), dueAt: at('2024-12-16') };
const signed = (by: 'client' | 'provider', wall: string): ContractEvent => ({
  type: 'contract.signed',
  at: at(wall),
  by,
  signer: 'someone',
});

describe('signing', () => {
  it.each<[law: string, events: () => ContractEvent[], until: string, status: string]>([
    ['a draft waits', () => [], '2026-01-01', 'draft'],
    ['one that was sent waits for signatures', () => [sent], '2024-12-16', 'signing'],
    ['and lapses when its last day has passed', () => [sent], '2024-12-16 00:00:01', 'lapsed'],
    ['one signature is not enough', () => [sent, signed('client', '2024-12-10')], '2024-12-16', 'signing'],
    [
      'two are',
      () => [sent, signed('client', '2024-12-10'), signed('provider', '2024-12-16')],
      '2024-12-31 23:59:59',
      'signed',
    ],
    [
      'it becomes active with the term',
      () => [sent, signed('provider', '2024-12-10'), signed('client', '2024-12-11')],
      '2025-01-01',
      'active',
    ],
    [
      'either party may decline',
      () => [sent, { type: 'contract.declined', at: at('2024-12-10'), by: 'client', reason: 'too dear' }],
      '2025-02-01',
      'declined',
    ],
  ])('%s', (_, events, until, status) => {
    expect(lived(events(), until).status).toBe(status);
  });

  it('one signed after the term began becomes active then; invoices of months past are issued then, and no reports are due for them', () => {
    const late: ContractEvent[] = [
      { ...sent, dueAt: at('2025-04-01') },
      signed('client', '2025-03-10 09:00'),
      signed('provider', '2025-03-11 12:00'),
    ];
    const state = lived(late, '2025-04-20');
    expect(state.activatedAt).toBe(at('2025-03-11 12:00'));
    expect(state.invoices.map(({ period, issuedAt, dueAt }) => [period, issuedAt, dueAt])).toEqual([
      ['2025-01', at('2025-03-11 12:00'), at('2025-03-22')],
      ['2025-02', at('2025-03-11 12:00'), at('2025-03-22')],
      ['2025-03', at('2025-03-11 12:00'), at('2025-03-22')],
      ['2025-04', at('2025-04-01'), at('2025-04-11')],
    ]);
    expect(state.reports.map((report) => report.period)).toEqual(['2025-03']);
  });

  it.each<[law: string, events: () => ContractEvent[]]>([
    ['no one signs twice', () => [sent, signed('client', '2024-12-10'), signed('client', '2024-12-11')]],
    ['no one signs what was not sent', () => [signed('client', '2024-12-10')]],
    ['no one signs what has lapsed', () => [sent, signed('client', '2024-12-20')]],
    [
      'no one signs after the term',
      () => [{ ...sent, dueAt: at('2027-01-01') }, signed('client', '2026-01-01')],
    ],
    [
      'nothing is paid before it is active',
      () => [sent, { type: 'payment.received', at: at('2024-12-02'), amount: FEE, reference: null }],
    ],
    [
      'nothing is told of what is past',
      () => [sent, signed('client', '2024-12-10'), signed('provider', '2024-12-09')],
    ],
  ])('%s', (_, events) => {
    expect(() => lived(events(), '2026-02-01')).toThrow(Refusal);
  });
});

describe('the settlement is paid out', () => {
  const life = (amount: number): ContractEvent[] => [
    sent,
    signed('client', '2024-12-10'),
    signed('provider', '2024-12-10'),
    { type: 'payment.received', at: at('2025-01-02'), amount: FEE, reference: null },
    { type: 'termination.agreed', at: at('2025-01-05'), effectiveAt: at('2025-01-21') },
    { type: 'settlement.paidOut', at: at('2025-01-25'), amount: fen(amount) },
  ];
  /** Eleven of 31 days of 20,000.00. */
  const refund = 709_677;

  it('in one sum, and the contract is closed when nothing is owed and no report can still be due', () => {
    expect(lived(life(refund), '2025-02-05 23:59:59').status).toBe('terminated');
    expect(lived(life(refund), '2025-02-06').status).toBe('closed');
  });

  it('in part, and it stays open', () => {
    expect(lived(life(refund - 1), '2026-02-01').status).toBe('terminated');
  });

  it('never more than is owed', () => {
    expect(() => lived(life(refund + 1), '2026-02-01')).toThrow('allowed: at most 7096.77');
  });
});
