import { type InvoiceStatus } from '#domain/contract/billing';
import { type Charge, type FixedMiss } from '#domain/contract/state';
import { NO_PRIORITY, type Measure, type Priority } from '#domain/terms';
import { capital, latenessWord, Reading, targetWord } from '#narration/words';
import { type Pen } from './pen.js';

const TIERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** The word for a priority: 紧急, Critical; of templates that number theirs, 一级, Priority 1. */
export function priorityLabel(pen: Pen, priority: Priority): string {
  if (priority === NO_PRIORITY) return pen.say('不适用', 'n/a');
  const tier = /^p([1-9])$/.exec(priority)?.[1];
  if (tier !== undefined) return pen.say(`${TIERS[Number(tier) - 1] ?? tier}级`, `Priority ${tier}`);
  return new Reading({ priority }, '', pen.zone).priority[pen.language];
}

/** The word for a target as it heads a column or a line: 响应, Response. */
export function targetLabel(pen: Pen, kind: string): string {
  return capital(targetWord(kind)[pen.language]);
}

/** What was missed: a target of a request, a late report, or an obligation performed late. */
export function missLabel(pen: Pen, { request, target }: Pick<FixedMiss, 'request' | 'target'>): string {
  if (target === 'report') {
    const period = request.replace(/^report /, '');
    return pen.say(`${period} 服务报告逾期提交`, `Late service report of ${period}`);
  }
  if (request === target) return capital(latenessWord(request)[pen.language]);
  return `${request} / ${targetWord(target)[pen.language]}`;
}

/** The same within a line of text: 请求 R1 响应未达标, Request R1, response missed. */
export function missText(pen: Pen, miss: Pick<FixedMiss, 'request' | 'target'>): string {
  const { request, target } = miss;
  if (target === 'report' || request === target) return missLabel(pen, miss);
  const word = targetWord(target);
  return pen.say(`请求 ${request} ${word['zh-CN']}未达标`, `Request ${request}, ${word.en} missed`);
}

/** A target's length with its unit: `15 分钟`, `4 hours`, `1 个工作日`. */
export function measureLabel(pen: Pen, { unit, amount }: Measure): string {
  switch (unit) {
    case 'minutes':
      return minutes(pen, amount);
    case 'serviceMinutes':
      return pen.say(`${minutes(pen, amount)}（服务时间）`, `${minutes(pen, amount)} of service time`);
    case 'workingDays':
      return pen.say(`${amount} 个工作日`, counted(amount, 'working day'));
    case 'workingDayEnds':
      return pen.say(
        `${amount} 个工作日（至末日终了）`,
        `${counted(amount, 'working day')}, to the day's end`,
      );
  }
}

function minutes(pen: Pen, amount: number): string {
  const inHours = amount >= 60 && amount % 60 === 0;
  if (inHours) return pen.say(`${amount / 60} 小时`, counted(amount / 60, 'hour'));
  return pen.say(`${amount} 分钟`, counted(amount, 'minute'));
}

/** `1 day`, `2 days`. */
export function counted(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

/** A length of time to the second; n/a where nothing was concluded: `52 小时 10 分`, `52 h 10 min`. */
export function durationLabel(pen: Pen, seconds: number | null): string {
  if (seconds === null) return notApplicable(pen);
  const parts: (readonly [number, string, string])[] = [
    [Math.floor(seconds / 3600), '小时', 'h'],
    [Math.floor((seconds % 3600) / 60), '分', 'min'],
    [seconds % 60, '秒', 's'],
  ];
  const told = parts.filter(([amount]) => amount > 0);
  const texts = told.map(([amount, chinese, english]) => `${amount} ${pen.say(chinese, english)}`);
  return texts.length > 0 ? texts.join(' ') : pen.say('0 秒', '0 s');
}

export function notApplicable(pen: Pen): string {
  return pen.say('不适用', 'n/a');
}

/** Permille as percent with one decimal, `99.5%`; n/a where nothing was concluded. */
export function attainmentLabel(pen: Pen, permille: number | null): string {
  return permille === null ? notApplicable(pen) : `${Math.floor(permille / 10)}.${permille % 10}%`;
}

/** A charge as a line: what it is for, and what it was taken of. */
export function chargeLabel(pen: Pen, charge: Charge): string {
  const { key, times } = charge;
  const repeated = times > 1 ? ` × ${times}` : '';
  const basis = pen.say(
    `${pen.money(charge.base)}的 ${charge.permille}‰${repeated}`,
    `${charge.permille}‰ of ${pen.money(charge.base)}${repeated}`,
  );
  const part = charge.amount === charge.full ? '' : correction(pen, charge);
  if (charge.on === 'latePayment') return `${interestLabel(pen, charge)}${part}`;
  if (charge.on === 'obligation') {
    const late = latenessWord(key);
    return pen.say(`${late['zh-CN']}违约金（${basis}${part}）`, `Penalty for ${late.en} (${basis}${part})`);
  }
  return pen.say(`${key} 服务抵扣（${basis}${part}）`, `Service credit for ${key} (${basis}${part})`);
}

/** Why a charge is not all that its permille comes to: a cap, or what was fixed before. */
function correction(pen: Pen, { amount, full, capped }: Charge): string {
  const why = capped
    ? pen.say('受上限限制', 'limited by the cap')
    : amount < 0
      ? pen.say('更正此前已确定部分', 'correcting what was fixed before')
      : pen.say('扣除此前已确定部分', 'less what was fixed before');
  return pen.say(`，计 ${pen.money(full)}，${why}`, `, ${pen.money(full)}, ${why}`);
}

/** Interest is fixed for days in a row; its key is the invoice's month and the first of the days. */
function interestLabel(pen: Pen, { key, times, base, permille }: Charge): string {
  const [period = '', from = ''] = key.split('/');
  return pen.say(
    `${period} 账单逾期利息（自 ${from} 起 ${times} 天，每日为未付 ${pen.money(base)}的 ${permille}‰）`,
    `Late interest on the invoice of ${period} (${counted(times, 'day')} from ${from}, ${permille}‰ a day of ${pen.money(base)} unpaid)`,
  );
}

/** How an invoice stands. */
export function invoiceStatusLabel(pen: Pen, status: InvoiceStatus): string {
  switch (status) {
    case 'open':
      return pen.say('未到期', 'Not yet due');
    case 'partlyPaid':
      return pen.say('部分支付', 'Partly paid');
    case 'paid':
      return pen.say('已结清', 'Settled');
    case 'overdue':
      return pen.say('逾期', 'Overdue');
  }
}

/** The opposite of a capital: for a title within another. */
export function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
