import { faultLines, on, rehearsed, scenario, utc, wallTime } from '../support/builders.js';
import { type ScenarioEvent } from '../support/scenarios.js';

/** Requests that make each of these months fail by one missed response, on the 6th. */
function failing(...periods: string[]): ScenarioEvent[] {
  return periods.flatMap((period) => {
    const day = `${period}-06`;
    return [
      on(`${day} 08:00`).recorded(period, 'critical'),
      on(`${day} 08:16`).responded(period),
      on(`${day} 08:20`).resolved(period),
    ];
  });
}

const firstThree = failing('2025-01', '2025-02', '2025-03');

describe('clause 2.6: months that fail, and their streak', () => {
  it.each<[law: string, until: string, events: ScenarioEvent[], streaks: number[]]>([
    ['a month closes at its end', '2025-01-31 23:59:59', failing('2025-01'), []],
    ['and at that very instant', '2025-02-01', failing('2025-01'), [1]],
    ['failed months in succession add up', '2025-04-01', firstThree, [1, 2, 3]],
    [
      'a month without requests is met and ends the streak',
      '2025-04-01',
      failing('2025-01', '2025-03'),
      [1, 0, 1],
    ],
    [
      'a month of waived misses only is met',
      '2025-04-01',
      [...firstThree, on('2025-02-20').waived('2025-02', 'response')],
      [1, 0, 1],
    ],
    [
      'also when it is waived after its close',
      '2025-04-10',
      [...firstThree, on('2025-04-05').waived('2025-02', 'response')],
      [1, 0, 1],
    ],
    [
      'the month of a termination counts',
      '2025-04-10',
      [...failing('2025-01', '2025-02'), on('2025-02-07').agreedToEnd('2025-02-20')],
      [1, 2],
    ],
    [
      'a miss at 00:00 of the 1st fails the new month',
      '2025-03-01',
      [on('2025-01-31 23:45').recorded('A', 'critical'), on('2025-02-01 01:00').path('A')],
      [0, 1],
    ],
    [
      'a request still open fails the month of its deadline only',
      '2025-04-01',
      [on('2025-02-06 08:00').recorded('A', 'critical')],
      [0, 1, 0],
    ],
  ])('%s', async (_, until, events, streaks) => {
    const document = await rehearsed(scenario(until, events));
    expect(document.months.map((month) => month.streak)).toEqual(streaks);
    expect(document.months.map((month) => month.failed)).toEqual(streaks.map((streak) => streak > 0));
  });

  it('misses of a month count the waived ones too', async () => {
    const document = await rehearsed(
      scenario('2025-03-01', [...failing('2025-01'), on('2025-02-05').waived('2025-01', 'response')]),
    );
    expect(document.months[0]).toMatchObject({ misses: 1, waived: 1, failed: false });
  });
});

