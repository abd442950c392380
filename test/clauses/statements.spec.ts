import { type ScenarioEvent } from '../support/scenarios.js';
import { faultLines, on, rehearsed, scenario, shanghai, utc } from '../support/builders.js';

/** What the parties may say of a month's statement, and what it does (clause 3.2). The simulator; no server. */

const PERIOD = '2025-01';
/** A critical request of January that nobody answered: response and workaround are missed, 1,200.00 each. */
const MISSED = on('2025-01-06 09:00').recorded('R', 'critical');
const RESPONSE = `miss/R/response@${utc('2025-01-06 09:15')}`;
const FEE = 'invoice/2025-02/fee';

function contested(wall: string, line: string, party: 'client' | 'provider', period = PERIOD): ScenarioEvent {
  const reason = 'not as agreed';
  return { at: shanghai(wall), type: 'statement.contested', period, line, party, reason };
}

function decided(
  wall: string,
  line: string,
  decision: 'stands' | 'waived' | 'corrected' | 'withdrawn',
  { period = PERIOD, by = 'manager' } = {},
): ScenarioEvent {
  return {
    at: shanghai(wall),
    type: 'statement.decided',
    period,
    line,
    decision,
    reason: 'looked into',
    by,
  };
}

const accepted = (wall: string, party: 'client' | 'provider'): ScenarioEvent => ({
  at: shanghai(wall),
  type: 'statement.accepted',
  period: PERIOD,
  party,
});

/** What the invoices of February, March and April were reduced by. */
async function credits(...events: ScenarioEvent[]): Promise<string[]> {
  const { invoices } = await rehearsed(scenario('2025-04-02', [MISSED, ...events]));
  return invoices.slice(1).map(({ credited }) => credited);
}

describe('a contested penalty', () => {
  // February's invoice is issued at the close of January, before anybody can contest: it has been credited then.
  const later = on('2025-02-17 09:00').recorded('S', 'critical');
  const contest = contested('2025-02-05 09:00', RESPONSE, 'provider');

  it.each<[string, ScenarioEvent[], string[]]>([
    ['is credited where nobody contests it', [later], ['2400.00', '2400.00', '0.00']],
    ['is netted in the next credit while it is contested', [later, contest], ['2400.00', '1200.00', '0.00']],
    [
      'is credited again once it stands',
      [later, contest, decided('2025-03-10 09:00', RESPONSE, 'stands')],
      ['2400.00', '1200.00', '1200.00'],
    ],
    [
      'stays netted where it was waived',
      [
        later,
        contest,
        on('2025-03-09 09:00').waived('R', 'response', 'director'),
        decided('2025-03-10 09:00', RESPONSE, 'waived'),
      ],
      ['2400.00', '1200.00', '0.00'],
    ],
  ])('%s', async (_, events, expected) => {
    expect(await credits(...events)).toEqual(expected);
  });
});

describe('a contested fee', () => {
  const contest = contested('2025-03-05 09:00', FEE, 'client', '2025-02');
  const interest = { latePayment: 'interest', lateInterestPermillePerDay: '1' };

  async function february(events: ScenarioEvent[], until: string, parameters = {}) {
    const { invoices } = await rehearsed(scenario(until, events, parameters));
    return invoices.find(({ period }) => period === '2025-02');
  }

  // February's statement is there with March; its invoice was due on 10 February and is overdue by then.
  it('is overdue where nobody contests it', async () => {
    expect(await february([], '2025-03-06')).toMatchObject({ status: 'overdue' });
  });

  it('is not overdue while it is contested, and is again once it stands', async () => {
    expect(await february([contest], '2025-03-06')).toMatchObject({ status: 'open' });
    const stands = decided('2025-03-08 09:00', FEE, 'stands', { period: '2025-02' });
    expect(await february([contest, stands], '2025-03-09')).toMatchObject({ status: 'overdue' });
  });

  it('bears interest from its due day once it stands, and none before', async () => {
    const charged = async (events: ScenarioEvent[]) => {
      const { charges } = await rehearsed(scenario('2025-04-01', events, interest));
      return charges
        .filter(({ key }) => key.startsWith('2025-02/'))
        .map(({ times, amount }) => `${times} ${amount}`);
    };
    // 1 permille of 20,000.00 a day: 18 days of February, then 31 of March.
    expect(await charged([])).toEqual(['18 360.00', '31 620.00']);
    expect(await charged([contest])).toEqual(['18 360.00']);
    const stands = decided('2025-03-20 09:00', FEE, 'stands', { period: '2025-02' });
    expect(await charged([contest, stands])).toEqual(['18 360.00', '31 620.00']);
  });
});

