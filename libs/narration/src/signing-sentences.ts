import { capital, type Reading, type Sentence } from './words.js';

/** What is being signed, by the number of its envelope. */
export function envelopeWord(id: string): Sentence {
  if (id === 'contract') return { 'zh-CN': '合同', en: 'the contract' };
  return id.startsWith('T-')
    ? { 'zh-CN': `终止协议 ${id}`, en: `the termination agreement ${id}` }
    : { 'zh-CN': `补充协议 ${id}`, en: `amendment ${id}` };
}

const word = (entry: Reading): Sentence => envelopeWord(entry.text('envelope'));

const amendment = (entry: Reading): string => entry.text('amendment');

function signed(entry: Reading): Sentence {
  const done = entry.is('complete');
  return {
    'zh-CN': `${entry.party['zh-CN']}已签署${word(entry)['zh-CN']}${done ? '，全部签署完毕' : ''}。`,
    en: `${capital(entry.party.en)} signed ${word(entry).en}${done ? ': everybody has signed' : ''}.`,
  };
}

function declined(entry: Reading): Sentence {
  return {
    'zh-CN': `${entry.party['zh-CN']}拒绝签署${word(entry)['zh-CN']}，理由：${entry.text('reason')}。`,
    en: `${capital(entry.party.en)} declined to sign ${word(entry).en}: ${entry.text('reason')}.`,
  };
}

function withdrawn(entry: Reading): Sentence {
  return {
    'zh-CN': `${word(entry)['zh-CN']}的签署已撤回，理由：${entry.text('reason')}。`,
    en: `The signing of ${word(entry).en} was withdrawn: ${entry.text('reason')}.`,
  };
}

function lapsed(entry: Reading): Sentence {
  return {
    'zh-CN': `${word(entry)['zh-CN']}的签署期限已过，签署邀请失效。`,
    en: `The invitation to sign ${word(entry).en} lapsed.`,
  };
}

/** How documents are signed, and how a contract changes and goes on. */
export const SIGNING_SENTENCES: Readonly<Record<string, (entry: Reading) => Sentence>> = {
  'signing.invited': (entry) => ({
    'zh-CN': `已邀请签署人 ${entry.text('signer')} 签署${word(entry)['zh-CN']}，期限至 ${entry.due('dueAt')}。`,
    en: `Signer ${entry.text('signer')} was invited to sign ${word(entry).en} until ${entry.due('dueAt')}.`,
  }),
  'signing.reminded': (entry) => ({
    'zh-CN': `已第 ${entry.text('number')} 次提醒签署人 ${entry.text('signer')} 签署${word(entry)['zh-CN']}。`,
    en: `Signer ${entry.text('signer')} was reminded of ${word(entry).en}, for the ${entry.text('number')}. time.`,
  }),
  'signature.viewed': (entry) => ({
    'zh-CN': `签署人 ${entry.text('signer')} 已查阅${word(entry)['zh-CN']}。`,
    en: `Signer ${entry.text('signer')} has looked at ${word(entry).en}.`,
  }),
  'signature.delegated': (entry) => ({
    'zh-CN': `签署人 ${entry.text('signer')} 将${word(entry)['zh-CN']}的签署委托给 ${entry.text('to')}，理由：${entry.text('reason')}。`,
    en: `Signer ${entry.text('signer')} passed the signing of ${word(entry).en} on to ${entry.text('to')}: ${entry.text('reason')}.`,
  }),
  'contract.withdrawn': withdrawn,
  'amendment.signed': signed,
  'amendment.declined': declined,
  'amendment.withdrawn': withdrawn,
  'amendment.lapsed': lapsed,
  'termination.signed': signed,
  'termination.declined': declined,
  'termination.withdrawn': withdrawn,
  'termination.lapsed': lapsed,
  'amendment.sent': (entry) => ({
    'zh-CN': `补充协议 ${amendment(entry)} 已发出待签，拟于 ${entry.at('effectiveAt')} 生效，签署期限至 ${entry.due('dueAt')}。`,
    en: `Amendment ${amendment(entry)} was sent for signing until ${entry.due('dueAt')}; it is to take effect at ${entry.at('effectiveAt')}.`,
  }),
  'amendment.agreed': (entry) => ({
    'zh-CN': `补充协议 ${amendment(entry)} 已订立，自 ${entry.at('effectiveAt')} 起生效。`,
    en: `Amendment ${amendment(entry)} was agreed on; it takes effect at ${entry.at('effectiveAt')}.`,
  }),
  'amendment.effective': (entry) => ({
    'zh-CN': `补充协议 ${amendment(entry)} 生效，合同总额 ${entry.text('totalAmount')} 元。`,
    en: `Amendment ${amendment(entry)} took effect: RMB ${entry.text('totalAmount')} in total.`,
  }),
  'termination.sent': (entry) => ({
    'zh-CN': `终止协议 ${entry.text('agreement')} 已发出待签，拟于 ${entry.at('effectiveAt')} 终止合同。`,
    en: `The termination agreement ${entry.text('agreement')} was sent for signing; the contract is to end at ${entry.at('effectiveAt')}.`,
  }),
  'termination.noticed': (entry) => ({
    'zh-CN': `${entry.party['zh-CN']}通知终止合同，通知期 ${entry.text('days')} 日，合同于 ${entry.at('endsAt')} 终止。`,
    en: `${capital(entry.party.en)} gave ${entry.text('days')} days of notice: the contract ends at ${entry.at('endsAt')}.`,
  }),
  'terminationRight.waived': (entry) => ({
    'zh-CN': `客户书面放弃单方解除权，理由：${entry.text('reason')}。`,
    en: `The Client waived its right to terminate in writing: ${entry.text('reason')}.`,
  }),
  'contract.renewedByClause': (entry) => ({
    'zh-CN': `合同 ${entry.text('renews')} 依其约定自动续期为本合同。`,
    en: `By its clause, contract ${entry.text('renews')} is renewed by this one.`,
  }),
  'renewal.arisen': (entry) => ({
    'zh-CN': `通知期限内无异议，合同期满后自动续期 ${entry.text('months')} 个月。`,
    en: `Nobody objected in time: after its term the contract is renewed for ${entry.text('months')} months.`,
  }),
  'renewal.noticePassed': () => ({
    'zh-CN': '有关续签的通知期限已过。',
    en: 'The time for a notice about the renewal is over.',
  }),
  'renewal.objected': (entry) => ({
    'zh-CN': `${entry.party['zh-CN']}反对续期，理由：${entry.text('reason')}。`,
    en: `${capital(entry.party.en)} objected to the renewal: ${entry.text('reason')}.`,
  }),
  'renewal.linked': (entry) => ({
    'zh-CN': `合同由 ${entry.text('contract')} 续签。`,
    en: `The contract is renewed by ${entry.text('contract')}.`,
  }),
  'opening.taken': (entry) => ({
    'zh-CN': `承接前一合同：连续未达标 ${entry.list('failedPeriods').length} 个月及已用的违约金额度。`,
    en: `Taken over from the contract before: ${entry.list('failedPeriods').length} failed months in succession, and what was used of the caps.`,
  }),
};
