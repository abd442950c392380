import { type Figures, type RefusedFact } from '#backtest/comparison';
import { type Sentence } from './words.js';

const say = (chinese: string, en: string): Sentence => ({ 'zh-CN': chinese, en });

/** The figures of a contract, in the order in which they are shown. */
export const FIGURE_WORDS: Readonly<Record<keyof Figures, Sentence>> = {
  requests: say('服务请求（件）', 'requests'),
  misses: say('未达标（次）', 'misses'),
  waived: say('其中已豁免（次）', 'of these waived'),
  failedMonths: say('不达标月份（个）', 'failed months'),
  rights: say('单方解除权（项）', 'termination rights'),
  penalties: say('违约金（元）', 'penalties, yuan'),
  credits: say('服务抵扣及迟延违约金（元）', 'service credits and delays, yuan'),
  interest: say('逾期付款利息（元）', 'interest on late payments, yuan'),
  invoiced: say('账单金额（元）', 'invoiced, yuan'),
  credited: say('账单抵扣（元）', 'credited on invoices, yuan'),
  payable: say('账单应付（元）', 'payable on invoices, yuan'),
};

const OUTCOMES: Readonly<Record<string, Sentence>> = {
  met: say('达标', 'met'),
  missed: say('未达标', 'missed'),
  pending: say('未决', 'pending'),
  withdrawn: say('不再适用', 'withdrawn'),
};

const STATUSES: Readonly<Record<string, Sentence>> = {
  draft: say('草稿', 'draft'),
  signing: say('签署中', 'signing'),
  signed: say('已签署', 'signed'),
  active: say('履行中', 'active'),
  declined: say('拒绝签署', 'declined'),
  lapsed: say('逾期未签', 'lapsed'),
  terminated: say('已解除', 'terminated'),
  expired: say('期满终止', 'expired'),
  closed: say('已结清', 'closed'),
};

const FACTS: Readonly<Record<string, Sentence>> = {
  'contract.sent': say('发送签署', 'the text was sent for signing'),
  'contract.signed': say('签署', 'a signature'),
  'contract.declined': say('拒绝签署', 'the refusal to sign'),
  'payment.received': say('收款', 'a payment'),
  'report.submitted': say('提交服务报告', 'the submission of a report'),
  'miss.waived': say('豁免', 'the waiver of a miss'),
  'termination.exercised': say('行使单方解除权', 'the exercise of the termination right'),
  'termination.agreed': say('协议终止', 'an agreed end'),
  'obligation.performed': say('履行义务', 'the performance of an obligation'),
  'obligation.excused': say('迟延免责', 'the excuse of a delay'),
  'settlement.paidOut': say('结算付款', 'a payout'),
  'request.recorded': say('登记服务请求', 'the record of a request'),
  'request.responded': say('响应', 'a response'),
  'request.workaround': say('临时解决方案', 'a workaround'),
  'request.path': say('明确路径和时间表', 'a definite path with a timetable'),
  'request.resolved': say('解决', 'a resolution'),
  'request.closed': say('关闭', 'the closing of a request'),
  'request.reopened': say('重新打开', 'a reopening'),
  'request.paused': say('暂停计时', 'a pause'),
  'request.resumed': say('恢复计时', 'the end of a pause'),
  'request.reclassified': say('重新定级', 'a reclassification'),
  'request.rated': say('满意度评价', 'a rating'),
};

/** Why a contract refuses a fact, by the code. English has the core's own words. */
const REASONS: Readonly<Record<string, string>> = {
  unknownRequest: '无此服务请求',
  duplicateRequest: '该服务请求已登记',
  wrongState: '当时状态下不能进行',
  beforeTerm: '早于合同期限',
  afterTerm: '合同已经终止',
  lateFact: '晚于已结算的时点',
  unknownMiss: '该目标并无未达标',
  unknownObligation: '无此义务',
  alreadyWaived: '该次未达标已豁免',
  notAllowed: '合同不允许',
  unknownPeriod: '合同期限内无此月份',
  tooEarly: '为时尚早',
  noRight: '当时并无单方解除权',
  invalidValue: '数值超出允许范围',
  preconditionFailed: '所依据的版本已变更',
};

export function outcomeWord(outcome: string): Sentence {
  return named(OUTCOMES, outcome);
}

export function statusWord(status: string): Sentence {
  return named(STATUSES, status);
}

export function factWord(type: string): Sentence {
  return named(FACTS, type);
}

export function refusalReason({ code, problem }: Pick<RefusedFact, 'code' | 'problem'>): Sentence {
  return say(REASONS[code] ?? problem, problem);
}

function named(words: Readonly<Record<string, Sentence>>, name: string): Sentence {
  return words[name] ?? say(name, name);
}
