import { draftContract } from '#domain/contract/draft';
import { type ContractState, type TerminationRight } from '#domain/contract/state';
import { type Terms } from '#domain/terms';
import { signedContract } from '#rehearsal/rehearse';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { actionsOf } from '../requests/request-view.js';
import { contractActions } from './contract-actions.js';

async function termsOf(template: string, parameters: Readonly<Record<string, unknown>>): Promise<Terms> {
  const term = { termStart: '2025-01-01', termMonths: 12 };
  const made = await scenarioTerms({ template, parameters: { ...term, ...parameters } });
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return made.terms;
}

const support = (parameters: Readonly<Record<string, unknown>> = {}) =>
  termsOf('it-support-2025', { monthlyFee: '20000.00', penaltyPermille: '5', ...parameters });

/** What can be done with an active contract at the beginning of its term, unless its state is told. */
function whileActive(terms: Terms, state: Partial<ContractState> = {}): string[] {
  const active = { ...signedContract(terms), ...state };
  return contractActions('active', terms, active, terms.startsAt);
}

describe('what can be done with a contract', () => {
  it('is for the reference contract what it always was', async () => {
    const terms = await support();
    const draft = draftContract(terms, 'C-1', terms.startsAt).state;
    expect(contractActions('draft', terms, draft, terms.startsAt)).toEqual(['send']);
    const active = [
      'sendAmendment',
      'recordAmendment',
      'pay',
      'submitReport',
      'proposeWaiver',
      'waive',
      'sendTermination',
      'agreeTermination',
    ];
    expect(whileActive(terms)).toEqual([...active, 'recordRequest']);
    const end = { kind: 'expired', at: terms.endsAt } as const;
    const ended = { ...signedContract(terms), end };
    expect(contractActions('expired', terms, ended, terms.endsAt)).toEqual([
      'pay',
      'submitReport',
      'proposeWaiver',
      'waive',
      'payOut',
    ]);
  });

  it('a right is exercised only where there is one', async () => {
    const terms = await support();
    const right: TerminationRight = {
      ground: 'failedMonths',
      obligation: null,
      arisenAt: terms.startsAt,
      periods: [],
      lapsesAt: terms.endsAt,
      exercisedAt: null,
      waivedAt: null,
      lapseMarked: false,
    };
    expect(whileActive(terms, { rights: [right] })).toContain('exerciseTermination');
    expect(whileActive(terms, { rights: [{ ...right, exercisedAt: terms.startsAt }] })).not.toContain(
      'exerciseTermination',
    );
  });

  it('penalties are paid out during the term only where they are settled separately', async () => {
    expect(whileActive(await support({ penaltiesSettled: 'separately' }))).toContain('payOut');
  });

  it('a contract of one delivery takes no requests and no reports', async () => {
    const terms = await termsOf('goods-supply-2025', { deliveryDate: '2025-03-10', price: '100000.00' });
    const actions = [
      'sendAmendment',
      'recordAmendment',
      'pay',
      'proposeWaiver',
      'waive',
      'sendTermination',
      'agreeTermination',
      'performObligation',
      'excuseObligation',
    ];
    expect(whileActive(terms)).toEqual(actions);
    const performed = [{ id: 'delivery', performedAt: terms.startsAt, excusedDays: 0, missed: false }];
    expect(whileActive(terms, { obligations: performed })).not.toContain('performObligation');
  });

  it('nothing is waived where nothing can be missed', async () => {
    const terms = await termsOf('maintenance-2025', { monthlyFee: '3000.00' });
    const actions = whileActive(terms);
    expect(actions).not.toContain('waive');
    expect(actions).not.toContain('recordRequest');
  });
});

describe('what can be done with a request', () => {
  it('is for the reference contract what it always was', async () => {
    const terms = await support();
    expect(actionsOf(terms, { status: 'open' })).toContain('pause');
    expect(actionsOf(terms, { status: 'closed' })).toContain('reopen');
  });

  it.each([
    [{ pauses: 'forbidden' }, 'open', 'pause'],
    [{ reopening: 'newRequest' }, 'resolved', 'reopen'],
    [{ reopening: 'newRequest' }, 'closed', 'reopen'],
  ] as const)('%j, %s: no %s', async (parameters, status, action) => {
    const actions = actionsOf(await support(parameters), { status });
    expect(actions).not.toContain(action);
    expect(actions).toContain('reclassify');
  });
});
