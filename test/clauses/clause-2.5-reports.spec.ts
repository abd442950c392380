import { faultLines, on, rehearsed, scenario, wallTime } from '../support/builders.js';
import { type ScenarioEvent } from '../support/scenarios.js';

describe('clause 2.5: when a report is due', () => {
  it.each<[law: string, events: ScenarioEvent[], until: string, reports: string[]]>([
    ['not shown before its due instant', [], '2025-02-05 23:59:59', []],
    ['missing from the due instant on', [], '2025-02-06', ['2025-01 due 2025-02-06 00:00 missing late']],
    [
      'submitted at the due instant is in time',
      [on('2025-02-06').reportOf('2025-01')],
      '2025-02-06',
      ['2025-01 due 2025-02-06 00:00 at 2025-02-06 00:00 in time'],
    ],
    [
      'a second later is late',
      [on('2025-02-06 00:00:01').reportOf('2025-01')],
      '2025-02-07',
      ['2025-01 due 2025-02-06 00:00 at 2025-02-06 00:00:01 late'],
    ],
    [
      'shown early once it is submitted',
      [on('2025-02-01').reportOf('2025-01')],
      '2025-02-01',
      ['2025-01 due 2025-02-06 00:00 at 2025-02-01 00:00 in time'],
    ],
    [
      'the first submission counts',
      [on('2025-02-04').reportOf('2025-01'), on('2025-02-08').reportOf('2025-01')],
      '2025-02-09',
      ['2025-01 due 2025-02-06 00:00 at 2025-02-04 00:00 in time'],
    ],
    [
      'the month of a termination is reported as well, as soon as the contract has ended',
      [on('2025-01-10').agreedToEnd('2025-01-20 12:00'), on('2025-01-20 12:00').reportOf('2025-01')],
      '2025-03-10',
      ['2025-01 due 2025-02-06 00:00 at 2025-01-20 12:00 in time'],
    ],
    [
      'a month that had not begun is not',
      [on('2025-01-10').agreedToEnd('2025-02-01')],
      '2025-04-01',
      ['2025-01 due 2025-02-06 00:00 missing late'],
    ],
  ])('%s', async (_, events, until, reports) => {
    const document = await rehearsed(scenario(until, events));
    const lines = document.reports.map(({ period, dueAt, submittedAt, late }) => {
      const submitted = submittedAt === null ? 'missing' : `at ${wallTime(submittedAt)}`;
      return `${period} due ${wallTime(dueAt)} ${submitted} ${late ? 'late' : 'in time'}`;
    });
    expect(lines).toEqual(reports);
  });

  it.each<[law: string, event: ScenarioEvent, line: string]>([
    [
      'not before its period has ended',
      on('2025-01-31 23:59:59').reportOf('2025-01'),
      'events[0].period: 2025-01 has not ended, no month has closed yet',
    ],
    [
      'not of a month outside the term',
      on('2025-03-02').reportOf('2024-12'),
      'events[0].period: 2024-12 is no month of the contract, allowed: 2025-01, 2025-02',
    ],
  ])('%s', async (_, event, line) => {
    expect(await faultLines(scenario('2025-04-01', [event]))).toEqual([line]);
  });
});

describe('clause 2.5: what a report counts', () => {
  const recorded = on('2025-01-31 10:00').recorded('R', 'low');
  const resolved = on('2025-01-31 12:00').resolved('R');

  it.each<[law: string, events: ScenarioEvent[], january: string, february: string]>([
    [
      'open at the end of both months',
      [recorded],
      '1 received 0 resolved 1 open',
      '0 received 0 resolved 1 open',
    ],
    [
      'recorded at 00:00 of the 1st: received in the new month',
      [on('2025-02-01').recorded('R', 'low')],
      '0 received 0 resolved 0 open',
      '1 received 0 resolved 1 open',
    ],
    [
      'resolved at 00:00 of the 1st: resolved in the new month',
      [recorded, on('2025-02-01').resolved('R')],
      '1 received 0 resolved 1 open',
      '0 received 1 resolved 0 open',
    ],
    [
      'resolved a second before: in the old one',
      [recorded, on('2025-01-31 23:59:59').resolved('R')],
      '1 received 1 resolved 0 open',
      '0 received 0 resolved 0 open',
    ],
    [
      'reopened within the month: open',
      [recorded, resolved, on('2025-01-31 13:00').reopened('R')],
      '1 received 0 resolved 1 open',
      '0 received 0 resolved 1 open',
    ],
    [
      'reopened at 00:00 of the 1st: resolved in the old month all the same',
      [recorded, resolved, on('2025-02-01').reopened('R')],
      '1 received 1 resolved 0 open',
      '0 received 0 resolved 1 open',
    ],
    [
      'resolved again in the next month: counted in both',
      [recorded, resolved, on('2025-02-03').reopened('R'), on('2025-02-04').resolved('R')],
      '1 received 1 resolved 0 open',
      '0 received 1 resolved 0 open',
    ],
    [
      'resolved twice in one month: once',
      [recorded, resolved, on('2025-01-31 13:00').reopened('R'), on('2025-01-31 14:00').resolved('R')],
      '1 received 1 resolved 0 open',
      '0 received 0 resolved 0 open',
    ],
    [
      'closing changes no figure',
      [recorded, resolved, on('2025-02-03').closed('R')],
      '1 received 1 resolved 0 open',
      '0 received 0 resolved 0 open',
    ],
    [
      'paused is open',
      [recorded, on('2025-01-31 12:00').paused('R')],
      '1 received 0 resolved 1 open',
      '0 received 0 resolved 1 open',
    ],
  ])('%s', async (_, events, january, february) => {
    const document = await rehearsed(scenario('2025-03-06', events));
    const lines = document.reports.map(
      ({ received, resolved: done, unresolved }) =>
        `${received} received ${done} resolved ${unresolved} open`,
    );
    expect(lines).toEqual([january, february]);
  });

  it('figures are those of the end of the contract: what is resolved after it is still open in the report', async () => {
    const events = [
      recorded,
      on('2025-01-31 11:00').agreedToEnd('2025-01-31 20:00'),
      on('2025-01-31 21:00').resolved('R'),
    ];
    const document = await rehearsed(scenario('2025-02-06', events));
    expect(document.reports).toMatchObject([{ received: 1, resolved: 0, unresolved: 1 }]);
  });
});
