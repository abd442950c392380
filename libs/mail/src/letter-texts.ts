import { type LetterKind } from './letter-kind.js';
import { SIGNING_LETTERS } from './signing-letters.js';

const INVOICE_ROWS_ZH = [
  ['账期', 'period'],
  ['应付金额（人民币元）', 'payable'],
  ['付款截止', 'dueBy'],
] as const;

const INVOICE_ROWS_EN = [
  ['Period', 'period'],
  ['Payable, RMB', 'payable'],
  ['Due by', 'dueBy'],
] as const;

/** The letters of a month: what is to pay, and what was done. */
const MONTHLY_LETTERS = {
  invoice: {
    fields: ['period', 'payable', 'dueBy'],
    'zh-CN': {
      subject: '{period} 账单（合同 {contract}）',
      paragraphs: ['合同 {contract} 项下 {period} 的账单随附。'],
      rows: INVOICE_ROWS_ZH,
      closing: ['请按账单所载账户付款，并注明账期。收款账户的变更须以双方签署的补充协议为准。'],
    },
    en: {
      subject: 'Invoice of {period} (contract {contract})',
      paragraphs: ['The invoice of {period} under contract {contract} is attached.'],
      rows: INVOICE_ROWS_EN,
      closing: [
        'Please pay to the account named in the invoice and state its period. The account changes by a signed amendment only.',
      ],
    },
  },
  paymentReminder: {
    fields: ['period', 'payable', 'dueBy'],
    'zh-CN': {
      subject: '付款提醒：{period} 账单（合同 {contract}）',
      paragraphs: ['合同 {contract} 项下 {period} 的账单即将到期。如已付款，请忽略本邮件。'],
      rows: INVOICE_ROWS_ZH,
      closing: [],
    },
    en: {
      subject: 'Payment soon due: invoice of {period} (contract {contract})',
      paragraphs: [
        'The invoice of {period} under contract {contract} is due soon. If you have paid it, please disregard this mail.',
      ],
      rows: INVOICE_ROWS_EN,
      closing: [],
    },
  },
  paymentOverdue: {
    fields: ['period', 'payable', 'dueBy'],
    'zh-CN': {
      subject: '付款逾期：{period} 账单（合同 {contract}）',
      paragraphs: ['合同 {contract} 项下 {period} 的账单已逾期，尚未收到全部款项，请尽快付款。'],
      rows: INVOICE_ROWS_ZH,
      closing: [],
    },
    en: {
      subject: 'Payment overdue: invoice of {period} (contract {contract})',
      paragraphs: [
        'The invoice of {period} under contract {contract} is overdue: it has not been paid in full. Please pay it soon.',
      ],
      rows: INVOICE_ROWS_EN,
      closing: [],
    },
  },
  report: {
    fields: ['period', 'received', 'resolved', 'unresolved'],
    'zh-CN': {
      subject: '{period} 服务报告（合同 {contract}）',
      paragraphs: ['合同 {contract} 项下 {period} 的服务报告随附。'],
      rows: [
        ['受理请求', 'received'],
        ['已解决', 'resolved'],
        ['未解决', 'unresolved'],
      ],
      closing: [],
    },
    en: {
      subject: 'Service report of {period} (contract {contract})',
      paragraphs: ['The service report of {period} under contract {contract} is attached.'],
      rows: [
        ['Requests received', 'received'],
        ['Resolved', 'resolved'],
        ['Unresolved', 'unresolved'],
      ],
      closing: [],
    },
  },
  statementReady: {
    fields: ['period'],
    'zh-CN': {
      subject: '{period} 月度对账单（合同 {contract}）',
      paragraphs: ['合同 {contract} 项下 {period} 的对账单随附，列明未达标、违约金与账单各项。'],
      rows: [],
      closing: ['如对某项有异议，请在该账单的付款截止日前提出并说明理由；有异议的项目在处理前不予结算。'],
    },
    en: {
      subject: 'Statement of {period} (contract {contract})',
      paragraphs: [
        'The statement of {period} under contract {contract} is attached: each miss, penalty and invoice line.',
      ],
      rows: [],
      closing: [
        'If you contest a line, please say so with the reason before the payment is due. A contested line is held out until it is decided.',
      ],
    },
  },
} as const satisfies Readonly<Record<string, LetterKind>>;

/** The letters of an end, and of what comes after it. */
const ENDING_LETTERS = {
  terminationRight: {
    fields: ['lapsesBy'],
    'zh-CN': {
      subject: '合同单方解除权已成立（合同 {contract}）',
      paragraphs: [
        '依据合同 {contract}，客户已取得单方解除合同的权利。该权利须以通知行使，不会自动解除合同。',
      ],
      rows: [['可行使至', 'lapsesBy']],
      closing: [],
    },
    en: {
      subject: 'A right to terminate has arisen (contract {contract})',
      paragraphs: [
        'Under contract {contract} the Client may now terminate unilaterally. It is a right: nothing ends without a notice.',
      ],
      rows: [['It can be exercised until', 'lapsesBy']],
      closing: [],
    },
  },
  terminationNotice: {
    fields: ['endsAt'],
    'zh-CN': {
      subject: '合同解除通知（合同 {contract}）',
      paragraphs: ['合同 {contract} 的解除通知已收到并登记。'],
      rows: [['合同终止时间', 'endsAt']],
      closing: [],
    },
    en: {
      subject: 'Notice of termination (contract {contract})',
      paragraphs: ['A notice of termination of contract {contract} has been received and put on record.'],
      rows: [['The contract ends', 'endsAt']],
      closing: [],
    },
  },
  settlement: {
    fields: ['outstanding', 'penaltiesPaidOut', 'refund'],
    'zh-CN': {
      subject: '合同结算单（合同 {contract}）',
      paragraphs: ['合同 {contract} 已终止，结算单随附（人民币元）。如此前收到过结算单，以本次为准。'],
      rows: [
        ['客户尚欠款项', 'outstanding'],
        ['应支付的违约金', 'penaltiesPaidOut'],
        ['应退服务费', 'refund'],
      ],
      closing: [],
    },
    en: {
      subject: 'Settlement (contract {contract})',
      paragraphs: [
        'Contract {contract} has ended; its settlement is attached, in RMB. It takes the place of any earlier one.',
      ],
      rows: [
        ['Outstanding from the Client', 'outstanding'],
        ['Penalties to be paid out', 'penaltiesPaidOut'],
        ['Fees to be refunded', 'refund'],
      ],
      closing: [],
    },
  },
  renewalNotice: {
    fields: ['endsOn', 'outcome'],
    'zh-CN': {
      subject: '合同续签通知期已满（合同 {contract}）',
      paragraphs: ['合同 {contract} 的续签通知期已满，本合同期限将届满。'],
      rows: [
        ['合同到期', 'endsOn'],
        ['续签', 'outcome'],
      ],
      closing: [],
    },
    en: {
      subject: 'The term ends: renewal (contract {contract})',
      paragraphs: ['The time for a notice about the renewal of contract {contract} is over; its term ends.'],
      rows: [
        ['The term ends', 'endsOn'],
        ['Renewal', 'outcome'],
      ],
      closing: [],
    },
  },
} as const satisfies Readonly<Record<string, LetterKind>>;

/** Every letter there is, in both languages. */
export const LETTERS = { ...SIGNING_LETTERS, ...MONTHLY_LETTERS, ...ENDING_LETTERS };
