import { heldOutPenalties } from '#domain/contract/contests';
import { outstanding, payable } from '#domain/contract/billing';
import { type Invoice } from '#domain/contract/state';
import { minFen, subtractFen, sumFen, ZERO_FEN } from '#domain/money/fen';
import { type Period } from '#domain/time/dates';
import { type Instant } from '#domain/time/instant';
import { type Block, type Paper, type TableBlock } from '../paper.js';
import { amount, column, factRows, heading, paragraph, summed, table } from './blocks.js';
import { paperOf, type Drafting } from './drafting.js';
import {
  amountsOf,
  feeLines,
  interestLines,
  invoiceOf,
  negative,
  penaltyLines,
  vatPercent,
  withVat,
  type Line,
} from './lines.js';
import { partiesBlock } from './parties.js';

/** An invoice 账单 (clauses 3.1, 3.2): its lines with their tax, what is set off, what is to be paid, by when and to where. */
export function invoicePaper(draft: Drafting, period: Period, at: Instant): Paper {
  const { pen, numbers } = draft;
  const invoice = invoiceOf(draft, period);
  return paperOf(draft, {
    kind: 'invoice',
    key: period,
    title: pen.say('账单（请款单）', 'Invoice'),
    number: numbers.invoice(period),
    at,
    body: [
      partiesBlock(draft),
      invoiceFacts(draft, invoice),
      ...(accountRows(draft) === null ? [account(draft)] : []),
      heading(2, pen.say('账单明细', 'Items')),
      vatTable(draft, [...feeLines(draft, invoice), ...interestLines(draft, invoice)]),
      ...toPay(draft, invoice),
      amount(pen.say('应付金额（含税）', 'Amount payable, tax included'), payable(invoice)),
      ...advance(draft, invoice),
      ...closing(draft, invoice),
    ],
  });
}

function invoiceFacts(draft: Drafting, invoice: Invoice): Block {
  const { pen } = draft;
  const due = pen.deadline(invoice.dueAt);
  return factRows([
    [pen.say('账期', 'Period'), invoice.period],
    [pen.say('付款期限', 'Due'), pen.say(`${due} 以前（含）`, `by ${due}`)],
    ...(accountRows(draft) ?? []),
  ]);
}

/** Lines of money with net, tax and gross (净额、税额、价税合计), each line by itself and as their sums. */
export function vatTable(draft: Drafting, lines: readonly Line[], caption?: string): TableBlock {
  const { pen } = draft;
  const split = lines.map((line) => ({ text: line.text, ...withVat(draft, line.amount) }));
  const [net, tax] = [sumFen(split.map((each) => each.net)), sumFen(split.map((each) => each.tax))];
  const gross = summed('net and tax', [net, tax], sumFen(amountsOf(lines)));
  return table({
    ...(caption !== undefined && { caption }),
    columns: [
      column(pen.say('项目', 'Item'), 5),
      column(pen.say('不含税金额（元）', 'Net (RMB)'), 2, 'right'),
      column(pen.say('税率', 'VAT rate'), 1.1, 'right'),
      column(pen.say('税额（元）', 'VAT (RMB)'), 1.7, 'right'),
      column(pen.say('价税合计（元）', 'Gross (RMB)'), 2.1, 'right'),
    ],
    rows: split.map((each) => [
      each.text,
      pen.figures(each.net),
      `${each.percent}%`,
      pen.figures(each.tax),
      pen.figures(each.gross),
    ]),
    total:
      split.length === 0
        ? null
        : [pen.say('合计', 'Total'), pen.figures(net), '', pen.figures(tax), pen.figures(gross)],
    empty: pen.say('无', 'None'),
  });
}

/** A column of amounts with their sum. */
export function sumTable({ pen }: Drafting, lines: readonly Line[], totalText: string): TableBlock {
  return table({
    columns: [
      column(pen.say('项目', 'Item'), 8),
      column(pen.say('金额（元）', 'Amount (RMB)'), 2.4, 'right'),
    ],
    rows: lines.map((line) => [line.text, pen.figures(line.amount)]),
    total: lines.length === 0 ? null : [totalText, pen.figures(sumFen(amountsOf(lines)))],
    empty: pen.say('无', 'None'),
  });
}

/** What is set off, where anything is: else the total of the items is what is to be paid. */
function toPay(draft: Drafting, invoice: Invoice): Block[] {
  const { pen, numbers } = draft;
  const { amount: fee, interest, credited, period } = invoice;
  const lines: Line[] = [
    {
      text: pen.say('本账单价税合计', 'Total of this invoice, tax included'),
      amount: sumFen([fee, interest]),
    },
  ];
  if (credited > ZERO_FEN) {
    const number = numbers.creditNote(period);
    const text = pen.say(`减：贷记单 ${number} 抵扣`, `Less: set off by credit note ${number}`);
    lines.push({ text, amount: negative(credited) });
  }
  summed(`payable of ${period}`, amountsOf(lines), payable(invoice));
  if (credited === ZERO_FEN) return [];
  return [sumTable(draft, lines, pen.say('应付金额', 'Amount payable'))];
}

