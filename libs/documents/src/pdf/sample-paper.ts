import { instant } from '#domain/time/instant';
import { parsePlainDate, type PlainDate } from '#domain/time/dates';
import { renderClauses } from '#templates/clauses';
import { contractTerms } from '#templates/contract-terms';
import { loadTemplate } from '#templates/load';
import { sampleParties } from '#templates/parties';
import { type Block, type Paper, type PaperLanguage, type TableBlock } from '../paper.js';

/**
 * A paper with every kind of block, for the specs of the renderers: the clauses of the reference template, rare
 * characters in names, a table over several pages, one of twelve columns, charts with a missing value, long identifiers.
 */
export async function samplePaper(language: PaperLanguage, watermark: string | null = null): Promise<Paper> {
  const chinese = language === 'zh-CN';
  return {
    kind: 'contract',
    language,
    key: null,
    title: chinese ? 'IT 技术支持服务合同' : 'IT Technical Support Service Agreement',
    subtitle: chinese ? '客户与服务商之间的年度技术支持' : 'Technical support for one year',
    number: 'C-2026-0001',
    date: date('2025-01-01'),
    at: instant('2025-01-01T01:15:00Z'),
    watermark,
    tableOfContents: true,
    body: [...front(chinese), ...(await clauses(language)), ...figures(chinese), ...back(chinese)],
  };
}

