import { simulateScenario } from './rehearse.js';
import { scenarioTerms } from './scenario-terms.js';
import { MAX_EVENTS } from './scenario-schema.js';
import { readScenario } from './scenario.js';
import {
  event,
  lines,
  PARAMETERS,
  recorded,
  SOUND,
  withEvents,
  type Members,
} from '../../../test/support/fault-lines.js';

describe('what the contract does not allow', () => {
  const at = '01-06T09:00';
  const paused = (when: string): Members => event(when, 'request.paused', { request: 'A', reason: 'other' });
  const told = (when: string, type: string, members: Members = {}): Members =>
    event(when, type, { request: 'A', ...members });
  const waived = (members: Members): Members =>
    told('01-07T09:00', 'miss.waived', { target: 'response', reason: 'x', by: 'manager', ...members });

  it.each<[what: string, events: Members[], path: string]>([
    ['an event of an unknown request', [told(at, 'request.responded')], 'events[0].request'],
    [
      'an event of a request not recorded yet',
      [told('01-06T08:59', 'request.responded'), recorded('A', at)],
      'events[0].request',
    ],
    [
      'an event before the term',
      [{ ...event(at, 'payment.received', { amount: '1.00' }), at: '2024-12-31T23:59:59+08:00' }],
      'events[0].at',
    ],
    ['an event after until', [event('06-01T00:01', 'payment.received', { amount: '1.00' })], 'events[0].at'],
    ['a request recorded twice', [recorded('A', at), recorded('A', '01-07T09:00')], 'events[1].request'],
    [
      'a pause of a paused request',
      [recorded('A', at), paused('01-06T10:00'), paused('01-06T11:00')],
      'events[2].type',
    ],
    [
      'a pause of a resolved request',
      [recorded('A', at), told('01-06T10:00', 'request.resolved'), paused('01-06T11:00')],
      'events[2].type',
    ],
    [
      'resuming what is not paused',
      [recorded('A', at), told('01-06T10:00', 'request.resumed')],
      'events[1].type',
    ],
    [
      'resuming what a resolution resumed',
      [
        recorded('A', at),
        paused('01-06T10:00'),
        told('01-06T11:00', 'request.resolved'),
        told('01-06T12:00', 'request.resumed'),
      ],
      'events[3].type',
    ],
    [
      'resolving a resolved request',
      [recorded('A', at), told('01-06T10:00', 'request.resolved'), told('01-06T11:00', 'request.resolved')],
      'events[2].type',
    ],
    [
      'closing an unresolved request',
      [recorded('A', at), told('01-06T10:00', 'request.closed')],
      'events[1].type',
    ],
    [
      'closing a closed request',
      [
        recorded('A', at),
        told('01-06T10:00', 'request.resolved'),
        told('01-06T10:00', 'request.closed'),
        told('01-06T11:00', 'request.closed'),
      ],
      'events[3].type',
    ],
    [
      'rating an unresolved request',
      [recorded('A', at), told('01-06T10:00', 'request.rated', { score: 3 })],
      'events[1].type',
    ],
    [
      'reopening an open request',
      [recorded('A', at), told('01-06T10:00', 'request.reopened')],
      'events[1].type',
    ],
    ['a waiver by the desk', [recorded('A', at), waived({ by: 'desk' })], 'events[1].by'],
    [
      'a waiver of a target that was not missed',
      [recorded('A', at), told('01-06T09:30', 'request.responded'), waived({})],
      'events[2].target',
    ],
    [
      'a waiver at the deadline, before it has passed',
      [recorded('A', at), told('01-06T09:30', 'miss.waived', { target: 'response', reason: 'x', by: 'm' })],
      'events[1].target',
    ],
    ['a waiver of an unknown request', [waived({})], 'events[0].request'],
    ['a second waiver', [recorded('A', at), waived({}), waived({})], 'events[2].target'],
    [
      'a report before its period has ended',
      [event('01-31T23:59', 'report.submitted', { period: '2025-01' })],
      'events[0].period',
    ],
    [
      'a report of a month outside the term',
      [event('03-01T00:00', 'report.submitted', { period: '2024-12' })],
      'events[0].period',
    ],
    ['an exercise without a right', [event(at, 'termination.exercised', { by: 'client' })], 'events[0].type'],
    [
      'an end agreed on for the past',
      [event(at, 'termination.agreed', { effectiveAt: '2025-01-06T08:59:59+08:00' })],
      'events[0].effectiveAt',
    ],
    [
      'an end agreed on for after the term',
      [event(at, 'termination.agreed', { effectiveAt: '2026-01-01T00:00:01+08:00' })],
      'events[0].effectiveAt',
    ],
    [
      'a request after the end',
      [
        event(at, 'termination.agreed', { effectiveAt: '2025-01-07T00:00:00+08:00' }),
        recorded('A', '01-07T00:00'),
      ],
      'events[1].at',
    ],
    [
      'an exercise after the end',
      [
        event(at, 'termination.agreed', { effectiveAt: '2025-01-07T00:00:00+08:00' }),
        event('01-07T00:00', 'termination.exercised', { by: 'client' }),
      ],
      'events[1].type',
    ],
  ])('%s', async (_, events, path) => {
    const found = await withEvents(...events);
    expect(found.map((line) => line.split(': ')[0])).toEqual([path]);
    expect(found[0]).toMatch(/^\S+: .+, .+$/);
  });
});

