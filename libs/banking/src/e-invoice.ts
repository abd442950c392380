import { amountInCapitals } from '#domain/money/capitals';
import { fen, formatYuan, sumFen, type Fen } from '#domain/money/fen';
import { type DecimalText } from '#domain/money/ratio';
import { vatOf } from '#domain/money/vat';
import { type PlainDate } from '#domain/time/dates';

/** What is sold, as the tax authority classes it. */
export interface TaxCategory {
  /** 税收分类编码, 19 digits. */
  readonly code: string;
  /** The short name that stands between asterisks before an item. */
  readonly name: string;
}

/**
 * Information system services (信息系统服务), the group that technical support belongs to. Which code of the group applies is
 * for the taxpayer to say: a template's parameter `taxCategoryCode` takes its place.
 */
export const SUPPORT_CATEGORY: TaxCategory = { code: '3040203000000000000', name: '信息技术服务' };

/** A party as the e-invoice wants it. What is not known is null, and never invented. */
export interface InvoiceParty {
  readonly name: string;
  /** 统一社会信用代码 */
  readonly taxpayerId: string | null;
  readonly address: string | null;
  readonly telephone: string | null;
  readonly bank: string | null;
  readonly bankAccount: string | null;
}

/** What an e-invoice is made of. All amounts are positive and include tax, also for a credit note. */
export interface InvoiceFacts {
  readonly kind: 'invoice' | 'creditNote';
  readonly contract: string;
  /** `2025-03` */
  readonly period: string;
  /** Our own number, `INV-2025-0003`; null where it has none. */
  readonly number: string | null;
  readonly issuedOn: PlainDate;
  readonly buyer: InvoiceParty;
  readonly seller: InvoiceParty;
  readonly items: readonly { readonly name: string; readonly gross: Fen }[];
  readonly vatPercent: DecimalText;
  /** Null where it is not known what is sold. */
  readonly category: TaxCategory | null;
}

/** One line of the e-invoice. Yuan with two decimals; of a credit note with their sign. */
interface ItemFields {
  readonly name: string;
  readonly taxCode: string | null;
  readonly specification: string | null;
  readonly unit: string;
  readonly quantity: string;
  /** Without tax. */
  readonly unitPrice: string;
  readonly net: string;
  /** `6%` */
  readonly rate: string;
  readonly tax: string;
}

/** The fields of a fully digital e-invoice (数电票), as they are handed to the tax authority's platform. */
export interface ElectronicInvoice {
  readonly type: '增值税专用发票' | '红字增值税专用发票';
  readonly number: string | null;
  readonly issuedOn: PlainDate;
  readonly currency: 'CNY';
  readonly buyer: InvoiceParty;
  readonly seller: InvoiceParty;
  readonly items: readonly ItemFields[];
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly grossInCapitals: string;
  /** Of a credit note: the number that the tax authority gave the invoice it takes back. We do not know it. */
  readonly originalInvoiceNumber: null;
  readonly creditReason: '销售折让' | null;
  readonly remark: string;
  /** The fields, by their headings, without which the platform takes no invoice. */
  readonly missing: readonly string[];
}

/**
 * The fields of the Chinese e-invoice for an invoice, or of the red one (红字) for a credit note. Tax is taken line by
 * line, and the sums are those of the lines; net + tax = gross. Throws a RangeError for a rate that is no decimal.
 */
export function electronicInvoice(facts: InvoiceFacts): ElectronicInvoice {
  const { kind, contract, period, number, issuedOn, buyer, seller, vatPercent, category } = facts;
  const isCredit = kind === 'creditNote';
  const sign = isCredit ? -1 : 1;
  const lines = facts.items.map(({ name, gross }) => ({ name, ...vatOf(fen(sign * gross), vatPercent) }));
  const sum = (member: 'net' | 'tax' | 'gross'): Fen => sumFen(lines.map((line) => line[member]));
  return {
    type: isCredit ? '红字增值税专用发票' : '增值税专用发票',
    number,
    issuedOn,
    currency: 'CNY',
    buyer,
    seller,
    items: lines.map(({ name, net, tax }) => ({
      name: category === null ? name : `*${category.name}*${name}`,
      taxCode: category?.code ?? null,
      specification: null,
      unit: '项',
      quantity: String(sign),
      unitPrice: formatYuan(fen(Math.abs(net))),
      net: formatYuan(net),
      rate: `${vatPercent}%`,
      tax: formatYuan(tax),
    })),
    net: formatYuan(sum('net')),
    tax: formatYuan(sum('tax')),
    gross: formatYuan(sum('gross')),
    grossInCapitals: capitals(sum('gross')),
    originalInvoiceNumber: null,
    creditReason: isCredit ? '销售折让' : null,
    remark: [
      `合同编号：${contract}`,
      `账期：${period}`,
      ...(number === null ? [] : [`编号：${number}`]),
    ].join('；'),
    missing: missingIn(facts),
  };
}

