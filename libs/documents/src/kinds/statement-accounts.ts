import { invoiceStatus, outstanding, payable } from '#domain/contract/billing';
import { type Invoice } from '#domain/contract/state';
import { sumFen } from '#domain/money/fen';
import { type Period } from '#domain/time/dates';
import { type Instant } from '#domain/time/instant';
import { type Block } from '../paper.js';
import { invoiceStatusLabel } from '../words/labels.js';
import { column, heading, paragraph, summed, table } from './blocks.js';
import { type Drafting } from './drafting.js';
import { sumTable } from './invoice.js';
import { negative, penaltyLines, type Line } from './lines.js';

/** How every invoice stands that is not settled, and that of the month before it closed. */
export function accountSection(draft: Drafting, at: Instant): Block[] {
  const { facts, pen, numbers } = draft;
  const { invoices } = facts.state;
  const shown = invoices.filter(
    (invoice, index) => outstanding(invoice) > 0 || index === invoices.length - 1,
  );
  const total = summed('outstanding', shown.map(outstanding), sumFen(invoices.map(outstanding)));
  const row = (invoice: Invoice): string[] => [
    numbers.invoice(invoice.period),
    pen.deadline(invoice.dueAt),
    pen.figures(payable(invoice)),
    pen.figures(invoice.paid),
    pen.figures(outstanding(invoice)),
    invoiceStatusLabel(pen, invoiceStatus(facts.state, invoice, at)),
  ];
  return [
    heading(2, pen.say('应收账款', 'Account of invoices')),
    table({
      columns: [
        column(pen.say('账单编号', 'Invoice No.'), 2.2),
        column(pen.say('付款期限', 'Due'), 2.2),
        column(pen.say('应付（元）', 'Payable (RMB)'), 1.8, 'right'),
        column(pen.say('已付（元）', 'Paid (RMB)'), 1.8, 'right'),
        column(pen.say('未付（元）', 'Open (RMB)'), 1.8, 'right'),
        column(pen.say('状态', 'Status'), 1.5),
      ],
      rows: shown.map(row),
      total:
        shown.length === 0 ? null : [pen.say('未付合计', 'Total open'), '', '', '', pen.figures(total), ''],
      empty: pen.say('尚未出具账单。', 'No invoice has been issued.'),
    }),
    ...unapplied(draft),
  ];
}

function unapplied({ facts, pen }: Drafting): Block[] {
  const { unapplied: left } = facts.state;
  if (left === 0) return [];
  const text = pen.say(
    `${pen.party('client')}多付而留待以后账单的款项：${pen.money(left)}。`,
    `Money of ${pen.party('client')} that waits for later invoices: ${pen.money(left)}.`,
  );
  return [paragraph(text)];
}

/**
 * What the provider owes by penalties and charges: how much of it no invoice was reduced by yet or, where penalties are
 * paid separately, how much is still to be paid (clause 2.6).
 */
export function penaltySection(draft: Drafting): Block[] {
  const { facts, pen } = draft;
  const { invoices, paidOut } = facts.state;
  const isOffset = facts.terms.penalties.settled === 'offset';
  const paid = { text: pen.say('减：已另行支付', 'Less: paid separately'), amount: negative(paidOut) };
  const lines: Line[] = [...penaltyLines(draft, invoices), ...(paidOut > 0 ? [paid] : [])];
  if (lines.length === 0) return [];
  const title = isOffset
    ? pen.say('尚未抵扣的违约金', 'Penalties not yet set off')
    : pen.say('尚待支付的违约金', 'Penalties still to be paid');
  const isBelow = sumFen(lines.map((line) => line.amount)) < 0;
  const note = pen.say(
    '负数为已经结清、嗣后豁免或者更正的部分，在以后的款项中冲减。',
    'Less than nothing: what was settled and has been waived or corrected since is netted later.',
  );
  return [
    heading(2, title),
    sumTable(
      draft,
      lines,
      isOffset ? pen.say('尚未抵扣', 'Not yet set off') : pen.say('尚待支付', 'Still to be paid'),
    ),
    ...(isBelow ? [paragraph(note, 'note')] : []),
  ];
}

/** What was received in the month, where the driver knows payments one by one; all of them have to be accounted for. */
export function paymentSection({ facts, pen }: Drafting, period: Period): Block[] {
  if (!facts.payments) return [];
  const { invoices, unapplied: left } = facts.state;
  summed(
    'payments',
    facts.payments.map((payment) => payment.amount),
    sumFen([...invoices.map(({ paid }) => paid), left]),
  );
  const own = facts.payments.filter((payment) => pen.dateOf(payment.at).startsWith(period));
  const total = sumFen(own.map((payment) => payment.amount));
  return [
    heading(2, pen.say('本月收款', 'Payments of the month')),
    table({
      columns: [
        column(pen.say('收款时间', 'Received'), 3),
        column(pen.say('注明', 'Reference'), 4),
        column(pen.say('金额（元）', 'Amount (RMB)'), 2.4, 'right'),
      ],
      rows: own.map((payment) => [
        pen.moment(payment.at),
        payment.reference ?? pen.say('未注明', 'None given'),
        pen.figures(payment.amount),
      ]),
      total: own.length === 0 ? null : [pen.say('合计', 'Total'), '', pen.figures(total)],
      empty: pen.say('本月没有收款。', 'Nothing was received this month.'),
    }),
  ];
}
