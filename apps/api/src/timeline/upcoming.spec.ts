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
