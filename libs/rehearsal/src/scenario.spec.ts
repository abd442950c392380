import {
  event,
  lines,
  PARAMETERS,
  recorded,
  SOUND,
  withEvents,
  type Members,
} from '../../../test/support/fault-lines.js';

describe('a document that is no scenario', () => {
  it.each<[what: string, text: string, line: RegExp]>([
    ['an empty file', '', /^document: is not JSON: .*, allowed is one JSON document$/],
    ['broken off', '{"template": ', /^document: is not JSON: .*, allowed is one JSON document$/],
    ['broken over two lines', '{"a": x\n}', /^document: is not JSON: .*, allowed is one JSON document$/],
    ['two documents', '{} {}', /^document: is not JSON: .*, allowed is one JSON document$/],
    [
      'nesting without an end',
      '['.repeat(100_000),
      /^document: is not JSON: .*, allowed is one JSON document$/,
    ],
    ['nothing', 'null', /^document: is null, allowed is an object$/],
    ['a list', '[]', /^document: is a list, allowed is an object$/],
    ['text', '"x"', /^document: is "x", allowed is an object$/],
  ])('%s is one line', async (_, text, line) => {
    const found = await lines(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(line);
    expect(found[0]).not.toContain('\n');
  });

  it('without its members lacks each of them', async () => {
    expect(await lines({})).toEqual([
      'template: is missing, allowed is text',
      'parameters: is missing, allowed is an object',
      'events: is missing, allowed is a list',
      'until: is missing, allowed is an instant with an offset and whole seconds, 2025-01-06T09:00:00+08:00',
    ]);
  });
});

describe('the frame', () => {
  const instants = 'allowed is an instant with an offset and whole seconds, 2025-01-06T09:00:00+08:00';

  it.each<[what: string, members: Members, found: string[]]>([
    [
      'an unknown member',
      { speed: 1 },
      ['speed: unknown member "speed", allowed are template, parameters, parties, events, until'],
    ],
    [
      'a misspelt one',
      { evnts: [] },
      [
        'evnts: unknown member "evnts", did you mean "events"?, allowed are template, parameters, parties, events, until',
      ],
    ],
    [
      'an unknown template',
      { template: 'nope' },
      [
        'template: unknown template "nope", allowed are goods-supply-2025, it-support-2025, maintenance-2025, tiered-support-2025',
      ],
    ],
    [
      'a template that is a path',
      { template: '../it-support-2025' },
      [
        'template: unknown template "../it-support-2025", did you mean "it-support-2025"?, allowed are goods-supply-2025, it-support-2025, maintenance-2025, tiered-support-2025',
      ],
    ],
    ['events that are no list', { events: {} }, ['events: is an object, allowed is a list']],
    ['until without a time', { until: '2025-06-01' }, [`until: is "2025-06-01", ${instants}`]],
    [
      'until in an hour of no offset',
      { until: '2025-06-01T00:00:00' },
      [`until: is "2025-06-01T00:00:00", ${instants}`],
    ],
    [
      'until beyond the year 9999',
      { until: '9999-12-31T23:59:59-08:00' },
      [`until: is "9999-12-31T23:59:59-08:00", ${instants}`],
    ],
    [
      'until before the term, without a line for each event',
      { until: '2024-12-31T23:59:59+08:00', events: [recorded('A', '01-06T09:00')] },
      ['until: is before the start of the term, allowed is 2024-12-31T16:00:00Z or later'],
    ],
    [
      'unknown members of parties',
      { parties: { client: { fullName: 'A', age: 5 }, witness: {} } },
      [
        'parties.client.age: unknown member "age", allowed are fullName, registeredAddress, contactDepartment, contactAddress, contactPerson, contactTitle, telephone, email, taxpayerId',
        'parties.witness: unknown member "witness", allowed are client, provider',
      ],
    ],
  ])('%s', async (_, members, found) => {
    expect(await lines({ ...SOUND, ...members })).toEqual(found);
  });
});

describe('the parameters', () => {
  const fee = 'allowed is yuan as text with two decimals from "0.01" to "10000000000.00"';
  const permille = 'allowed is a decimal as text, like "0.5", more than 0 and at most 1000 (permille)';
  const months = 'allowed is a whole number from 1 to 120 (months)';
  const day = 'allowed is a day YYYY-MM-DD from 2000-01-01 to 2099-12-31';

  it.each<[name: string, value: unknown, found: string]>([
    ['monthlyFee', 20000, `is 20000, ${fee}`],
    ['monthlyFee', '20000', `is "20000", ${fee}`],
    ['monthlyFee', '20000.0', `is "20000.0", ${fee}`],
    ['monthlyFee', '-1.00', `is "-1.00", ${fee}`],
    ['monthlyFee', '0.00', `is "0.00", ${fee}`],
    ['monthlyFee', '20,000.00', `is "20,000.00", ${fee}`],
    ['monthlyFee', '99999999999999999999.00', `is "99999999999999999999.00", ${fee}`],
    ['penaltyPermille', 5, `is 5, ${permille}`],
    ['penaltyPermille', '0', `is "0", ${permille}`],
    ['penaltyPermille', '1e2', `is "1e2", ${permille}`],
    ['penaltyPermille', '5‰', `is "5‰", ${permille}`],
    ['penaltyPermille', '1000.1', `is "1000.1", ${permille}`],
    ['termMonths', '12', `is "12", ${months}`],
    ['termMonths', 0, `is 0, ${months}`],
    ['termMonths', 1.5, `is 1.5, ${months}`],
    ['termMonths', 1e9, `is 1000000000, ${months}`],
    ['termStart', '2025-02-29', `is "2025-02-29", ${day}`],
    ['termStart', '2025-1-1', `is "2025-1-1", ${day}`],
    ['termStart', null, `is null, ${day}`],
    ['zone', 'Mars/Olympus', 'is "Mars/Olympus", allowed is an IANA time zone like Asia/Shanghai'],
  ])('%s: %p', async (name, value, found) => {
    const parameters = { ...PARAMETERS, [name]: value };
    expect(await lines({ ...SOUND, parameters })).toEqual([`parameters.${name}: ${found}`]);
  });

  it('missing and unknown ones are named, those of the file first and in its order', async () => {
    const found = await lines({
      ...SOUND,
      parameters: { penaltyPermill: '5', monthlyFee: '1', termStart: '2025-01-01' },
    });
    expect(found.map((line) => line.split(',')[0])).toEqual([
      'parameters.penaltyPermill: unknown parameter "penaltyPermill"',
      'parameters.monthlyFee: is "1"',
      'parameters.termMonths: is missing',
      'parameters.penaltyPermille: is missing',
    ]);
  });

  it('faulty money does not hide what is wrong with the events', async () => {
    const events = [event('01-06T09:00', 'request.responded', { request: 'A' })];
    const found = await lines({ ...SOUND, parameters: { ...PARAMETERS, monthlyFee: '1' }, events });
    expect(found.map((line) => line.split(':')[0])).toEqual(['parameters.monthlyFee', 'events[0].request']);
  });

  it('a faulty term is the only fault: which events it allows is not known', async () => {
    const events = [event('01-06T09:00', 'request.responded', { request: 'A' })];
    expect(await lines({ ...SOUND, parameters: { ...PARAMETERS, termMonths: 0 }, events })).toHaveLength(1);
  });
});

describe('a malformed event', () => {
  const at = '01-06T09:00';
  const instants = 'allowed is an instant with an offset and whole seconds, 2025-01-06T09:00:00+08:00';
  const money = 'allowed is yuan as text with two decimals, "20000.00", more than nothing';

  it.each<[what: string, event: unknown, found: string[]]>([
    ['a number', 1, ['events[0]: is 1, allowed is an object with at and type']],
    [
      'a misspelt type',
      event(at, 'request.recoded'),
      [
        expect.stringMatching(
          /^events\[0\]\.type: unknown type of event "request.recoded", did you mean "request.recorded"\?, allowed are /,
        ) as string,
      ],
    ],
    ['no type', {}, [expect.stringMatching(/^events\[0\]\.type: is missing, allowed are /) as string]],
    [
      'an unknown member',
      recorded('A', at, { importance: 'high' }),
      [
        expect.stringMatching(
          /^events\[0\]\.importance: unknown member "importance", allowed are at, type, /,
        ) as string,
      ],
    ],
    [
      'an unknown urgency',
      recorded('A', at, { urgency: 'urgent' }),
      ['events[0].urgency: is "urgent", allowed are high, medium, low'],
    ],
    [
      'a flag in words',
      recorded('A', at, { coreBusinessDown: 'yes' }),
      ['events[0].coreBusinessDown: is "yes", allowed is true or false'],
    ],
    [
      'no request',
      event(at, 'request.responded'),
      ['events[0].request: is missing, allowed is text of 1 to 64 characters'],
    ],
    [
      'a nameless request',
      recorded('', at),
      ['events[0].request: is "", allowed is text of 1 to 64 characters'],
    ],
    [
      'an instant without an offset',
      { ...recorded('A', at), at: '2025-01-06T09:00:00' },
      [`events[0].at: is "2025-01-06T09:00:00", ${instants}`],
    ],
    [
      'an instant that names no day',
      { ...recorded('A', at), at: '2025-02-30T09:00:00Z' },
      [`events[0].at: is "2025-02-30T09:00:00Z", ${instants}`],
    ],
    [
      'an instant between two seconds',
      { ...recorded('A', at), at: '2025-01-06T09:00:00.5Z' },
      [`events[0].at: is "2025-01-06T09:00:00.5Z", ${instants}`],
    ],
    [
      'seconds since 1970',
      { ...recorded('A', at), at: 1736125200 },
      [`events[0].at: is 1736125200, ${instants}`],
    ],
    [
      'an amount as a number',
      event(at, 'payment.received', { amount: 12 }),
      [`events[0].amount: is 12, ${money}`],
    ],
    [
      'an amount of one decimal',
      event(at, 'payment.received', { amount: '12.5' }),
      [`events[0].amount: is "12.5", ${money}`],
    ],
    [
      'an amount below zero',
      event(at, 'payment.received', { amount: '-1.00' }),
      [`events[0].amount: is "-1.00", ${money}`],
    ],
    [
      'an amount of nothing',
      event(at, 'payment.received', { amount: '0.00' }),
      [`events[0].amount: is "0.00", ${money}`],
    ],
    [
      'more money than can be kept',
      event(at, 'payment.received', { amount: '9999999999999.99' }),
      ['events[0].amount: is more than can wait for later invoices, allowed: 1000000000000.00 in all'],
    ],
    [
      'a month that is none',
      event(at, 'report.submitted', { period: '2025-13' }),
      ['events[0].period: is "2025-13", allowed is a month, 2025-01'],
    ],
    [
      'an exercise by the provider',
      event(at, 'termination.exercised', { by: 'provider' }),
      ['events[0].by: is "provider", allowed is client'],
    ],
    [
      'an end some time',
      event(at, 'termination.agreed', { effectiveAt: 'soon' }),
      [`events[0].effectiveAt: is "soon", ${instants}`],
    ],
    [
      'two things wrong at once',
      event(at, 'payment.received', { amount: 1, currency: 'CNY' }),
      [
        `events[0].amount: is 1, ${money}`,
        'events[0].currency: unknown member "currency", allowed are at, type, amount, reference',
      ],
    ],
  ])('%s', async (_, document, found) => {
    expect(await withEvents(document)).toEqual(found);
  });

  it.each<[what: string, events: Members[], path: string]>([
    [
      'a pause without its reason',
      [
        recorded('A', at),
        event('01-06T10:00', 'request.paused', { request: 'A' }),
        event('01-06T11:00', 'request.resumed', { request: 'A' }),
      ],
      'events[1].reason',
    ],
    [
      'a pause for a reason not on the list',
      [
        recorded('A', at),
        event('01-06T10:00', 'request.paused', { request: 'A', reason: 'lunch' }),
        event('01-06T11:00', 'request.resumed', { request: 'A' }),
      ],
      'events[1].reason',
    ],
    [
      'an unknown member of a resolution',
      [
        recorded('A', at),
        event('01-06T10:00', 'request.resolved', { request: 'A', how: 1 }),
        event('01-06T11:00', 'request.closed', { request: 'A' }),
      ],
      'events[1].how',
    ],
    [
      'a notice received after its record',
      [
        recorded('A', at, { receivedAt: '2025-01-06T09:00:01+08:00' }),
        event('01-06T10:00', 'request.responded', { request: 'A' }),
      ],
      'events[0].receivedAt',
    ],
    [
      'a record with an unknown urgency',
      [
        recorded('A', at, { urgency: 'urgent' }),
        event('01-06T10:00', 'request.resolved', { request: 'A' }),
        event('01-06T11:00', 'miss.waived', { request: 'A', target: 'response', reason: 'x', by: 'm' }),
      ],
      'events[0].urgency',
    ],
    [
      'a record before the term',
      [
        { ...recorded('A', at), at: '2024-12-31T23:59:59+08:00' },
        event('01-06T10:00', 'request.resolved', { request: 'A' }),
      ],
      'events[0].at',
    ],
    [
      'a misspelt record',
      [
        { ...recorded('A', at), type: 'request.recoded' },
        event('01-06T10:00', 'request.resolved', { request: 'A' }),
      ],
      'events[0].type',
    ],
  ])('%s brings no faults after it', async (_, events, path) => {
    const found = await withEvents(...events);
    expect(found.map((line) => line.split(': ')[0])).toEqual([path]);
  });

  it('of a request does not hide a later fault of the same request', async () => {
    const found = await withEvents(
      recorded('A', at),
      event('01-06T10:00', 'request.rated', { request: 'A', score: 9 }),
      event('01-06T11:00', 'request.closed', { request: 'A' }),
    );
    expect(found.map((line) => line.split(': ')[0])).toEqual([
      'events[1].score',
      'events[1].type',
      'events[2].type',
    ]);
  });
});
