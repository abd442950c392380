import { type TemplatePackage } from './package.js';
import { jsonText } from './package-archive.js';

/**
 * The smallest template that is a whole contract: a service at a fixed monthly fee, without service levels. Rules,
 * targets and consequences are for its author to add.
 */
export function skeletonTemplate(id: string): TemplatePackage {
  return {
    files: {
      'template.json': jsonText(manifest(id)),
      'parameters.json': jsonText({ $schema: 'schemas/parameters.schema.json', parameters: PARAMETERS }),
      'terms.json': jsonText({ $schema: 'schemas/terms.schema.json', ...TERMS }),
      'clauses/zh-CN.md': CHINESE,
      'clauses/en.md': ENGLISH,
    },
  };
}

const manifest = (id: string): object => ({
  $schema: 'schemas/template.schema.json',
  id,
  version: '0.1.0',
  title: { 'zh-CN': '服务合同', en: 'Service Contract' },
  description: { 'zh-CN': '按月固定收费的服务合同。', en: 'A service at a fixed monthly fee.' },
  files: {
    parameters: 'parameters.json',
    clauses: { 'zh-CN': 'clauses/zh-CN.md', en: 'clauses/en.md' },
    rules: {},
    terms: 'terms.json',
  },
});

const words = (chinese: string, english: string): object => ({ 'zh-CN': chinese, en: english });

const PARAMETERS = [
  {
    name: 'signingDeadlineAfterDays',
    type: 'integer',
    unit: 'days',
    minimum: 1,
    maximum: 365,
    default: 14,
    clause: 'Parties',
    label: words('签署期限', 'Signing deadline'),
    help: words(
      '文本发出后双方须在多少日内签完，发出当日不计入。',
      'Days within which both parties have to sign; the day of sending does not count.',
    ),
  },
  {
    name: 'services',
    type: 'text',
    maximum: 2000,
    default: '信息系统的日常维护 || the routine maintenance of information systems',
    clause: '1.1',
    label: words('服务内容', 'Services'),
    help: words('写明服务商提供的服务。', 'What the provider does.'),
  },
  {
    name: 'termStart',
    type: 'date',
    minimum: '2000-01-01',
    maximum: '2099-12-31',
    required: true,
    clause: '1.1',
    label: words('服务期限起始日', 'First day of the term'),
    help: words('服务期限自该日 00:00 起算。', 'The term begins at 00:00 of that day.'),
  },
  {
    name: 'termMonths',
    type: 'integer',
    unit: 'months',
    minimum: 1,
    maximum: 120,
    required: true,
    clause: '1.1',
    label: words('服务期限月数', 'Months of the term'),
    help: words('服务期限的整月数。', 'Whole months of the term.'),
  },
  {
    name: 'zone',
    type: 'zone',
    default: 'Asia/Shanghai',
    clause: '1.1',
    label: words('时区', 'Time zone'),
    help: words('合同日期和时刻所依据的时区。', 'The zone in which dates and times are read.'),
  },
  {
    name: 'monthlyFee',
    type: 'money',
    minimum: '0.01',
    maximum: '10000000000.00',
    required: true,
    clause: '2.1',
    label: words('月服务费', 'Monthly fee'),
    help: words('每月固定服务费，单位为元。', 'The fixed fee of each month in RMB.'),
  },
  {
    name: 'paymentDueDay',
    type: 'integer',
    unit: 'dayOfMonth',
    minimum: 1,
    maximum: 28,
    default: 10,
    clause: '2.2',
    label: words('付款日', 'Payment due day'),
    help: words(
      '客户应当于每月该日以前（含当日）支付。',
      'The fee is due by that day of the month, inclusive.',
    ),
  },
  {
    name: 'lateInvoiceDueAfterDays',
    type: 'integer',
    unit: 'days',
    minimum: 1,
    maximum: 90,
    default: 10,
    clause: '2.2',
    label: words('迟出账单的付款期限', 'Days to pay a late invoice'),
    help: words(
      '账单在付款日之后出具的，客户的付款天数。',
      'Days to pay an invoice that was issued after the due day.',
    ),
  },
];

/** Questions that this text does not leave open stand as values; give a parameter to one to open it. */
const TERMS = {
  clauses: {
    parties: 'Parties',
    term: '1.1',
    priorities: '1.1',
    response: '1.1',
    resolution: '1.1',
    report: '1.1',
    penalties: '1.1',
    fee: '2.1',
    payment: '2.2',
  },
  zone: { parameter: 'zone' },
  calendar: 'CN',
  term: { start: { parameter: 'termStart' }, months: { parameter: 'termMonths' } },
  price: { monthlyFee: { parameter: 'monthlyFee' }, total: 'computed', partMonths: 'byDay' },
  dueDays: { included: 'inclusive', roll: 'stays' },
  invoices: {
    cycle: 'month',
    timing: 'inAdvance',
    dueDay: { parameter: 'paymentDueDay' },
    lateInvoiceDueAfterDays: { parameter: 'lateInvoiceDueAfterDays' },
    reminderBeforeDays: 3,
  },
  assessment: { fails: 'anyMiss', attainmentBelowPercent: {}, emptyMonth: 'met' },
  penalties: { fixed: 'atMonthClose', settled: 'offset' },
  consequences: [],
  obligations: [],
  termination: { clause: '3.1', lapseUnit: 'months', lapsesAfterMonths: 12, noticeDays: 0 },
  signing: { deadlineAfterDays: { parameter: 'signingDeadlineAfterDays' } },
  renewal: { carriesOver: 'nothing' },
};