describe('clause 2.6: the right to terminate', () => {
  const term = { termMonths: 24 };

  it.each<[law: string, until: string, events: ScenarioEvent[], right: string | null]>([
    ['does not arise after two', '2025-03-31', failing('2025-01', '2025-02'), null],
    ['does not arise before the third month closes', '2025-03-31 23:59:59', firstThree, null],
    ['arises at that close', '2025-04-01', firstThree, '2025-04-01 00:00: 2025-01 2025-02 2025-03'],
    [
      'a fourth failed month gives no second one',
      '2025-05-01',
      failing('2025-01', '2025-02', '2025-03', '2025-04'),
      '2025-04-01 00:00: 2025-01 2025-02 2025-03',
    ],
    [
      'three failed months with a gap give none',
      '2025-05-01',
      failing('2025-01', '2025-02', '2025-04'),
      null,
    ],
    [
      'a waiver that breaks the three takes it away',
      '2025-04-10',
      [...firstThree, on('2025-04-05').waived('2025-01', 'response')],
      null,
    ],
    [
      'where three others still fail in a row, it is the right of those',
      '2025-05-10',
      [...firstThree, ...failing('2025-04'), on('2025-05-05').waived('2025-01', 'response')],
      '2025-05-01 00:00: 2025-02 2025-03 2025-04',
    ],
    [
      'a waiver of another month leaves it',
      '2025-05-10',
      [...firstThree, ...failing('2025-04'), on('2025-05-05').waived('2025-04', 'response')],
      '2025-04-01 00:00: 2025-01 2025-02 2025-03',
    ],
    ['a lapsed one stays shown', '2026-08-01', firstThree, '2025-04-01 00:00: 2025-01 2025-02 2025-03'],
    [
      'after a lapse a new one needs a new streak of three',
      '2026-08-01',
      [...firstThree, ...failing('2026-05', '2026-06', '2026-07')],
      '2026-08-01 00:00: 2026-05 2026-06 2026-07',
    ],
  ])('%s', async (_, until, events, right) => {
    const { terminationRight, status } = await rehearsed(scenario(until, events, term));
    const shown =
      terminationRight && `${wallTime(terminationRight.arisenAt)}: ${terminationRight.periods.join(' ')}`;
    expect([shown, status]).toEqual([right, 'active']);
  });

  it('one that arises at the very end of the term is shown', async () => {
    const document = await rehearsed(scenario('2025-04-01', firstThree, { termMonths: 3 }));
    expect(document).toMatchObject({
      status: 'expired',
      terminationRight: { arisenAt: '2025-03-31T16:00:00Z', exercisedAt: null },
    });
  });

  it('one of the months before an agreed end is shown as well', async () => {
    const document = await rehearsed(
      scenario('2025-04-01', [...firstThree, on('2025-03-07').agreedToEnd('2025-03-20 12:00')]),
    );
    expect(document).toMatchObject({
      status: 'terminated',
      terminationRight: { arisenAt: '2025-03-20T04:00:00Z', exercisedAt: null },
    });
  });

  const noRight =
    'events[9].type: there is no termination right that could be exercised, allowed: after 3 consecutive failed months, up to its lapse';

  it.each<[law: string, exercisedAt: string, faults: string[]]>([
    ['not before it arises', '2025-03-31 23:59:59', [noRight]],
    ['at the instant it arises', '2025-04-01', []],
    ['up to and including one calendar year later', '2026-04-01', []],
    ['not a second after that', '2026-04-01 00:00:01', [noRight]],
  ])('can be exercised: %s', async (_, exercisedAt, faults) => {
    const file = scenario('2026-05-01', [...firstThree, on(exercisedAt).exercised()], term);
    expect(await faultLines(file)).toEqual(faults);
  });

  it('cannot be exercised when the term has ended, not even at its end', async () => {
    const file = scenario('2025-05-01', [...firstThree, on('2025-04-01').exercised()], { termMonths: 3 });
    expect(await faultLines(file)).toHaveLength(1);
  });

  it('cannot be exercised once a waiver took it away', async () => {
    const events = [
      ...firstThree,
      on('2025-04-05').waived('2025-02', 'response'),
      on('2025-04-05').exercised(),
    ];
    expect(await faultLines(scenario('2025-05-01', events))).toHaveLength(1);
  });

  it('an exercised one stays, whatever is waived later', async () => {
    const events = [
      ...firstThree,
      on('2025-04-05').exercised(),
      on('2025-04-06').waived('2025-02', 'response'),
    ];
    const document = await rehearsed(scenario('2025-05-01', events));
    expect(document.terminationRight?.exercisedAt).toBe('2025-04-04T16:00:00Z');
    expect(document.months.map((month) => month.streak)).toEqual([1, 0, 1, 0]);
  });
});

