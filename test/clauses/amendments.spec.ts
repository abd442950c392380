import { type ScenarioEvent } from '../support/scenarios.js';
import { faultLines, on, rehearsed, scenario, shanghai, targetsOf } from '../support/builders.js';

/** What an amendment changes, and what it leaves alone. The simulator; no server. */

function amended(
  wall: string,
  effectiveDate: string,
  parameters: Readonly<Record<string, unknown>>,
): ScenarioEvent {
  return {
    at: shanghai(wall),
    type: 'amendment.agreed',
    effectiveDate,
    parameters: { ...parameters },
    reason: 'more users',
  };
}

describe('an amendment of the fee', () => {
  // Six months at 20,000.00 and six at 25,000.00 come to 270,000.00: 5 permille are 1,350.00, the cap is 27,000.00.
  const half = amended('2025-03-10 09:00', '2025-07-01', { monthlyFee: '25000.00' });

  it('leaves the invoices before it and changes those after it', async () => {
    const { invoices, amendments } = await rehearsed(scenario('2026-01-01', [half]));
    expect(invoices.map(({ period, amount }) => `${period} ${amount}`)).toEqual(
      Array.from({ length: 12 }, (_, index) => {
        const month = String(index + 1).padStart(2, '0');
        return `2025-${month} ${index < 6 ? '20000.00' : '25000.00'}`;
      }),
    );
    expect(amendments).toEqual([
      {
        amendment: 'A-1',
        effectiveAt: '2025-06-30T16:00:00Z',
        status: 'effective',
        totalAmount: '270000.00',
      },
    ]);
  });

  it.each([
    ['before it takes effect', '2025-06-30 23:00', '2025-07-01', '1200.00'],
    ['at the instant it takes effect', '2025-06-30 23:45', '2025-08-01', '1350.00'],
    ['after it', '2025-07-02 09:00', '2025-08-01', '1350.00'],
  ])('a target missed %s costs by the total then in force', async (_, recorded, until, penalty) => {
    // Critical: 15 minutes to respond. 23:45 on the last of June is missed at 24:00, which belongs to July.
    const events = [half, on(recorded).recorded('R', 'critical')];
    const { misses } = await rehearsed(scenario(until, events));
    expect(misses.find(({ target }) => target === 'response')?.penalty).toBe(penalty);
  });

  it('keeps the streak and what was used of the cap', async () => {
    const failing = ['05', '06', '07'].map((month) => on(`2025-${month}-10 09:00`).recorded(month, 'medium'));
    const { months, terminationRight } = await rehearsed(scenario('2025-08-02', [half, ...failing]));
    expect(months.slice(4).map(({ streak }) => streak)).toEqual([1, 2, 3]);
    expect(terminationRight?.periods).toEqual(['2025-05', '2025-06', '2025-07']);
  });

  it('is of the months that are left where an earlier amendment has changed some', async () => {
    const second = amended('2025-08-10 09:00', '2025-10-01', { monthlyFee: '30000.00' });
    const { amendments, invoices } = await rehearsed(scenario('2026-01-01', [half, second]));
    // 6 x 20,000 + 3 x 25,000 + 3 x 30,000.
    expect(amendments.map(({ totalAmount }) => totalAmount)).toEqual(['270000.00', '285000.00']);
    expect(invoices.at(-1)?.amount).toBe('30000.00');
  });
});

describe('an amendment of targets and rules', () => {
  const faster = amended('2025-03-10 09:00', '2025-04-01', { responseMediumMinutes: 60 });

  it.each([
    ['on record before it, the clocks it had', '2025-03-31 23:59', 'response missed 2025-04-01 03:59'],
    ['put on record with it, the new ones', '2025-04-01 00:00', 'response missed 2025-04-01 01:00'],
  ])('a request has, %s', async (_, recorded, expected) => {
    const document = await rehearsed(scenario('2025-04-02', [faster, on(recorded).recorded('R', 'medium')]));
    expect(targetsOf(document, 'R')[0]).toBe(expected);
  });

  it('judges a month by what held in it, also when a waiver comes later', async () => {
    // From April on only an attainment below 50 % of Medium makes a month fail; March had one miss.
    const milder = amended('2025-03-10 09:00', '2025-04-01', {
      monthFails: 'attainmentBelow',
      attainmentMediumPercent: '50',
    });
    const events = [
      milder,
      on('2025-03-12 09:00').recorded('A', 'medium'),
      on('2025-03-12 09:05').responded('A'),
      on('2025-03-12 09:10').recorded('B', 'medium'),
      on('2025-05-02 09:00').waived('B', 'response'),
    ];
    const { months } = await rehearsed(scenario('2025-05-03', events));
    expect(months[2]).toMatchObject({ period: '2025-03', misses: 3, waived: 1, failed: true });
  });

  it('costs what the rules of the day of the miss say, however late it is fixed', async () => {
    const dearer = amended('2025-03-10 09:00', '2025-04-01', { penaltyPermille: '10' });
    const events = [
      dearer,
      on('2025-03-30 09:00').recorded('A', 'critical'),
      on('2025-04-02 09:00').recorded('B', 'critical'),
    ];
    const { misses } = await rehearsed(scenario('2025-05-01', events));
    const responses = misses.filter(({ target }) => target === 'response');
    expect(responses.map(({ penalty }) => penalty)).toEqual(['1200.00', '2400.00']);
  });
});

