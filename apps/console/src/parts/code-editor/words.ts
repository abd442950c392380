import { type Language, words } from '~/words/words';

export const codeWords = words({
  en: {
    keys: 'Tab indents. Escape, then Tab leaves the editor. Ctrl+F finds.',
    keysJson:
      'Ctrl+Space offers what may stand here. Tab indents. Escape, then Tab leaves the editor. Ctrl+F finds.',
  },
  'zh-CN': {
    keys: 'Tab 缩进；先按 Esc 再按 Tab 离开编辑器；Ctrl+F 查找。',
    keysJson: 'Ctrl+空格 列出此处可填的内容；Tab 缩进；先按 Esc 再按 Tab 离开编辑器；Ctrl+F 查找。',
  },
});

/** What CodeMirror itself says; in English it says it as it is. */
export const phrases: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  'zh-CN': {
    'Control character': '控制字符',
    'Selection deleted': '已删除所选内容',
    'Folded lines': '已折叠的行',
    'Unfolded lines': '已展开的行',
    to: '至',
    'folded code': '已折叠的内容',
    unfold: '展开',
    'Fold line': '折叠',
    'Unfold line': '展开',
    'Go to line': '转到行',
    go: '转到',
    Find: '查找',
    Replace: '替换为',
    next: '下一个',
    previous: '上一个',
    all: '全部',
    'match case': '区分大小写',
    'by word': '全字匹配',
    regexp: '正则表达式',
    replace: '替换',
    'replace all': '全部替换',
    close: '关闭',
    'current match': '当前匹配',
    'replaced $ matches': '已替换 $ 处',
    'replaced match on line $': '已替换第 $ 行的匹配',
    'on line': '在行',
    Completions: '可填内容',
    Diagnostics: '问题',
    'No diagnostics': '没有问题',
  },
};
