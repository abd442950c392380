import { formatFault } from '#domain/fault';
import { mappingOf, type ColumnMapping, type PresetName } from './columns.js';
import { readCsvStatement } from './csv.js';
import { decodeStatement } from './decode.js';
import { MOST_CHARACTERS, type StatementLine } from './statement.js';

function read(
  text: string,
  options: { account?: string; preset?: PresetName; own?: Partial<ColumnMapping> } = {},
) {
  const { account = '6222', preset = null, own = {} } = options;
  return readCsvStatement(text, {
    mapping: mappingOf(preset, own),
    account: account === '' ? null : account,
  });
}

function linesOf(...args: Parameters<typeof read>): readonly StatementLine[] {
  const result = read(...args);
  if ('faults' in result) throw new Error(result.faults.map(formatFault).join('\n'));
  return result.value.lines;
}

function faultsOf(...args: Parameters<typeof read>): string[] {
  const result = read(...args);
  return 'faults' in result ? result.faults.map(formatFault) : [];
}

/** A file as banks hand it out: words above the headings, text cells, thousands, an own column each way, a total. */
const CHINESE = [
  '户名：上海示例信息技术服务有限公司,,,,,,,',
  '账号：6222 0200 0000 1234,查询期间：20250301-20250331,,,,,,',
  '',
  '交易时间,收入（元）,支出（元）,币种,对方户名,对方账号,摘要,附言,流水号',
  '2025-03-08 10:21:33,"20,000.00",,人民币,上海示例制造股份有限公司,="0310 0001","转账","C-2025-0001 2025年3月服务费",\t202503080001',
  '20250309 091500,,"1,250.5",人民币,示例办公用品店,--,转账,,202503090002',
  '2025/3/10,300.00,0.00,美元,Sample Inc,,汇入,"say ""hi"", please",202503100003',
  '2025年3月11日,-20000.00,,人民币,上海示例制造股份有限公司,,冲正,,202503110004',
  '2025.3.12,0.00,0.00,人民币,,,结息,,202503120005',
  '合计,300.00,1250.50,,,,,,',
].join('\r\n');

const EXPECTED = [
  {
    account: '6222',
    bookedOn: '2025-03-08',
    amount: 2_000_000,
    currency: 'CNY',
    payerName: '上海示例制造股份有限公司',
    payerAccount: '03100001',
    reference: 'C-2025-0001 2025年3月服务费 转账',
    endToEndId: null,
    bankReference: '202503080001',
    isReversal: false,
  },
  {
    bookedOn: '2025-03-09',
    amount: -125_050,
    payerName: '示例办公用品店',
    payerAccount: null,
    reference: '转账',
    isReversal: false,
  },
  { bookedOn: '2025-03-10', amount: 30_000, currency: 'USD', reference: 'say "hi", please 汇入' },
  { bookedOn: '2025-03-11', amount: -2_000_000, isReversal: true },
];

describe('a Chinese bank’s CSV', () => {
  it('is read with all it says, without totals and rows that move no money', () => {
    expect(linesOf(CHINESE)).toMatchObject(EXPECTED);
    expect(read(CHINESE)).toMatchObject({ value: { skipped: 2 } });
  });

  it.each([',', ';', '\t'])('is the same with %p between its cells', (delimiter) => {
    const rows = ['交易日期,收入,支出,对方户名,附言', '20250308,1.00,,甲公司,a', '20250309,,2.50,乙公司,b'];
    const text = rows.map((row) => row.replaceAll(',', delimiter)).join('\n');
    expect(linesOf(text).map(({ amount, payerName }) => [amount, payerName])).toEqual([
      [100, '甲公司'],
      [-250, '乙公司'],
    ]);
  });

  it('is the same in UTF-8 with a mark, UTF-16 and GB18030', () => {
    const rows = '交易日期,收入,对方户名\n20250308,1.00,喆堃公司\n';
    // GB18030, by hand: TextEncoder knows UTF-8 only.
    const gb = Buffer.from(
      'bdbbd2d7c8d5c6da2ccad5c8eb2cb6d4b7bdbba7c3fb0a32303235303330382c312e30302c86b488d2b9abcbbe0a',
      'hex',
    );
    const files = [
      Buffer.from(`\uFEFF${rows}`, 'utf8'),
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rows, 'utf16le')]),
      gb,
    ];
    for (const file of files) {
      const text = decodeStatement(file);
      if ('faults' in text) throw new Error('not decoded');
      expect(linesOf(text.value)).toMatchObject([
        { amount: 100, payerName: expect.stringMatching(/^..公司$/u) },
      ]);
    }
    expect(decodeStatement(Buffer.from([0x80, 0xff, 0x20]))).toMatchObject({ faults: [{ path: 'content' }] });
  });

  it('takes the direction of one column from another', () => {
    const text =
      '交易日期,发生额,借贷标志\n20250308,5.00,贷\n20250308,5.00,借\n20250308,-5.00,借\n20250308,-5.00,贷';
    expect(linesOf(text).map(({ amount, isReversal }) => [amount, isReversal])).toEqual([
      [500, false],
      [-500, false],
      [-500, false],
      [-500, true],
    ]);
  });

  it('takes the account from a column, and refuses another than the one given', () => {
    const text = '本方账号,交易日期,收入\n6222 0001,20250308,5.00';
    expect(linesOf(text, { account: '' })).toMatchObject([{ account: '62220001' }]);
    expect(faultsOf(text, { account: '1' })).toEqual([
      'line 2, 本方账号: is "6222 0001", allowed is the account given, 1',
    ]);
  });
});

