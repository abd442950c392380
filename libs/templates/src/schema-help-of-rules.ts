import type { HelpByPath } from './schema-help.js';

const HEAD: HelpByPath = {
  id: ['The name of the rule set; receipts of decisions carry it.', '规则集的名称，判断回执中载明。'],
  version: [
    'Its version, like 1.0.0. Raise it when what it decides changes.',
    '版本，如 1.0.0；判断结果有变化时应提高。',
  ],
  clause: ['The clause of the contract that it carries out.', '所执行的合同条款。'],
  outcome: ['What is decided: priority, permille.', '判断的对象：priority（优先级）、permille（千分比）。'],
  facts: [
    'What the conditions may look at, by name. Which facts there are follows from what is decided.',
    '条件可以依据的事实，按名称列出；有哪些事实取决于判断的对象。',
  ],
  'facts.*.type': [
    'string, number (a whole or broken number), boolean (true or false), decimal (exact, as text like "0.5").',
    'string 文本，number 数字，boolean 是否，decimal 精确小数（写作文本，如 "0.5"）。',
  ],
  'facts.*.values': ['The only values there are. Left out: any text.', '全部可能的取值；不写则为任意文本。'],
  'facts.*.unit': ['What is counted: days, permille, percent.', '计量单位：days、permille、percent。'],
  'facts.*.description': ['What the fact means, in both languages.', '事实的含义，中英文均须写明。'],
};

/** What a rule set's members are for. */
export const RULE_SET_HELP: HelpByPath = {
  ...HEAD,
  rules: [
    'The rules. The rule of the highest priority whose conditions hold decides.',
    '全部规则；条件成立者中顺序最高的一条即为结果。',
  ],
  'rules[].name': ['What the rule says, in a few words; receipts show it.', '规则内容的简述，回执中显示。'],
  'rules[].priority': [
    'The higher it is, the sooner the rule is tried. Each rule has another one.',
    '数值越高越先判断；各条规则不得相同。',
  ],
  'rules[].conditions': [
    'A group: all of them, any of them, or not one. A condition in it compares a fact with a value.',
    '条件组：all 全部成立，any 任一成立，not 不成立；组内的条件将事实与值比较。',
  ],
  'rules[].conditions.all': ['All of these have to hold.', '其中各项须全部成立。'],
  'rules[].conditions.any': ['One of these has to hold.', '其中任一项成立即可。'],
  'rules[].conditions.not': ['This must not hold.', '此项须不成立。'],
  'rules[].conditions.fact': ['The fact that is looked at, one of "facts".', '所依据的事实，须列于 facts。'],
  'rules[].conditions.operator': [
    'equal, notEqual, in, notIn; for numbers and decimals also lessThan, lessThanInclusive, greaterThan, greaterThanInclusive.',
    'equal 等于，notEqual 不等于，in 属于，notIn 不属于；数字和小数另有 lessThan 小于，lessThanInclusive 不大于，greaterThan 大于，greaterThanInclusive 不小于。',
  ],
  'rules[].conditions.value': [
    'What it is compared with: a value, a list for in and notIn, or another fact as { "fact": "name" }.',
    '与之比较的值；in 和 notIn 用列表；也可用 { "fact": "名称" } 引用另一事实。',
  ],
  'rules[].event': ['What the rule decides.', '规则得出的结果。'],
  'rules[].event.type': ['The same as "outcome".', '与 outcome 相同。'],
  'rules[].event.params': [
    'The result by its name: a value, or what a fact says, as { "fact": "name" }.',
    '结果：一个值，或以 { "fact": "名称" } 取某一事实的值。',
  ],
};

/** What a decision table's members are for. */
export const DECISION_TABLE_HELP: HelpByPath = {
  ...HEAD,
  inputs: [
    'The columns: the facts that the cells of each row stand for, in their order.',
    '各列：每行单元格依次对应的事实。',
  ],
  'inputs[].fact': ['One of "facts".', '须列于 facts。'],
  hit: [
    'first: the rows are tried from top to bottom, the first whose cells all hold decides.',
    'first：自上而下逐行判断，首个全部条件成立的行即为结果。',
  ],
  rows: ['The rows, in the order in which they are tried.', '各行，按判断的先后排列。'],
  'rows[].name': [
    'What the row says, in a few words; receipts show it. Left out: it is called by its cells.',
    '该行内容的简述，回执中显示；不写则以单元格内容为名。',
  ],
  'rows[].when': [
    'A cell for each input: - (anything), a, a | b, not a, < 99.9, [95..99), {fact}.',
    '每列一个单元格：-（任意）、a、a | b、not a、< 99.9、[95..99)、{事实}。',
  ],
  'rows[].then': [
    'What the row decides: a value, or what a fact says, as { "fact": "name" }.',
    '该行的结果：一个值，或以 { "fact": "名称" } 取某一事实的值。',
  ],
};
