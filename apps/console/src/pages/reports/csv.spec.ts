import { csvOf } from './csv';
import { type Portfolio } from './reports-page';

/** What spreadsheets open: pure. */
const row = (clientName: string): Portfolio['clients'][number] =>
  ({
    clientId: 'acme',
    clientName,
    contracts: { active: 2 },
    openRequests: { total: 3 },
    serviceLevel: { met: 8, missed: 1, attainmentPercent: '88.88' },
    penalties: { fixed: '-100.00', accruing: '0.00', cap: null },
    money: { invoiced: '1.00', received: '0.00', outstanding: '1.00', overdue: '0.00' },
  }) as unknown as Portfolio['clients'][number];

const fieldsOf = (name: string) => csvOf([row(name)]).split('\r\n')[1];

it('has a mark for UTF-8, a head, and a line for each client', () => {
  const lines = csvOf([row('甲'), row('乙')]).split('\r\n');
  expect(lines[0]?.startsWith('\uFEFFclientId,clientName,activeContracts')).toBe(true);
  expect(lines.slice(1)).toEqual([
    'acme,甲,2,3,8,1,88.88,-100.00,0.00,,1.00,0.00,1.00,0.00',
    'acme,乙,2,3,8,1,88.88,-100.00,0.00,,1.00,0.00,1.00,0.00',
    '',
  ]);
});

it.each([
  ['a,b', 'acme,"a,b",2'],
  ['say "a"', 'acme,"say ""a""",2'],
  ['=HYPERLINK("http://x")', `acme,"'=HYPERLINK(""http://x"")",2`],
  ['@SUM(A1)', "acme,'@SUM(A1),2"],
  ['+86 10', "acme,'+86 10,2"],
])('keeps %s one field that no spreadsheet runs', (name, begin) => {
  expect(fieldsOf(name)?.startsWith(begin)).toBe(true);
});
