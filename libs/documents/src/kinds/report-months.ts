import { standingPenalty } from '#domain/contract/account';
import { assessMonths } from '#domain/contract/months';
import { sumFen, type Fen } from '#domain/money/fen';
import { type Period } from '#domain/time/dates';
import { type Block, type ChartBlock, type TableBlock } from '../paper.js';
import { column, heading, table } from './blocks.js';
import { type Drafting } from './drafting.js';

/** What a month came to, as it is assessed now. */
export interface MonthRow {
  readonly period: Period;
  readonly received: number;
  readonly resolved: number;
  readonly unresolved: number;
  readonly misses: number;
  readonly waived: number;
  readonly failed: boolean;
  readonly streak: number;
  /** Penalties of its misses that stand, and charges of the month. */
  readonly penalties: Fen;
}

/** The months so far, from those that have a report. */
export function monthRows({ facts }: Pick<Drafting, 'facts'>): MonthRow[] {
  const { terms, state } = facts;
  return assessMonths(terms, state).flatMap((month): MonthRow[] => {
    const report = state.reports.find(({ period }) => period === month.period);
    if (!report) return [];
    const { received, resolved, unresolved } = report.figures;
    const own = state.misses.filter(({ period }) => period === month.period).map(standingPenalty);
    const charges = state.charges
      .filter(({ period, on }) => period === month.period && on !== 'latePayment')
      .map(({ amount }) => amount);
    const { period, misses, waived, failed, streak } = month;
    const counts = { received, resolved, unresolved, misses, waived, failed, streak };
    return [{ period, ...counts, penalties: sumFen([...own, ...charges]) }];
  });
}

/** The months so far as a table and as charts. */
export function monthsSection(draft: Drafting): Block[] {
  const { pen } = draft;
  const rows = monthRows(draft);
  const title = heading(2, pen.say('各月情况', 'Months so far'));
  return [title, monthsTable(draft, rows), ...monthCharts(draft, rows)];
}

function monthsTable({ pen }: Drafting, rows: readonly MonthRow[]): TableBlock {
  const sum = (of: (row: MonthRow) => number): string => String(rows.reduce((all, row) => all + of(row), 0));
  return table({
    columns: [
      column(pen.say('月份', 'Month'), 1.5),
      column(pen.say('登记\n（件）', 'Received'), 1.3, 'right'),
      column(pen.say('解决\n（件）', 'Resolved'), 1.3, 'right'),
      column(pen.say('未解决\n（件）', 'Unresolved'), 1.5, 'right'),
      column(pen.say('未达标\n（项）', 'Missed'), 1.5, 'right'),
      column(pen.say('豁免\n（项）', 'Waived'), 1.3, 'right'),
      column(pen.say('评定', 'Result'), 1.4, 'center'),
      column(pen.say('连续未达标\n（月）', 'In succession'), 1.7, 'right'),
      column(pen.say('违约金\n（元）', 'Penalties (RMB)'), 2, 'right'),
    ],
    rows: rows.map((row) => [
      row.period,
      String(row.received),
      String(row.resolved),
      String(row.unresolved),
      String(row.misses),
      String(row.waived),
      row.failed ? pen.say('未达标', 'failed') : pen.say('达标', 'met'),
      String(row.streak),
      pen.figures(row.penalties),
    ]),
    total: [
      pen.say('合计', 'Total'),
      sum((row) => row.received),
      sum((row) => row.resolved),
      '',
      sum((row) => row.misses),
      sum((row) => row.waived),
      '',
      '',
      pen.figures(sumFen(rows.map((row) => row.penalties))),
    ],
    empty: pen.say('无', 'None'),
  });
}

function monthCharts({ pen }: Drafting, rows: readonly MonthRow[]): ChartBlock[] {
  const labels = rows.map(({ period }) => period);
  const chart = (caption: string, unit: string, series: ChartBlock['series']): ChartBlock => {
    return { type: 'chart', caption, labels, series, unit, top: null };
  };
  const received = { name: pen.say('登记', 'Received'), values: rows.map((row) => row.received) };
  const resolved = { name: pen.say('解决', 'Resolved'), values: rows.map((row) => row.resolved) };
  const misses = { name: pen.say('未达标', 'Missed'), values: rows.map((row) => row.misses) };
  const penalties = { name: pen.say('违约金', 'Penalties'), values: rows.map((row) => row.penalties / 100) };
  return [
    chart(pen.say('各月登记与解决', 'Requests received and resolved by month'), pen.say('件', 'requests'), [
      received,
      resolved,
    ]),
    ...(rows.some((row) => row.misses > 0)
      ? [chart(pen.say('各月未达标', 'Misses by month'), pen.say('项', 'misses'), [misses])]
      : []),
    ...(rows.some((row) => row.penalties !== 0)
      ? [chart(pen.say('各月违约金', 'Penalties by month'), pen.say('元', 'RMB'), [penalties])]
      : []),
  ];
}
