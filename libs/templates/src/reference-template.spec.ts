import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDecider } from '#decisions/decide';
import { type RuleSet } from '#domain/decision';
import { type Terms } from '#domain/terms';
import { renderClauses } from './clauses.js';
import { contractTerms } from './contract-terms.js';
import { loadTemplate } from './load.js';
import { sampleParties } from './parties.js';
import { rulesFolder } from './rules-folder.js';
import { type Language, type ParameterDefinition, type Template } from './template.js';

const required = { termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00', penaltyPermille: '5' };

let template: Template;
beforeAll(async () => {
  template = await loadTemplate('it-support-2025');
});

async function termsWith(given: Readonly<Record<string, unknown>> = {}): Promise<Terms> {
  const made = await contractTerms(template, { ...required, ...given });
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return made.terms;
}

function ruleSet(rules: Readonly<Record<string, RuleSet>>, name: string): RuleSet {
  const found = rules[name];
  if (!found) throw new Error(`the template has no rule set ${name}`);
  return found;
}

const LEVELS = ['high', 'medium', 'low'] as const;

/** Clause 2.2: urgency down, impact across. */
const MATRIX = [
  ['critical', 'high', 'medium'],
  ['high', 'medium', 'low'],
  ['medium', 'low', 'low'],
];

const CELLS = LEVELS.flatMap((urgency, row) =>
  LEVELS.map((impact, column) => [urgency, impact, MATRIX[row]?.[column]] as const),
);

describe('the reference template', () => {
  it.each(CELLS)(
    '2.2: urgency %s and impact %s is %s, and critical with either flag',
    async (urgency, impact, priority) => {
      const { rules } = template;
      const decider = createDecider();
      const decide = async (coreBusinessDown: boolean, severeSecurityRisk: boolean) =>
        (
          await decider.decide(ruleSet(rules, 'priority'), {
            urgency,
            impact,
            coreBusinessDown,
            severeSecurityRisk,
          })
        ).outcome.params;
      expect(await decide(false, false)).toEqual({ priority });
      expect(await decide(true, false)).toEqual({ priority: 'critical' });
      expect(await decide(false, true)).toEqual({ priority: 'critical' });
      expect(await decide(true, true)).toEqual({ priority: 'critical' });
    },
  );

  it('2.2: no higher urgency or impact ever gives a lower priority', () => {
    const rank = (row: number, column: number) =>
      ['low', 'medium', 'high', 'critical'].indexOf(MATRIX[row]?.[column] ?? '');
    for (const a of [0, 1, 2]) {
      for (const b of [0, 1]) {
        expect(rank(a, b)).toBeGreaterThanOrEqual(rank(a, b + 1));
        expect(rank(b, a)).toBeGreaterThanOrEqual(rank(b + 1, a));
      }
    }
  });

  it('2.3, 2.4: has the targets of the reference contract', async () => {
    const { targets, parameters } = template;
    const shown = Object.entries(targets?.priorities ?? {}).map(([priority, { targets: list }]) => [
      priority,
      ...list.map(({ kind, measure, metBy, clause }) => {
        const parameter = parameters.find(({ name }) => name === measure.parameter);
        return `${clause} ${kind} ${String(parameter?.default)} ${measure.unit} by ${metBy.join('|')}`;
      }),
    ]);
    expect(shown).toEqual([
      [
        'critical',
        '2.3 response 15 minutes by responded',
        '2.4 workaround 240 minutes by workaround|path|resolved',
      ],
      [
        'high',
        '2.3 response 30 minutes by responded',
        '2.4 workaround 480 minutes by workaround|resolved',
        '2.4 resolution 1440 minutes by resolved',
      ],
      ['medium', '2.3 response 240 minutes by responded', '2.4 resolution 1 workingDays by resolved'],
      ['low', '2.3 response 480 minutes by responded', '2.4 resolution 3 workingDays by resolved'],
    ]);
  });

  it('2.6: every miss costs the agreed permille', async () => {
    const { rules } = template;
    for (const target of ['response', 'workaround', 'resolution']) {
      const facts = {
        priority: 'low',
        target,
        period: '2025-01',
        missNumberInPeriod: 7,
        penaltyPermille: '2.5',
      };
      const { outcome, receipt } = await createDecider().decide(ruleSet(rules, 'penalty'), facts);
      expect(outcome.params).toEqual({ permille: '2.5' });
      expect(receipt.clause).toBe('2.6');
    }
  });

  it('pauses for the reasons of clause 2.4', async () => {
    const { targets } = template;
    expect(Object.keys(targets?.pauseReasons ?? {})).toEqual([
      'waitingForClient',
      'waitingForThirdParty',
      'changeWindow',
      'other',
    ]);
  });

  it('has every parameter in the guide, with its clause, what it takes, its condition and default', async () => {
    const guide = readFileSync(join(rulesFolder(), '..', 'docs', 'guides', 'templates.md'), 'utf8');
    const rows = guide.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    for (const definition of template.parameters) {
      const row = rows.find((cells) => cells[2] === `\`${definition.name}\``);
      const { clause, help } = definition;
      expect(row?.slice(1, -1)).toEqual([
        clause,
        `\`${definition.name}\``,
        takenBy(definition),
        defaultOf(definition),
        meaningOf(definition, help.en),
      ]);
    }
  });
});

function takenBy(definition: ParameterDefinition): string {
  switch (definition.type) {
    case 'integer':
      return `${definition.minimum} to ${definition.maximum} ${definition.unit}`;
    case 'decimal': {
      const { moreThan, minimum, maximum, unit } = definition;
      return `${moreThan === undefined ? minimum : `more than ${moreThan}`} to ${maximum} ${unit}`;
    }
    case 'money':
    case 'date':
      return `${definition.minimum} to ${definition.maximum}`;
    case 'zone':
      return 'an IANA zone';
    case 'enum':
      return Object.keys(definition.values).join(', ');
    case 'text':
      return `text, ${definition.maximum} characters`;
  }
}

function defaultOf({ required, type, default: value }: ParameterDefinition): string {
  if (required) return 'required';
  return type === 'text' ? 'sample text' : String(value);
}

function meaningOf({ when }: ParameterDefinition, help: string): string {
  return when === undefined ? help : `Only where \`${when.parameter}\` is ${when.is}. ${help}`;
}

/** What the terms of a contract hold of each decision. */
function decisionsIn(terms: Terms): Readonly<Record<string, unknown>> {
  const { service, assessment, penalties, dueDays, billing, termination, renewal } = terms;
  const penalty = terms.consequences.find(({ on }) => on === 'miss');
  const measures = (service?.targets['low'] ?? []).map(({ measure }) => `${measure.amount} ${measure.unit}`);
  return {
    renewalMode: renewal.mode,
    reclassification: service?.reclassification,
    responseClock: measures[0],
    calendar: terms.calendar.id,
    workingDay: measures[1],
    pauses: service?.pauses,
    reopening: service?.reopening,
    lateReport: assessment.lateReport,
    penaltyBase: penalty?.base,
    penaltyCapWindow: penalty?.caps.map(({ window, amount }) => `${window} ${amount}`).join(),
    missOwnedBy: service?.missOwnedBy,
    missesPerRequest: service?.missesPerRequest,
    penaltyFixed: penalties.fixed,
    monthFails: `${assessment.fails} ${JSON.stringify(assessment.attainmentBelowPercent)}`,
    emptyMonth: assessment.emptyMonth,
    terminationRightLapseUnit: `${termination.lapsesAfter.amount} ${termination.lapsesAfter.unit}`,
    noticeTermination: termination.notice?.by ?? 'none',
    renewalCarriesOver: renewal.carriesOver,
    totalAmountBasis: terms.totalAmount,
    partMonths: billing.partMonths,
    invoiceCycle: billing.plan.length,
    invoiceTiming: billing.timing,
    dueDayIncluded: dueDays.included,
    dueDayRoll: dueDays.roll,
    penaltiesSettled: penalties.settled,
    latePayment: terms.consequences.some(({ on }) => on === 'latePayment'),
  };
}

/** Each decision, and what its values, in the order of the template, make of the terms; the first is the default. */
const MADE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  renewalMode: { byAgreement: 'byAgreement', automatic: 'automatic', none: 'none' },
  reclassification: { sameClock: 'sameClock', restart: 'restart' },
  responseClock: { calendarTime: '480 minutes', serviceHours: '480 serviceMinutes' },
  calendar: { CN: 'CN', 'CN-OFFICE': 'CN-OFFICE' },
  workingDay: {
    wholeDay: '3 workingDays',
    workingHours: '1440 serviceMinutes',
    endOfDay: '3 workingDayEnds',
  },
  pauses: { resolutionOnly: 'resolutionOnly', forbidden: 'forbidden', both: 'both' },
  reopening: { sameClock: 'sameClock', newCycle: 'newCycle', newRequest: 'newRequest' },
  lateReport: { breachOnly: 'breachOnly', countsAsMiss: 'countsAsMiss' },
  penaltyBase: { totalAmount: 'totalAmount', amountAtSigning: 'amountAtSigning' },
  penaltyCapWindow: {
    term: 'term 2400000',
    calendarYear: 'calendarYear 2400000',
    rolling12Months: 'rolling12Months 2400000',
    month: 'month 2400000',
  },
  missOwnedBy: { deadline: 'deadline', record: 'record' },
  missesPerRequest: { each: 'each', first: 'first' },
  penaltyFixed: { atMonthClose: 'atMonthClose', atOnce: 'atOnce' },
  monthFails: {
    anyMiss: 'anyMiss {}',
    attainmentBelow: 'attainmentBelow {"critical":"99","high":"95","medium":"90","low":"90"}',
  },
  emptyMonth: { met: 'met', neutral: 'neutral' },
  terminationRightLapseUnit: { months: '12 months', days: '90 days' },
  noticeTermination: { none: 'none', client: 'client', provider: 'provider', either: 'either' },
  renewalCarriesOver: { nothing: 'nothing', streakAndCap: 'streakAndCap' },
  totalAmountBasis: { computed: 24_000_000, stated: 23_500_000 },
  partMonths: { byDay: 'byDay', full: 'full' },
  invoiceCycle: { month: 12, quarter: 4 },
  invoiceTiming: { inAdvance: 'inAdvance', inArrears: 'inArrears' },
  dueDayIncluded: { inclusive: 'inclusive', exclusive: 'exclusive' },
  dueDayRoll: { stays: 'stays', next: 'next', previous: 'previous' },
  penaltiesSettled: { offset: 'offset', separately: 'separately' },
  latePayment: { none: false, interest: true },
};

