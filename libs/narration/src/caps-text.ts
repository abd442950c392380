import { type Reading, type Sentence } from './words.js';

const WINDOWS: Readonly<Record<string, Sentence>> = {
  term: { 'zh-CN': '上限', en: '' },
  calendarYear: { 'zh-CN': '自然年度上限', en: ' a calendar year' },
  rolling12Months: { 'zh-CN': '连续十二个月上限', en: ' in twelve months' },
  month: { 'zh-CN': '月度上限', en: ' a month' },
  each: { 'zh-CN': '单项上限', en: ' for each' },
};

/** What an entry says of the caps that limited an amount, to stand behind a comma; nothing where it names none. */
export function capsText(entry: Reading): Sentence {
  const caps = entry.items('caps').map((cap) => {
    const word = WINDOWS[cap.text('window')] ?? { 'zh-CN': '上限', en: '' };
    return {
      'zh-CN': `${word['zh-CN']} ${cap.text('amount')} 元`,
      en: `the cap of RMB ${cap.text('amount')}${word.en}`,
    };
  });
  if (caps.length === 0) return { 'zh-CN': '', en: '' };
  return {
    'zh-CN': `，受${caps.map((cap) => cap['zh-CN']).join('、')}限制`,
    en: `, limited by ${caps.map((cap) => cap.en).join(' and ')}`,
  };
}
