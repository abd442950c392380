import { on, rehearsed, scenario, targetsOf } from '../support/builders.js';
import { type ScenarioEvent } from '../support/scenarios.js';

type Priority = 'critical' | 'high' | 'medium' | 'low';

/** The targets of a request that was responded to at once, without the response. */
async function targets(
  priority: Priority,
  start: string,
  events: ScenarioEvent[],
  until: string,
): Promise<string[]> {
  const first = [on(start).recorded('R', priority), on(start).responded('R')];
  const parameters = { termStart: start.startsWith('2025') ? '2025-01-01' : '2026-01-01', termMonths: 24 };
  const document = await rehearsed(scenario(until, [...first, ...events], parameters));
  return targetsOf(document, 'R').slice(1);
}

describe('clause 2.4: what the time to a resolution is', () => {
  it.each<[law: string, priority: Priority, start: string, due: string[]]>([
    [
      'critical: 4 h to a workaround',
      'critical',
      '2025-01-25 22:00',
      ['workaround pending 2025-01-26 02:00'],
    ],
    [
      'high: 8 h to a workaround and 24 h to a fix',
      'high',
      '2025-01-25 22:00',
      ['workaround pending 2025-01-26 06:00', 'resolution pending 2025-01-26 22:00'],
    ],
    [
      'medium: 1 working day, 24 h counted',
      'medium',
      '2025-03-04 10:00',
      ['resolution pending 2025-03-05 10:00'],
    ],
    ['low: 3 working days', 'low', '2025-03-04 10:00', ['resolution pending 2025-03-07 10:00']],
    ['Friday 24:00, not Monday 00:00', 'medium', '2025-03-07', ['resolution pending 2025-03-08 00:00']],
    ['a weekend is skipped', 'medium', '2025-03-07 10:00', ['resolution pending 2025-03-10 10:00']],
    [
      'one recorded on a Saturday begins on Monday',
      'medium',
      '2025-03-08 10:00',
      ['resolution pending 2025-03-11 00:00'],
    ],
    ['Spring Festival is skipped', 'medium', '2025-01-27 18:00', ['resolution pending 2025-02-05 18:00']],
    ['a make-up Sunday is worked', 'medium', '2025-01-25 10:00', ['resolution pending 2025-01-27 00:00']],
    ['a make-up Saturday is worked', 'medium', '2025-02-07 12:00', ['resolution pending 2025-02-08 12:00']],
    ['National Day week is skipped', 'low', '2025-09-29', ['resolution pending 2025-10-10 00:00']],
    ['over the turn of the year', 'medium', '2025-12-31 12:00', ['resolution pending 2026-01-04 12:00']],
    [
      'Spring Festival of 2026 with its make-up Saturday',
      'low',
      '2026-02-13 12:00',
      ['resolution pending 2026-02-25 12:00'],
    ],
  ])('%s', async (_, priority, start, due) => {
    expect(await targets(priority, start, [], start)).toEqual(due);
  });
});

describe('clause 2.4: what meets a target', () => {
  const start = '2025-03-03 09:00';

  it.each<[law: string, priority: Priority, events: ScenarioEvent[], outcomes: string[]]>([
    ['critical: a workaround', 'critical', [on('2025-03-03 13:00').workaround('R')], ['workaround met']],
    ['critical: a definite path', 'critical', [on('2025-03-03 13:00').path('R')], ['workaround met']],
    ['critical: a fix', 'critical', [on('2025-03-03 13:00').resolved('R')], ['workaround met']],
    [
      'critical: a second too late',
      'critical',
      [on('2025-03-03 13:00:01').resolved('R')],
      ['workaround missed'],
    ],
    [
      'high: a path is not enough',
      'high',
      [on('2025-03-03 10:00').path('R')],
      ['workaround missed', 'resolution missed'],
    ],
    [
      'high: a workaround leaves the fix',
      'high',
      [on('2025-03-03 17:00').workaround('R')],
      ['workaround met', 'resolution missed'],
    ],
    [
      'high: a fix meets both',
      'high',
      [on('2025-03-03 17:00').resolved('R')],
      ['workaround met', 'resolution met'],
    ],
    [
      'high: a fix too late for the workaround',
      'high',
      [on('2025-03-04 09:00').resolved('R')],
      ['workaround missed', 'resolution met'],
    ],
    [
      'medium: a workaround does not help',
      'medium',
      [on('2025-03-03 10:00').workaround('R')],
      ['resolution missed'],
    ],
    ['low: only a fix', 'low', [on('2025-03-06 09:00').resolved('R')], ['resolution met']],
  ])('%s', async (_, priority, events, outcomes) => {
    const found = await targets(priority, start, events, '2025-03-10');
    expect(found.map((target) => target.split(' ').slice(0, 2).join(' '))).toEqual(outcomes);
  });
});

