import { standingPenalty } from '#domain/contract/account';
import { payable } from '#domain/contract/billing';
import { assessMonths } from '#domain/contract/months';
import { type Charge, type FixedMiss } from '#domain/contract/state';
import { answerBy, statementLines, type StatementLine } from '#domain/contract/contests';
import { sumFen } from '#domain/money/fen';
import { consequencesOn } from '#domain/terms';
import { type Period } from '#domain/time/dates';
import { type Instant } from '#domain/time/instant';
import { type Block, type Paper } from '../paper.js';
import { type Pen } from '../words/pen.js';
import { chargeLabel, missLabel, priorityLabel } from '../words/labels.js';
import { column, factRows, heading, paragraph, summed, table } from './blocks.js';
import { paperOf, type Drafting } from './drafting.js';
import { feeWord } from './lines.js';
import { accountSection, paymentSection, penaltySection } from './statement-accounts.js';

/** A line of the statement as it is printed, with the short number that it bears on paper. */
interface NumberedLine extends StatementLine {
  readonly no: string;
}

/**
 * The monthly statement 月度对账单: each miss with its penalty, each charge, the month's invoice, and how the accounts
 * stand. Both sides accept or contest its lines until the due day of the month after (clauses 2.6, 3.2).
 */
export function statementPaper(draft: Drafting, period: Period, at: Instant): Paper {
  const { facts, pen } = draft;
  const lines = numberedLines(draft, period);
  const until = answerBy(facts.terms, period);
  return paperOf(draft, {
    kind: 'statement',
    key: period,
    title: pen.say('月度对账单', 'Monthly statement'),
    at,
    body: [
      factRows([
        [pen.role('client'), facts.parties.client['fullName'] ?? null],
        [pen.role('provider'), facts.parties.provider['fullName'] ?? null],
        [pen.say('对账月份', 'Month'), period],
        [pen.say('出具时间', 'Drawn up'), `${pen.moment(at)} (${pen.zone})`],
        [pen.say('确认或者异议截止', 'To be answered by'), pen.deadline(until)],
        [pen.say('当月评定', 'Assessment'), assessment(draft, period)],
      ]),
      ...missSection(draft, period, lines),
      ...chargeSection(draft, period, lines),
      ...invoiceSection(draft, period, lines),
      ...accountSection(draft, at),
      ...penaltySection(draft),
      ...paymentSection(draft, period),
      ...answerSection(draft, lines, until),
    ],
  });
}

const SERIES: Readonly<Record<StatementLine['kind'], string>> = {
  miss: 'M',
  charge: 'C',
  fee: 'I',
  interest: 'I',
  credit: 'I',
};

function numberedLines({ facts }: Drafting, period: Period): NumberedLine[] {
  const counts = new Map<string, number>();
  return statementLines(facts.state, period).map((line) => {
    const series = SERIES[line.kind];
    const count = (counts.get(series) ?? 0) + 1;
    counts.set(series, count);
    return { ...line, no: `${series}${count}` };
  });
}

function assessment({ facts, pen }: Drafting, period: Period): string {
  const month = assessMonths(facts.terms, facts.state).find((each) => each.period === period);
  if (!month) throw new Error(`${period} has not closed`);
  const verdict = month.failed ? pen.say('未达标', 'failed') : pen.say('达标', 'met');
  return pen.say(
    `${verdict}（未达标 ${month.misses} 项，其中豁免 ${month.waived} 项；连续未达标 ${month.streak} 个月）`,
    `${verdict} (${month.misses} missed, of them ${month.waived} waived; ${month.streak} failed in succession)`,
  );
}

function missSection(draft: Drafting, period: Period, lines: readonly NumberedLine[]): Block[] {
  const { facts, pen } = draft;
  const misses = facts.state.misses.filter((miss) => miss.period === period && miss.annulledAt === null);
  const own = lines.filter(({ kind }) => kind === 'miss');
  const total = summed(
    'penalties of the month',
    misses.map(standingPenalty),
    sumFen(own.map((line) => line.amount)),
  );
  return [
    heading(2, pen.say('未达标及违约金', 'Misses and penalties')),
    table({
      columns: [
        column(pen.say('行', 'Line'), 0.8, 'center'),
        column(pen.say('请求 / 目标', 'Request / target'), 2.4),
        column(pen.say('优先级', 'Priority'), 1.2),
        column(pen.say('期限', 'Deadline'), 2.1),
        column(pen.say('未达标时刻', 'Missed at'), 2.1),
        column(pen.say('违约金（元）', 'Penalty (RMB)'), 1.7, 'right'),
        column(pen.say('说明', 'Remark'), 2.6),
      ],
      rows: misses.map((miss, index) => [
        own[index]?.no ?? '',
        missLabel(pen, miss),
        priorityLabel(pen, miss.priority),
        pen.deadline(miss.dueAt),
        pen.deadline(miss.at),
        pen.figures(standingPenalty(miss)),
        missRemark(draft, miss),
      ]),
      total: misses.length === 0 ? null : [pen.say('合计', 'Total'), '', '', '', '', pen.figures(total), ''],
      empty: pen.say('本月没有未达标。', 'Nothing was missed this month.'),
    }),
  ];
}

