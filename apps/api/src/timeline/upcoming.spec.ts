import { signedContract } from '#rehearsal/rehearse';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { upcoming } from './upcoming.js';

it('the deadlines of a contract are those that the core fires when nobody does anything', async () => {
  const parameters = { termStart: '2025-01-01', termMonths: 2, monthlyFee: '20000.00', penaltyPermille: '5' };
  const scenario = { template: 'it-support-2025', parameters };
  const made = await scenarioTerms(scenario);
  if ('faults' in made) throw new Error('the scenario has faults');
  const { terms } = made;
  const ahead = upcoming(terms, signedContract(terms), [], 200);
  expect(ahead.map(({ kind, at }) => `${kind}@${at}`)).toEqual([
    'invoiceIssue@2024-12-31T16:00:00Z',
    'paymentReminder@2025-01-06T16:00:00Z',
    'paymentOverdue@2025-01-10T16:00:01Z',
    'renewalNotice@2025-01-29T16:00:00Z',
    'monthClose@2025-01-31T16:00:00Z',
    'invoiceIssue@2025-01-31T16:00:00Z',
    'reportReminder@2025-02-02T16:00:00Z',
    'reportOverdue@2025-02-05T16:00:00Z',
    'paymentReminder@2025-02-06T16:00:00Z',
    'paymentOverdue@2025-02-10T16:00:01Z',
    'monthClose@2025-02-28T16:00:00Z',
    'termEnd@2025-02-28T16:00:00Z',
    'reportReminder@2025-03-02T16:00:00Z',
    'reportOverdue@2025-03-05T16:00:00Z',
  ]);
  expect(upcoming(terms, signedContract(terms), [], 2)).toHaveLength(2);
});

it('obligations fall due, and their delay gives a right; the clause is that of the template', async () => {
  const parameters = {
    termStart: '2025-01-01',
    termMonths: 6,
    deliveryDate: '2025-03-10',
    price: '100000.00',
  };
  const made = await scenarioTerms({ template: 'goods-supply-2025', parameters });
  if ('faults' in made) throw new Error('the scenario has faults');
  const { terms } = made;
  const ahead = upcoming(terms, signedContract(terms), [], 200);
  expect(ahead.map(({ kind, at, clause }) => `${kind}@${at} ${clause}`)).toEqual(
    expect.arrayContaining([
      'obligationOverdue@2025-03-10T16:00:00Z 1.2',
      'delayRight@2025-04-09T16:00:00Z 2.2',
      'termEnd@2025-06-30T16:00:00Z 1.1',
    ]),
  );
  expect(ahead.find(({ kind }) => kind === 'obligationOverdue')?.text).toEqual({
    'zh-CN': '交付履行期限届满',
    en: 'Time for the delivery has run out',
  });
});