describe('a file broken in many ways', () => {
  it('gets a line for each, in the order of the file', async () => {
    const events = [
      event('03-03T09:00', 'request.closed', { request: 'B' }),
      recorded('A', '01-06T09:00'),
      recorded('B', '01-06T09:00', { colour: 'red' }),
      event('02-06T09:00', 'payment.received', { amount: '1' }),
      event('01-06T09:00', 'request.paused', { request: 'A', reason: 'lunch' }),
      event('01-07T09:00', 'request.resumed', { request: 'A' }),
      event('01-08T09:00', 'request.resumed', { request: 'A' }),
      event('01-08T09:00', 'request.recorded', { request: 'C', urgency: 'high' }),
      event('01-09T09:00', 'request.resolved', { request: 'C' }),
      event('01-09T09:00', 'request.resolved', { request: 'D' }),
      event('07-09T09:00', 'request.resolved', { request: 'A' }),
      event('02-09T09:00', 'miss.waived', { request: 'A', target: 'response', reason: 'x', by: 'desk' }),
      'nothing',
      event('02-10T09:00', 'termination.exercised', { by: 'client' }),
    ];
    const found = await lines({
      ...SOUND,
      parameters: { ...PARAMETERS, penaltyPermille: 5 },
      events,
      note: 1,
    });
    expect(found.map((line) => line.split(': ')[0])).toEqual([
      'parameters.penaltyPermille',
      'note',
      'events[0].type',
      'events[2].colour',
      'events[3].amount',
      'events[4].reason',
      'events[6].type',
      'events[7].impact',
      'events[9].request',
      'events[10].at',
      'events[11].by',
      'events[12]',
      'events[13].type',
    ]);
  });

  it('has a limit: too many events are one fault, and quickly said', async () => {
    const events = Array.from({ length: MAX_EVENTS + 1 }, (_, index) => recorded(`R${index}`, '01-06T09:00'));
    const start = performance.now();
    expect(await withEvents(...events)).toEqual(['events: is a list, allowed is at most 100000 entries']);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('names of any kind are names of requests', async () => {
    const names = ['__proto__', 'constructor', 'a/b', '中文', ' '];
    const result = await simulateScenario(
      readScenario(JSON.stringify({ ...SOUND, events: names.map((name) => recorded(name, '01-06T09:00')) })),
      scenarioTerms,
    );
    expect('document' in result && Object.keys(result.document.requests)).toEqual(names);
  });
});