/** Money of the client that lay unapplied pays an invoice as it is issued. */
function advance({ pen }: Drafting, invoice: Invoice): Block[] {
  if (invoice.paid === ZERO_FEN) return [];
  const left = outstanding(invoice);
  summed(`outstanding of ${invoice.period}`, [payable(invoice), negative(invoice.paid)], left);
  return [
    paragraph(
      pen.say(
        `出具时已以客户此前多付的款项清偿 ${pen.money(invoice.paid)}，尚需支付 ${pen.money(left)}。`.replace(
          '客户',
          pen.party('client'),
        ),
        `Money received before and not yet applied has paid ${pen.money(invoice.paid)}; ${pen.money(left)} is still to be paid.`,
      ),
      'lead',
    ),
  ];
}

function closing(draft: Drafting, invoice: Invoice): Block[] {
  const { facts, pen, numbers } = draft;
  const number = numbers.invoice(invoice.period);
  const { fee, payment } = facts.terms.clauses;
  return [
    paragraph(
      pen.say(
        `付款时请注明账期 ${invoice.period} 或者账单编号 ${number}。本账单依合同第 ${fee} 条、第 ${payment} 条出具，为请款凭证，不是增值税发票；所列金额含增值税，税率 ${vatPercent(draft)}%。`,
        `Please quote the period ${invoice.period} or the invoice number ${number} with your payment. Issued under clauses ${fee} and ${payment} of the contract; it asks for payment and is no VAT invoice (fapiao). Amounts include value-added tax at ${vatPercent(draft)}%.`,
      ),
      'note',
    ),
  ];
}

/** The provider's account, by the contract; a change of it needs a signed amendment (clause 3.2). */
export function account(draft: Drafting): Block {
  const { pen } = draft;
  const rows = accountRows(draft);
  if (rows !== null) return factRows(rows);
  return paragraph(
    pen.say(
      `收款账户：合同未载明账户，以${pen.party('provider')}依合同送达地址发出的书面通知为准。`,
      `Account: the contract names none; it is the one that ${pen.party('provider')} gives by written notice under the contract.`,
    ),
  );
}

function accountRows({ facts, pen }: Drafting): (readonly [label: string, value: string])[] | null {
  const { bankName, bankAccountName, bankAccountNumber } = facts.terms.parameters;
  if (bankName === undefined || bankAccountName === undefined || bankAccountNumber === undefined) return null;
  return [
    [pen.say('开户银行', 'Bank'), pen.either(String(bankName))],
    [pen.say('账户名称', 'Account name'), pen.either(String(bankAccountName))],
    [pen.say('账号', 'Account No.'), String(bankAccountNumber)],
  ];
}

/** A credit note 贷记单: which penalties and charges reduce an invoice, and what is carried on (clause 2.6). */
export function creditNotePaper(draft: Drafting, period: Period, at: Instant): Paper {
  const { facts, pen, numbers } = draft;
  const invoice = invoiceOf(draft, period);
  const before = facts.state.invoices.slice(0, facts.state.invoices.indexOf(invoice));
  const lines = penaltyLines(draft, before);
  const available = sumFen(amountsOf(lines));
  return paperOf(draft, {
    kind: 'creditNote',
    key: period,
    title: pen.say('贷记单', 'Credit note'),
    number: numbers.creditNote(period),
    at,
    body: [
      partiesBlock(draft),
      factRows([
        [pen.say('抵扣账单', 'Set off against invoice'), `${numbers.invoice(period)} (${period})`],
        [
          pen.say('合同依据', 'Under'),
          pen.say(`第 ${facts.terms.clauses.penalties} 条`, `clause ${facts.terms.clauses.penalties}`),
        ],
      ]),
      heading(2, pen.say('可抵扣款项', 'What can be set off')),
      sumTable(draft, lines, pen.say('合计', 'Total')),
      heading(2, pen.say('本次抵扣', 'Set off now')),
      vatTable(draft, [
        {
          text: pen.say(`抵扣账单 ${numbers.invoice(period)}`, `Against invoice ${numbers.invoice(period)}`),
          amount: invoice.credited,
        },
      ]),
      amount(pen.say('本次抵扣金额（含税）', 'Set off now, tax included'), invoice.credited),
      ...carriedOn(draft, invoice, available),
    ],
  });
}

/** What no invoice was reduced by yet: beyond the invoice's amount, or contested. */
function carriedOn(draft: Drafting, invoice: Invoice, available: Line['amount']): Block[] {
  const { facts, pen } = draft;
  const left = subtractFen(available, invoice.credited);
  if (left === ZERO_FEN) return [];
  const held = minFen(left, heldOutPenalties(facts.state));
  const lines = [
    { text: pen.say('有异议、暂缓抵扣', 'Contested, held out until decided'), amount: held },
    {
      text: pen.say('结转以后账单', 'Carried on to later invoices'),
      amount: subtractFen(left, held),
    },
  ].filter((line) => line.amount !== ZERO_FEN);
  return [
    heading(2, pen.say('未抵扣余额', 'Not set off')),
    sumTable(draft, lines, pen.say('未抵扣余额', 'Not set off')),
  ];
}
