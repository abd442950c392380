import { on, rehearsed, scenario, wallTime } from '../support/builders.js';
import { type ScenarioEvent } from '../support/scenarios.js';

type Parameters = Record<string, string | number>;

async function invoices(until: string, events: ScenarioEvent[], parameters: Parameters): Promise<string[]> {
  const document = await rehearsed(scenario(until, events, parameters));
  return document.invoices.map(({ period, issuedAt, amount }) => `${period} ${wallTime(issuedAt)} ${amount}`);
}

describe('clause 3.1: a fixed monthly fee', () => {
  it.each<[law: string, parameters: Parameters, until: string, expected: string[]]>([
    [
      'is invoiced at the start of each month, that very instant included',
      {},
      '2025-02-01',
      ['2025-01 2025-01-01 00:00 20000.00', '2025-02 2025-02-01 00:00 20000.00'],
    ],
    ['not a second before', {}, '2025-01-31 23:59:59', ['2025-01 2025-01-01 00:00 20000.00']],
    [
      'part months by actual days; the last takes the remainder',
      { termStart: '2025-01-15', termMonths: 2 },
      '2025-04-01',
      [
        '2025-01 2025-01-15 00:00 10967.74',
        '2025-02 2025-02-01 00:00 20000.00',
        '2025-03 2025-03-01 00:00 9032.26',
      ],
    ],
    [
      'from the 31st: the term ends with a shorter month’s last day',
      { termStart: '2025-01-31', termMonths: 1 },
      '2025-04-01',
      ['2025-01 2025-01-31 00:00 645.16', '2025-02 2025-02-01 00:00 19354.84'],
    ],
    [
      'from the 31st over a month that has one: to the day before it',
      { termStart: '2025-01-31', termMonths: 2 },
      '2025-05-01',
      [
        '2025-01 2025-01-31 00:00 645.16',
        '2025-02 2025-02-01 00:00 20000.00',
        '2025-03 2025-03-01 00:00 19354.84',
      ],
    ],
    [
      'from the 30th into February',
      { termStart: '2025-01-30', termMonths: 1 },
      '2025-04-01',
      ['2025-01 2025-01-30 00:00 1290.32', '2025-02 2025-02-01 00:00 18709.68'],
    ],
    [
      'half a fen is rounded up',
      { termStart: '2025-02-15', termMonths: 1, monthlyFee: '0.01' },
      '2025-04-01',
      ['2025-02 2025-02-15 00:00 0.01', '2025-03 2025-03-01 00:00 0.00'],
    ],
  ])('%s', async (_, parameters, until, expected) => {
    expect(await invoices(until, [], parameters)).toEqual(expected);
  });

  it.each<[law: string, events: ScenarioEvent[], last: string]>([
    ['none after the end', [on('2025-04-10').agreedToEnd('2025-04-30 23:59:59')], '2025-04'],
    ['none at an end at 00:00 of the 1st', [on('2025-04-10').agreedToEnd('2025-05-01')], '2025-04'],
    [
      'none where that end was agreed on at that instant',
      [on('2025-05-01').agreedToEnd('2025-05-01')],
      '2025-04',
    ],
    [
      'one where the end comes a second later',
      [on('2025-04-10').agreedToEnd('2025-05-01 00:00:01')],
      '2025-05',
    ],
  ])('invoices: %s', async (_, events, last) => {
    expect((await invoices('2025-07-01', events, {})).at(-1)?.slice(0, 7)).toBe(last);
  });

  it.each<[fee: string, capitals: string]>([
    ['20000.00', '人民币贰万元整'],
    ['107000.53', '人民币壹拾万柒仟元零伍角叁分'],
    ['0.01', '人民币壹分'],
  ])('is written in capitals: %s', async (monthlyFee, capitals) => {
    const document = await rehearsed(scenario('2025-01-02', [], { monthlyFee }));
    expect(document.invoices[0]?.amountInCapitals).toBe(capitals);
  });

  it.each<[law: string, end: string, refund: string]>([
    ['the days after the one of the end are unused', '2025-04-20 12:00', '6666.67'],
    ['an end at 00:00 leaves that day unused too', '2025-04-21', '6666.67'],
    ['an end in the last day leaves none', '2025-04-30 10:00', '0.00'],
    ['an end with the month leaves none', '2025-05-01', '0.00'],
  ])('the fee of unused days is refunded: %s', async (_, end, refund) => {
    const document = await rehearsed(scenario('2025-06-01', [on('2025-04-10').agreedToEnd(end)]));
    expect(document.settlement?.refund).toBe(refund);
  });
});
