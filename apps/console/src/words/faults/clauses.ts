import { type Phrases } from './saying.js';

/** The texts of clauses: headings, bindings, conditions. */
export const clausePhrases: Phrases = {
  'has no title': '没有标题',
  'the first line is "# " and the title': '第一行应为“# ”加标题',
  'a clause is "## NUMBER TITLE" and its text': '条款应为“## 条款号 标题”及其正文',
  'has an incomplete clause "{text}"': '条款“{text}”不完整',
  'has the heading "{text}" in line {line}': '第 {line} 行的标题为“{text}”',
  'a condition ends the heading, {when NAME = VALUE}': '条件须位于标题末尾，写作 {when NAME = VALUE}',
  'has a condition within a condition{where}': '{where:said}条件之中又有条件',
  'one ends before the next begins': '前一条件结束后，方可开始下一条件',
  'ends a condition that did not begin{where}': '{where:said}条件没有开始便已结束',
  'begins a condition that does not end{where}': '{where:said}条件没有结束',
  'has "{text}"{where}': '{where:said}有“{text}”',
  ' in line {line}': '第 {line} 行',
  'allowed are "::: when NAME = VALUE" and ":::"': '应为“::: when NAME = VALUE”和“:::”',
  'each "::: when NAME = VALUE" is ended by a line ":::"': '每个“::: when NAME = VALUE”须以单独一行“:::”结束',
  'has too many conditions': '条件过多',
  'allowed are conditions on at most {count} combinations of values': '条件所涉取值组合至多 {count} 种',
  'has conditions of its own: {own}; only the Chinese text has: {other}':
    '另有条件：{own}；仅见于中文文本的条件：{other}',
  'both languages have the same': '两种文本须一致',
  'has the clauses {numbers}': '条款为 {numbers:list}',
  'those of the Chinese text, {numbers}': '应与中文文本一致：{numbers:list}',
  'does not print {name}': '没有填入 {name}',
  'does not print {name} where {where}': '在“{where:names}”时没有填入 {name}',
  'prints {name}': '填入了 {name}',
  'prints {name}, which there is not,': '填入了不存在的 {name}',
  'prints {name}, which there is not, where {where}': '在“{where:names}”时填入了不存在的 {name}',
  '{{{name}}} must stand in clause {clause}': '{{{name}}} 应位于第 {clause} 条',
  '{{{name}}} must stand outside every condition': '{{{name}}} 应位于一切条件之外',
  '{{{name}}} must stand under when {parameter} = {value}':
    '{{{name}}} 应位于条件“when {parameter} = {value}”之下',
  'it belongs to clause {clause} alone': '它只属于第 {clause} 条',
  'has braces that bind nothing': '有未填入任何内容的花括号',
  'allowed is {{name}}': '应为 {{name}}',
};
