import { on, rehearsed, scenario, wallTime } from '../support/builders.js';
import { type ScenarioEvent } from '../support/scenarios.js';

describe('clause 3.2: when an invoice is due', () => {
  it.each<[law: string, termStart: string, dueAt: string]>([
    ['issued on the 1st: the 10th, to 24:00', '2025-01-01', '2025-01-11 00:00'],
    ['a due day that is no working day stays', '2025-05-01', '2025-05-11 00:00'],
    ['issued on the 10th: that day', '2025-01-10', '2025-01-11 00:00'],
    ['issued on the 11th: ten days on', '2025-01-11', '2025-01-22 00:00'],
    ['issued on the 31st: in the next month', '2025-01-31', '2025-02-11 00:00'],
  ])('%s', async (_, termStart, dueAt) => {
    const document = await rehearsed(scenario('2025-05-02', [], { termStart }));
    expect(wallTime(document.invoices[0]?.dueAt ?? '')).toBe(dueAt);
  });

  it.each<[law: string, events: ScenarioEvent[], until: string, status: string]>([
    ['open before it is due', [], '2025-01-10 23:59:59', 'open'],
    ['still open at the due instant', [], '2025-01-11', 'open'],
    ['overdue a second later', [], '2025-01-11 00:00:01', 'overdue'],
    ['partly paid before it is due', [on('2025-01-05').payment('0.01')], '2025-01-11', 'partlyPaid'],
    [
      'overdue when a fen is missing',
      [on('2025-01-05').payment('19999.99')],
      '2025-01-11 00:00:01',
      'overdue',
    ],
    [
      'paid when nothing is outstanding',
      [on('2025-01-05').payment('20000.00')],
      '2025-01-11 00:00:01',
      'paid',
    ],
    ['paid late is paid', [on('2025-01-20').payment('20000.00')], '2025-01-20', 'paid'],
  ])('%s', async (_, events, until, status) => {
    const document = await rehearsed(scenario(until, events));
    expect(document.invoices[0]?.status).toBe(status);
  });
});

describe('clause 3.2: what a payment pays', () => {
  it.each<[law: string, events: ScenarioEvent[], paid: string[]]>([
    [
      'the oldest first',
      [on('2025-03-02').payment('50000.00')],
      ['20000.00', '20000.00', '10000.00', '0.00'],
    ],
    [
      'the month it names',
      [on('2025-03-02').payment('15000.00', '2025-02')],
      ['0.00', '15000.00', '0.00', '0.00'],
    ],
    [
      'then the oldest others',
      [on('2025-03-02').payment('45000.00', '2025-03')],
      ['20000.00', '5000.00', '20000.00', '0.00'],
    ],
    [
      'a month without an invoice counts as none',
      [on('2025-02-02').payment('5000.00', '2025-03')],
      ['5000.00', '0.00', '0.00', '0.00'],
    ],
    [
      'so does a month outside the term',
      [on('2025-02-02').payment('5000.00', '2031-01')],
      ['5000.00', '0.00', '0.00', '0.00'],
    ],
    [
      'and any other word',
      [on('2025-02-02').payment('5000.00', 'thank you')],
      ['5000.00', '0.00', '0.00', '0.00'],
    ],
    [
      'an invoice of that instant is issued after it',
      [on('2025-02-01').payment('5000.00', '2025-02')],
      ['5000.00', '0.00', '0.00', '0.00'],
    ],
    [
      'what is left over goes to later invoices',
      [on('2025-01-02').payment('50000.00')],
      ['20000.00', '20000.00', '10000.00', '0.00'],
    ],
    [
      'money before the first invoice waits for it',
      [on('2025-01-01').payment('20000.01')],
      ['20000.00', '0.01', '0.00', '0.00'],
    ],
    [
      'an invoice paid already passes it on',
      [on('2025-01-02').payment('20000.00'), on('2025-02-02').payment('1.00', '2025-01')],
      ['20000.00', '1.00', '0.00', '0.00'],
    ],
  ])('%s', async (_, events, paid) => {
    const document = await rehearsed(scenario('2025-04-05', events));
    expect(document.invoices.map((invoice) => invoice.paid)).toEqual(paid);
  });

  it('after the end it still pays, and the settlement knows it', async () => {
    const events = [on('2025-01-10').agreedToEnd('2025-01-20'), on('2025-02-10').payment('19000.00')];
    const document = await rehearsed(scenario('2025-03-01', events));
    expect(document.settlement?.outstanding).toBe('1000.00');
  });
});
