import { formatsOf } from './formats';

/** What people read: amounts to the fen, instants in the contract's zone. Pure. */
const [en, zh] = [formatsOf('en'), formatsOf('zh-CN')];

it.each([
  ['20000.00', '¥20,000.00'],
  ['-1200.50', '-¥1,200.50'],
  // More than a binary fraction can hold.
  ['90071992547409.93', '¥90,071,992,547,409.93'],
])('writes %s as %s', (amount, text) => {
  expect([en.money(amount), zh.money(amount)]).toEqual([text, text]);
});

it('tells an instant by the clock of the contract, not of the machine', () => {
  const instant = '2025-12-31T16:30:00Z';
  expect(en.instant(instant)).toBe('Jan 1, 2026, 00:30');
  expect(zh.instant(instant)).toBe('2026年1月1日 00:30');
  expect([en.short(instant), zh.short(instant)]).toEqual(['Jan 1, 00:30', '1月1日 00:30']);
  expect(en.date(instant, 'America/New_York')).toBe('Dec 31, 2025');
});

it('moves no plain date, and names a month', () => {
  expect([en.date('2026-03-10', 'America/New_York'), zh.date('2026-03-10')]).toEqual([
    'Mar 10, 2026',
    '2026年3月10日',
  ]);
  expect([en.month('2026-03'), zh.month('2026-03')]).toEqual(['March 2026', '2026年3月']);
});

it.each([
  [0, '0 s', '0 秒'],
  [59.9, '59 s', '59 秒'],
  [61, '1 min 01 s', '1 分 01 秒'],
  [7500, '2 h 05 min', '2 小时 05 分'],
  [-90_061, '1 d 1 h', '1 天 1 小时'],
])('says %d seconds as %s', (seconds, english, chinese) => {
  expect([en.duration(seconds), zh.duration(seconds)]).toEqual([english, chinese]);
});
