import { faultLines, on, rehearsed, scenario, targetsOf, utc } from '../../support/builders.js';

/** The other values of the decisions about clocks (clauses 2.2 to 2.4, 2.5, 3.2). Simulator, real rules and calendars. */

describe('"by the 10th" and "by the 5th" (dueDayIncluded, dueDayRoll)', () => {
  // 10 May 2025 is a Saturday; 5 April is Qingming, a Saturday, with 4 April a holiday; 5 October lies in National
  // Day: moved back it would be due before September has ended, so it moves on.
  it.each([
    ['inclusive', 'stays', '2025-05-11', '2025-04-06', '2025-10-06'],
    ['inclusive', 'next', '2025-05-13', '2025-04-08', '2025-10-10'],
    ['inclusive', 'previous', '2025-05-10', '2025-04-04', '2025-10-10'],
    ['exclusive', 'stays', '2025-05-10', '2025-04-05', '2025-10-05'],
    ['exclusive', 'next', '2025-05-12', '2025-04-07', '2025-10-09'],
    ['exclusive', 'previous', '2025-05-09', '2025-04-03', '2025-10-09'],
  ])('%s, %s', async (dueDayIncluded, dueDayRoll, may, march, september) => {
    const document = await rehearsed(scenario('2025-12-01', [], { dueDayIncluded, dueDayRoll }));
    const dueOf = (list: readonly { period: string; dueAt: string }[], period: string) =>
      list.find((each) => each.period === period)?.dueAt;
    expect(dueOf(document.invoices, '2025-05')).toBe(utc(may));
    expect(dueOf(document.reports, '2025-03')).toBe(utc(march));
    expect(dueOf(document.reports, '2025-09')).toBe(utc(september));
  });

  it('with the day left out, an invoice issued on that day is due the later number of days on', async () => {
    const document = await rehearsed(
      scenario('2025-02-15', [], { termStart: '2025-01-10', dueDayIncluded: 'exclusive' }),
    );
    expect(document.invoices.map(({ dueAt }) => dueAt)).toEqual([utc('2025-01-20'), utc('2025-02-10')]);
  });
});

describe('what a working day is (workingDay)', () => {
  // Friday 10 January 2025, 10:00; the office works 09:00 to 12:00 and 13:00 to 18:00.
  it.each([
    ['wholeDay', 'CN', '2025-01-13 10:00', '2025-01-15 10:00'],
    ['wholeDay', 'CN-OFFICE', '2025-01-13 10:00', '2025-01-15 10:00'],
    ['workingHours', 'CN-OFFICE', '2025-01-13 10:00', '2025-01-15 10:00'],
    ['endOfDay', 'CN', '2025-01-14', '2025-01-16'],
    ['endOfDay', 'CN-OFFICE', '2025-01-13 18:00', '2025-01-15 18:00'],
  ])('%s by %s: 1 day by %s, 3 days by %s', async (workingDay, calendar, one, three) => {
    const events = [
      on('2025-01-10 10:00').recorded('M', 'medium'),
      on('2025-01-10 10:00').recorded('L', 'low'),
    ];
    const document = await rehearsed(scenario('2025-01-10 11:00', events, { workingDay, calendar }));
    expect(document.requests['M']?.targets[1]?.dueAt).toBe(utc(one));
    expect(document.requests['L']?.targets[1]?.dueAt).toBe(utc(three));
  });

  it.each([
    [480, '2025-01-13 10:00'],
    [240, '2025-01-10 15:00'],
    [540, '2025-01-13 11:00'],
  ])('counted in working hours a day stands for %d minutes: by %s', async (minutesPerWorkingDay, dueAt) => {
    const parameters = { workingDay: 'workingHours', calendar: 'CN-OFFICE', minutesPerWorkingDay };
    const events = [on('2025-01-10 10:00').recorded('M', 'medium')];
    const document = await rehearsed(scenario('2025-01-10 10:30', events, parameters));
    expect(document.requests['M']?.targets[1]?.dueAt).toBe(utc(dueAt));
  });

  it('has hours of a day only where days are counted by hours', async () => {
    const lines = await faultLines(scenario('2025-02-01', [], { minutesPerWorkingDay: 480 }));
    expect(lines).toEqual([
      'parameters.minutesPerWorkingDay: does not apply to this contract, allowed only where workingDay is workingHours',
    ]);
  });
});