describe('an amendment is refused', () => {
  it.each<[string, ScenarioEvent, RegExp]>([
    [
      'for a day that has passed',
      amended('2025-03-10 09:00', '2025-03-01', { monthlyFee: '1.00' }),
      /^events\[0\]\.effectiveDate: .*is not within the rest of the term, allowed: after 2025-03-10T01:00:00Z/,
    ],
    [
      'for the end of the term',
      amended('2025-03-10 09:00', '2026-01-01', { monthlyFee: '1.00' }),
      /^events\[0\]\.effectiveDate: .*is not within the rest of the term/,
    ],
    [
      'within a month, where it changes the fee',
      amended('2025-03-10 09:00', '2025-04-15', { monthlyFee: '25000.00' }),
      /^events\[0\]\.effectiveDate: .*is within a month of the contract, allowed: the first of a month/,
    ],
    [
      'for a day on which the term that it shortens is over',
      amended('2025-03-10 09:00', '2025-07-01', { termMonths: 6 }),
      /^events\[0\]\.effectiveDate: .*is not before 2025-06-30T16:00:00Z, when the amended term ends/,
    ],
    [
      'where it moves the start of the term',
      amended('2025-03-10 09:00', '2025-04-01', { termStart: '2025-02-01' }),
      /^events\[0\]\.termStart: would change what was before the amendment/,
    ],
    [
      'where it moves the zone',
      amended('2025-03-10 09:00', '2025-04-01', { zone: 'Europe/Berlin' }),
      /^events\[0\]\.(?:effectiveDate|termStart|zone): /,
    ],
    [
      'with a parameter that is none',
      amended('2025-03-10 09:00', '2025-04-01', { monthlyFees: '1.00' }),
      /^events\[0\]\.parameters\.monthlyFees: /,
    ],
    [
      'where it would change an invoice that was issued',
      amended('2025-02-10 09:00', '2025-03-01', { monthlyFee: '25000.00', invoiceCycle: 'quarter' }),
      /^events\[0\]\.invoices: /,
    ],
  ])('%s', async (_, event, line) => {
    const parameters = line.source.includes('invoices') ? { invoiceCycle: 'quarter' } : {};
    expect(await faultLines(scenario('2025-12-31', [event], parameters))).toEqual([
      expect.stringMatching(line),
    ]);
  });

  it('while another is on its way', async () => {
    const first = amended('2025-03-10 09:00', '2025-07-01', { monthlyFee: '25000.00' });
    const second = amended('2025-03-11 09:00', '2025-08-01', { monthlyFee: '26000.00' });
    expect(await faultLines(scenario('2025-12-31', [first, second]))).toEqual([
      'events[1].amendment: A-1 is agreed and not in effect yet, allowed: one amendment after the other',
    ]);
  });
});

it('a change of words may take effect on any day, and changes no amount and no deadline', async () => {
  const words = amended('2025-03-10 09:00', '2025-04-15', { bankAccountNumber: '1111 2222' });
  const events = [on('2025-04-20 09:00').recorded('R', 'medium')];
  const { amendments, ...changed } = await rehearsed(scenario('2025-06-01', [words, ...events]));
  const { amendments: none, ...plain } = await rehearsed(scenario('2025-06-01', events));
  expect(changed).toEqual(plain);
  expect(none).toEqual([]);
  expect(amendments).toHaveLength(1);
});

it('a longer term goes on with its new months', async () => {
  const longer = amended('2025-03-10 09:00', '2025-07-01', { termMonths: 18 });
  const { status, invoices } = await rehearsed(scenario('2026-02-01', [longer]));
  expect([status, invoices.length, invoices.at(-1)?.period]).toEqual(['active', 14, '2026-02']);
});
