import { faultLines, shanghai, utc } from '../support/builders.js';
import { at, chargedFen, rehearsed } from '../support/money-law.js';
import { type ScenarioEvent, type ScenarioFile } from '../support/scenarios-frame.js';
import { type RehearsalDocument } from '#rehearsal/document';

/**
 * Clauses 2.4 and 2.5 of the tiered support contract. 20,000.00 a month: below 99 % a credit of 1,000.00, below 97 % of
 * 2,000.00, below 95 % of 5,000.00; at most 4,000.00 a month and 24,000.00 in any twelve months. Simulator, real rules.
 */
const support = (
  until: string,
  events: readonly ScenarioEvent[],
  parameters: ScenarioFile['parameters'] = {},
): ScenarioFile => ({
  template: 'tiered-support-2025',
  parameters: { termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00', ...parameters },
  events,
  until: shanghai(until),
});

/** A request of priority 3, answered and resolved on its day at these times of the wall clock; null for never. */
function request(name: string, date: string, responded: string | null, resolved = '17:00'): ScenarioEvent[] {
  const event = (time: string) => ({ at: shanghai(`${date} ${time}`), request: name });
  return [
    { ...event('09:00'), type: 'request.recorded', urgency: 'low', impact: 'low' },
    ...(responded === null ? [] : [{ ...event(responded), type: 'request.responded' as const }]),
    { ...event(resolved), type: 'request.resolved' },
  ];
}

/** Requests of a day with so many targets met and so many missed: each has two, and a miss is one of a response. */
function targets(date: string, met: number, missed: number): ScenarioEvent[] {
  const name = (kind: string, index: number): string => `${date} ${kind}${index}`;
  const bad = Array.from({ length: missed }, (_, index) => request(name('bad', index), date, null));
  const good = Array.from({ length: (met - missed) / 2 }, (_, index) =>
    request(name('good', index), date, '09:10'),
  );
  return inOrder([...bad.flat(), ...good.flat()]);
}

function inOrder(events: readonly ScenarioEvent[]): ScenarioEvent[] {
  return [...events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The credits as `month permille amount`. */
const creditsOf = (document: RehearsalDocument): string[] =>
  document.charges.map(({ key, permille, amount }) => `${key} ${permille} ${amount}`);

/** A working day of each month of 2025. */
const MONTHS = ['01-06', '02-10', '03-10', '04-10', '05-12', '06-10']
  .concat(['07-10', '08-11', '09-10', '10-13', '11-10', '12-10'])
  .map((day) => `2025-${day}`);

describe('the tiers (clause 2.4 (1), (2))', () => {
  it.each<[number, number, string, string, string]>([
    [10, 0, '100.0', '0', '0.00'],
    [99, 1, '99.0', '0', '0.00'],
    // 98.98 %: the rest behind one decimal is dropped.
    [97, 1, '98.9', '50', '1000.00'],
    [97, 3, '97.0', '50', '1000.00'],
    [126, 4, '96.9', '100', '2000.00'],
    [19, 1, '95.0', '100', '2000.00'],
    // 5,000.00 by the third tier, of which 4,000.00 are owed in a month.
    [93, 5, '94.8', '250', '4000.00'],
    [1, 1, '50.0', '250', '4000.00'],
  ])('%i targets met and %i missed are %s %%: %s permille', async (met, missed, _, permille, amount) => {
    const document = await rehearsed(support('2025-02-01', targets('2025-01-06', met, missed)));
    expect(creditsOf(document)).toEqual([`2025-01 ${permille} ${amount}`]);
  });

  it.each<[string, string]>([
    // Four hours of service time from 09:00, less an hour at noon.
    ['13:59:59', '2025-01 0 0.00'],
    ['14:00:00', '2025-01 0 0.00'],
    ['14:00:01', '2025-01 250 4000.00'],
  ])('a response at %s', async (responded, line) => {
    const events = request('R', '2025-01-06', responded);
    expect(creditsOf(await rehearsed(support('2025-02-01', events)))).toEqual([line]);
  });

  it('of a month that is not whole: of its own fee, under the cap of a whole one', async () => {
    const file = support('2025-02-01', targets('2025-01-20', 1, 1), { termStart: '2025-01-16' });
    // Sixteen days are 10,322.58; 250 permille of that are 2,580.645.
    expect(creditsOf(await rehearsed(file))).toEqual(['2025-01 250 2580.65']);
  });

  it('a month without a decided target gives none', async () => {
    expect(creditsOf(await rehearsed(support('2025-03-01', [])))).toEqual([]);
    // On record on the last working day of January, due on the first one after the Spring Festival.
    const event = (wall: string) => ({ at: shanghai(wall), request: 'R' });
    const over: ScenarioEvent[] = [
      { ...event('2025-01-27 17:00'), type: 'request.recorded', urgency: 'low', impact: 'low' },
      { ...event('2025-02-06 10:00'), type: 'request.resolved' },
    ];
    const document = await rehearsed(support('2025-03-01', over));
    expect(document.misses).toEqual([
      expect.objectContaining({ at: utc('2025-02-05 12:00'), period: '2025-02' }),
    ]);
    expect(creditsOf(document)).toEqual(['2025-02 250 4000.00']);
  });
});

describe('the caps (clause 2.4 (3))', () => {
  it('any twelve months: six months fill it, and the next one that fits is a year after the first', async () => {
    const events = [...MONTHS, '2026-01-12', '2026-02-10'].flatMap((date) => targets(date, 1, 1));
    const document = await rehearsed(support('2026-03-01', events, { termMonths: 14 }));
    expect(document.charges.map(({ period, amount }) => `${period} ${amount}`)).toEqual([
      ...['01', '02', '03', '04', '05', '06'].map((month) => `2025-${month} 4000.00`),
      ...['07', '08', '09', '10', '11', '12'].map((month) => `2025-${month} 0.00`),
      '2026-01 4000.00',
      '2026-02 4000.00',
    ]);
  });

  it.each<[string, string, string[]]>([
    ['1', '10', ['2025-01 250 200.00', '2025-02 250 200.00']],
    ['100', '10', ['2025-01 250 5000.00', '2025-02 250 5000.00']],
    ['100', '3', ['2025-01 250 5000.00', '2025-02 250 2200.00']],
    // 0.33333 % of 240,000.00 are 799.992.
    ['100', '0.33333', ['2025-01 250 799.99', '2025-02 250 0.00']],
  ])('%s %% of a month, %s %% of twelve', async (monthlyCreditCapPercent, yearlyCreditCapPercent, lines) => {
    const events = [...targets('2025-01-06', 1, 1), ...targets('2025-02-10', 1, 1)];
    const caps = { monthlyCreditCapPercent, yearlyCreditCapPercent };
    expect(creditsOf(await rehearsed(support('2025-03-01', events, caps)))).toEqual(lines);
  });
});

describe('a miss that is waived (clause 2.4 (4))', () => {
  const five = targets('2025-01-06', 93, 5);
  const waived = (wall: string, index: number): ScenarioEvent =>
    at(wall).waived(`2025-01-06 bad${index}`, 'response');

  it.each<[string, ScenarioEvent[], string[]]>([
    ['before the close: 93 of 97', [waived('2025-01-31 09:00', 0)], ['2025-01 100 2000.00']],
    ['at the close', [waived('2025-02-01', 0)], ['2025-01 250 4000.00', '2025-01 100 -2000.00']],
    ['after it', [waived('2025-02-03 09:00', 0)], ['2025-01 250 4000.00', '2025-01 100 -2000.00']],
    ['months after it', [waived('2025-06-03 09:00', 0)], ['2025-01 250 4000.00', '2025-01 100 -2000.00']],
    [
      // 95.8, 96.8, 97.8 and 98.9 %: a waiver that changes nothing writes nothing.
      'one after the other',
      [0, 1, 2, 3].map((index) => waived(`2025-02-0${index + 3} 09:00`, index)),
      ['2025-01 250 4000.00', '2025-01 100 -2000.00', '2025-01 50 -1000.00'],
    ],
    ['all of them', [0, 1, 2, 3, 4].map((index) => waived('2025-01-31 09:00', index)), ['2025-01 0 0.00']],
  ])('%s', async (_, waivers, lines) => {
    expect(creditsOf(await rehearsed(support('2025-07-01', [...five, ...waivers])))).toEqual(lines);
  });

  it('is netted against later credits, never taken from an invoice', async () => {
    const events = inOrder([...five, waived('2025-02-03 09:00', 0), ...targets('2025-02-10', 1, 1)]);
    const { invoices } = await rehearsed(support('2025-03-15', events));
    expect(invoices.map(({ credited }) => credited)).toEqual(['0.00', '4000.00', '2000.00']);
  });

  it('frees room for the months to come, not for one that was fixed before', async () => {
    const events = inOrder([
      ...MONTHS.slice(0, 8).flatMap((date) => targets(date, 1, 1)),
      at('2025-08-04 09:00').waived('2025-01-06 bad0', 'response'),
    ]);
    const document = await rehearsed(support('2025-09-01', events));
    expect(creditsOf(document).slice(6)).toEqual([
      '2025-07 250 0.00',
      '2025-01 0 -4000.00',
      '2025-08 250 4000.00',
    ]);
    expect(chargedFen(document)).toBe(2_400_000);
  });
});

describe('the set-off (clause 3.2 (3))', () => {
  const allOfIt = {
    monthlyCreditCapPercent: '100',
    creditThirdPermille: '1000',
    yearlyCreditCapPercent: '30',
  };

  it('against the next invoice, up to its amount', async () => {
    const { invoices } = await rehearsed(support('2025-02-01', targets('2025-01-06', 1, 1), allOfIt));
    expect(invoices.map(({ credited, payable, status }) => [credited, payable, status])).toEqual([
      ['0.00', '20000.00', 'overdue'],
      ['20000.00', '0.00', 'paid'],
    ]);
  });

  it('what no invoice takes is paid out in the settlement', async () => {
    const events = [...targets('2025-01-06', 1, 1), ...targets('2025-02-10', 1, 1)];
    const { settlement, invoices } = await rehearsed(support('2025-03-01', events, { termMonths: 2 }));
    expect(invoices.map(({ credited }) => credited)).toEqual(['0.00', '4000.00']);
    // 10 % of twelve monthly fees are not reached.
    expect(settlement).toMatchObject({ outstanding: '36000.00', penaltiesPaidOut: '4000.00' });
  });
});

describe('the right to terminate (clause 2.5)', () => {
  const failed = (...months: number[]): ScenarioEvent[] =>
    months.flatMap((month) => targets(MONTHS[month - 1] ?? '', 1, 1));
  const NO_RIGHT = expect.stringContaining(
    'there is no termination right that could be exercised',
  ) as unknown;

  it.each<[string, ScenarioEvent[], number[]]>([
    ['50 %', targets('2025-01-06', 1, 1), [1]],
    // Priority 3 asks for 85 %.
    ['exactly 85 %', targets('2025-01-06', 17, 3), [0]],
    ['84.8 %', targets('2025-01-06', 56, 10), [1]],
  ])('a month of %s', async (_, events, streaks) => {
    const { months } = await rehearsed(support('2025-02-01', events));
    expect(months.map(({ streak }) => streak)).toEqual(streaks);
  });

  it.each<[string, ScenarioEvent[], string | null]>([
    ['three in a row', failed(1, 2, 3), '2025-04-01'],
    ['two in a row', failed(1, 2), null],
    ['a month without requests between them', failed(1, 3, 4), '2025-05-01'],
    ['a good month between them', [...failed(1, 2), ...targets('2025-03-10', 2, 0), ...failed(4, 5)], null],
    [
      'one of them waived',
      [...failed(1, 2, 3), at('2025-04-05 09:00').waived('2025-02-10 bad0', 'response')],
      null,
    ],
  ])('%s', async (_, events, arisenAt) => {
    const { terminationRight } = await rehearsed(support('2025-06-01', events));
    expect(terminationRight?.arisenAt ?? null).toBe(arisenAt && utc(arisenAt));
  });

  it.each<[string, unknown[]]>([
    ['2025-03-31 23:59:59', [NO_RIGHT]],
    // The month closes before what happens at that instant; six months later the last moment is included.
    ['2025-04-01 00:00:00', []],
    ['2025-10-01 00:00:00', []],
    ['2025-10-01 00:00:01', [NO_RIGHT]],
  ])('exercised at %s', async (wall, lines) => {
    const events = [...failed(1, 2, 3), at(wall).exercised()];
    expect(await faultLines(support('2025-12-01', events))).toEqual(lines);
  });

  it.each<[number, string, string]>([
    [30, '2025-04-01 09:00', '2025-05-02'],
    [1, '2025-04-01 09:00', '2025-04-03'],
    [0, '2025-04-01 09:00', '2025-04-01 09:00'],
  ])('%i days of notice from %s: the end is %s', async (terminationNoticeDays, wall, endsAt) => {
    const file = support('2025-07-01', [...failed(1, 2, 3), at(wall).exercised()], { terminationNoticeDays });
    const { status, settlement } = await rehearsed(file);
    expect(status).toBe('terminated');
    expect(settlement?.at).toBe(utc(endsAt));
  });
});