describe('interest on a contested fee', () => {
  const interest = { latePayment: 'interest', lateInterestPermillePerDay: '1' };
  const contest = contested('2025-03-05 09:00', FEE, 'client', '2025-02');
  const stands = decided('2025-03-20 09:00', FEE, 'stands', { period: '2025-02' });
  const january = on('2025-01-05 09:00').payment('20000.00', '2025-01');

  // 1 permille of 20,000.00 a day: 18 days of February, March to the 11th, and what is left to the end of March.
  it.each<[string, string, string[]]>([
    ['a part', '10000.00', ['18 360.00', '11 220.00', '20 200.00']],
    ['all', '20000.00', ['18 360.00', '11 220.00']],
  ])(
    'is owed by what was outstanding on each day where %s of it was paid meanwhile',
    async (_, paid, lines) => {
      const events = [january, contest, on('2025-03-11 09:00').payment(paid, '2025-02'), stands];
      const { charges } = await rehearsed(scenario('2025-04-01', events, interest));
      const own = charges.filter(({ key }) => key.startsWith('2025-02/'));
      expect(own.map(({ times, amount }) => `${times} ${amount}`)).toEqual(lines);
    },
  );

  it('is not asked for while the fee is contested, and that on others is', async () => {
    const part = on('2025-03-11 09:00').payment('10000.00', '2025-02');
    const asked = async (...events: ScenarioEvent[]) => {
      const { invoices } = await rehearsed(scenario('2025-05-02', [january, ...events], interest));
      return invoices.slice(2).map(({ period, interest: each }) => `${period} ${each}`);
    };
    // March's own fee is late from 11 March on: 21 days of 20.00, then 30; April's from 11 April on: 20 days.
    expect(await asked(contest, part)).toEqual(['2025-03 360.00', '2025-04 420.00', '2025-05 1000.00']);
    // What stands is asked for next: 220.00 for March to the 11th, then 10.00 a day for 20 and for 30 days.
    expect(await asked(contest, part, stands)).toEqual([
      '2025-03 360.00',
      '2025-04 840.00',
      '2025-05 1300.00',
    ]);
  });

  it('that an invoice asks for is due though its fee, after a credit, is contested', async () => {
    const events = [
      january,
      MISSED,
      contested('2025-04-05 09:00', 'invoice/2025-03/fee', 'client', '2025-03'),
    ].sort((a, b) => (a.at < b.at ? -1 : 1));
    const { invoices } = await rehearsed(scenario('2025-04-06', events, interest));
    // February's 17,600.00 for 18 days.
    expect(invoices[2]).toMatchObject({ interest: '316.80', status: 'overdue' });
  });
});

