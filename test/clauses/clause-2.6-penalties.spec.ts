import { on, rehearsed, scenario } from '../support/builders.js';
import { type ScenarioEvent } from '../support/scenarios.js';

/** A critical request of the day that misses its response by a second, and nothing else. */
function missed(request: string, date: string): ScenarioEvent[] {
  const events = [on(`${date} 08:00`).recorded(request, 'critical'), on(`${date} 08:16`).responded(request)];
  return [...events, on(`${date} 08:20`).resolved(request)];
}

async function penalties(until: string, events: ScenarioEvent[], parameters = {}): Promise<string[]> {
  const { misses } = await rehearsed(scenario(until, events, parameters));
  return misses.map(({ request, target, penalty, cumulative, capped, waived }) => {
    const marks = `${capped ? ' capped' : ''}${waived ? ' waived' : ''}`;
    return `${request} ${target} ${penalty} ${cumulative}${marks}`;
  });
}

const days = (count: number, month = '02'): string[] =>
  Array.from({ length: count }, (_, index) => `2025-${month}-${String(index + 1).padStart(2, '0')}`);

describe('clause 2.6: each miss costs its permille of the total contract amount', () => {
  it.each<[law: string, parameters: object, penalty: string]>([
    ['5 permille of 240,000.00', {}, '1200.00'],
    ['of the whole term, not of the month', { termMonths: 6 }, '600.00'],
    [
      '12.75 permille of 642,003.18, rounded half up',
      { termMonths: 6, monthlyFee: '107000.53', penaltyPermille: '12.75' },
      '8185.54',
    ],
    ['half a fen is rounded up', { termMonths: 1, monthlyFee: '1.00', penaltyPermille: '5' }, '0.01'],
    [
      'less than half a fen is nothing, and that is no cap',
      { termMonths: 1, monthlyFee: '0.90', penaltyPermille: '5' },
      '0.00',
    ],
  ])('%s', async (_, parameters, penalty) => {
    expect(await penalties('2025-01-20', missed('A', '2025-01-06'), parameters)).toEqual([
      `A response ${penalty} ${penalty}`,
    ]);
  });

  it('two misses of one request both count', async () => {
    const event = on('2025-01-06 08:00').recorded('A', 'high');
    expect(await penalties('2025-01-20', [event])).toEqual([
      'A response 1200.00 1200.00',
      'A workaround 1200.00 2400.00',
      'A resolution 1200.00 3600.00',
    ]);
  });

  it('misses come by instant, then request, then target, as plain strings', async () => {
    const events = ['b', 'B', 'A2', 'A10'].map((request) =>
      on('2025-01-06 08:00').recorded(request, 'critical'),
    );
    const listed = await penalties('2025-01-06 08:15', events);
    expect(listed.map((line) => line.split(' ')[0])).toEqual(['A10', 'A2', 'B', 'b']);
  });
});

describe('clause 2.6: the cap of 10 percent', () => {
  const five = days(5).flatMap((date, index) => missed(`C${index + 1}`, date));

  it.each<[law: string, until: string, events: ScenarioEvent[], expected: string[]]>([
    [
      'a miss beyond it is recorded with what fits, then with nothing',
      '2025-02-20',
      five,
      [
        'C1 response 7200.00 7200.00',
        'C2 response 7200.00 14400.00',
        'C3 response 7200.00 21600.00',
        'C4 response 2400.00 24000.00 capped',
        'C5 response 0.00 24000.00 capped',
      ],
    ],
    [
      'a miss waived before the close leaves its part to the later ones',
      '2025-02-20',
      [...five, on('2025-02-10').waived('C1', 'response')],
      [
        'C1 response 0.00 0.00 waived',
        'C2 response 7200.00 7200.00',
        'C3 response 7200.00 14400.00',
        'C4 response 7200.00 21600.00',
        'C5 response 2400.00 24000.00 capped',
      ],
    ],
    [
      'one waived after the close frees room for later months only',
      '2025-03-20',
      [
        ...five,
        on('2025-03-01').waived('C1', 'response'),
        ...missed('D1', '2025-03-05'),
        ...missed('D2', '2025-03-06'),
      ],
      [
        'C1 response 0.00 0.00 waived',
        'C2 response 7200.00 7200.00',
        'C3 response 7200.00 14400.00',
        'C4 response 2400.00 16800.00 capped',
        'C5 response 0.00 16800.00 capped',
        'D1 response 7200.00 24000.00',
        'D2 response 0.00 24000.00 capped',
      ],
    ],
    [
      'a capped one that is waived later stays capped',
      '2025-03-20',
      [...five, on('2025-03-01').waived('C4', 'response')],
      [
        'C1 response 7200.00 7200.00',
        'C2 response 7200.00 14400.00',
        'C3 response 7200.00 21600.00',
        'C4 response 0.00 21600.00 capped waived',
        'C5 response 0.00 21600.00 capped',
      ],
    ],
    [
      'one that would be capped and is waived before the close is not',
      '2025-03-20',
      [...five, on('2025-02-28').waived('C5', 'response')],
      [
        'C1 response 7200.00 7200.00',
        'C2 response 7200.00 14400.00',
        'C3 response 7200.00 21600.00',
        'C4 response 2400.00 24000.00 capped',
        'C5 response 0.00 24000.00 waived',
      ],
    ],
  ])('%s', async (_, until, events, expected) => {
    expect(await penalties(until, events, { penaltyPermille: '30' })).toEqual(expected);
  });

  it('is rounded down to the fen', async () => {
    const events = days(2).flatMap((date, index) => missed(`C${index + 1}`, date));
    const small = { termMonths: 7, monthlyFee: '333.33', penaltyPermille: '60' };
    expect(await penalties('2025-02-20', events, small)).toEqual([
      'C1 response 140.00 140.00',
      'C2 response 93.33 233.33 capped',
    ]);
  });
});