/** What a penalty was taken of, or why there is none or less. */
export function missRemark({ facts, pen }: Drafting, miss: FixedMiss): string {
  const { waiver, counted, capped, permille, base } = miss;
  if (waiver)
    return pen.say(`${waiver.by} 豁免：${waiver.reason}`, `Waived by ${waiver.by}: ${waiver.reason}`);
  if (miss.annulledAt) return pen.say('已撤销', 'Annulled');
  if (consequencesOn(facts.terms, 'miss').length === 0)
    return pen.say('计入当月评定，单项不计违约金', 'Counts for its month, costs nothing by itself');
  if (!counted) return pen.say('同一请求仅计首次', 'Only the first of a request counts');
  const basis = pen.say(`${pen.figures(base)} 的 ${permille}‰`, `${permille}‰ of ${pen.figures(base)}`);
  return capped ? pen.say(`${basis}，受上限限制`, `${basis}, limited by the cap`) : basis;
}

function chargeSection(draft: Drafting, period: Period, lines: readonly NumberedLine[]): Block[] {
  const { facts, pen } = draft;
  const charges = facts.state.charges.filter((charge) => charge.period === period);
  if (charges.length === 0) return [];
  const own = lines.filter(({ kind }) => kind === 'charge');
  summed(
    'charges of the month',
    charges.map((charge) => charge.amount),
    sumFen(own.map((line) => line.amount)),
  );
  return [
    heading(2, pen.say('其他款项', 'Other charges')),
    table({
      columns: [
        column(pen.say('行', 'Line'), 0.8, 'center'),
        column(pen.say('项目', 'Item'), 6.2),
        column(pen.say('由谁承担', 'Owed by'), 1.6),
        column(pen.say('金额（元）', 'Amount (RMB)'), 1.8, 'right'),
      ],
      rows: charges.map((charge, index) => [
        own[index]?.no ?? '',
        chargeLabel(pen, charge),
        owedBy(draft, charge),
        pen.figures(charge.amount),
      ]),
      empty: pen.say('无', 'None'),
    }),
  ];
}

function owedBy({ pen }: Drafting, { on }: Charge): string {
  return pen.role(on === 'latePayment' ? 'client' : 'provider');
}

function invoiceSection(draft: Drafting, period: Period, lines: readonly NumberedLine[]): Block[] {
  const { facts, pen, numbers } = draft;
  const own = lines.filter(({ kind }) => kind !== 'miss' && kind !== 'charge');
  const invoice = facts.state.invoices.find((each) => each.period === period);
  const words: Readonly<Record<string, string>> = {
    fee: feeWord(draft),
    interest: pen.say('逾期利息', 'Late interest'),
    credit: pen.say('违约金抵扣', 'Penalties set off'),
  };
  const total =
    invoice &&
    summed(
      `invoice ${period}`,
      own.map((line) => line.amount),
      payable(invoice),
    );
  const number = invoice ? numbers.invoice(period) : '';
  return [
    heading(2, pen.say('本月账单', 'Invoice of the month')),
    table({
      columns: [
        column(pen.say('行', 'Line'), 0.8, 'center'),
        column(pen.say('账单编号', 'Invoice No.'), 2.4),
        column(pen.say('项目', 'Item'), 4.6),
        column(pen.say('金额（元）', 'Amount (RMB)'), 1.9, 'right'),
      ],
      rows: own.map((line) => [line.no, number, words[line.kind] ?? '', pen.figures(line.amount)]),
      total: total === undefined ? null : [pen.say('应付', 'Payable'), '', '', pen.figures(total)],
      empty: pen.say('本月没有以该月为账期的账单。', 'No invoice bears this month.'),
    }),
  ];
}

function answerSection({ pen }: Drafting, lines: readonly NumberedLine[], until: Instant): Block[] {
  return [
    heading(2, pen.say('确认与异议', 'Acceptance and contest')),
    paragraph(
      pen.say(
        `双方可以在 ${pen.deadline(until)} 以前确认本对账单，或者说明理由对下列任一行提出异议。有异议的行在处理完毕之前暂缓：相应违约金暂不抵扣，相应账单款项暂不视为无争议。异议的处理只更正事实（豁免、撤销未达标或者认定其成立），金额随之重新计算，不直接改动金额。`,
        `Until ${pen.deadline(until)} either party may accept this statement, or contest any of the lines below and say why. A contested line is held out until it is decided: its penalty is not set off, its part of the invoice is not taken as undisputed. A decision puts facts right (a waiver, a miss that was none, or that the line stands); amounts follow from them and are never set by it.`,
      ),
    ),
    table({
      columns: [
        column(pen.say('行', 'Line'), 0.8, 'center'),
        column(pen.say('可确认或者提出异议的内容', 'What may be accepted or contested'), 3),
        column(pen.say('系统行号', 'Name in the system'), 6),
        column(pen.say('金额（元）', 'Amount (RMB)'), 1.9, 'right'),
      ],
      rows: lines.map((line) => [line.no, lineWord(pen, line.kind), line.line, pen.figures(line.amount)]),
      empty: pen.say('本月没有可确认的行。', 'This month has no lines to answer.'),
    }),
  ];
}

function lineWord(pen: Pen, kind: StatementLine['kind']): string {
  switch (kind) {
    case 'miss':
      return pen.say('未达标及违约金', 'Miss and penalty');
    case 'charge':
      return pen.say('其他款项', 'Charge');
    case 'fee':
      return pen.say('账单费用', 'Fee of the invoice');
    case 'interest':
      return pen.say('账单利息', 'Interest of the invoice');
    case 'credit':
      return pen.say('账单抵扣', 'Set-off of the invoice');
  }
}
