import { capital, lineWord, type Reading, type Sentence } from './words.js';

const DECISIONS: Readonly<Record<string, Sentence>> = {
  stands: { 'zh-CN': '异议不成立', en: 'it stands' },
  waived: { 'zh-CN': '违约金已豁免', en: 'the miss was waived' },
  corrected: { 'zh-CN': '事实已更正', en: 'the fact was put right' },
  withdrawn: { 'zh-CN': '异议已撤回', en: 'the objection was taken back' },
};

/** Who said something of a statement. */
function side(entry: Reading): Sentence {
  return entry.text('party') === 'client'
    ? { 'zh-CN': '客户', en: 'the Client' }
    : { 'zh-CN': '服务商', en: 'the Provider' };
}

/** What the parties say of a month's statement, what is decided, and the documents that are made. */
export const STATEMENT_SENTENCES: Readonly<Record<string, (entry: Reading) => Sentence>> = {
  'statement.accepted': (entry) => ({
    'zh-CN': `${side(entry)['zh-CN']}确认了 ${entry.text('period')} 对账单。`,
    en: `${capital(side(entry).en)} accepted the statement of ${entry.text('period')}.`,
  }),
  'statement.contested': (entry) => ({
    'zh-CN': `${side(entry)['zh-CN']}对 ${entry.text('period')} 对账单的“${lineWord(entry.text('line'))['zh-CN']}”提出异议，理由：${entry.text('reason')}。处理前不计入应付。`,
    en: `${capital(side(entry).en)} contested ${lineWord(entry.text('line')).en} in the statement of ${entry.text('period')}: ${entry.text('reason')}. It is held out until it is decided.`,
  }),
  'statement.decided': (entry) => {
    const decision = DECISIONS[entry.text('decision')] ?? { 'zh-CN': '', en: '' };
    return {
      'zh-CN': `${entry.text('period')} 对账单“${lineWord(entry.text('line'))['zh-CN']}”的异议已由 ${entry.text('by')} 处理：${decision['zh-CN']}，理由：${entry.text('reason')}。`,
      en: `The objection to ${lineWord(entry.text('line')).en} of ${entry.text('period')} was decided by ${entry.text('by')}, ${decision.en}: ${entry.text('reason')}.`,
    };
  },
  'waiver.proposed': (entry) => ({
    'zh-CN': `${entry.text('by')} 提议豁免服务请求 ${entry.request} 的未达标，理由：${entry.text('reason')}，待另一人批准。`,
    en: `${entry.text('by')} asked to waive a miss of request ${entry.request}: ${entry.text('reason')}. Somebody else has to give it.`,
  }),
  'document.issued': (entry) => ({
    'zh-CN': `已出具文件 ${entry.text('kind')} ${entry.text('key')}（${entry.text('language')}），${entry.text('documentHash').slice(0, 19)}。`,
    en: `The document ${entry.text('kind')} ${entry.text('key')} (${entry.text('language')}) was issued, ${entry.text('documentHash').slice(0, 19)}.`,
  }),
};
