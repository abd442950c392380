import fc from 'fast-check';
import { fen, parseYuan } from '#domain/money/fen';
import { plainDate } from '#domain/time/dates';
import { electronicInvoice, electronicInvoiceCsv, SUPPORT_CATEGORY, type InvoiceFacts } from './e-invoice.js';

const party = (name: string, taxpayerId: string | null) => ({
  name,
  taxpayerId,
  address: '上海市浦东新区示例路 100 号',
  telephone: '021-5550-0100',
  bank: null,
  bankAccount: null,
});

const facts: InvoiceFacts = {
  kind: 'invoice',
  contract: 'C-2025-0001',
  period: '2025-03',
  number: 'INV-2025-0003',
  issuedOn: plainDate('2025-03-01'),
  buyer: party('上海示例制造股份有限公司', '91310000SAMPLE001X'),
  seller: party('上海示例信息技术服务有限公司', null),
  items: [{ name: '技术支持服务费', gross: fen(2_000_000) }],
  vatPercent: '6',
  category: SUPPORT_CATEGORY,
};

describe('the fields of an e-invoice', () => {
  it('are those of the invoice, with tax and capitals', () => {
    expect(electronicInvoice(facts)).toMatchObject({
      type: '增值税专用发票',
      items: [
        {
          name: '*信息技术服务*技术支持服务费',
          taxCode: '3040203000000000000',
          quantity: '1',
          unitPrice: '18867.92',
          net: '18867.92',
          rate: '6%',
          tax: '1132.08',
        },
      ],
      gross: '20000.00',
      grossInCapitals: '人民币贰万元整',
      remark: '合同编号：C-2025-0001；账期：2025-03；编号：INV-2025-0003',
      missing: ['销售方统一社会信用代码'],
    });
  });

  it('are red for a credit note, with signs, and say what only the tax authority knows', () => {
    const items = [{ name: '技术支持服务费', gross: fen(120_000) }];
    expect(electronicInvoice({ ...facts, kind: 'creditNote', items, category: null })).toMatchObject({
      type: '红字增值税专用发票',
      items: [
        {
          name: '技术支持服务费',
          taxCode: null,
          quantity: '-1',
          unitPrice: '1132.08',
          net: '-1132.08',
          tax: '-67.92',
        },
      ],
      gross: '-1200.00',
      grossInCapitals: '（负数）人民币壹仟贰佰元整',
      creditReason: '销售折让',
      originalInvoiceNumber: null,
      missing: ['销售方统一社会信用代码', '税收分类编码', '对应蓝字发票号码'],
    });
  });

  it('add up: lines to sums, net and tax to gross', () => {
    const grosses = fc.array(fc.integer({ min: 1, max: 10 ** 12 }), { minLength: 1, maxLength: 4 });
    const value = (text: string): number =>
      (text.startsWith('-') ? -1 : 1) * (parseYuan(text.replace('-', '')) ?? NaN);
    fc.assert(
      fc.property(grosses, fc.constantFrom<InvoiceFacts['kind']>('invoice', 'creditNote'), (some, kind) => {
        const items = some.map((gross) => ({ name: 'x', gross: fen(gross) }));
        const { net, tax, gross, items: lines } = electronicInvoice({ ...facts, kind, items });
        expect(value(net) + value(tax)).toBe(value(gross));
        expect(Math.abs(value(gross))).toBe(some.reduce((sum, next) => sum + next, 0));
        expect(lines.reduce((sum, line) => sum + value(line.tax), 0)).toBe(value(tax));
      }),
    );
  });

  it('are a row for each item under Chinese headings, safe for a spreadsheet', () => {
    const buyer = { ...facts.buyer, name: '=cmd|"x"!A1, Ltd' };
    const items = [...facts.items, { name: '逾期付款利息', gross: fen(106) }];
    const csv = electronicInvoiceCsv(electronicInvoice({ ...facts, buyer, items }));
    const [headings = '', first = '', second = '', end] = csv.split('\r\n');
    expect(
      headings.startsWith('\uFEFF发票类型,内部编号,开票日期,币种,购买方名称,购买方统一社会信用代码'),
    ).toBe(true);
    expect(first).toContain(`"'=cmd|""x""!A1, Ltd",91310000SAMPLE001X`);
    expect(second).toContain(
      '*信息技术服务*逾期付款利息,3040203000000000000,,项,1,1.00,1.00,6%,0.06,18868.92,1132.14,20001.06',
    );
    expect(end).toBe('');
    expect(headings.split(',')).toHaveLength(second.replace(/"[^"]*(?:""[^"]*)*"/g, '').split(',').length);
  });
});
