import { capsText } from './caps-text.js';
import { capital, latenessWord, type Reading, type Sentence } from './words.js';

/** What happened to a service request, by the kind of its ledger entry. */
export const REQUEST_SENTENCES: Readonly<Record<string, (entry: Reading) => Sentence>> = {
  'request.recorded': (entry) => ({
    'zh-CN': `服务请求 ${entry.request} 已登记，优先级：${entry.priority['zh-CN']}。${deadlines(entry)['zh-CN']}`,
    en: `Request ${entry.request} was put on record with priority ${entry.priority.en}.${deadlines(entry).en}`,
  }),
  'request.reclassified': (entry) => ({
    'zh-CN': `服务请求 ${entry.request} 重新定级为：${entry.priority['zh-CN']}，理由：${entry.text('reason')}。${deadlines(entry)['zh-CN']}`,
    en: `Request ${entry.request} was reclassified as ${entry.priority.en}: ${entry.text('reason')}.${deadlines(entry).en}`,
  }),
  'request.responded': (entry) => fact(entry, '服务台已响应', 'was responded to'),
  'request.workaround': (entry) => fact(entry, '已提供临时解决方案', 'got a workaround'),
  'request.path': (entry) =>
    fact(entry, '已给出明确的解决路径和时间表', 'got a definite path with a timetable'),
  'request.resolved': (entry) => fact(entry, '已解决', 'was resolved'),
  'request.closed': (entry) => fact(entry, '已关闭', 'was closed'),
  'request.reopened': (entry) => fact(entry, '已重新打开', 'was reopened'),
  'request.paused': (entry) =>
    fact(
      entry,
      `解决时限暂停计时，原因：${entry.pauseReason['zh-CN']}`,
      `was paused: ${entry.pauseReason.en}`,
    ),
  'request.resumed': (entry) => fact(entry, '解决时限恢复计时', 'was resumed'),
  'request.rated': (entry) =>
    fact(entry, `客户评分 ${entry.text('score')} 分`, `was rated ${entry.text('score')} of 5`),
  'target.met': (entry) => ({
    'zh-CN': `服务请求 ${entry.request} 的${entry.target['zh-CN']}时限达成（${entry.metBy['zh-CN']}）。`,
    en: `Request ${entry.request}: the ${entry.target.en} target was met by ${entry.metBy.en}.`,
  }),
  'target.missed': (entry) => ({
    'zh-CN': `服务请求 ${entry.request} 的${entry.target['zh-CN']}时限未达成，截止时间 ${entry.due('dueAt')}。`,
    en: `Request ${entry.request}: the ${entry.target.en} target, due ${entry.due('dueAt')}, was missed.`,
  }),
  'target.withdrawn': (entry) => ({
    'zh-CN': `服务请求 ${entry.request} 不再适用${entry.target['zh-CN']}时限。`,
    en: `Request ${entry.request}: the ${entry.target.en} target no longer applies.`,
  }),
  'target.pending': (entry) => ({
    'zh-CN': `服务请求 ${entry.request} 的${entry.target['zh-CN']}时限继续计算${entry.text('dueAt') ? `，截止 ${entry.due('dueAt')}` : ''}。`,
    en: `Request ${entry.request}: the ${entry.target.en} target is open again${entry.text('dueAt') ? `, due ${entry.due('dueAt')}` : ''}.`,
  }),
  'miss.waived': (entry) => ({
    'zh-CN': `${entry.text('by')} 豁免了${missWords(entry).waived['zh-CN']}，理由：${entry.text('reason')}。`,
    en: `The ${missWords(entry).waived.en} was waived by ${entry.text('by')}: ${entry.text('reason')}.`,
  }),
  'miss.annulled': (entry) => ({
    'zh-CN': `后补事实表明，服务请求 ${entry.request} 的${entry.target['zh-CN']}并非未达标，该记录不再计算。`,
    en: `A fact that came late shows that request ${entry.request} did not miss its ${entry.target.en} target: the miss no longer counts.`,
  }),
  'penalty.fixed': (entry) => (entry.lacks('receipt') ? withoutPenalty(entry) : penalty(entry)),
};

/** Where single misses have no price, they only count towards their month. */
function withoutPenalty(entry: Reading): Sentence {
  const { fixed } = missWords(entry);
  return {
    'zh-CN': `${fixed['zh-CN']}：计入当月评定，单项不计违约金。`,
    en: `${fixed.en}: it counts for its month, and costs nothing by itself.`,
  };
}

function penalty(entry: Reading): Sentence {
  return {
    'zh-CN': `${missWords(entry).fixed['zh-CN']}：违约金 ${entry.text('penalty')} 元（合同总额 ${entry.text('base')} 元的 ${entry.text('permille')}‰${remark(entry)['zh-CN']}）。`,
    en: `${missWords(entry).fixed.en}: a penalty of RMB ${entry.text('penalty')} (${entry.text('permille')}‰ of RMB ${entry.text('base')}${remark(entry).en}).`,
  };
}

/** The contract ended while the request was on record. */
export function endedWithContract(entry: Reading): Sentence {
  return {
    'zh-CN': `合同终止，服务请求 ${entry.request} 的未决时限不再适用。`,
    en: `The contract ended: open targets of request ${entry.request} no longer apply.`,
  };
}

function fact(entry: Reading, chinese: string, english: string): Sentence {
  const late = entry.is('late');
  return {
    'zh-CN': `服务请求 ${entry.request}：${chinese}${late ? `（后补，理由：${entry.text('lateReason')}）` : ''}。`,
    en: `Request ${entry.request} ${english}${late ? ` (told late: ${entry.text('lateReason')})` : ''}.`,
  };
}

function deadlines(entry: Reading): Sentence {
  const due = entry.items('deadlines').filter((deadline) => deadline.text('dueAt') !== '');
  if (due.length === 0) return { 'zh-CN': '', en: '' };
  return {
    'zh-CN': `${due.map((deadline) => `${deadline.target['zh-CN']}截止 ${deadline.due('dueAt')}`).join('，')}。`,
    en: ` Due: ${due.map((deadline) => `${deadline.target.en} ${deadline.due('dueAt')}`).join(', ')}.`,
  };
}

/** What was missed: a target of a request, or by the contract itself a report or an obligation. */
function missWords(entry: Reading): { readonly fixed: Sentence; readonly waived: Sentence } {
  const { request, target } = entry;
  if (entry.text('target') === 'report') {
    const period = request.replace(/^report /, '');
    const word = { 'zh-CN': `${period} 服务报告逾期提交`, en: `late report ${period}` };
    return { ...ofContract(word), waived: { ...word, 'zh-CN': ` ${word['zh-CN']}` } };
  }
  if (request !== '' && entry.text('target') === request) return ofContract(latenessWord(request));
  const waived = {
    'zh-CN': `服务请求 ${request} 的${target['zh-CN']}未达标`,
    en: `${target.en} miss of request ${request}`,
  };
  return { fixed: { 'zh-CN': waived['zh-CN'], en: `Request ${request}, ${target.en} missed` }, waived };
}

function ofContract(word: Sentence): { readonly fixed: Sentence; readonly waived: Sentence } {
  return { fixed: { 'zh-CN': word['zh-CN'], en: capital(word.en) }, waived: word };
}

function remark(entry: Reading): Sentence {
  if (entry.is('waived')) return { 'zh-CN': '，已豁免', en: ', waived' };
  if (entry.denies('counted'))
    return {
      'zh-CN': '，同一请求仅首次未达标计违约金',
      en: ', only the first miss of a request counts',
    };
  return entry.is('capped') ? capsText(entry) : { 'zh-CN': '', en: '' };
}