describe('an English CSV', () => {
  const text = [
    'Date;Amount;Currency;Payer;Payer account;Reference;Transaction id',
    '2025-03-08;1,234.50;CNY;Sample Client Ltd.;DE02 1203;INV-2025-0003;NOTPROVIDED',
    '2025-03-08;-7.00;EUR;Shop;;;X1',
  ].join('\n');

  it('is read, and says nothing where the bank says that it says nothing', () => {
    expect(linesOf(text, { preset: 'generic' })).toMatchObject([
      { amount: 123_450, payerAccount: 'DE021203', reference: 'INV-2025-0003', bankReference: null },
      { amount: -700, currency: 'EUR', bankReference: 'X1' },
    ]);
  });

  it('takes headings of its own', () => {
    const own = { bookedOn: ['Tag'], amount: ['Betrag'] };
    expect(linesOf('Tag,Betrag\n2025-03-08,1.00', { own })).toMatchObject([{ amount: 100 }]);
    expect(faultsOf('Tag,Betrag\n2025-03-08,1.00')[0]).toContain('has no row of headings among its first 40');
  });
});

describe('a CSV with faults', () => {
  it('says each with its line and column, and what is allowed; nothing of it is taken', () => {
    const text = [
      'Date,Credit,Debit,Currency',
      '2025-02-30,1.00,,CNY',
      '2025-03-01,"1.234,50",,CNY',
      '2025-03-01,1.00,2.00,CNY',
      '2025-03-01,1.00,,Muscheln',
      '2025-03-01,0.005,,CNY',
    ].join('\n');
    expect(faultsOf(text)).toEqual([
      'line 2, Date: is "2025-02-30", allowed is a day, 2025-03-08, 20250308 or 2025/3/8',
      'line 3, Credit: is "1.234,50", allowed is an amount with at most two decimals, 1234.50 or 1,234.50',
      'line 4, Credit: is there beside a debit, allowed is one of the two',
      'line 5, Currency: is "Muscheln", allowed is a currency, CNY or 人民币',
      'line 6, Credit: is "0.005", allowed is an amount with at most two decimals, 1234.50 or 1,234.50',
    ]);
  });

  it('counts the lines of the file also behind a cell of several', () => {
    expect(faultsOf('Date,Amount,Reference\n2025-03-01,1.00,"a\nb"\nnever,1.00,c')).toEqual([
      'line 4, Date: is "never", allowed is a day, 2025-03-08, 20250308 or 2025/3/8',
    ]);
  });

  it.each([
    [
      'no account',
      'Date,Amount\n2025-03-01,1.00',
      { account: '' },
      'account: is missing, and no column says it',
    ],
    ['a quote without end', 'Date,Amount\n"2025-03-01,1.00', {}, 'content: is no CSV'],
    ['nothing in it', '', {}, 'content: has no row of headings'],
    ['too much in it', 'x'.repeat(MOST_CHARACTERS + 1), {}, 'content: has 4000001 characters'],
    ['an amount beyond all money', 'Date,Amount\n2025-03-01,99999999999999.00', {}, 'line 2, Amount'],
  ])('has %s', (_name, text, options, words) => {
    expect(faultsOf(text, options)[0]).toContain(words);
  });

  it('stops to count at twenty', () => {
    const rows = Array.from({ length: 500 }, () => 'never,1.00');
    expect(faultsOf(['Date,Amount', ...rows].join('\n'))).toHaveLength(20);
  });
});
