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
