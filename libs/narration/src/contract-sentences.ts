import { MONEY_SENTENCES } from './money-sentences.js';
import { OBLIGATION_SENTENCES } from './obligation-sentences.js';
import { capital, type Reading, type Sentence } from './words.js';

/** What happened to the contract itself, by the kind of its ledger entry. */
export const CONTRACT_SENTENCES: Readonly<Record<string, (entry: Reading) => Sentence>> = {
  'contract.drafted': (entry) => {
    const [fee, total] = [entry.text('monthlyFee'), entry.text('totalAmount')];
    return {
      'zh-CN': `合同已起草：${fee ? `月服务费 ${fee} 元，` : ''}合同总额 ${total} 元。`,
      en: `The contract was drafted: ${fee ? `RMB ${fee} a month, ` : ''}RMB ${total} in total.`,
    };
  },
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
    'zh-CN': `${ground(entry)['zh-CN']}，客户取得单方解除权，可行使至 ${entry.due('lapsesAt')}。`,
    en: `${capital(ground(entry).en)}: the Client may terminate the contract until ${entry.due('lapsesAt')}.`,
  }),
  'terminationRight.lost': (entry) =>
    entry.text('ground') === 'delay'
      ? {
          'zh-CN': '迟延的义务已履行，单方解除权消灭。',
          en: 'What was delayed has been performed: it no longer gives a right to terminate.',
        }
      : {
          'zh-CN': `${entry.list('periods').join('、')} 重新评定后不再连续未达标，单方解除权消灭。`,
          en: `After a new assessment ${entry.list('periods').join(', ')} no longer give a right to terminate.`,
        },
  'terminationRight.lapsed': () => ({
    'zh-CN': '单方解除权逾期未行使，已消灭。',
    en: 'The right to terminate lapsed.',
  }),
  'termination.exercised': (entry) => {
    const end = noticeEnd(entry);
    const isDelay = entry.text('ground') === 'delay';
    return {
      'zh-CN': `客户因${isDelay ? '迟延履行' : ` ${entry.list('periods').join('、')} 连续未达标`}行使单方解除权${end['zh-CN']}。`,
      en: `The Client terminated the contract over ${isDelay ? 'the delay' : entry.list('periods').join(', ')}${end.en}.`,
    };
  },
  'termination.agreed': (entry) => ({
    'zh-CN': `双方协商一致，合同于 ${entry.at('effectiveAt')} 终止。`,
    en: `The parties agreed that the contract ends at ${entry.at('effectiveAt')}.`,
  }),
  ...MONEY_SENTENCES,
  ...OBLIGATION_SENTENCES,
};

function assessed(entry: Reading, chinese: string, english: string): Sentence {
  const verdict = entry.is('failed') ? { 'zh-CN': '未达标', en: 'failed' } : { 'zh-CN': '达标', en: 'met' };
  return {
    'zh-CN': `${entry.text('period')} ${chinese}：${verdict['zh-CN']}（未达标 ${entry.text('misses')} 项，豁免 ${entry.text('waived')} 项，连续 ${entry.text('streak')} 个月）。`,
    en: `${entry.text('period')} ${english}: ${verdict.en} (${entry.text('misses')} missed, ${entry.text('waived')} waived, ${entry.text('streak')} in succession).`,
  };
}

/** Why the client may terminate. */
function ground(entry: Reading): Sentence {
  if (entry.text('ground') === 'delay')
    return { 'zh-CN': '履行迟延已达约定天数', en: 'the delay has lasted for the days agreed on' };
  const periods = entry.list('periods');
  return { 'zh-CN': `${periods.join('、')} 连续未达标`, en: `${periods.join(', ')} failed in succession` };
}

/** The end of the contract, where days of notice put it after the notice itself. */
function noticeEnd(entry: Reading): Sentence {
  const endsAt = entry.text('endsAt');
  if (endsAt === '' || entry.happenedAt === null || endsAt <= entry.happenedAt)
    return { 'zh-CN': '', en: '' };
  return {
    'zh-CN': `，通知期满后合同于 ${entry.at('endsAt')} 终止`,
    en: `: it ends at ${entry.at('endsAt')}, when the days of notice are over`,
  };
}