describe('the decisions of the reference template', () => {
  it('are those of the table, with their values, each by default the first', async () => {
    const { parameters } = template;
    const enums = parameters.flatMap((each) => (each.type === 'enum' ? [each] : []));
    expect(enums.map(({ name, values }) => [name, Object.keys(values)])).toEqual(
      Object.entries(MADE).map(([name, made]) => [name, Object.keys(made)]),
    );
    // The default stands first.
    expect(enums.map(({ default: value }) => value)).toEqual(
      enums.map(({ values }) => Object.keys(values)[0]),
    );
  });

  it.each(Object.entries(MADE).filter(([name]) => name !== 'calendar'))(
    '%s is told in docs/contract.md: its default, then its other values',
    (name, made) => {
      const page = readFileSync(join(rulesFolder(), '..', 'docs', 'contract.md'), 'utf8');
      const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
      const [, , byDefault, otherwise] = rows.find((row) => row[4]?.includes(`\`${name}\``)) ?? [];
      const [first, ...others] = Object.keys(made);
      expect(byDefault).toMatch(new RegExp(`\\b${first}\\b`));
      for (const value of others) expect(otherwise).toContain(`**${value}**`);
    },
  );

  it.each(
    Object.entries(MADE).flatMap(([name, made]) =>
      Object.entries(made).map(([value, expected]) => [name, value, expected] as const),
    ),
  )('%s = %s reaches the terms, and no other decision with it', async (name, value, expected) => {
    const stated = value === 'stated' ? { statedTotalAmount: '235000.00' } : {};
    const before = decisionsIn(await termsWith());
    const cap = value === 'stated' ? { penaltyCapWindow: 'term 2350000' } : {};
    expect(decisionsIn(await termsWith({ [name]: value, ...stated }))).toEqual({
      ...before,
      ...cap,
      [name]: expected,
    });
  });
});