describe('a contested charge', () => {
  const LINE = `charge/serviceCredit/2025-01@${utc('2025-02-01')}`;
  const contest = contested('2025-02-05 09:00', LINE, 'provider');

  // Each of January and February misses one of two targets: 250 permille of the fee, of which 4,000.00 fit.
  const creditedWith = async (...events: ScenarioEvent[]) => {
    const requests = ['01', '02'].flatMap((month) => [
      on(`2025-${month}-06 09:00`).recorded(month, 'low'),
      on(`2025-${month}-06 17:00`).resolved(month),
    ]);
    const { invoices } = await rehearsed({
      template: 'tiered-support-2025',
      parameters: { termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00' },
      events: [...requests, ...events].sort((a, b) => (a.at < b.at ? -1 : 1)),
      until: shanghai('2025-04-02'),
    });
    return invoices.slice(1).map(({ credited }) => credited);
  };

  it('is held out as a penalty is, until it is decided', async () => {
    expect(await creditedWith()).toEqual(['4000.00', '4000.00', '0.00']);
    expect(await creditedWith(contest)).toEqual(['4000.00', '0.00', '0.00']);
    const stands = decided('2025-03-10 09:00', LINE, 'stands');
    expect(await creditedWith(contest, stands)).toEqual(['4000.00', '0.00', '4000.00']);
  });

  it('is corrected where it was charged anew', async () => {
    const waived = on('2025-02-20 09:00').waived('01', 'response');
    const corrected = decided('2025-02-21 09:00', LINE, 'corrected');
    expect(await creditedWith(contest, waived, corrected)).toEqual(['4000.00', '0.00', '0.00']);
  });
});

describe('a line that comes into a statement late', () => {
  it.each([
    ['2025-04-10 23:59', []],
    ['2025-04-11 00:01', [/the statement of 2025-01 could be answered until 2025-04-10T16:00:00Z/]],
  ])(
    'may be contested until the due day after it, as the invoice of a quarter in arrears: %s',
    async (wall, lines) => {
      // It is issued on 1 April, at the end of March.
      const contest = contested(wall, 'invoice/2025-01/fee', 'client');
      const arrears = { invoiceCycle: 'quarter', invoiceTiming: 'inArrears' };
      const faults = await faultLines(scenario('2025-05-01', [contest], arrears));
      expect(faults).toEqual(lines.map((line) => expect.stringMatching(line)));
    },
  );

  it('may be contested by who has accepted the others', async () => {
    // Recorded in January, missed in February: the penalty comes into January's statement with the close of February.
    const line = `miss/Q/response@${utc('2025-02-01 02:00')}`;
    const events = [
      on('2025-01-31 22:00').recorded('Q', 'medium'),
      accepted('2025-02-05 09:00', 'provider'),
      contested('2025-03-10 23:00', line, 'provider'),
    ];
    expect(await faultLines(scenario('2025-04-01', events, { missOwnedBy: 'record' }))).toEqual([]);
  });
});

it('the statement of the last month may be contested though nothing is owed any more', async () => {
  const reports = Array.from({ length: 12 }, (_, index) => {
    const wall = index === 11 ? '2026-01-02' : `2025-${String(index + 2).padStart(2, '0')}-02`;
    return on(`${wall} 09:00`).reportOf(`2025-${String(index + 1).padStart(2, '0')}`);
  });
  const contest = contested('2026-01-10 09:00', 'invoice/2025-12/fee', 'client', '2025-12');
  const events = [on('2025-01-01 09:00').payment('240000.00'), ...reports, contest];
  const { contests } = await rehearsed(scenario('2026-01-20', events));
  expect(contests).toHaveLength(1);
});

describe('a statement may be answered', () => {
  it.each<[string, ScenarioEvent[], RegExp]>([
    ['up to the end of the 10th', [contested('2025-02-10 23:59', RESPONSE, 'client')], /^$/],
    ['at the very end of it', [contested('2025-02-11 00:00', RESPONSE, 'client')], /^$/],
    [
      'not after it',
      [contested('2025-02-11 00:01', RESPONSE, 'client')],
      /\.at: the statement of 2025-01 could be answered until 2025-02-10T16:00:00Z/,
    ],
    [
      'not before its month has closed',
      [contested('2025-01-20 00:00', RESPONSE, 'client')],
      /\.period: 2025-01 has no statement, no month has closed yet/,
    ],
    [
      'by lines that it has',
      [contested('2025-02-05 00:00', 'miss/X', 'client')],
      /\.line: miss\/X is no line of 2025-01, allowed: miss\/R\/response@/,
    ],
    [
      'once a line at a time',
      [
        contested('2025-02-05 00:00', RESPONSE, 'client'),
        contested('2025-02-06 00:00', RESPONSE, 'provider'),
      ],
      /events\[2\]\.line: .* is contested already/,
    ],
    [
      'and not contested once it was accepted',
      [accepted('2025-02-05 00:00', 'client'), contested('2025-02-06 00:00', RESPONSE, 'client')],
      /events\[2\]\.party: the client has accepted this statement/,
    ],
    [
      'but by the other party still',
      [accepted('2025-02-05 00:00', 'client'), contested('2025-02-06 00:00', RESPONSE, 'provider')],
      /^$/,
    ],
    [
      'and accepted once',
      [accepted('2025-02-05 00:00', 'client'), accepted('2025-02-06 00:00', 'client')],
      /events\[2\]\.party: the client has accepted it before/,
    ],
  ])('%s', async (_, events, line) => {
    const lines = await faultLines(scenario('2025-03-01', [MISSED, ...events]));
    expect(lines.join('\n')).toMatch(line);
  });
});

describe('a decision', () => {
  const contest = contested('2025-02-05 09:00', RESPONSE, 'provider');

  it.each<[string, ScenarioEvent[], RegExp]>([
    [
      'is not by the one who contested',
      [contest, decided('2025-02-20 09:00', RESPONSE, 'stands', { by: 'provider' })],
      /events\[2\]\.by: contested the line, allowed: somebody else/,
    ],
    [
      'waives nothing by itself',
      [contest, decided('2025-02-20 09:00', RESPONSE, 'waived')],
      /events\[2\]\.decision: nothing about .* was waived, allowed: put the fact right first/,
    ],
    [
      'corrects nothing by itself',
      [contest, decided('2025-02-20 09:00', RESPONSE, 'corrected')],
      /events\[2\]\.decision: nothing about .* was corrected/,
    ],
    [
      'is of a contested line',
      [decided('2025-02-20 09:00', RESPONSE, 'stands')],
      /events\[1\]\.line: .* is not contested/,
    ],
  ])('%s', async (_, events, line) => {
    expect(await faultLines(scenario('2025-03-01', [MISSED, ...events]))).toEqual([
      expect.stringMatching(line),
    ]);
  });
});

it('a contract is not closed, and the settlement pays nothing out, while a line of it is contested', async () => {
  const last = on('2025-12-20 09:00').recorded('L', 'critical');
  const line = `miss/L/response@${utc('2025-12-20 09:15')}`;
  const contest = contested('2026-01-05 09:00', line, 'provider', '2025-12');
  const run = async (...events: ScenarioEvent[]) =>
    (await rehearsed(scenario('2026-02-01', [last, ...events]))).settlement?.penaltiesPaidOut;
  expect(await run()).toBe('2400.00');
  expect(await run(contest)).toBe('1200.00');
  expect(await run(contest, decided('2026-01-20 09:00', line, 'stands', { period: '2025-12' }))).toBe(
    '2400.00',
  );
});