function front(chinese: boolean): Block[] {
  return [
    {
      type: 'parties',
      client: {
        role: chinese ? '客户（接受服务的一方）' : 'Client',
        name: chinese
          ? '北京喆堃龑䶮信息技术股份有限公司'
          : 'Beijing Zhekun Yanyan Information Technology Co., Ltd. (北京喆堃龑䶮)',
        rows: [
          [chinese ? '注册地址' : 'Address', '北京市海淀区中关村东路〇号院 1 号楼 18 层'],
          [chinese ? '联系人' : 'Contact', '㛃喆堃（IT 总监）'],
          [
            chinese ? '电子邮箱' : 'E-mail',
            'an.extraordinarily.long.address.of.somebody@subdomain.of.a.company.example.com',
          ],
        ],
      },
      provider: {
        role: chinese ? '服务商（提供服务的一方）' : 'Provider',
        name: chinese ? '上海示例云服务有限公司' : 'Shanghai Example Cloud Services Co., Ltd.',
        rows: [
          [
            chinese ? '注册地址' : 'Address',
            chinese ? '上海市浦东新区世纪大道 100 号' : '100 Century Avenue, Pudong, Shanghai',
          ],
          [chinese ? '统一社会信用代码' : 'Credit code', '91310000MA1K000000'],
        ],
      },
    },
    {
      type: 'facts',
      rows: chinese
        ? [
            ['服务期限', '2025年1月1日起，共12个月，至2025年12月31日届满'],
            ['月服务费', '20,000.00元（大写：人民币贰万元整）'],
            ['违约金', '月服务费的 5‰（千分之五）'],
            ['文本哈希', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
          ]
        : [
            ['Term', '12 months from 1 January 2025 until 31 December 2025'],
            ['Monthly fee', 'RMB 20,000.00'],
            ['Penalty', '5‰ (5 per thousand) of the monthly fee'],
            ['Hash of the text', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
          ],
    },
    {
      type: 'amount',
      label: chinese ? '合同总价' : 'Total amount',
      figures: '107000.53',
      capitals: '人民币壹拾万柒仟元零伍角叁分',
    },
    { type: 'pageBreak' },
  ];
}

async function clauses(language: PaperLanguage): Promise<Block[]> {
  const template = await loadTemplate('it-support-2025');
  const given = { termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00', penaltyPermille: '5' };
  const made = await contractTerms(template, given);
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return [
    { type: 'heading', level: 1, number: null, text: language === 'en' ? 'Clauses' : '合同条款' },
    ...renderClauses(template, made.terms, language, sampleParties).flatMap(
      ({ number, title, text }): Block[] => [
        { type: 'heading', level: 2, number: /^\d/.test(number) ? number : null, text: title },
        { type: 'paragraph', style: 'body', text },
      ],
    ),
  ];
}

function figures(chinese: boolean): Block[] {
  return [
    { type: 'heading', level: 1, number: 'A', text: chinese ? '附表与图' : 'Schedules and figures' },
    {
      type: 'paragraph',
      style: 'lead',
      text: chinese ? '本月全部目标的达标率为 97.5%。' : 'All targets together were met at 97.5% this month.',
    },
    {
      type: 'paragraph',
      style: 'note',
      text: chinese
        ? '以下数字以账簿为准。'
        : 'The ledger decides where “these figures” differ from it; the client’s copy…',
    },
    {
      type: 'list',
      items: chinese
        ? [
            '响应时限',
            '解决时限：以工作日计的期限按公布的工作日历计算，期限延及尚未公布安排的年份的，暂以星期一至星期五为工作日',
          ]
        : ['Response', 'Resolution'],
    },
    longTable(chinese),
    wideTable(chinese),
    {
      type: 'table',
      caption: chinese ? '表 3　争议行' : 'Table 3. Contested lines',
      columns: [
        { title: chinese ? '行' : 'Line', align: 'left', share: 1 },
        { title: chinese ? '金额（元）' : 'Amount (RMB)', align: 'right', share: 1 },
      ],
      rows: [],
      total: null,
      empty: chinese ? '本月没有争议行。' : 'No line was contested this month.',
    },
    ...charts(chinese),
  ];
}

function charts(chinese: boolean): Block[] {
  const months = Array.from({ length: 12 }, (_, month) => `2025-${String(month + 1).padStart(2, '0')}`);
  return [
    {
      type: 'chart',
      caption: chinese ? '图 1　各优先级达标率' : 'Figure 1. Attainment by priority',
      labels: chinese ? ['紧急', '高', '中', '低'] : ['Critical', 'High', 'Medium', 'Low'],
      series: [
        { name: chinese ? '响应' : 'Response', values: [100, 98.25, 97.5, 91.67] },
        { name: chinese ? '解决' : 'Resolution', values: [null, 87.5, 95, 66.67] },
        { name: chinese ? '临时方案' : 'Workaround', values: [50, 0, null, 100] },
      ],
      unit: '%',
      top: 100,
    },
    {
      type: 'chart',
      caption: chinese ? '图 2　逐月请求数与未达标数' : 'Figure 2. Requests and misses by month',
      labels: months,
      series: [
        { name: chinese ? '请求' : 'Requests', values: months.map((_, month) => 120 + ((month * 37) % 50)) },
        { name: chinese ? '未达标' : 'Misses', values: months.map((_, month) => (month * 3) % 14) },
      ],
      unit: chinese ? '件' : 'requests',
      top: null,
    },
  ];
}

function longTable(chinese: boolean): TableBlock {
  return {
    type: 'table',
    caption: chinese ? '表 1　未达标与违约金' : 'Table 1. Misses and penalties',
    columns: [
      { title: chinese ? '请求' : 'Request', align: 'left', share: 2 },
      { title: chinese ? '目标' : 'Target', align: 'left', share: 2 },
      { title: chinese ? '说明' : 'Remark', align: 'left', share: 5 },
      { title: chinese ? '违约金（元）' : 'Penalty (RMB)', align: 'right', share: 2 },
    ],
    rows: Array.from({ length: 48 }, (_, index) => [
      `I-${String(index + 1).padStart(6, '0')}`,
      chinese ? (['响应时限', '解决时限'][index % 2] ?? '') : (['Response', 'Resolution'][index % 2] ?? ''),
      chinese
        ? '服务台收到请求后 38 分钟作出首次响应，时限为 30 分钟。'.repeat((index % 3) + 1)
        : 'First response 38 minutes after receipt; the target is 30 minutes. '
            .repeat((index % 3) + 1)
            .trim(),
      (100 + index * 1.25).toFixed(2),
    ]),
    total: [chinese ? '合计' : 'Total', '', '', '6,210.00'],
    empty: '',
  };
}

function wideTable(chinese: boolean): TableBlock {
  return {
    type: 'table',
    caption: chinese ? '表 2　逐月账目' : 'Table 2. Accounts by month',
    columns: Array.from({ length: 12 }, (_, column) => ({
      title: column === 0 ? (chinese ? '月份' : 'Month') : `${chinese ? '科目' : 'Item'} ${column}`,
      align: column === 0 ? ('left' as const) : ('right' as const),
      share: 1,
    })),
    rows: Array.from({ length: 6 }, (_, row) =>
      Array.from({ length: 12 }, (_, column) =>
        column === 0
          ? `2025-0${row + 1}`
          : column === 5
            ? '1,234,567.89'
            : (row * 1000 + column * 7.5).toFixed(2),
      ),
    ),
    total: null,
    empty: '',
  };
}

function back(chinese: boolean): Block[] {
  const signers = [
    { name: '㛃喆堃', title: chinese ? 'IT 总监' : 'Director of IT', signedAt: null },
    { name: '李龑', title: chinese ? '财务总监' : 'Chief Financial Officer', signedAt: null },
  ];
  return [
    { type: 'heading', level: 1, number: null, text: chinese ? '签署' : 'Signatures' },
    {
      type: 'signatures',
      panels: [
        {
          role: chinese ? '客户' : 'Client',
          name: chinese ? '北京喆堃龑䶮信息技术股份有限公司' : 'Beijing Zhekun Yanyan Co., Ltd.',
          signers,
        },
        {
          role: chinese ? '服务商' : 'Provider',
          name: chinese ? '上海示例云服务有限公司' : 'Shanghai Example Cloud Services Co., Ltd.',
          signers: [
            {
              name: 'Jean-Pierre O’Connor',
              title: chinese ? '总经理' : 'General Manager',
              signedAt: '2025-01-01 09:15 (+08:00)',
            },
          ],
        },
      ],
    },
  ];
}

function date(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  if (parsed === null) throw new RangeError(text);
  return parsed;
}