/** What the paragraphs with decisions say by default: what they said before there was a choice, word for word. */
const BY_DEFAULT: readonly [language: Language, clause: string, text: string][] = [
  [
    'zh-CN',
    '2.2',
    '(3) 重新定级后，请求适用新优先级的各项目标：仍自原起始时刻、就已经记录的事实计算，已经过的时间和已发生的暂停不变；已判定达标或者未达标的目标连同其期限维持不变；尚未判定而新优先级没有的目标予以撤回；新期限在重新定级时已经届满的，以重新定级之时为未达标之时。',
  ],
  ['zh-CN', '2.3', '(2) 响应时限按自然时间连续计算，休息日和节假日不扣除，任何情形下均不暂停。'],
  [
    'zh-CN',
    '2.4',
    '(2) 工作日依国务院办公厅公布的节假日安排（CN）认定，调休上班日为工作日。以工作日计的期限，每个工作日按 24 小时计算，且只计入工作日 00:00 至 24:00 之间的时间；期限于计满之时届满。期限延及尚未公布安排的年份的，暂以星期一至星期五为工作日，该期限为暂定期限；嗣后公布的安排不改变已经届满的期限。',
  ],
  [
    'zh-CN',
    '2.5',
    '(4) 提交期限届满前2日，系统提醒服务商。逾期提交或者未提交报告的，记为违反本条并向双方显示，但不因此产生违约金。',
  ],
  [
    'zh-CN',
    '2.6',
    '(1) 服务商每有一次未达到第 2.3 条或者第 2.4 条的目标，应当按合同总金额的5‰（千分之五）支付违约金。合同总金额以未达标之时有效的条款为准，违约金四舍五入至分。',
  ],
  [
    'zh-CN',
    '2.6',
    '(2) 同一请求有数项目标未达标的，各计一次。期限届满而目标未达成的，无论请求是否仍未解决，均归属于期限届满之时（因重新定级而未达标的，为重新定级之时）所在的月份；每月自 1 日 00:00 起，合同在月中终止的，该月至终止之时止。合同终止或者期满之时尚未判定的目标予以撤回。',
  ],
  [
    'zh-CN',
    '2.6',
    '(3) 一个服务期限内违约金累计不超过合同总金额的10%（百分之十），上限数额舍去不足一分的部分。超出上限的未达标仍予记录，违约金以尚未用尽的数额为限，用尽后为零。补充协议不使累计数额和连续月数重新起算，续签则均重新起算。',
  ],
  [
    'zh-CN',
    '2.6',
    '(4) 违约金于所归属月份终了之时（合同提前终止的，于终止之时）确定，依未达标的时刻、请求编号、目标名称的先后逐项计算；此前所显示的数额为暂计。',
  ],
  [
    'zh-CN',
    '2.6',
    '(5) 服务台以外的有权人员可以说明理由豁免一次未达标。被豁免的未达标不产生违约金，相关月份以新的记录重新认定，已有的账单、决定和月度记录不作改动；违约金已经抵扣的，在以后的抵扣中冲减，但抵扣额不低于零。',
  ],
  [
    'zh-CN',
    '2.6',
    '(6) 有至少一次未被豁免的未达标的月份，为未达标月份。没有服务请求的月份为达标月份，连续计算中断。',
  ],
  [
    'zh-CN',
    '2.6',
    '(8) 解除权自产生之时起12个月内（含届满之时）不行使的，或者客户书面放弃、服务期限届满的，解除权消灭。连续月数因豁免而不足的，尚未行使的解除权消灭。解除权消灭后，须重新连续达到前款所定月数方再次产生。',
  ],
  [
    'zh-CN',
    '3.1',
    '(2) 合同总金额为月服务费乘以服务期限的月数，计人民币240,000.00元（大写：人民币贰拾肆万元整）。月服务费经补充协议变更的，合同总金额为各月费用之和。',
  ],
  [
    'zh-CN',
    '3.1',
    '(3) 服务期限的首月或者末月不足一个自然月的，该月费用按服务日数占该自然月实际日数的比例计算，四舍五入至分；末月费用为合同总金额减去其余各月费用的余额，使各月账单之和等于合同总金额。',
  ],
  ['zh-CN', '3.2', '(2) 付款期限届满前3日以及逾期时，系统提醒客户。逾期付款不计利息和滞纳金。'],
  [
    'zh-CN',
    '3.2',
    '(3) 服务商的违约金以贷记单抵扣其后出具的账单：账单出具前已发生而尚未抵扣的违约金，在该账单金额以内抵扣，余额结转以后的账单；合同终止或者期满时仍未抵扣的，在结算时支付给客户。',
  ],
  [
    'en',
    '2.2',
    '(3) A reclassified request has the targets of its new priority, measured from the original start and over the facts already on record; time and pauses already counted stay as they are. A target already decided, met or missed, stands together with its deadline. A target not yet decided that the new priority does not have is withdrawn. Where a new deadline has already passed, the target is missed at the time of the reclassification.',
  ],
  [
    'en',
    '2.3',
    '(2) It runs in calendar time without interruption, days of rest and public holidays included, and is never paused for any reason.',
  ],
  [
    'en',
    '2.5',
    '(1) The Provider submits the service report on each month by the 5th of the following month, that day included until 24:00. The due day stays where it is not a working day. The same holds for a month of which only a part lies in the term, and the report on a month that had begun is still due after the contract has ended.',
  ],
  [
    'en',
    '2.5',
    '(4) The Provider is reminded 2 days before the due day. A report that is late or missing is recorded as a breach of this clause and shown to both parties; it carries no penalty.',
  ],
  [
    'en',
    '2.6',
    '(1) For each target of clause 2.3 or 2.4 that it misses, the Provider owes a penalty of 5‰ (5 per thousand) of the total contract amount. The amount in the terms in force when the target was missed applies; the penalty is rounded half up to the fen.',
  ],
  [
    'en',
    '2.6',
    '(2) Where several targets of one request are missed, each counts. A target not met when its deadline passes belongs to the month of that moment (where a reclassification made it missed, of the reclassification), also where the request is still open. A month begins at 00:00 of its 1st; where the contract ends within a month, that month runs until the contract ends. Targets not decided when the contract ends are withdrawn.',
  ],
  [
    'en',
    '2.6',
    '(3) The penalties of one term together never exceed 10% of the total contract amount, rounded down to the fen. A miss beyond this cap is still recorded, with the part of its penalty that fits and, once nothing is left, with zero. An amendment restarts neither the amount used nor the count of months in succession; a renewal restarts both.',
  ],
  [
    'en',
    '2.6',
    '(4) Penalties are fixed at the close of the month that owns the misses or, where the contract ends earlier, at its end, one by one in the order of the moment of the miss, the number of the request and the name of the target. Until then what is shown is provisional.',
  ],
  [
    'en',
    '2.6',
    '(5) An authorised person other than the desk may waive a miss and states the reason. A waived miss carries no penalty and its month is assessed again by a new record; no invoice, decision or month already recorded is altered. Where its penalty was already credited, later credits are reduced accordingly, but never below zero.',
  ],
  [
    'en',
    '2.6',
    '(6) A month fails where it owns at least one miss that is not waived. A month without requests is met and ends a succession.',
  ],
  [
    'en',
    '2.6',
    '(8) The right lapses where it is not exercised within 12 months of arising, the last moment included, where the Client waives it in writing, or where the term ends. A right not yet exercised is lost where a waiver leaves too few months in succession. After a lapse the right arises again only from a new succession of the same length.',
  ],
  [
    'en',
    '3.1',
    '(2) The total contract amount is the monthly fee times the months of the term: RMB 240,000.00. Where an amendment has changed the monthly fee, it is the sum of the fees of the months.',
  ],
  [
    'en',
    '3.1',
    '(3) Where the first or the last month of the term is not a whole calendar month, its fee is the share of the days served in the actual days of that month, rounded half up to the fen; the fee of the last month is the total contract amount less the fees of all others, so that the invoices sum to the total contract amount.',
  ],
  [
    'en',
    '3.2',
    '(2) The Client is reminded 3 days before the due day and when payment is overdue. Late payment bears neither interest nor a surcharge.',
  ],
  [
    'en',
    '3.2',
    '(3) Penalties are set off by credit note against invoices issued after the miss: those not yet credited are credited up to the amount of the invoice and the rest is carried to later ones. What is still not credited when the contract ends is paid out to the Client in the settlement.',
  ],
];

describe('the default text', () => {
  it.each(BY_DEFAULT)(
    'in %s, clause %s, is what it was before there were decisions (%#)',
    async (language, clause, text) => {
      const clauses = renderClauses(template, await termsWith(), language, sampleParties);
      const paragraphs = clauses.find(({ number }) => number === clause)?.text.split('\n\n') ?? [];
      expect(paragraphs.map((each) => each.replaceAll('\n', language === 'en' ? ' ' : ''))).toContain(text);
    },
  );
});
