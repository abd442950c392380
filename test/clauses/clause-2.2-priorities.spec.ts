import { on, rehearsed, scenario, targetsOf } from '../support/builders.js';

type Level = 'high' | 'medium' | 'low';
type Flags = { coreBusinessDown?: boolean; severeSecurityRisk?: boolean };

describe('clause 2.2: four priorities by urgency and impact', () => {
  it.each<[law: string, urgency: Level, impact: Level, flags: Flags, priority: string]>([
    ['high and high is critical', 'high', 'high', {}, 'critical'],
    ['high urgency, medium impact is high', 'high', 'medium', {}, 'high'],
    ['medium urgency, high impact is high', 'medium', 'high', {}, 'high'],
    ['high urgency, low impact is medium', 'high', 'low', {}, 'medium'],
    ['medium and medium is medium', 'medium', 'medium', {}, 'medium'],
    ['low urgency, high impact is medium', 'low', 'high', {}, 'medium'],
    ['medium urgency, low impact is low', 'medium', 'low', {}, 'low'],
    ['low urgency, medium impact is low', 'low', 'medium', {}, 'low'],
    ['low and low is low', 'low', 'low', {}, 'low'],
    ['core business down is critical, however low', 'low', 'low', { coreBusinessDown: true }, 'critical'],
    [
      'a severe security risk is critical, however low',
      'low',
      'low',
      { severeSecurityRisk: true },
      'critical',
    ],
    ['a flag that says no changes nothing', 'medium', 'medium', { coreBusinessDown: false }, 'medium'],
  ])('%s', async (_, urgency, impact, flags, priority) => {
    const recorded = on('2025-01-06 09:00').recorded('R', { urgency, impact, ...flags });
    const document = await rehearsed(scenario('2025-01-06 09:01', [recorded]));
    expect(document.requests['R']?.priority).toBe(priority);
  });
});

describe('clause 2.2: a reclassification sets new targets over the same facts, from the same start', () => {
  it.each<[law: string, events: ReturnType<ReturnType<typeof on>['paused']>[], targets: string[]]>([
    [
      'a higher priority counts from the record, not from the reclassification',
      [on('2025-01-06 10:00').reclassified('R', 'high')],
      [
        'response met 2025-01-06 13:00',
        'workaround pending 2025-01-06 17:00',
        'resolution pending 2025-01-07 09:00',
      ],
    ],
    [
      'a deadline that is past by then is missed at that instant',
      [on('2025-01-06 13:00:01').reclassified('R', 'critical')],
      [
        'response met 2025-01-06 13:00',
        'workaround missed 2025-01-06 13:00',
        'resolution withdrawn 2025-01-07 09:00',
      ],
    ],
    [
      'one that falls on that instant can still be met at it',
      [on('2025-01-06 13:00').reclassified('R', 'critical'), on('2025-01-06 13:00').path('R')],
      [
        'response met 2025-01-06 13:00',
        'workaround met 2025-01-06 13:00',
        'resolution withdrawn 2025-01-07 09:00',
      ],
    ],
    [
      'a fact that came before it meets a new target',
      [on('2025-01-06 09:30').path('R'), on('2025-01-06 20:00').reclassified('R', 'critical')],
      [
        'response met 2025-01-06 13:00',
        'workaround met 2025-01-06 13:00',
        'resolution withdrawn 2025-01-07 09:00',
      ],
    ],
    [
      'a path meets no workaround target of high',
      [on('2025-01-06 09:30').path('R'), on('2025-01-06 20:00').reclassified('R', 'high')],
      [
        'response met 2025-01-06 13:00',
        'workaround missed 2025-01-06 17:00',
        'resolution pending 2025-01-07 09:00',
      ],
    ],
    [
      'pauses that were counted stay counted',
      [
        on('2025-01-06 10:00').paused('R'),
        on('2025-01-06 16:00').resumed('R'),
        on('2025-01-06 17:00').reclassified('R', 'high'),
      ],
      [
        'response met 2025-01-06 13:00',
        'workaround pending 2025-01-06 23:00',
        'resolution pending 2025-01-07 15:00',
      ],
    ],
    [
      'within a pause the new deadlines wait for its end',
      [on('2025-01-06 10:00').paused('R'), on('2025-01-06 16:00').reclassified('R', 'high')],
      ['response met 2025-01-06 13:00', 'workaround pending -', 'resolution pending -'],
    ],
    [
      'what was decided stands with its deadline, even where the new priority lacks it',
      [
        on('2025-01-06 10:00').reclassified('R', 'high'),
        on('2025-01-06 11:00').workaround('R'),
        on('2025-01-06 12:00').reclassified('R', 'low'),
      ],
      [
        'response met 2025-01-06 13:00',
        'workaround met 2025-01-06 17:00',
        'resolution pending 2025-01-09 09:00',
      ],
    ],
    [
      'the same priority again changes nothing',
      [on('2025-01-06 10:00').reclassified('R', 'medium')],
      ['response met 2025-01-06 13:00', 'resolution pending 2025-01-07 09:00'],
    ],
    [
      'a resolved request is judged by what resolved it',
      [on('2025-01-06 10:00').resolved('R'), on('2025-01-08 10:00').reclassified('R', 'high')],
      ['response met 2025-01-06 13:00', 'workaround met 2025-01-06 17:00', 'resolution met 2025-01-07 09:00'],
    ],
  ])('%s', async (_, events, targets) => {
    const medium = [on('2025-01-06 09:00').recorded('R', 'medium'), on('2025-01-06 09:10').responded('R')];
    const until = events.at(-1)?.at.slice(0, 19).replace('T', ' ') ?? '2025-01-06 12:00';
    const document = await rehearsed(scenario(until, [...medium, ...events]));
    expect(targetsOf(document, 'R')).toEqual(targets);
  });
});
