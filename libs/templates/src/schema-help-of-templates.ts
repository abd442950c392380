import type { HelpByPath } from './schema-help.js';

const HEAD: HelpByPath = {
  id: ['The name of the template: small letters, digits and "-".', '模板的名称：小写字母、数字和“-”。'],
  version: [
    'Its version, like 1.0.0. What is published never changes.',
    '版本，如 1.0.0；已发布的内容不再更改。',
  ],
  title: ['What it is called, in both languages.', '标题，中英文均须写明。'],
  description: ['What it is for, in both languages.', '用途说明，中英文均须写明。'],
};

/** What the members of `template.json` are for. */
export const MANIFEST_HELP: HelpByPath = {
  ...HEAD,
  files: [
    'The files that the template consists of, as paths beside this one.',
    '模板的组成文件，为本文件旁的路径。',
  ],
  'files.parameters': ['What a contract can set.', '合同可以设定的参数。'],
  'files.clauses': ['The text of the contract in each language.', '各语言的合同正文。'],
  'files.rules': [
    'Each rule set or decision table by the name under which terms.json takes it.',
    '各规则集或决策表，以 terms.json 引用的名称列出。',
  ],
  'files.targets': [
    'What has to be met by when. Left out where the contract takes no service requests.',
    '各优先级的时限；合同不受理服务请求时不写。',
  ],
  'files.terms': ['How the parameters become the terms of a contract.', '参数如何成为合同的约定。'],
};

/** What the members of `parameters.json` are for. */
export const PARAMETERS_HELP: HelpByPath = {
  parameters: [
    'What a contract can set, in the order in which it is asked for.',
    '合同可以设定的参数，按询问的先后排列。',
  ],
  'parameters[].type': [
    'integer, decimal, money, date, zone, enum (one of "values") or text.',
    'integer 整数，decimal 小数，money 金额，date 日期，zone 时区，enum 选项（见 values），text 文本。',
  ],
  'parameters[].name': [
    'Its name in clauses, {{name}}, and in terms.json.',
    '在条款（{{名称}}）和 terms.json 中的名称。',
  ],
  'parameters[].required': [
    'Each contract has to say it; there is no usual value.',
    '每份合同均须填写，没有默认值。',
  ],
  'parameters[].when': [
    'It is there only where another parameter has this value.',
    '仅当另一参数为此值时才有此参数。',
  ],
  'parameters[].clause': ['The one clause that prints it, or Parties.', '载明该参数的条款，或 Parties。'],
  'parameters[].label': ['What it is called, in both languages.', '名称，中英文均须写明。'],
  'parameters[].help': ['What it means, in both languages.', '含义说明，中英文均须写明。'],
  'parameters[].unit': ['What is counted.', '计量单位。'],
  'parameters[].minimum': ['The least that a contract may say.', '合同可填的最小值。'],
  'parameters[].moreThan': ['A contract has to say more than this.', '合同所填须大于此值。'],
  'parameters[].maximum': [
    'The most that a contract may say; of a text, characters.',
    '合同可填的最大值；文本为字数。',
  ],
  'parameters[].default': ['The usual value, where a contract says nothing.', '默认值，合同未填时采用。'],
  'parameters[].values': [
    'Each value with the words that the contract prints for it.',
    '各选项及其在合同中的表述。',
  ],
};

/** What the members of `targets.json` are for. */
export const TARGETS_HELP: HelpByPath = {
  priorities: ['The priorities, the most urgent first.', '各优先级，最紧急者在前。'],
  'priorities.*.label': ['What the priority is called, in both languages.', '优先级的名称，中英文均须写明。'],
  'priorities.*.targets': [
    'What has to be met for a request of this priority.',
    '该优先级的请求须达到的目标。',
  ],
  'priorities.*.targets[].kind': ['What has to be done in time.', '须按时完成的事项。'],
  'priorities.*.targets[].clock': [
    'The clock that runs for it; pauses may stop only the one of the resolution.',
    '所用的计时：response 响应计时，resolution 解决计时；暂停可以只影响后者。',
  ],
  'priorities.*.targets[].measure': [
    'How long there is: a parameter, and what it counts.',
    '时限：由哪个参数规定，以何计量。',
  ],
  'priorities.*.targets[].measure.unit': [
    'minutes of the calendar, minutes within service hours, or working days.',
    'minutes 自然分钟，serviceMinutes 服务时间内的分钟，workingDays 工作日。',
  ],
  'priorities.*.targets[].measure.parameter': ['The parameter that says how long.', '规定时长的参数。'],
  'priorities.*.targets[].metBy': [
    'What meets it: responded, workaround, path (to the resolution), resolved.',
    '以何达成：responded 作出响应，workaround 提供临时方案，path 给出解决路径，resolved 解决。',
  ],
  'priorities.*.targets[].clause': ['The clause that promises it.', '作出该承诺的条款。'],
  pauseReasons: ['The reasons for which a clock may be paused.', '计时可以暂停的事由。'],
};

