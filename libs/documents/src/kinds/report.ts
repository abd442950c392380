import { type PriorityFigures } from '#domain/contract/reports';
import { type ServiceReport } from '#domain/contract/state';
import { addDays, type Period } from '#domain/time/dates';
import { type Instant } from '#domain/time/instant';
import { type Block, type ChartBlock, type Paper, type TableBlock } from '../paper.js';
import { attainmentLabel, durationLabel, lowerFirst, notApplicable, priorityLabel } from '../words/labels.js';
import { column, factRows, heading, paragraph, table } from './blocks.js';
import { clauseTitle } from './clause-blocks.js';
import { paperOf, type Drafting } from './drafting.js';
import { monthsSection } from './report-months.js';
import { missSection, requestsSection } from './report-requests.js';

/**
 * The monthly service report 月度服务报告 (clause 2.5): requests, attainment and average times by priority, knowledge
 * base, satisfaction, with the months so far as charts. Where nothing was concluded it says n/a, not 100 %.
 */
export function reportPaper(draft: Drafting, period: Period, at: Instant): Paper {
  const { facts, pen } = draft;
  const report = reportOf(draft, period);
  const takesRequests = facts.terms.service !== null;
  return paperOf(draft, {
    kind: 'report',
    key: period,
    title: takesRequests ? pen.say('月度服务报告', 'Monthly service report') : ownTitle(draft),
    at,
    body: [
      factRows(summaryRows(draft, report)),
      ...(takesRequests ? requestSections(draft, report) : workSection(draft)),
      ...(takesRequests ? otherSections(draft, report) : []),
      ...missSection(draft, period),
      ...(takesRequests ? [attainmentChart(draft, report), ...monthsSection(draft)] : []),
      ...(takesRequests ? requestsSection(draft, period) : []),
      ...noteSection(draft, takesRequests),
    ],
  });
}

/** The report as the provider has handed it in, beside the one that was drawn up when the month closed. */
export function submittedReport(draft: Drafting, period: Period, at: Instant): Paper {
  return { ...reportPaper(draft, period, at), key: `${period}-submitted` };
}

/** A contract without a service desk calls its report by its clause: 维护报告, Maintenance report. */
function ownTitle({ facts, pen }: Drafting): string {
  const title = clauseTitle(
    facts.text[pen.language],
    facts.terms.clauses.report,
    pen.say('履约报告', 'Report'),
  );
  return pen.say(`月度${title}`, `Monthly ${lowerFirst(title)}`);
}

/** The report of a month. Throws where there is none. */
export function reportOf({ facts }: Pick<Drafting, 'facts'>, period: Period): ServiceReport {
  const report = facts.state.reports.find((candidate) => candidate.period === period);
  if (!report) throw new Error(`there is no report of ${period}`);
  return report;
}

function summaryRows(draft: Drafting, report: ServiceReport): (readonly [string, string | null])[] {
  const { facts, pen } = draft;
  const month = facts.terms.schedule.find(({ period }) => period === report.period);
  if (!month) throw new Error(`${report.period} is no month of the contract`);
  const ended = facts.state.end;
  const endsEarly = ended !== null && ended.at < month.to;
  const last = endsEarly ? pen.moment(ended.at) : addDays(month.endDate, -1);
  return [
    [pen.role('client'), facts.parties.client['fullName'] ?? null],
    [pen.role('provider'), facts.parties.provider['fullName'] ?? null],
    [
      pen.say('报告期间', 'Period'),
      pen.say(`${month.firstDate} 至 ${last}`, `${month.firstDate} to ${last}`),
    ],
    [pen.say('数据截至', 'Figures as of'), `${pen.deadline(report.drawnUpAt)} (${pen.zone})`],
    [pen.say('提交期限', 'To be submitted by'), pen.deadline(report.dueAt)],
    [pen.say('提交时间', 'Submitted'), report.submittedAt === null ? null : pen.moment(report.submittedAt)],
  ];
}

function requestSections(draft: Drafting, { figures }: ServiceReport): Block[] {
  const { pen } = draft;
  return [
    heading(2, pen.say('服务请求', 'Requests')),
    factRows([
      [pen.say('本月登记', 'Received'), requests(draft, figures.received)],
      [pen.say('本月解决', 'Resolved'), requests(draft, figures.resolved)],
      [pen.say('月末未解决', 'Unresolved at the end'), requests(draft, figures.unresolved)],
    ]),
    heading(2, pen.say('达成率与平均时间', 'Attainment and average times')),
    priorityTable(draft, figures.priorities),
  ];
}

function requests({ pen }: Drafting, count: number): string {
  return pen.say(`${count} 件`, `${count} request${count === 1 ? '' : 's'}`);
}

