import { type Sentence } from './words.js';

/** What happened to a workflow, beside what its contract wrote down. */
export interface HistoryFact {
  readonly kind: 'begun' | 'refused' | 'unreadable' | 'continued' | 'ended' | 'interference';
  /** How it ended, or in which way somebody interfered. */
  readonly how: string;
  /** A reason as it was given, or what was refused. */
  readonly detail: string;
}

const ENDS: Readonly<Record<string, Sentence>> = {
  completed: { 'zh-CN': '工作流结束', en: 'The workflow is over' },
  failed: { 'zh-CN': '工作流失败', en: 'The workflow failed' },
  timedOut: { 'zh-CN': '工作流超时', en: 'The workflow timed out' },
  canceled: { 'zh-CN': '工作流被取消', en: 'The workflow was canceled' },
  terminated: { 'zh-CN': '工作流被终止', en: 'The workflow was terminated' },
};

const INTERFERENCES: Readonly<Record<string, Sentence>> = {
  reset: { 'zh-CN': '人为干预：工作流被重置', en: 'Interference: the workflow was reset' },
  termination: { 'zh-CN': '人为干预：工作流被终止', en: 'Interference: the workflow was terminated' },
  cancelRequest: {
    'zh-CN': '人为干预：请求取消工作流',
    en: 'Interference: the workflow was asked to cancel',
  },
  signal: { 'zh-CN': '人为干预：手工发送信号', en: 'Interference: a signal was sent by hand' },
  update: {
    'zh-CN': '人为干预：未经存储的命令',
    en: 'Interference: an update that is not a stored command',
  },
  pause: {
    'zh-CN': '人为干预：工作流被暂停或恢复',
    en: 'Interference: the workflow was paused, or went on',
  },
  options: { 'zh-CN': '人为干预：工作流选项被更改', en: 'Interference: the options of the workflow changed' },
};

/** What happened to a workflow as a sentence in both languages; reasons as they were given. */
export function historySentence({ kind, how, detail }: HistoryFact): Sentence {
  const sentence = sentenceOf(kind, how);
  if (detail === '') return sentence;
  return { 'zh-CN': `${sentence['zh-CN']}（${detail}）`, en: `${sentence.en} (${detail})` };
}

function sentenceOf(kind: HistoryFact['kind'], how: string): Sentence {
  switch (kind) {
    case 'begun':
      return { 'zh-CN': '工作流开始', en: 'The workflow begins' };
    case 'refused':
      return { 'zh-CN': '命令被拒绝', en: 'A command is refused' };
    case 'unreadable':
      return {
        'zh-CN': '内容已加密，缺少其密钥',
        en: 'It is encrypted by a key that is not there',
      };
    case 'continued':
      return { 'zh-CN': '历史在新的运行中继续', en: 'The history goes on in a new run' };
    case 'ended':
      return ENDS[how] ?? { 'zh-CN': how, en: how };
    case 'interference':
      return INTERFERENCES[how] ?? { 'zh-CN': `人为干预：${how}`, en: `Interference: ${how}` };
  }
}