describe('the response clock (responseClock)', () => {
  it.each([
    // 15 minutes from Friday evening; 8 hours over the weekend; over Spring Festival to 5 February.
    ['2025-01-10 20:00', 'critical', 'calendarTime', '2025-01-10 20:15'],
    ['2025-01-10 20:00', 'critical', 'serviceHours', '2025-01-13 09:15'],
    ['2025-01-10 16:00', 'low', 'calendarTime', '2025-01-11 00:00'],
    ['2025-01-10 16:00', 'low', 'serviceHours', '2025-01-13 16:00'],
    ['2025-01-27 17:50', 'high', 'serviceHours', '2025-02-05 09:20'],
  ] as const)('%s %s by %s: %s', async (recorded, priority, responseClock, dueAt) => {
    const parameters = { responseClock, calendar: 'CN-OFFICE' };
    const document = await rehearsed(scenario(recorded, [on(recorded).recorded('R', priority)], parameters));
    expect(document.requests['R']?.targets[0]?.dueAt).toBe(utc(dueAt));
  });

  it('leaves the resolution clock in calendar time', async () => {
    const events = [on('2025-01-10 20:00').recorded('C', 'critical')];
    const parameters = { responseClock: 'serviceHours', calendar: 'CN-OFFICE' };
    const document = await rehearsed(scenario('2025-01-10 21:00', events, parameters));
    expect(targetsOf(document, 'C')[1]).toBe('workaround pending 2025-01-11 00:00');
  });
});

describe('pauses (pauses)', () => {
  const events = [
    on('2025-01-06 09:00').recorded('C', 'critical'),
    on('2025-01-06 09:05').paused('C'),
    on('2025-01-06 10:00').resumed('C'),
  ];

  it.each([
    ['resolutionOnly', ['response missed 2025-01-06 09:15', 'workaround pending 2025-01-06 13:55']],
    ['both', ['response pending 2025-01-06 10:10', 'workaround pending 2025-01-06 13:55']],
  ])('%s', async (pauses, targets) => {
    const document = await rehearsed(scenario('2025-01-06 10:05', events, { pauses }));
    expect(targetsOf(document, 'C')).toEqual(targets);
  });

  it('both: a response during the pause is in time, and its deadline stands still', async () => {
    const answered = [...events.slice(0, 2), on('2025-01-06 12:00').responded('C')];
    const document = await rehearsed(scenario('2025-01-06 13:00', answered, { pauses: 'both' }));
    expect(targetsOf(document, 'C')[0]).toBe('response met -');
  });

  it('both: resolving ends the pause for the response clock as well', async () => {
    const resolved = [...events.slice(0, 2), on('2025-01-06 12:00').resolved('C')];
    const document = await rehearsed(scenario('2025-01-06 13:00', resolved, { pauses: 'both' }));
    expect(targetsOf(document, 'C')[0]).toBe('response missed 2025-01-06 12:10');
  });

  it('forbidden: a pause is refused', async () => {
    const lines = await faultLines(scenario('2025-01-07', events.slice(0, 2), { pauses: 'forbidden' }));
    expect(lines).toEqual(['events[1].type: this contract allows no pauses, allowed: none']);
  });
});

