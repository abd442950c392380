import { faultLines, on, rehearsed, scenario, targetsOf } from '../support/builders.js';
import { type ScenarioEvent } from '../support/scenarios.js';

const recorded = on('2025-01-06 09:00').recorded('R', 'high');

describe('clause 2.3: response within 15 min, 30 min, 4 h, 8 h of the record', () => {
  it.each<[law: string, priority: 'critical' | 'high' | 'medium' | 'low', dueAt: string]>([
    ['critical: 15 minutes', 'critical', '2025-01-25 23:10'],
    ['high: 30 minutes', 'high', '2025-01-25 23:25'],
    ['medium: 4 hours of calendar time, on a Saturday night too', 'medium', '2025-01-26 02:55'],
    ['low: 8 hours of calendar time', 'low', '2025-01-26 06:55'],
  ])('%s', async (_, priority, dueAt) => {
    const event = on('2025-01-25 22:55').recorded('R', priority);
    const document = await rehearsed(scenario('2025-01-25 23:00', [event]));
    expect(targetsOf(document, 'R')[0]).toBe(`response pending ${dueAt}`);
  });

  it.each<[law: string, events: ScenarioEvent[], target: string]>([
    [
      'at the very deadline is in time',
      [on('2025-01-06 09:30').responded('R')],
      'response met 2025-01-06 09:30',
    ],
    ['a second later is not', [on('2025-01-06 09:30:01').responded('R')], 'response missed 2025-01-06 09:30'],
    [
      'the first response counts',
      [on('2025-01-06 09:20').responded('R'), on('2025-01-06 10:00').responded('R')],
      'response met 2025-01-06 09:30',
    ],
    [
      'no pause stops this clock',
      [on('2025-01-06 09:10').paused('R'), on('2025-01-06 10:00').responded('R')],
      'response missed 2025-01-06 09:30',
    ],
    [
      'a workaround is no response',
      [on('2025-01-06 09:10').workaround('R')],
      'response missed 2025-01-06 09:30',
    ],
    [
      'a resolution is no response',
      [on('2025-01-06 09:10').resolved('R')],
      'response missed 2025-01-06 09:30',
    ],
    [
      'a resolved request can still be responded to',
      [on('2025-01-06 09:10').resolved('R'), on('2025-01-06 09:20').responded('R')],
      'response met 2025-01-06 09:30',
    ],
    [
      'a closed request still misses it',
      [on('2025-01-06 09:10').resolved('R'), on('2025-01-06 09:11').closed('R')],
      'response missed 2025-01-06 09:30',
    ],
    [
      'reopening does not touch it',
      [
        on('2025-01-06 09:10').resolved('R'),
        on('2025-01-06 09:25').reopened('R'),
        on('2025-01-06 09:30').responded('R'),
      ],
      'response met 2025-01-06 09:30',
    ],
  ])('%s', async (_, events, target) => {
    const document = await rehearsed(scenario('2025-01-06 12:00', [recorded, ...events]));
    expect(targetsOf(document, 'R')[0]).toBe(target);
  });

  it('the clock starts with the record, not with the notice that was received before', async () => {
    const event = on('2025-01-06 09:00').recorded('R', 'high', '2025-01-05 20:00');
    const document = await rehearsed(scenario('2025-01-06 09:00', [event]));
    expect(targetsOf(document, 'R')[0]).toBe('response pending 2025-01-06 09:30');
  });

  it('a notice cannot be received after it was put on record', async () => {
    const event = on('2025-01-06 09:00').recorded('R', 'high', '2025-01-06 09:00:01');
    expect(await faultLines(scenario('2025-01-07', [event]))).toEqual([
      'events[0].receivedAt: is after the request was put on record, allowed: at most 2025-01-06T01:00:00Z',
    ]);
  });
});
