import type { FactDefinition } from '#domain/decision';
import type { Occasion } from '#domain/terms';

/** A text in both languages of a contract. */
export interface Words {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** Where the product asks a rule set: for a request's priority (clause 2.2), or what a consequence costs. */
export type DecisionPoint = 'priority' | Occasion;

/** Names that only the template knows: the values of a fact that is open here. */
export type TemplateNames = 'priorities' | 'targets' | 'obligations';

/** A fact as the product hands it over: what it means, and where it comes from. */
export interface VocabularyFact extends FactDefinition {
  readonly source: Words;
  readonly names?: TemplateNames;
}

/** What the rule sets of a decision point must give: the event's type and its one parameter. */
export interface VocabularyOutcome extends Omit<FactDefinition, 'values'> {
  readonly name: string;
  readonly range: Words;
  readonly names?: TemplateNames;
}

/** One decision point: when it is asked, all facts there are, the outcome. */
export interface DecisionPointWords {
  readonly asked: Words;
  readonly outcome: VocabularyOutcome;
  readonly facts: Readonly<Record<string, VocabularyFact>>;
}

const words = (chinese: string, en: string): Words => ({ 'zh-CN': chinese, en });

const REQUEST_RECORD = words(
  '服务请求的登记或重新定级（事项 request.recorded、request.reclassified）',
  "the request's record or reclassification (entries request.recorded, request.reclassified)",
);
const MISS = words('未达标记录（事项 target.missed）', 'the miss (entry target.missed)');
const MONTH_CLOSE = words(
  '结月时已有结论且未被豁免的目标',
  'the targets of the month that are concluded and not waived, when the month is closed',
);
const REQUESTS_OF_MONTH = words('当月登记的服务请求', 'the requests put on record in the month');
const OBLIGATION = words('模板 terms.json 中的义务', "the obligation of the template's terms.json");
const DELAY = words(
  '义务的到期时刻与履行时刻（未履行的，为评定时刻）',
  'the instant when the obligation was due and the one when it was performed, or is looked at while it is not',
);
const INVOICE = words('逾期的账单（事项 invoice.issued）', 'the overdue invoice (entry invoice.issued)');

const level = (chinese: string, en: string): VocabularyFact => ({
  type: 'string',
  values: ['high', 'medium', 'low'],
  description: words(chinese, en),
  source: REQUEST_RECORD,
});

const flag = (chinese: string, en: string): VocabularyFact => ({
  type: 'boolean',
  description: words(chinese, en),
  source: REQUEST_RECORD,
});

const count = (unit: string, description: Words, source: Words): VocabularyFact => ({
  type: 'number',
  unit,
  description,
  source,
});

const percent = (description: Words): VocabularyFact => ({
  type: 'decimal',
  unit: 'percent',
  description,
  source: MONTH_CLOSE,
});

const month = (chinese: string, en: string, source: Words): VocabularyFact => ({
  type: 'string',
  description: words(chinese, en),
  source,
});

const permille = (chinese: string, en: string): VocabularyOutcome => ({
  name: 'permille',
  type: 'decimal',
  unit: 'permille',
  description: words(chinese, en),
  range: words('0 至 1000', '0 to 1000'),
});

/** The closed vocabulary: each decision point with every fact that a rule set for it may look at. */
export const DECISION_POINTS: Readonly<Record<DecisionPoint, DecisionPointWords>> = {
  priority: {
    asked: words('服务请求登记或重新定级时', 'when a request is put on record or reclassified'),
    outcome: {
      name: 'priority',
      type: 'string',
      description: words('服务请求的优先级', 'The priority of the request'),
      range: words('模板 targets.json 中的优先级', "a priority of the template's targets.json"),
      names: 'priorities',
    },
    facts: {
      urgency: level('紧急程度', 'How urgent the request is'),
      impact: level('影响范围', 'How far its effect reaches'),
      coreBusinessDown: flag('核心业务完全中断', 'Core business is fully down'),
      severeSecurityRisk: flag('存在严重安全风险', 'There is a serious security risk'),
    },
  },
  miss: {
    asked: words(
      '服务水平目标未达标，确定违约金时',
      'when the penalty for a missed SLA target is worked out',
    ),
    outcome: permille('本次未达标的违约金比例', 'What this miss costs, in permille of the base'),
    facts: {
      priority: {
        type: 'string',
        description: words('未达标时服务请求的优先级', 'Priority of the request when the target was missed'),
        source: MISS,
        names: 'priorities',
      },
      target: {
        type: 'string',
        description: words(
          '未达标的目标：response 响应、workaround 临时解决、resolution 解决、report 服务报告，或义务的标识',
          'The target that was missed: response, workaround, resolution, report, or the id of an obligation',
        ),
        source: MISS,
        names: 'targets',
      },
      period: month('未达标归属的月份（YYYY-MM）', 'The month that owns the miss, as YYYY-MM', MISS),
      missNumberInPeriod: count(
        'misses',
        words(
          '当月累计未达标次数（含本次，按时刻、请求、目标排序）',
          'Which miss of its month this one is, from 1, in the order of instant, request and target',
        ),
        words('合同当月的未达标记录', "the misses of the contract's month"),
      ),
      missNumberOfRequest: count(
        'misses',
        words('该服务请求累计未达标次数（含本次）', 'Which miss of its request this one is, from 1'),
        words('该服务请求的未达标记录', 'the misses of the request'),
      ),
    },
  },
  month: {
    asked: words(
      '结月时；当月没有任何目标有结论的，不询问',
      'when a month is closed; not asked for a month in which no target was concluded',
    ),
    outcome: permille('当月服务抵扣的比例', 'What the month costs, in permille of the base'),
    facts: {
      period: month('所结的月份（YYYY-MM）', 'The month that is closed, as YYYY-MM', MONTH_CLOSE),
      attainmentPercent: percent(
        words(
          '当月达成率（有结论的目标中达成的百分比，保留一位小数，余数舍去）',
          "The month's attainment: percent of the concluded targets that were met, one decimal, rounded down",
        ),
      ),
      worstAttainmentPercent: percent(
        words(
          '各优先级中最低的达成率（只计有结论的目标，保留一位小数，余数舍去）',
          'The lowest attainment of any priority that has a concluded target, one decimal, rounded down',
        ),
      ),
      concluded: count(
        'targets',
        words('当月有结论的目标数', 'Targets concluded in the month, met or missed'),
        MONTH_CLOSE,
      ),
      met: count('targets', words('当月达成的目标数', 'Targets met in the month'), MONTH_CLOSE),
      missed: count('targets', words('当月未达标的目标数', 'Targets missed in the month'), MONTH_CLOSE),
      received: count(
        'requests',
        words('当月登记的服务请求数', 'Requests put on record in the month'),
        REQUESTS_OF_MONTH,
      ),
    },
  },
  obligation: {
    asked: words(
      '义务逾期履行，确定违约金时',
      'when the penalty for an obligation performed late is worked out',
    ),
    outcome: permille(
      '逾期履行的违约金比例（每日、每期或一次）',
      'What the delay costs, in permille of the base: for each day, each period, or once',
    ),
    facts: {
      obligation: {
        type: 'string',
        description: words('逾期的义务', 'The id of the obligation that is late'),
        source: OBLIGATION,
        names: 'obligations',
      },
      daysLate: count(
        'days',
        words('逾期天数（不足一天的按一天计）', 'Whole days late; a day that has begun counts'),
        DELAY,
      ),
      periodsLate: count(
        'periods',
        words('逾期期数（已开始的一期按一期计）', 'Periods late; a period that has started counts'),
        DELAY,
      ),
    },
  },
  latePayment: {
    asked: words('账单逾期未付的每一日', 'for each day on which an invoice is overdue'),
    outcome: permille(
      '未付金额的每日违约金比例',
      'What the day costs, in permille of the amount outstanding',
    ),
    facts: {
      period: month('账单所属的月份（YYYY-MM）', 'The first month of the invoice, as YYYY-MM', INVOICE),
      daysLate: count(
        'days',
        words('逾期天数（自 1 起，含当日）', 'Which day late this is, from 1'),
        INVOICE,
      ),
      invoiceAmount: {
        type: 'decimal',
        unit: 'yuan',
        description: words('账单金额', 'The amount of the invoice'),
        source: INVOICE,
      },
    },
  },
};

/** The decision points by name, in the order of a contract's life. */
export const DECISION_POINT_NAMES = Object.keys(DECISION_POINTS) as readonly DecisionPoint[];

/** What the operators of a condition mean; `OPERATORS` says which fit which type. */
export const OPERATOR_WORDS: Readonly<Record<string, Words>> = {
  equal: words('等于', 'is the value'),
  notEqual: words('不等于', 'is not the value'),
  in: words('为所列值之一', 'is one of the values listed'),
  notIn: words('不是所列值', 'is none of the values listed'),
  lessThan: words('低于', 'is less than the value'),
  lessThanInclusive: words('不高于', 'is the value or less'),
  greaterThan: words('高于', 'is more than the value'),
  greaterThanInclusive: words('不低于', 'is the value or more'),
};

/** What the types of facts mean. */
export const TYPE_WORDS: Readonly<Record<FactDefinition['type'], Words>> = {
  string: words('文本', 'text'),
  number: words('数', 'a number'),
  boolean: words('是或否（true、false）', 'true or false'),
  decimal: words(
    '以文本书写的小数（如 "99.5"），按精确数值比较',
    'a decimal written as text, like "99.5"; compared as an exact number',
  ),
};

/**
 * The decision point that a rule set is written for, as its outcome and the names of its facts tell; null where they
 * fit none or several alike.
 */
export function decisionPointOf(ruleSet: {
  readonly outcome: string;
  readonly facts: Readonly<Record<string, unknown>>;
}): DecisionPoint | null {
  const fitting = DECISION_POINT_NAMES.filter(
    (point) => DECISION_POINTS[point].outcome.name === ruleSet.outcome,
  ).map((point) => ({
    point,
    known: Object.keys(ruleSet.facts).filter((name) => Object.hasOwn(DECISION_POINTS[point].facts, name))
      .length,
  }));
  const most = Math.max(0, ...fitting.map(({ known }) => known));
  const best = fitting.filter(({ known }) => known === most);
  return most > 0 && best.length === 1 ? (best[0]?.point ?? null) : null;
}