const partyLines = (role: string, labels: readonly string[], colon: string): string => {
  const fields =
    'fullName registeredAddress contactDepartment contactAddress contactPerson contactTitle telephone email';
  return fields
    .split(' ')
    .map((field, index) => `${labels[index]}${colon}{{${role}.${field}}}`)
    .join('\n');
};

const CHINESE_LABELS = '公司全称 注册地址 联系部门 联系地址 联系人 职务 电话 电子邮箱'.split(' ');
const ENGLISH_LABELS =
  'Full name,Registered address,Contact department,Contact address,Contact person,Title,Telephone,E-mail'.split(
    ',',
  );

const CHINESE = `# 服务合同

<!--
每一条以“## 条款号 标题”开头，条款号与英文文本一致。{{名称}} 处填入参数；每个参数须且只须出现在它所属的条款中。
-->

## Parties 合同双方

客户（接受服务的一方，以下称“客户”）
${partyLines('client', CHINESE_LABELS, '：')}

服务商（提供服务的一方，以下称“服务商”）
${partyLines('provider', CHINESE_LABELS, '：')}

本合同自双方均签署之时成立。合同文本发出之日的次日起{{signingDeadlineAfterDays}}内（至末日 24:00 止）双方未全部签署的，该次签署邀请失效。中文文本与其他文本不一致的，以中文文本为准。

## 1.1 服务内容与服务期限

(1) 服务商向客户提供下列服务：{{services}}。

(2) 服务期限自{{termStart}} 00:00 起算，共{{termMonths}}，至{{termLastDay}} 24:00 届满。

(3) 本合同的日期和时刻均按 {{zone}} 时区认定；一日自 00:00 起至 24:00 止。

## 2.1 服务费

(1) 每月固定服务费为人民币{{monthlyFee}}，已包含税费。

(2) 合同总金额为月服务费乘以服务期限的月数，计人民币{{totalContractAmount}}。

(3) 服务期限的首月或者末月不足一个自然月的，该月费用按服务日数占该自然月实际日数的比例计算，四舍五入至分；末月费用为合同总金额减去其余各月费用的余额。

## 2.2 支付

(1) 服务商于每月 1 日（首月为服务开始之时）就当月服务费出具账单，客户应当于当月{{paymentDueDay}}（含当日，至 24:00 止）以前支付。账单在该日之后出具的，应当于出具之日的次日起{{lateInvoiceDueAfterDays}}内（至末日 24:00 止）支付。付款期限的末日不是工作日的，期限不变。

(2) 付款期限届满前 3 日以及逾期时，系统提醒客户。逾期付款不计利息和滞纳金。

## 3.1 合同的终止

(1) 服务期限届满，本合同终止。双方协商一致的，可以提前终止本合同。

(2) 合同终止后，双方结算客户尚欠的账单金额；提前终止的，服务商退还已出账月份中未使用日数所对应的费用。
`;

const ENGLISH = `# Service Contract

<!--
Each clause begins with "## NUMBER TITLE"; the numbers are those of the Chinese text. {{name}} takes a parameter; each
parameter stands in the clause it belongs to and in no other.
-->

## Parties The parties

Client (the party that receives the services, "the Client")
${partyLines('client', ENGLISH_LABELS, ': ')}

Service provider (the party that renders the services, "the Provider")
${partyLines('provider', ENGLISH_LABELS, ': ')}

This contract is formed when both parties have signed it. Where the parties have not both signed within {{signingDeadlineAfterDays}} from the day after the text was sent (until 24:00 of the last day), that invitation to sign lapses. Where the Chinese text and another text differ, the Chinese text prevails.

## 1.1 Services and term

(1) The Provider renders the following services to the Client: {{services}}.

(2) The term begins at 00:00 of {{termStart}}, runs for {{termMonths}} and ends at 24:00 of {{termLastDay}}.

(3) All dates and times of this contract are those of the time zone {{zone}}; a day runs from 00:00 to 24:00.

## 2.1 Fee

(1) The fixed fee of each month is {{monthlyFee}}, taxes included.

(2) The total contract amount is the monthly fee times the months of the term: {{totalContractAmount}}.

(3) Where the first or the last month of the term is not a whole calendar month, its fee is the share of the days served in the actual days of that month, rounded half up to the fen; the fee of the last month is the total contract amount less the fees of all others.

## 2.2 Payment

(1) The Provider issues the invoice for a month's fee on the 1st of that month, for the first month when the services begin. The Client pays it by the {{paymentDueDay}} of the month, that day included until 24:00. An invoice issued after that day is due within {{lateInvoiceDueAfterDays}} from the day after its issue, until 24:00 of the last day. A due day stays where it is not a working day.

(2) The Client is reminded 3 days before the due day and when payment is overdue. Late payment bears neither interest nor a surcharge.

## 3.1 End of the contract

(1) This contract ends when its term ends. The parties may agree on an earlier end.

(2) After the end the parties settle what the Client still owes on invoices; on an early end the Provider refunds the fee of the unused days of a month already invoiced.
`;