describe('clause 2.4: pauses and reopening', () => {
  const start = '2025-03-03 09:00';

  it.each<[law: string, priority: Priority, events: ScenarioEvent[], targets: string[]]>([
    [
      'the clock stands while it is paused',
      'critical',
      [on('2025-03-03 10:00').paused('R'), on('2025-03-03 20:00').resumed('R')],
      ['workaround pending 2025-03-03 23:00'],
    ],
    [
      'a deadline is open while it is paused',
      'critical',
      [on('2025-03-03 10:00').paused('R')],
      ['workaround pending -'],
    ],
    [
      'a pause over a weekend takes only what would have counted',
      'medium',
      [on('2025-03-03 10:00').paused('R'), on('2025-03-08 10:00').resumed('R')],
      ['resolution pending 2025-03-10 23:00'],
    ],
    [
      'a pause at the very deadline is in time; the resumption is then the deadline',
      'critical',
      [on('2025-03-03 13:00').paused('R'), on('2025-03-03 20:00').resumed('R')],
      ['workaround missed 2025-03-03 20:00'],
    ],
    [
      'resumed with nothing left, it can be met at that instant',
      'critical',
      [
        on('2025-03-03 13:00').paused('R'),
        on('2025-03-03 20:00').resumed('R'),
        on('2025-03-03 20:00').path('R'),
      ],
      ['workaround met 2025-03-03 20:00'],
    ],
    [
      'resumed with nothing left, it can be paused again at that instant',
      'critical',
      [
        on('2025-03-03 13:00').paused('R'),
        on('2025-03-03 20:00').resumed('R'),
        on('2025-03-03 20:00').paused('R'),
      ],
      ['workaround pending -'],
    ],
    [
      'resumed on a day off with nothing left, that instant is the deadline',
      'medium',
      [on('2025-03-04 09:00').paused('R'), on('2025-03-08 10:00').resumed('R')],
      ['resolution missed 2025-03-08 10:00'],
    ],
    [
      'a pause a second too late does not help',
      'critical',
      [on('2025-03-03 13:00:01').paused('R')],
      ['workaround missed 2025-03-03 13:00'],
    ],
    [
      'resolving ends a pause',
      'high',
      [on('2025-03-03 10:00').paused('R'), on('2025-03-05 10:00').resolved('R')],
      ['workaround met 2025-03-05 17:00', 'resolution met 2025-03-06 09:00'],
    ],
    [
      'a workaround within a pause has no deadline',
      'high',
      [on('2025-03-03 10:00').paused('R'), on('2025-03-05 10:00').workaround('R')],
      ['workaround met -', 'resolution pending -'],
    ],
    [
      'reopening goes on with the same clock',
      'high',
      [on('2025-03-03 10:00').resolved('R'), on('2025-03-05 10:00').reopened('R')],
      ['workaround pending 2025-03-05 17:00', 'resolution pending 2025-03-06 09:00'],
    ],
    [
      'a workaround given before stays met',
      'high',
      [
        on('2025-03-03 09:30').workaround('R'),
        on('2025-03-03 10:00').resolved('R'),
        on('2025-03-05 10:00').reopened('R'),
      ],
      ['workaround met 2025-03-03 17:00', 'resolution pending 2025-03-06 09:00'],
    ],
    [
      'what was missed stays missed',
      'high',
      [
        on('2025-03-03 18:00').resolved('R'),
        on('2025-03-03 18:00').reopened('R'),
        on('2025-03-03 18:00').workaround('R'),
      ],
      ['workaround missed 2025-03-03 17:00', 'resolution pending 2025-03-04 09:00'],
    ],
    [
      'a resolution at the very deadline is in time; the reopening is then the deadline',
      'critical',
      [on('2025-03-03 13:00').resolved('R'), on('2025-03-04 20:00').reopened('R')],
      ['workaround missed 2025-03-04 20:00'],
    ],
    [
      'a closed request can be reopened',
      'critical',
      [
        on('2025-03-03 10:00').resolved('R'),
        on('2025-03-03 11:00').closed('R'),
        on('2025-03-04 11:00').reopened('R'),
      ],
      ['workaround pending 2025-03-04 14:00'],
    ],
    [
      'what today’s priority lacks is withdrawn on reopening',
      'high',
      [
        on('2025-03-03 10:00').resolved('R'),
        on('2025-03-03 11:00').reclassified('R', 'medium'),
        on('2025-03-03 12:00').reopened('R'),
      ],
      ['workaround withdrawn 2025-03-03 17:00', 'resolution pending 2025-03-04 11:00'],
    ],
  ])('%s', async (_, priority, events, expected) => {
    const until = events.at(-1)?.at.slice(0, 19).replace('T', ' ') ?? start;
    expect(await targets(priority, start, events, until)).toEqual(expected);
  });
});
