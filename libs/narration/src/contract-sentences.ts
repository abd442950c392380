import { type Reading, type Sentence } from './words.js';

/** What happened to the contract itself, by the kind of its ledger entry. */
export const CONTRACT_SENTENCES: Readonly<Record<string, (entry: Reading) => Sentence>> = {
  'contract.drafted': (entry) => ({
    'zh-CN': `合同已起草：月服务费 ${entry.text('monthlyFee')} 元，合同总额 ${entry.text('totalAmount')} 元。`,
    en: `The contract was drafted: RMB ${entry.text('monthlyFee')} a month, RMB ${entry.text('totalAmount')} in total.`,
  }),
  'contract.sent': (entry) => ({
    'zh-CN': `合同文本已发出待签，签署期限至 ${entry.due('dueAt')}。`,
    en: `The contract was sent for signing, until ${entry.due('dueAt')}.`,
  }),
  'contract.signed': (entry) => ({
    'zh-CN': `${entry.party['zh-CN']}已签署${entry.is('complete') ? '，双方签署完毕' : ''}。`,
    en: `${capital(entry.party.en)} signed${entry.is('complete') ? ': both parties have signed' : ''}.`,
  }),
  'contract.declined': (entry) => ({
    'zh-CN': `${entry.party['zh-CN']}拒绝签署，理由：${entry.text('reason')}。`,
    en: `${capital(entry.party.en)} declined to sign: ${entry.text('reason')}.`,
  }),
  'contract.lapsed': () => ({
    'zh-CN': '签署期限已过，签署邀请失效。',
    en: 'The invitation to sign lapsed.',
  }),
  'contract.activated': () => ({ 'zh-CN': '合同开始履行。', en: 'The contract became active.' }),
  'contract.ended': (entry) =>
    entry.text('kind') === 'expired'
      ? { 'zh-CN': '合同期满终止。', en: 'The contract expired.' }
      : { 'zh-CN': '合同提前终止。', en: 'The contract was terminated.' },
  'contract.closed': () => ({
    'zh-CN': '款项结清，合同关闭。',
    en: 'Everything is settled: the contract was closed.',
  }),
  'invoice.issued': (entry) => ({
    'zh-CN': `${entry.text('period')} 账单已开具：${entry.text('amount')} 元${credited(entry)['zh-CN']}，应付 ${entry.text('payable')} 元，${entry.due('dueAt')} 前支付。`,
    en: `The invoice of ${entry.text('period')} was issued: RMB ${entry.text('amount')}${credited(entry).en}, RMB ${entry.text('payable')} to pay by ${entry.due('dueAt')}.`,
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
  'report.drawnUp': (entry) => ({
    'zh-CN': `${entry.text('period')} 服务报告数据已生成：受理 ${entry.member('figures').text('received')} 件，解决 ${entry.member('figures').text('resolved')} 件，未解决 ${entry.member('figures').text('unresolved')} 件。`,
    en: `The figures of the service report of ${entry.text('period')}: ${entry.member('figures').text('received')} received, ${entry.member('figures').text('resolved')} resolved, ${entry.member('figures').text('unresolved')} unresolved.`,
  }),
  'report.submitted': (entry) => ({
    'zh-CN': `${entry.text('period')} 服务报告已提交${entry.is('late') ? '（逾期）' : ''}。`,
    en: `The service report of ${entry.text('period')} was submitted${entry.is('late') ? ', late' : ''}.`,
  }),
  'report.reminded': (entry) => ({
    'zh-CN': `已提醒提交 ${entry.text('period')} 服务报告。`,
    en: `A reminder to submit the service report of ${entry.text('period')}.`,
  }),
  'report.overdue': (entry) => ({
    'zh-CN': `${entry.text('period')} 服务报告未按期提交。`,
    en: `The service report of ${entry.text('period')} was not submitted in time.`,
  }),
  'month.assessed': (entry) => assessed(entry, '评定', 'was assessed'),
  'month.reassessed': (entry) => assessed(entry, '重新评定', 'was assessed again'),
  'terminationRight.arisen': (entry) => ({
    'zh-CN': `${entry.list('periods').join('、')} 连续未达标，客户取得单方解除权，可行使至 ${entry.due('lapsesAt')}。`,
    en: `${entry.list('periods').join(', ')} failed in succession: the Client may terminate the contract until ${entry.due('lapsesAt')}.`,
  }),
  'terminationRight.lost': (entry) => ({
    'zh-CN': `${entry.list('periods').join('、')} 重新评定后不再连续未达标，单方解除权消灭。`,
    en: `After a new assessment ${entry.list('periods').join(', ')} no longer give a right to terminate.`,
  }),
  'terminationRight.lapsed': () => ({
    'zh-CN': '单方解除权逾期未行使，已消灭。',
    en: 'The right to terminate lapsed.',
  }),
  'termination.exercised': (entry) => ({
    'zh-CN': `客户因 ${entry.list('periods').join('、')} 连续未达标行使单方解除权。`,
    en: `The Client terminated the contract over ${entry.list('periods').join(', ')}.`,
  }),
  'termination.agreed': (entry) => ({
    'zh-CN': `双方协商一致，合同于 ${entry.at('effectiveAt')} 终止。`,
    en: `The parties agreed that the contract ends at ${entry.at('effectiveAt')}.`,
  }),
  'settlement.drawnUp': (entry) => settlement(entry, '结算', 'The settlement'),
  'settlement.revised': (entry) => settlement(entry, '结算更正', 'The revised settlement'),
  'settlement.paidOut': (entry) => ({
    'zh-CN': `已向客户支付结算款 ${entry.text('amount')} 元。`,
    en: `RMB ${entry.text('amount')} of the settlement was paid out to the Client.`,
  }),
};

function assessed(entry: Reading, chinese: string, english: string): Sentence {
  const verdict = entry.is('failed') ? { 'zh-CN': '未达标', en: 'failed' } : { 'zh-CN': '达标', en: 'met' };
  return {
    'zh-CN': `${entry.text('period')} ${chinese}：${verdict['zh-CN']}（未达标 ${entry.text('misses')} 项，豁免 ${entry.text('waived')} 项，连续 ${entry.text('streak')} 个月）。`,
    en: `${entry.text('period')} ${english}: ${verdict.en} (${entry.text('misses')} missed, ${entry.text('waived')} waived, ${entry.text('streak')} in succession).`,
  };
}

function settlement(entry: Reading, chinese: string, english: string): Sentence {
  return {
    'zh-CN': `${chinese}：客户尚欠 ${entry.text('outstanding')} 元，应付客户违约金 ${entry.text('penaltiesPaidOut')} 元、退费 ${entry.text('refund')} 元。`,
    en: `${english}: the Client owes RMB ${entry.text('outstanding')}; penalties of RMB ${entry.text('penaltiesPaidOut')} and a refund of RMB ${entry.text('refund')} are due to the Client.`,
  };
}

function credited(entry: Reading): Sentence {
  const amount = entry.text('credited');
  if (amount === '' || amount === '0.00') return { 'zh-CN': '', en: '' };
  return { 'zh-CN': `，抵扣违约金 ${amount} 元`, en: `, less penalties of RMB ${amount}` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
