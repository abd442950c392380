import { type ReadScenario, readScenarioDocument } from '#rehearsal/scenario';
import { termsOf } from '../../../test/support/contracts.js';
import { type Amendment } from './amendment.js';
import { type ContractComparison } from './comparison.js';
import { backtestScenario } from './scenario-backtest.js';

const record = (request: string, at: string): object => ({
  at,
  type: 'request.recorded',
  request,
  urgency: 'high',
  impact: 'high',
  coreBusinessDown: true,
});
const answer = (request: string, at: string): object => ({ at, type: 'request.responded', request });
const resolve = (request: string, at: string): object => ({ at, type: 'request.resolved', request });

/** In each of three months one critical request is answered after 20 minutes: the client may end the contract. */
function threeMisses(events: readonly object[] = [], until = '2025-05-02T00:00:00+08:00'): ReadScenario {
  const months = ['01', '02', '03'].flatMap((month) => [
    record(`R${month}`, `2025-${month}-10T09:00:00+08:00`),
    answer(`R${month}`, `2025-${month}-10T09:20:00+08:00`),
    resolve(`R${month}`, `2025-${month}-10T10:00:00+08:00`),
  ]);
  return readScenarioDocument({
    template: 'it-support-2025',
    parameters: { termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00', penaltyPermille: '5' },
    events: [...months, ...events],
    until,
  });
}

const ended = { at: '2025-04-05T10:00:00+08:00', type: 'termination.exercised', by: 'client' };
const waived = {
  at: '2025-01-12T10:00:00+08:00',
  type: 'miss.waived',
  request: 'R01',
  target: 'response',
  reason: 'an outage of the client',
  by: 'manager',
};

async function compared(read: ReadScenario, amendment: Amendment): Promise<ContractComparison> {
  const tested = await backtestScenario(read, amendment);
  if ('faults' in tested) throw new Error(JSON.stringify(tested.faults));
  return tested.comparison;
}

const halfAnHour: Amendment = { parameters: { responseCriticalMinutes: 30 } };

describe('a back-test of a rehearsal', () => {
  it('finds nothing where the amendment changes nothing', async () => {
    const comparison = await compared(threeMisses(), { parameters: { responseCriticalMinutes: 15 } });
    expect(comparison).toMatchObject({
      changed: false,
      reproduced: null,
      requests: [],
      misses: [],
      refused: [],
    });
    expect(comparison.before).toEqual(comparison.after);
    expect(comparison.before).toMatchObject({
      requests: 3,
      misses: 3,
      failedMonths: 3,
      rights: 1,
      penalties: '3600.00',
    });
  });

  it('takes misses, failed months, the right and the credits away with a longer response time', async () => {
    const comparison = await compared(threeMisses(), halfAnHour);
    expect(comparison.misses.map(({ key, after }) => [key, after])).toEqual([
      ['R01 response', null],
      ['R02 response', null],
      ['R03 response', null],
    ]);
    expect(comparison.months.map(({ key, before, after }) => [key, before?.streak, after?.streak])).toEqual([
      ['2025-01', 1, 0],
      ['2025-02', 2, 0],
      ['2025-03', 3, 0],
    ]);
    expect(comparison.rights).toEqual([
      {
        key: 'failedMonths 2025-03-31T16:00:00Z',
        before: expect.objectContaining({ periods: ['2025-01', '2025-02', '2025-03'] }),
        after: null,
      },
    ]);
    expect(
      comparison.invoices.map(({ key, before, after }) => [key, before?.payable, after?.payable]),
    ).toEqual([
      ['2025-02', '18800.00', '20000.00'],
      ['2025-03', '18800.00', '20000.00'],
      ['2025-04', '18800.00', '20000.00'],
    ]);
    expect(comparison.after).toMatchObject({ misses: 0, rights: 0, penalties: '0.00', credited: '0.00' });
    expect(comparison.requests[0]).toEqual({
      request: 'R01',
      priority: { before: 'critical', after: 'critical' },
      targets: [
        {
          key: 'response',
          before: { dueAt: '2025-01-10T01:15:00Z', outcome: 'missed' },
          after: { dueAt: '2025-01-10T01:30:00Z', outcome: 'met' },
        },
      ],
    });
  });

  it('lists the waiver of a miss that would not have been, with why', async () => {
    const { refused } = await compared(threeMisses([waived]), halfAnHour);
    expect(refused).toEqual([
      {
        sequence: 10,
        at: '2025-01-12T02:00:00Z',
        type: 'miss.waived',
        request: 'R01',
        code: 'unknownMiss',
        member: 'target',
        problem: 'response of R01 was not missed',
        allowed: 'this request has missed no target',
      },
    ]);
  });

  it('compares as of the recorded end where the amended contract would have gone on', async () => {
    const events = [ended, { at: '2025-04-20T10:00:00+08:00', type: 'payment.received', amount: '20000.00' }];
    const comparison = await compared(threeMisses(events), halfAnHour);
    expect(comparison).toMatchObject({
      status: { before: 'terminated', after: 'active' },
      runsOnAt: '2025-04-05T02:00:00Z',
      comparedAt: '2025-04-05T02:00:00Z',
      refused: [{ type: 'termination.exercised', code: 'noRight' }],
    });
    expect(comparison.settlement).toEqual([{ key: 'settlement', before: expect.anything(), after: null }]);
  });

  it('goes on past facts that an earlier end leaves no place for', async () => {
    const late = record('R04', '2025-04-20T09:00:00+08:00');
    const agreed = {
      at: '2025-02-01T10:00:00+08:00',
      type: 'termination.agreed',
      effectiveAt: '2025-12-01T00:00:00+08:00',
    };
    const events = [late, answer('R04', '2025-04-20T09:05:00+08:00'), agreed];
    const comparison = await compared(threeMisses(events), { parameters: { termMonths: 3 } });
    expect(comparison.refused.map(({ type, code }) => [type, code])).toEqual([
      ['termination.agreed', 'invalidValue'],
      ['request.recorded', 'afterTerm'],
      ['request.responded', 'unknownRequest'],
    ]);
    expect(comparison.status).toEqual({ before: 'active', after: 'expired' });
    expect(comparison.requests.at(-1)).toMatchObject({
      request: 'R04',
      priority: { before: 'critical', after: null },
    });
  });

  it('classifies anew by amended priority rules', async () => {
    const known = (await termsOf()).service?.rules;
    const rule = known?.rules.at(-1);
    if (!known || !rule) throw new Error('the template has priority rules');
    const urgent = { fact: 'urgency', operator: 'in', value: ['high', 'medium', 'low'] };
    const low = { ...rule, event: { type: 'priority', params: { priority: 'low' } } };
    const all = { ...known, rules: [{ ...low, conditions: { all: [urgent] } }] };
    const comparison = await compared(threeMisses(), { rules: { priority: all } });
    expect(comparison.requests.map(({ priority }) => priority)).toEqual(
      Array.from({ length: 3 }, () => ({ before: 'critical', after: 'low' })),
    );
    expect(comparison.requests[0]?.targets.map(({ key }) => key)).toEqual([
      'response',
      'workaround',
      'resolution',
    ]);
    expect(comparison.after.misses).toBe(0);
  });

  it('says that amended rules do not decide a case that has come up', async () => {
    const known = (await termsOf()).service?.rules;
    const rule = known?.rules[0];
    if (!known || !rule) throw new Error('the template has priority rules');
    const never = { all: [{ fact: 'urgency', operator: 'equal', value: 'medium' }] };
    const amendment = { rules: { priority: { ...known, rules: [{ ...rule, conditions: never }] } } };
    expect(await backtestScenario(threeMisses(), amendment)).toMatchObject({
      faults: [{ problem: expect.stringContaining('no rule holds for') }],
    });
  });

  it('says what is wrong with the scenario or the amendment', async () => {
    const wrong = await backtestScenario(threeMisses([{ at: 'x', type: 'request.closed' }]), halfAnHour);
    expect(wrong).toHaveProperty('faults');
    const unfit = await backtestScenario(threeMisses(), { parameters: { responseCriticalMinutes: 0 } });
    expect(unfit).toMatchObject({ faults: [{ path: 'parameters.responseCriticalMinutes' }] });
  });
});