describe('clause 2.6: penalties are offset against the next invoice', () => {
  it.each<[law: string, until: string, events: ScenarioEvent[], credited: string[], paidOut: string | null]>([
    ['the next one', '2025-03-01', missed('A', '2025-01-06'), ['0.00', '1200.00', '0.00'], null],
    [
      'a miss at 00:00 of the 1st belongs to the one after',
      '2025-03-01',
      [on('2025-01-31 23:45').recorded('A', 'critical'), on('2025-02-01 01:00').path('A')],
      ['0.00', '0.00', '1200.00'],
      null,
    ],
    [
      'nothing for a miss that was waived in time',
      '2025-02-01',
      [...missed('A', '2025-01-06'), on('2025-01-31 23:59:59').waived('A', 'response')],
      ['0.00', '0.00'],
      null,
    ],
    [
      'an event at 00:00 of the 1st comes after the close and before the invoice',
      '2025-02-01',
      [...missed('A', '2025-01-06'), on('2025-02-01').waived('A', 'response')],
      ['0.00', '0.00'],
      null,
    ],
    [
      'one waived after its credit is netted in later credits',
      '2025-04-01',
      [
        ...missed('A', '2025-01-06'),
        ...missed('B', '2025-02-06'),
        ...missed('C', '2025-02-07'),
        on('2025-02-20').waived('A', 'response'),
      ],
      ['0.00', '1200.00', '1200.00', '0.00'],
      null,
    ],
    [
      'never below zero',
      '2025-04-01',
      [...missed('A', '2025-01-06'), on('2025-02-20').waived('A', 'response')],
      ['0.00', '1200.00', '0.00', '0.00'],
      null,
    ],
    [
      'what no invoice took is paid out at the end',
      '2025-03-01',
      [
        ...missed('A', '2025-01-06'),
        ...missed('B', '2025-02-06'),
        on('2025-02-10').agreedToEnd('2025-02-20'),
      ],
      ['0.00', '1200.00'],
      '1200.00',
    ],
    [
      'nothing is paid out twice',
      '2025-03-01',
      [...missed('A', '2025-01-06'), on('2025-02-10').agreedToEnd('2025-02-20')],
      ['0.00', '1200.00'],
      '0.00',
    ],
    [
      'a waiver after the end is known in the settlement',
      '2025-03-05',
      [
        ...missed('A', '2025-01-06'),
        ...missed('B', '2025-02-06'),
        on('2025-02-10').agreedToEnd('2025-02-20'),
        on('2025-03-01').waived('B', 'response'),
      ],
      ['0.00', '1200.00'],
      '0.00',
    ],
  ])('%s', async (_, until, events, credited, paidOut) => {
    const document = await rehearsed(scenario(until, events));
    expect(document.invoices.map((invoice) => invoice.credited)).toEqual(credited);
    expect(document.settlement?.penaltiesPaidOut ?? null).toBe(paidOut);
  });

  it('never more than the invoice; the rest is carried on', async () => {
    const events = days(4, '01').flatMap((date, index) => missed(`C${index}`, date));
    const document = await rehearsed(scenario('2025-03-01', events, { penaltyPermille: '30' }));
    expect(document.invoices.map(({ credited, payable, status }) => [credited, payable, status])).toEqual([
      ['0.00', '20000.00', 'overdue'],
      ['20000.00', '0.00', 'paid'],
      ['4000.00', '16000.00', 'open'],
    ]);
  });
});