/** What the main members of `terms.json` are for; almost each takes a value or a parameter. */
export const TERMS_HELP: HelpByPath = {
  clauses: ['Which clause an entry of the ledger names, by what it is about.', '台账各类记录所引的条款。'],
  zone: ['The time zone in which days begin and end.', '据以计算日期的时区。'],
  calendar: ['The working-day calendar, by its id.', '工作日历的 id。'],
  term: ['When the contract begins and how many months it lasts.', '合同何时开始、为期几个月。'],
  price: ['What is paid, and how a part of a month counts.', '费用，以及不足整月如何计费。'],
  'price.partMonths': ['byDay: by its days; full: a whole month.', 'byDay 按日计，full 按整月计。'],
  dueDays: ['Whether a due day counts, and what happens on a day off.', '截止日是否计入，遇休息日如何处理。'],
  invoices: ['How often, when, and until when invoices are paid.', '账单的周期、开具时间和付款期限。'],
  reports: ['The monthly service report; left out where there is none.', '月度服务报告；没有则不写。'],
  service: [
    'How requests are measured; left out where none are taken.',
    '服务请求如何计时；不受理请求则不写。',
  ],
  'service.rules': ['The rule set that decides the priority.', '判断优先级的规则集。'],
  assessment: ['When a month has failed.', '月份何时视为未达标。'],
  penalties: ['When a penalty is fixed, and how it is settled.', '违约金何时确定、如何结算。'],
  consequences: ['What costs money, and by which rule set.', '哪些情形产生费用，由哪个规则集计算。'],
  'consequences[].on': [
    'miss: each missed target; month: each month; obligation: one late; latePayment: an invoice paid late.',
    'miss 每次未达标，month 每月，obligation 义务逾期，latePayment 逾期付款。',
  ],
  'consequences[].rules': ['The rule set’s name in template.json.', 'template.json 中规则集的名称。'],
  'consequences[].base': ['What the permille is taken of.', '千分比的计算基数。'],
  'consequences[].caps': ['The most that may be charged within a window.', '一定期间内的上限。'],
  obligations: ['What else has to be done by a day.', '其他须按期履行的义务。'],
  termination: ['When a party may end the contract, and until when.', '何时可以解除合同、须在何时前行使。'],
  signing: ['Until when it has to be signed, and how one is reminded.', '签署期限和提醒方式。'],
  renewal: ['What follows when the term ends.', '期满后的安排。'],
};

/** What the members of `variant.json` are for. */
export const VARIANT_HELP: HelpByPath = {
  ...HEAD,
  client: ['For whom it is.', '适用的客户。'],
  extends: ['The template that it takes everything over from.', '所继承的模板。'],
  'extends.template': ['The name of that template.', '所继承模板的名称。'],
  'extends.version': ['Its version.', '所继承模板的版本。'],
  'extends.hash': ['Refuses another content under the same version.', '内容不符时拒绝。'],
  parameters: [
    'What it has otherwise than the template, parameter by parameter. Limits may be narrowed, never widened.',
    '与模板不同的参数；范围只能收窄，不能放宽。',
  ],
  'parameters.*.default': ['Another usual value.', '另一默认值。'],
  'parameters.*.minimum': ['A higher least value.', '更高的最小值。'],
  'parameters.*.maximum': ['A lower most value.', '更低的最大值。'],
  'parameters.*.moreThan': ['A contract has to say more than this.', '合同所填须大于此值。'],
  'parameters.*.fixed': ['The only value: contracts are not asked.', '固定取值，合同不再询问。'],
  clauses: [
    'Clauses with another text, by their numbers, in both languages.',
    '正文不同的条款，按条号列出，中英文均须写明。',
  ],
  'clauses.en.*.text': ['The whole text in the place of the template’s.', '替换模板条款的全文。'],
  'clauses.zh-CN.*.text': ['The whole text in the place of the template’s.', '替换模板条款的全文。'],
  rules: [
    'A rule set or decision table of its own in the place of the template’s one of that name.',
    '替换模板同名规则集的自有规则集或决策表。',
  ],
  targets: ['Targets of its own, as the path of a file.', '自有时限文件的路径。'],
  terms: [
    'Members of terms.json that differ; null takes one away, a list replaces the list.',
    'terms.json 中不同的成员；null 表示去掉，列表整体替换。',
  ],
};
