import { type PriorityFigures } from '#domain/contract/reports';
import { type IncidentState } from '#domain/incident/state';
import { type Period } from '#domain/time/dates';
import { type PaperLanguage } from '../paper.js';
import { missLabel, priorityLabel } from '../words/labels.js';
import { type Sheet, type SheetCell } from '../xlsx/set-workbook.js';
import { drafting, type Drafting } from './drafting.js';
import { type PaperFacts } from './facts.js';
import { monthRows } from './report-months.js';
import { reportOf } from './report.js';

/**
 * The figures of a month's service report (clause 2.5) as sheets, numbers as numbers: of the month, by priority, by month,
 * its misses and all requests so far. Null where the contract takes no requests, so that its report has no figures.
 */
export function reportSheets(facts: PaperFacts, period: Period, language: PaperLanguage): Sheet[] | null {
  if (facts.terms.service === null) return null;
  const draft = drafting(facts, language);
  const { figures } = reportOf(draft, period);
  return [
    summarySheet(draft, period),
    prioritySheet(draft, figures.priorities),
    monthSheet(draft),
    missSheet(draft, period),
    requestSheet(draft),
  ];
}

function summarySheet(draft: Drafting, period: Period): Sheet {
  const { pen } = draft;
  const { figures, knowledgeBaseContributions } = reportOf(draft, period);
  const score = figures.averageScoreHundredths;
  const rows: (readonly [string, SheetCell])[] = [
    [pen.say('月份', 'Month'), text(period)],
    [pen.say('登记（件）', 'Received (requests)'), integer(figures.received)],
    [pen.say('解决（件）', 'Resolved (requests)'), integer(figures.resolved)],
    [pen.say('月末未解决（件）', 'Unresolved at the end (requests)'), integer(figures.unresolved)],
    [pen.say('知识库贡献（篇）', 'Knowledge-base contributions'), integer(knowledgeBaseContributions)],
    [pen.say('客户评分（次）', 'Ratings'), integer(figures.ratings)],
    [pen.say('平均分（百分之一分）', 'Average score (hundredths of a point)'), integer(score)],
  ];
  return {
    name: pen.say('本月', 'Month'),
    columns: columns([pen.say('项目', 'Figure'), 36], [pen.say('数值', 'Value'), 16]),
    rows: rows.map(([label, cell]) => [text(label), cell]),
  };
}

function prioritySheet({ pen }: Drafting, priorities: readonly PriorityFigures[]): Sheet {
  return {
    name: pen.say('优先级', 'Priorities'),
    columns: columns(
      [pen.say('优先级', 'Priority'), 12],
      [pen.say('登记（件）', 'Received'), 12],
      [pen.say('解决（件）', 'Resolved'), 12],
      [pen.say('达标（项）', 'Met'), 12],
      [pen.say('未达标（项）', 'Missed'), 12],
      [pen.say('达成率', 'Attainment'), 12],
      [pen.say('平均响应（秒）', 'Average response (s)'), 20],
      [pen.say('平均解决，经过（秒）', 'Average resolution, elapsed (s)'), 26],
      [pen.say('平均解决，计入（秒）', 'Average resolution, counted (s)'), 26],
    ),
    rows: priorities.map((each) => [
      text(priorityLabel(pen, each.priority)),
      integer(each.received),
      integer(each.resolved),
      integer(each.targetsMet),
      integer(each.targetsMissed),
      each.attainmentPermille === null ? null : { type: 'permille', value: String(each.attainmentPermille) },
      integer(each.averageResponseSeconds),
      integer(each.averageResolutionElapsedSeconds),
      integer(each.averageResolutionCountedSeconds),
    ]),
  };
}

function monthSheet(draft: Drafting): Sheet {
  const { pen } = draft;
  return {
    name: pen.say('各月', 'Months'),
    columns: columns(
      [pen.say('月份', 'Month'), 12],
      [pen.say('登记（件）', 'Received'), 12],
      [pen.say('解决（件）', 'Resolved'), 12],
      [pen.say('未解决（件）', 'Unresolved'), 12],
      [pen.say('未达标（项）', 'Missed'), 12],
      [pen.say('豁免（项）', 'Waived'), 12],
      [pen.say('评定', 'Result'), 12],
      [pen.say('连续未达标（月）', 'Failed in succession'), 20],
      [pen.say('违约金（元）', 'Penalties (RMB)'), 16],
    ),
    rows: monthRows(draft).map((row) => [
      text(row.period),
      integer(row.received),
      integer(row.resolved),
      integer(row.unresolved),
      integer(row.misses),
      integer(row.waived),
      text(row.failed ? pen.say('未达标', 'failed') : pen.say('达标', 'met')),
      integer(row.streak),
      { type: 'money', value: row.penalties },
    ]),
  };
}

function missSheet({ facts, pen }: Drafting, period: Period): Sheet {
  const misses = facts.state.misses.filter((miss) => miss.period === period && miss.annulledAt === null);
  return {
    name: pen.say('未达标', 'Misses'),
    columns: columns(
      [pen.say('请求 / 目标', 'Request / target'), 28],
      [pen.say('优先级', 'Priority'), 12],
      [pen.say('期限', 'Deadline'), 18],
      [pen.say('未达标时刻', 'Missed at'), 18],
      [pen.say('违约金（元）', 'Penalty (RMB)'), 16],
      [pen.say('豁免', 'Waived'), 10],
    ),
    rows: misses.map((miss) => [
      text(missLabel(pen, miss)),
      text(priorityLabel(pen, miss.priority)),
      text(pen.deadline(miss.dueAt)),
      text(pen.deadline(miss.at)),
      { type: 'money', value: miss.penalty },
      text(miss.waiver ? pen.say('是', 'yes') : pen.say('否', 'no')),
    ]),
  };
}

function requestSheet({ facts, pen }: Drafting): Sheet {
  const row = ({ request, priority, recordedAt, status, facts: known }: IncidentState): SheetCell[] => [
    text(request),
    text(priorityLabel(pen, priority)),
    text(pen.moment(recordedAt)),
    known.responded === null ? null : text(pen.moment(known.responded)),
    known.resolved === null ? null : text(pen.moment(known.resolved)),
    text(statusText(pen, status)),
  ];
  return {
    name: pen.say('请求', 'Requests'),
    columns: columns(
      [pen.say('请求', 'Request'), 16],
      [pen.say('优先级', 'Priority'), 12],
      [pen.say('登记时间', 'Recorded'), 18],
      [pen.say('响应时间', 'Responded'), 18],
      [pen.say('解决时间', 'Resolved'), 18],
      [pen.say('状态', 'Status'), 12],
    ),
    rows: facts.requests.map(row),
  };
}

function statusText(pen: Drafting['pen'], status: IncidentState['status']): string {
  switch (status) {
    case 'open':
      return pen.say('处理中', 'open');
    case 'paused':
      return pen.say('暂停', 'paused');
    case 'resolved':
      return pen.say('已解决', 'resolved');
    case 'closed':
      return pen.say('已关闭', 'closed');
  }
}

function columns(...given: readonly (readonly [title: string, width: number])[]): Sheet['columns'] {
  return given.map(([title, width]) => ({ title, width }));
}

function text(value: string): SheetCell {
  return { type: 'text', value };
}

function integer(value: number | null): SheetCell {
  return value === null ? null : { type: 'integer', value };
}
