import { capsText } from './caps-text.js';
import { latenessWord, type Reading, type Sentence } from './words.js';

/** Invoices, payments, charges and the settlement, by the kind of the ledger entry. */
export const MONEY_SENTENCES: Readonly<Record<string, (entry: Reading) => Sentence>> = {
  'invoice.issued': (entry) => ({
    'zh-CN': `${entry.text('period')} 账单已开具：${entry.text('amount')} 元${adjusted(entry)['zh-CN']}，应付 ${entry.text('payable')} 元，${entry.due('dueAt')} 前支付。`,
    en: `The invoice of ${entry.text('period')} was issued: RMB ${entry.text('amount')}${adjusted(entry).en}, RMB ${entry.text('payable')} to pay by ${entry.due('dueAt')}.`,
  }),
  'invoice.overdue': (entry) => ({
    'zh-CN': `${entry.text('period')} 账单逾期未付。`,
    en: `The invoice of ${entry.text('period')} is overdue.`,
  }),
  'payment.reminded': (entry) => ({
    'zh-CN': `已提醒支付 ${entry.text('period')} 账单。`,
    en: `A reminder to pay the invoice of ${entry.text('period')}.`,
  }),
  'payment.received': (entry) => ({
    'zh-CN': `收到付款 ${entry.text('amount')} 元${entry.text('reference') ? `（${entry.text('reference')}）` : ''}。`,
    en: `RMB ${entry.text('amount')} was received${entry.text('reference') ? ` (${entry.text('reference')})` : ''}.`,
  }),
  'charge.fixed': (entry) => (entry.text('on') === 'latePayment' ? interest(entry) : charge(entry)),
  'settlement.drawnUp': (entry) => settlement(entry, '结算', 'The settlement'),
  'settlement.revised': (entry) => settlement(entry, '结算更正', 'The revised settlement'),
  'settlement.paidOut': (entry) => ({
    'zh-CN': `已向客户支付结算款 ${entry.text('amount')} 元。`,
    en: `RMB ${entry.text('amount')} of the settlement was paid out to the Client.`,
  }),
};

/** Service credits of a month, or the penalty of a delay: what is fixed now, and what it comes to in all. */
function charge(entry: Reading): Sentence {
  const what = chargeWord(entry);
  const [amount, full, times] = [entry.text('amount'), entry.text('full'), entry.number('times')];
  if (isNothing(amount) && isNothing(full))
    return { 'zh-CN': `${what['zh-CN']}：无。`, en: `${what.en}: none.` };
  const repeated = times > 1 ? ` × ${times}` : '';
  const isDifference = amount !== full;
  const caps = entry.is('capped') ? capsText(entry) : { 'zh-CN': '', en: '' };
  const basis = {
    'zh-CN': `${entry.text('base')} 元的 ${entry.text('permille')}‰${repeated}`,
    en: `${entry.text('permille')}‰ of RMB ${entry.text('base')}${repeated}`,
  };
  if (!isDifference)
    return {
      'zh-CN': `${what['zh-CN']} ${amount} 元（${basis['zh-CN']}）。`,
      en: `${what.en}: RMB ${amount} (${basis.en}).`,
    };
  const isLess = amount.startsWith('-');
  return {
    'zh-CN': `${what['zh-CN']}本次${isLess ? '冲减' : '确定'} ${amount.replace('-', '')} 元（累计按 ${basis['zh-CN']} 计 ${full} 元${caps['zh-CN']}）。`,
    en: `${what.en}: RMB ${amount.replace('-', '')} ${isLess ? 'taken back' : 'fixed now'} (RMB ${full} in all, ${basis.en}${caps.en}).`,
  };
}

function chargeWord(entry: Reading): Sentence {
  const key = entry.text('key');
  if (entry.text('on') !== 'obligation')
    return { 'zh-CN': `${key} 服务抵扣`, en: `Service credit for ${key}` };
  const late = latenessWord(key);
  return { 'zh-CN': `${late['zh-CN']}违约金`, en: `Penalty for ${late.en}` };
}

/** Interest is fixed for days in a row; its key is the invoice's month and the first of the days. */
function interest(entry: Reading): Sentence {
  const [period = '', from = ''] = entry.text('key').split('/');
  const times = entry.number('times');
  const caps = entry.is('capped') ? capsText(entry) : { 'zh-CN': '', en: '' };
  return {
    'zh-CN': `${period} 账单逾期利息 ${entry.text('amount')} 元（自 ${from} 起 ${times} 天，每日按未付款项 ${entry.text('base')} 元的 ${entry.text('permille')}‰ 计${caps['zh-CN']}）。`,
    en: `Late interest on the invoice of ${period}: RMB ${entry.text('amount')} (${times} ${times === 1 ? 'day' : 'days'} from ${from}, ${entry.text('permille')}‰ a day of RMB ${entry.text('base')} unpaid${caps.en}).`,
  };
}

function settlement(entry: Reading, chinese: string, english: string): Sentence {
  const late = entry.text('interest');
  const owed = isNothing(late)
    ? { 'zh-CN': '', en: '' }
    : { 'zh-CN': `、逾期利息 ${late} 元`, en: ` and late interest of RMB ${late}` };
  return {
    'zh-CN': `${chinese}：客户尚欠 ${entry.text('outstanding')} 元${owed['zh-CN']}，应付客户违约金 ${entry.text('penaltiesPaidOut')} 元、退费 ${entry.text('refund')} 元。`,
    en: `${english}: the Client owes RMB ${entry.text('outstanding')}${owed.en}; penalties of RMB ${entry.text('penaltiesPaidOut')} and a refund of RMB ${entry.text('refund')} are due to the Client.`,
  };
}

/** What an invoice is reduced by, and what it asks for beside its amount. */
function adjusted(entry: Reading): Sentence {
  const [late, credited] = [entry.text('interest'), entry.text('credited')];
  const more = isNothing(late)
    ? { 'zh-CN': '', en: '' }
    : { 'zh-CN': `，加逾期利息 ${late} 元`, en: `, with late interest of RMB ${late}` };
  const less = isNothing(credited)
    ? { 'zh-CN': '', en: '' }
    : { 'zh-CN': `，抵扣违约金 ${credited} 元`, en: `, less penalties of RMB ${credited}` };
  return { 'zh-CN': `${more['zh-CN']}${less['zh-CN']}`, en: `${more.en}${less.en}` };
}

function isNothing(amount: string): boolean {
  return amount === '' || amount === '0.00';
}
