import { type IncidentState, type Target } from '#domain/incident/state';
import { periodAt } from '#domain/terms';
import { type Period } from '#domain/time/dates';
import { type Instant } from '#domain/time/instant';
import { type Block } from '../paper.js';
import { missLabel, priorityLabel, targetLabel } from '../words/labels.js';
import { column, heading, table } from './blocks.js';
import { type Drafting } from './drafting.js';
import { missRemark } from './statement.js';

/** The misses that the month owns, with their deadlines. */
export function missSection(draft: Drafting, period: Period): Block[] {
  const { facts, pen } = draft;
  const misses = facts.state.misses.filter((miss) => miss.period === period && miss.annulledAt === null);
  if (misses.length === 0) return [];
  return [
    heading(2, pen.say('本月未达标', 'Misses of the month')),
    table({
      columns: [
        column(pen.say('请求 / 目标', 'Request / target'), 3),
        column(pen.say('优先级', 'Priority'), 1.4),
        column(pen.say('期限', 'Deadline'), 2.2),
        column(pen.say('未达标时刻', 'Missed at'), 2.2),
        column(pen.say('说明', 'Remark'), 3),
      ],
      rows: misses.map((miss) => [
        missLabel(pen, miss),
        priorityLabel(pen, miss.priority),
        pen.deadline(miss.dueAt),
        pen.deadline(miss.at),
        missRemark(draft, miss),
      ]),
      empty: pen.say('无', 'None'),
    }),
  ];
}

/** Every request that was received or resolved in the month, or was open at its end. */
export function requestsSection(draft: Drafting, period: Period): Block[] {
  const { facts, pen } = draft;
  const own = facts.requests.filter((request) => concerns(draft, request, period));
  return [
    heading(2, pen.say('服务请求清单', 'Requests of the month')),
    table({
      columns: [
        column(pen.say('请求', 'Request'), 1.8),
        column(pen.say('优先级', 'Priority'), 1.3),
        column(pen.say('登记时间', 'Recorded'), 2.2),
        column(pen.say('解决时间', 'Resolved'), 2.2),
        column(pen.say('目标', 'Targets'), 4),
      ],
      rows: own.map((request) => [
        request.request,
        priorityLabel(pen, request.priority),
        pen.moment(request.recordedAt),
        request.facts.resolved === null ? pen.say('未解决', 'open') : pen.moment(request.facts.resolved),
        request.targets.map((target) => targetText(draft, target)).join(pen.say('；', '; ')),
      ]),
      empty: pen.say('本月没有服务请求。', 'There were no requests this month.'),
    }),
  ];
}

function concerns({ facts }: Drafting, request: IncidentState, period: Period): boolean {
  const resolvedAt = request.facts.resolved;
  const isOwn = (at: Instant): boolean => periodAt(facts.terms, at)?.period === period;
  return resolvedAt === null || isOwn(request.recordedAt) || isOwn(resolvedAt);
}

function targetText({ pen }: Drafting, { kind, outcome, dueAt }: Target): string {
  const word = targetLabel(pen, kind);
  switch (outcome) {
    case 'met':
      return pen.say(`${word}达标`, `${word} met`);
    case 'missed':
      return pen.say(`${word}未达标`, `${word} missed`);
    case 'withdrawn':
      return pen.say(`${word}已撤回`, `${word} withdrawn`);
    case 'pending':
      return dueAt === null
        ? pen.say(`${word}暂停计时`, `${word} paused`)
        : pen.say(
            `${word}待判定，期限 ${pen.deadline(dueAt)}`,
            `${word} pending, due ${pen.deadline(dueAt)}`,
          );
  }
}
