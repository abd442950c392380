import { type Phrases } from './saying.js';

/** Rule sets, decision tables, and the vocabulary they are written in. */
export const rulePhrases: Phrases = {
  'is no group of conditions': '不是条件组',
  'is no list of conditions': '不是条件列表',
  'is one condition too many': '条件过多',
  'allowed is a condition or a group': '应为条件或条件组',
  'at most {count} groups deep': '条件组至多嵌套 {count} 层',
  'at most {count} conditions in one rule': '每条规则至多 {count} 个条件',
  'allowed is a list of 1 to {count} values': '应为 1 至 {count} 个值的列表',
  'compares a {type} fact': '对{type:type}型事实作了大小比较',
  'has an empty place': '有空白之处',
  'has "-" beside something else': '“-”与其他内容并用',
  'has the empty interval {text}': '区间 {text} 为空',
  'has "{value}"': '含有“{value}”',
  'has {value}': '含有 {value}',
  'allowed are -, a value, {a fact}, several with | between, not before them':
    '应为“-”、一个值、{事实}，多个之间用“|”分隔，其前可加“not”',
  'allowed are -, a value, {a fact}, several with | between, not before them, <, <=, > or >= and a bound, an interval like [95..99)':
    '应为“-”、一个值、{事实}，多个之间用“|”分隔，其前可加“not”；也可为 <、<=、> 或 >= 加界限，或者区间，例如 [95..99)',
  'allowed are {count}: {names}': '应为 {count} 个：{names:list}',
  'has {count} facts': '共 {count} 个事实',
  'allowed are 1 to {count}': '应为 1 至 {count} 个',
  'stands at a {type} fact': '用在{type:type}型事实上',
  'allowed only at string facts': '只能用在文本型事实上',
  'it has no unit': '此项没有单位',
  'leaves out {names}': '遗漏了 {names:list}',
  'all of {names}': '须包含全部：{names:list}',
  '"{name}" is no {type}': '“{name}”不是{type:type}',
  'allowed is a {type} fact': '应为{type:type}型事实',
  '"{name}" is in {unit}': '“{name}”的单位是{unit:unit}',
  'allowed is a fact in {unit}': '应为以{unit:unit}计的事实',
  '"{name}" can be no {outcome}': '“{name}”不能作为 {outcome}',
  'allowed is a fact with values among {names}': '应为取值限于以下各项的事实：{names:list}',
  'no rule holds for {facts}': '没有适用于 {facts} 的规则',
  'one of {names} must': '以下规则之一须适用：{names:list}',
  'is used by nothing': '未被使用',
  'a rule set decides the priority or a consequence of terms.json':
    '规则集须用于决定优先级，或者 terms.json 中的后果',
  'expected is {expected}': '预期为 {expected}',
  'it must come out as the case expects': '结果须与用例的预期一致',
  '{path}: expected {wanted} got {given}': '{path}：预期为 {wanted}，实际为 {given}',
  '{path}: expected {wanted} got nothing': '{path}：预期为 {wanted}，实际没有',
  '{path}: expected {wanted} entries got {given}': '{path}：预期为 {wanted} 项，实际为 {given} 项',
  'there is no case': '没有验收用例',
  'has no case': '没有验收用例',
  'allowed is at least one, acceptance/NAME.json with acceptance/NAME.expected.json':
    '至少要有一个：acceptance/NAME.json 及其 acceptance/NAME.expected.json',
  'at least one acceptance/NAME.json with its acceptance/NAME.expected.json must be there':
    '至少要有一个 acceptance/NAME.json 及其 acceptance/NAME.expected.json',
  'allowed is an object with at and type': '应为含有“at”和“type”的对象',
};