describe('clause 2.6: what an early end does', () => {
  it.each<[law: string, events: ScenarioEvent[], status: string, endedAt: string, months: string]>([
    [
      'an exercise ends the contract at once',
      [...firstThree, on('2025-04-21 10:00').exercised()],
      'terminated',
      '2025-04-21 10:00',
      '2025-04',
    ],
    [
      'an agreed end comes at its instant',
      [on('2025-04-10').agreedToEnd('2025-04-20 10:00')],
      'terminated',
      '2025-04-20 10:00',
      '2025-04',
    ],
    [
      'agreed with effect at once',
      [on('2025-04-10 11:00').agreedToEnd('2025-04-10 11:00')],
      'terminated',
      '2025-04-10 11:00',
      '2025-04',
    ],
    [
      'of two agreed ends the earlier counts',
      [on('2025-04-10').agreedToEnd('2025-05-20'), on('2025-04-11').agreedToEnd('2025-04-30')],
      'terminated',
      '2025-04-30 00:00',
      '2025-04',
    ],
    [
      'also when the later one was agreed on last',
      [on('2025-04-10').agreedToEnd('2025-04-30'), on('2025-04-11').agreedToEnd('2025-05-20')],
      'terminated',
      '2025-04-30 00:00',
      '2025-04',
    ],
    [
      'an exercise before the agreed end',
      [...firstThree, on('2025-04-10').agreedToEnd('2025-04-30'), on('2025-04-21').exercised()],
      'terminated',
      '2025-04-21 00:00',
      '2025-04',
    ],
    [
      'an end at 00:00 of the 1st: the old month is the last',
      [on('2025-04-10').agreedToEnd('2025-05-01')],
      'terminated',
      '2025-05-01 00:00',
      '2025-04',
    ],
    ['the term runs out', [], 'expired', '2026-01-01 00:00', '2025-12'],
    [
      'an end agreed on for the end of the term changes nothing',
      [on('2025-04-10').agreedToEnd('2026-01-01')],
      'expired',
      '2026-01-01 00:00',
      '2025-12',
    ],
  ])('%s', async (_, events, status, endedAt, lastMonth) => {
    const document = await rehearsed(scenario('2026-02-10', events));
    expect([document.status, document.settlement?.at]).toEqual([status, utc(endedAt)]);
    const last = [document.months, document.invoices, document.reports].map((list) => list.at(-1)?.period);
    expect(last).toEqual([lastMonth, lastMonth, lastMonth]);
  });

  it.each<[law: string, events: ScenarioEvent[], outcomes: string[]]>([
    [
      'pending targets are withdrawn',
      [],
      ['response withdrawn', 'workaround withdrawn', 'resolution withdrawn'],
    ],
    [
      'a deadline at the very end is withdrawn',
      [on('2025-04-20 09:30').recorded('S', 'high')],
      ['response withdrawn', 'workaround withdrawn', 'resolution withdrawn'],
    ],
    [
      'what happens later changes no target',
      [on('2025-04-20 10:01').responded('R'), on('2025-04-20 11:00').resolved('R')],
      ['response withdrawn', 'workaround withdrawn', 'resolution withdrawn'],
    ],
  ])('%s', async (_, events, outcomes) => {
    const all = [
      on('2025-04-20 09:50').recorded('R', 'high'),
      on('2025-04-01').agreedToEnd('2025-04-20 10:00'),
      ...events,
    ];
    const document = await rehearsed(scenario('2025-05-01', all));
    for (const request of Object.values(document.requests)) {
      expect(request.targets.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual(outcomes);
    }
    expect(document.misses).toEqual([]);
  });

  it.each<[law: string, event: ScenarioEvent, line: string]>([
    [
      'not before it was agreed on',
      on('2025-04-10').agreedToEnd('2025-04-09 23:59:59'),
      'events[0].effectiveAt: 2025-04-09T15:59:59Z is not within the rest of the term, allowed: 2025-04-09T16:00:00Z to 2025-12-31T16:00:00Z',
    ],
    [
      'not after the term',
      on('2025-04-10').agreedToEnd('2026-01-01 00:00:01'),
      'events[0].effectiveAt: 2025-12-31T16:00:01Z is not within the rest of the term, allowed: 2025-04-09T16:00:00Z to 2025-12-31T16:00:00Z',
    ],
  ])('an end can be agreed on: %s', async (_, event, line) => {
    expect(await faultLines(scenario('2025-05-01', [event]))).toEqual([line]);
  });
});

describe('clause 2.6: at the instant of the end', () => {
  const end = '2025-04-10 10:00';
  const open = [...firstThree, on('2025-04-10 02:00').recorded('A', 'low')];

  it('a deadline at the very end is withdrawn', async () => {
    const document = await rehearsed(scenario('2025-04-11', [...open, on(end).exercised()]));
    expect(document.requests['A']?.targets[0]).toMatchObject({ kind: 'response', outcome: 'withdrawn' });
    expect(document.misses.map((miss) => miss.request)).not.toContain('A');
  });

  it('a miss that a reclassification before it brought about stands, and costs', async () => {
    const events = [...open, on(end).reclassified('A', 'critical'), on(end).exercised()];
    const document = await rehearsed(scenario('2025-04-11', events));
    expect(document.misses.filter((miss) => miss.request === 'A')).toMatchObject([
      { target: 'response', at: '2025-04-10T02:00:00Z', period: '2025-04', penalty: '1200.00' },
      { target: 'workaround', at: '2025-04-10T02:00:00Z', period: '2025-04', penalty: '1200.00' },
    ]);
    expect(document.months.at(-1)).toMatchObject({ period: '2025-04', misses: 2, failed: true, streak: 4 });
  });
});