/** 价税合计（大写）: a red one says so before the amount. */
function capitals(gross: Fen): string {
  const text = amountInCapitals(fen(Math.abs(gross)));
  return gross < 0 ? `（负数）${text}` : text;
}

function missingIn({ kind, buyer, seller, category }: InvoiceFacts): string[] {
  const missing: string[] = [];
  if (buyer.taxpayerId === null) missing.push(PARTY_HEADINGS.taxpayerId('购买方'));
  if (seller.taxpayerId === null) missing.push(PARTY_HEADINGS.taxpayerId('销售方'));
  if (category === null) missing.push(TAX_CODE);
  if (kind === 'creditNote') missing.push(ORIGINAL);
  return missing;
}

const TAX_CODE = '税收分类编码';
const ORIGINAL = '对应蓝字发票号码';

const PARTY_HEADINGS: Readonly<Record<keyof InvoiceParty, (role: string) => string>> = {
  name: (role) => `${role}名称`,
  taxpayerId: (role) => `${role}统一社会信用代码`,
  address: (role) => `${role}地址`,
  telephone: (role) => `${role}电话`,
  bank: (role) => `${role}开户行`,
  bankAccount: (role) => `${role}银行账号`,
};

type Column = readonly [
  heading: string,
  value: (invoice: ElectronicInvoice, item: ItemFields) => string | null,
];

const PARTY_FIELDS = Object.keys(PARTY_HEADINGS) as (keyof InvoiceParty)[];

function partyColumns(role: string, party: 'buyer' | 'seller'): Column[] {
  return PARTY_FIELDS.map((field) => [PARTY_HEADINGS[field](role), (invoice) => invoice[party][field]]);
}

const COLUMNS: readonly Column[] = [
  ['发票类型', ({ type }) => type],
  ['内部编号', ({ number }) => number],
  ['开票日期', ({ issuedOn }) => issuedOn],
  ['币种', ({ currency }) => currency],
  ...partyColumns('购买方', 'buyer'),
  ...partyColumns('销售方', 'seller'),
  ['项目名称', (_, { name }) => name],
  [TAX_CODE, (_, { taxCode }) => taxCode],
  ['规格型号', (_, { specification }) => specification],
  ['单位', (_, { unit }) => unit],
  ['数量', (_, { quantity }) => quantity],
  ['单价', (_, { unitPrice }) => unitPrice],
  ['金额', (_, { net }) => net],
  ['税率', (_, { rate }) => rate],
  ['税额', (_, { tax }) => tax],
  ['合计金额', ({ net }) => net],
  ['合计税额', ({ tax }) => tax],
  ['价税合计（小写）', ({ gross }) => gross],
  ['价税合计（大写）', ({ grossInCapitals }) => grossInCapitals],
  [ORIGINAL, ({ originalInvoiceNumber }) => originalInvoiceNumber],
  ['红字开具原因', ({ creditReason }) => creditReason],
  ['备注', ({ remark }) => remark],
];

/** An e-invoice as CSV (RFC 4180, UTF-8 with its mark): Chinese headings, and a row for each item. */
export function electronicInvoiceCsv(invoice: ElectronicInvoice): string {
  const rows = invoice.items.map((item) => COLUMNS.map(([, value]) => value(invoice, item) ?? ''));
  const table = [COLUMNS.map(([heading]) => heading), ...rows];
  return `\uFEFF${table.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** What people wrote must not be taken for a formula by a spreadsheet. */
function csvCell(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?%?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