describe('reclassification (reclassification)', () => {
  const events = [
    on('2025-01-06 09:00').recorded('L', 'low'),
    on('2025-01-06 10:00').reclassified('L', 'high'),
  ];

  it.each([
    [
      'sameClock',
      [
        'response missed 2025-01-06 09:30',
        'workaround pending 2025-01-06 17:00',
        'resolution pending 2025-01-07 09:00',
      ],
    ],
    [
      'restart',
      [
        'response pending 2025-01-06 10:30',
        'workaround pending 2025-01-06 18:00',
        'resolution pending 2025-01-07 10:00',
      ],
    ],
  ])('%s', async (reclassification, targets) => {
    const document = await rehearsed(scenario('2025-01-06 10:15', events, { reclassification }));
    expect(targetsOf(document, 'L')).toEqual(targets);
  });

  it('restart: what was decided stands, and a fact already given is not asked for again', async () => {
    const answered = [
      events[0],
      on('2025-01-06 09:10').responded('L'),
      on('2025-01-06 09:20').workaround('L'),
      events[1],
    ].flatMap((event) => event ?? []);
    const document = await rehearsed(scenario('2025-01-06 10:15', answered, { reclassification: 'restart' }));
    expect(targetsOf(document, 'L').map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'response met',
      'workaround met',
      'resolution pending',
    ]);
  });

  it('restart of a paused request: the new clock stands until it is resumed', async () => {
    const paused = [
      on('2025-01-06 09:00').recorded('L', 'low'),
      on('2025-01-06 09:30').paused('L'),
      on('2025-01-06 10:00').reclassified('L', 'high'),
      on('2025-01-06 11:00').resumed('L'),
    ];
    const document = await rehearsed(scenario('2025-01-06 11:10', paused, { reclassification: 'restart' }));
    expect(targetsOf(document, 'L')[1]).toBe('workaround pending 2025-01-06 19:00');
  });
});

describe('reopening (reopening)', () => {
  const events = [
    on('2025-01-06 09:00').recorded('M', 'medium'),
    on('2025-01-06 09:10').responded('M'),
    on('2025-01-06 10:00').resolved('M'),
    on('2025-01-07 09:00').reopened('M'),
  ];

  it.each([
    ['sameClock', ['response met 2025-01-06 13:00', 'resolution pending 2025-01-08 08:00']],
    ['newCycle', ['response pending 2025-01-07 13:00', 'resolution pending 2025-01-08 09:00']],
  ])('%s', async (reopening, targets) => {
    const document = await rehearsed(scenario('2025-01-07 10:00', events, { reopening }));
    expect(targetsOf(document, 'M')).toEqual(targets);
  });

  it('newCycle: a miss of the first cycle stays, and the second can be missed as well', async () => {
    const twice = [
      on('2025-01-06 09:00').recorded('C', 'critical'),
      on('2025-01-06 10:00').resolved('C'),
      on('2025-01-07 09:00').reopened('C'),
      on('2025-01-07 10:00').resolved('C'),
    ];
    const document = await rehearsed(scenario('2025-01-08', twice, { reopening: 'newCycle' }));
    expect(document.misses.map(({ target, at }) => `${target} ${at}`)).toEqual([
      `response ${utc('2025-01-06 09:15')}`,
      `response ${utc('2025-01-07 09:15')}`,
    ]);
  });

  it('newRequest: reopening is refused', async () => {
    const lines = await faultLines(scenario('2025-01-08', events, { reopening: 'newRequest' }));
    expect(lines).toEqual([
      'events[3].type: this contract does not reopen requests, allowed: a new request is recorded',
    ]);
  });
});

describe('a report that would be due before its month has ended', () => {
  it('is refused where no day is left to submit it', async () => {
    const parameters = { reportDueDay: 1, dueDayIncluded: 'exclusive' };
    expect(await faultLines(scenario('2025-03-01', [], parameters))).toEqual([
      expect.stringContaining('parameters.reportDueDay: makes the report of 2025-01 due at'),
    ]);
  });

  it('is not reminded of before it is drawn up', async () => {
    const document = await rehearsed(scenario('2025-03-01', [], { reportReminderBeforeDays: 20 }));
    expect(document.reports[0]?.dueAt).toBe(utc('2025-02-06'));
  });
});