function priorityTable(draft: Drafting, priorities: readonly PriorityFigures[]): TableBlock {
  const { pen } = draft;
  const total = (of: (figures: PriorityFigures) => number): number =>
    priorities.reduce((sum, figures) => sum + of(figures), 0);
  const [met, missed] = [total((each) => each.targetsMet), total((each) => each.targetsMissed)];
  return table({
    columns: [
      column(pen.say('优先级', 'Priority'), 1.5),
      column(pen.say('登记\n（件）', 'Received'), 1.2, 'right'),
      column(pen.say('解决\n（件）', 'Resolved'), 1.2, 'right'),
      column(pen.say('达标 / 判定\n（项）', 'Met / concluded'), 1.6, 'right'),
      column(pen.say('达成率', 'Attainment'), 1.4, 'right'),
      column(pen.say('平均响应', 'Avg. response'), 2, 'right'),
      column(pen.say('平均解决\n（经过）', 'Avg. resolution,\nelapsed'), 2.2, 'right'),
      column(pen.say('平均解决\n（计入）', 'Avg. resolution,\ncounted'), 2.2, 'right'),
    ],
    rows: priorities.map((each) => [
      priorityLabel(pen, each.priority),
      String(each.received),
      String(each.resolved),
      `${each.targetsMet} / ${each.targetsMet + each.targetsMissed}`,
      attainmentLabel(pen, each.attainmentPermille),
      durationLabel(pen, each.averageResponseSeconds),
      durationLabel(pen, each.averageResolutionElapsedSeconds),
      durationLabel(pen, each.averageResolutionCountedSeconds),
    ]),
    total: [
      pen.say('合计', 'Total'),
      String(total((each) => each.received)),
      String(total((each) => each.resolved)),
      `${met} / ${met + missed}`,
      attainmentLabel(pen, met + missed === 0 ? null : Math.floor((met * 1000) / (met + missed))),
      '',
      '',
      '',
    ],
    empty: pen.say('无', 'None'),
  });
}

function attainmentChart({ pen }: Drafting, { figures, period }: ServiceReport): ChartBlock {
  const { priorities } = figures;
  return {
    type: 'chart',
    caption: pen.say(`${period} 各优先级达成率`, `Attainment by priority, ${period}`),
    labels: priorities.map(({ priority }) => priorityLabel(pen, priority)),
    series: [
      {
        name: pen.say('达成率', 'Attainment'),
        values: priorities.map(({ attainmentPermille }) =>
          attainmentPermille === null ? null : attainmentPermille / 10,
        ),
      },
    ],
    unit: '%',
    top: 100,
  };
}

function otherSections(
  { pen }: Drafting,
  { figures, knowledgeBaseContributions: known }: ServiceReport,
): Block[] {
  const score = figures.averageScoreHundredths;
  return [
    heading(2, pen.say('知识库与客户满意度', 'Knowledge base and satisfaction')),
    factRows([
      [
        pen.say('知识库贡献', 'Knowledge-base contributions'),
        known === null
          ? pen.say('由服务商提交报告时填报', 'to be stated when the report is submitted')
          : pen.say(`${known} 篇`, `${known} article${known === 1 ? '' : 's'}`),
      ],
      [pen.say('客户评分', 'Ratings'), pen.say(`${figures.ratings} 次`, String(figures.ratings))],
      [
        pen.say('平均分', 'Average score'),
        score === null
          ? notApplicable(pen)
          : pen.say(`${(score / 100).toFixed(2)} 分（满分 5 分）`, `${(score / 100).toFixed(2)} of 5`),
      ],
    ]),
  ];
}

/** What such a report tells is not on record here: the provider adds it. */
function workSection({ facts, pen }: Drafting): Block[] {
  const { report } = facts.terms.clauses;
  return [
    paragraph(
      pen.say(
        `本合同不受理服务请求。第 ${report} 条要求载明的工作内容由${pen.party('provider')}以附件提交。`,
        `This contract takes no service requests. What clause ${report} asks the report to state is attached by ${pen.party('provider')}.`,
      ),
    ),
  ];
}

function noteSection({ facts, pen }: Drafting, takesRequests: boolean): Block[] {
  if (!takesRequests) return [];
  const { report } = facts.terms.clauses;
  return [
    paragraph(
      pen.say(
        `本报告依第 ${report} 条出具。达成率为已判定目标中达标的比例，保留一位小数，其余舍去；没有已判定目标的记为“不适用”。“经过”为自登记至解决的全部时间，“计入”不含暂停及解决后至重新打开的时间。时间均按 ${pen.zone} 认定。`,
        `Drawn up under clause ${report}. Attainment is the share of concluded targets that were met, with one decimal, the rest dropped; n/a where none was concluded. “Elapsed” is all time from record to resolution; “counted” leaves out pauses and time between a resolution and a reopening. Times are those of ${pen.zone}.`,
      ),
      'note',
    ),
  ];
}
