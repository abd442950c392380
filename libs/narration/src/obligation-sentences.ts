import { capital, latenessWord, obligationWord, type Reading, type Sentence } from './words.js';

/** What the provider has to do once, by the kind of the ledger entry. */
export const OBLIGATION_SENTENCES: Readonly<Record<string, (entry: Reading) => Sentence>> = {
  'obligation.missed': (entry) => ({
    'zh-CN': `截至 ${entry.due('dueAt')} 未完成${word(entry)['zh-CN']}，构成${late(entry)['zh-CN']}。`,
    en: `${capital(late(entry).en)}: the ${word(entry).en} was due by ${entry.due('dueAt')}.`,
  }),
  'obligation.performed': (entry) => ({
    'zh-CN': `${word(entry)['zh-CN']}已完成${entry.is('late') ? `（${late(entry)['zh-CN']}）` : ''}。`,
    en: `${capital(word(entry).en)} was performed${entry.is('late') ? ', late' : ''}.`,
  }),
  'obligation.excused': (entry) => ({
    'zh-CN': `${entry.text('by')} 同意免除${word(entry)['zh-CN']}迟延 ${entry.number('days')} 天的责任，履行期限相应顺延，理由：${entry.text('reason')}。`,
    en: `${capital(word(entry).en)} was excused for ${days(entry.number('days'))} by ${entry.text('by')}, its due day moves on: ${entry.text('reason')}.`,
  }),
};

function word(entry: Reading): Sentence {
  return obligationWord(entry.text('obligation'));
}

function late(entry: Reading): Sentence {
  return latenessWord(entry.text('obligation'));
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
