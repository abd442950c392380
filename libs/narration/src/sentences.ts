import { type ContractDeadline } from '#domain/contract/events';
import { type Entry, type Json } from '#domain/entry';
import { CONTRACT_SENTENCES } from './contract-sentences.js';
import { envelopeWord, SIGNING_SENTENCES } from './signing-sentences.js';
import { STATEMENT_SENTENCES } from './statement-sentences.js';
import { endedWithContract, REQUEST_SENTENCES } from './request-sentences.js';
import { clockText, obligationWord, Reading, targetWord, type Sentence } from './words.js';

/** What of a ledger entry its sentence is made of. */
export interface ToldEntry extends Pick<Entry, 'kind' | 'request'> {
  readonly payload: Json;
  readonly at?: Entry['at'];
}

/** A ledger entry as a sentence in both languages; instants are in the contract's zone. */
export function entrySentence({ kind, request, payload, at }: ToldEntry, zone: string): Sentence {
  const members = typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? payload : {};
  const entry = new Reading(members as Entry['payload'], request ?? '', zone, at ?? null);
  if (kind === 'contract.ended' && request !== null) return endedWithContract(entry);
  const sentence =
    CONTRACT_SENTENCES[kind] ??
    SIGNING_SENTENCES[kind] ??
    STATEMENT_SENTENCES[kind] ??
    REQUEST_SENTENCES[kind];
  return sentence ? sentence(entry) : { 'zh-CN': kind, en: kind };
}

type OfPeriod = Extract<ContractDeadline, { period: string }>['kind'];
type OfObligation = Extract<ContractDeadline, { obligation: string }>['kind'];
type OfEnvelope = Extract<ContractDeadline, { envelope: string } | { amendment: string }>['kind'];
type Plain = Exclude<ContractDeadline['kind'], OfPeriod | OfObligation | OfEnvelope>;

const OF_ENVELOPE: Readonly<Record<OfEnvelope, (id: string) => Sentence>> = {
  signingReminder: (id) => ({
    'zh-CN': `提醒签署${envelopeWord(id)['zh-CN']}`,
    en: `Reminder to sign ${envelopeWord(id).en}`,
  }),
  envelopeExpiry: (id) => ({
    'zh-CN': `${envelopeWord(id)['zh-CN']}的签署期限届满`,
    en: `The time to sign ${envelopeWord(id).en} is over`,
  }),
  amendmentEffect: (id) => ({ 'zh-CN': `补充协议 ${id} 生效`, en: `Amendment ${id} takes effect` }),
};

const MONTHLY: Readonly<Record<OfPeriod, (period: string) => Sentence>> = {
  monthClose: (period) => ({
    'zh-CN': `${period} 结月：评定达标情况，确定违约金`,
    en: `${period} closes: the month is assessed, penalties are fixed`,
  }),
  invoiceIssue: (period) => ({ 'zh-CN': `开具 ${period} 账单`, en: `The invoice of ${period} is issued` }),
  paymentReminder: (period) => ({
    'zh-CN': `提醒支付 ${period} 账单`,
    en: `Reminder to pay the invoice of ${period}`,
  }),
  paymentOverdue: (period) => ({
    'zh-CN': `${period} 账单付款期限届满`,
    en: `Time to pay the invoice of ${period} has run out`,
  }),
  reportReminder: (period) => ({
    'zh-CN': `提醒提交 ${period} 服务报告`,
    en: `Reminder to submit the service report of ${period}`,
  }),
  reportOverdue: (period) => ({
    'zh-CN': `${period} 服务报告提交期限届满`,
    en: `The service report of ${period} is due`,
  }),
};

const OF_OBLIGATION: Readonly<Record<OfObligation, (word: Sentence) => Sentence>> = {
  obligationOverdue: (word) => ({
    'zh-CN': `${word['zh-CN']}履行期限届满`,
    en: `Time for the ${word.en} has run out`,
  }),
  delayRight: (word) => ({
    'zh-CN': `${word['zh-CN']}迟延达到约定天数，客户取得单方解除权`,
    en: `The delay of the ${word.en} gives the Client the right to terminate`,
  }),
};

const PLAIN: Readonly<Record<Plain, Sentence>> = {
  activation: { 'zh-CN': '合同开始履行', en: 'The contract becomes active' },
  termEnd: { 'zh-CN': '合同期满', en: 'The term ends' },
  agreedEnd: { 'zh-CN': '约定的终止日', en: 'The agreed end of the contract' },
  signingLapse: { 'zh-CN': '签署期限届满', en: 'The invitation to sign lapses' },
  renewalNotice: {
    'zh-CN': '有关续签的通知期限届满',
    en: 'The time for a notice about the renewal is over',
  },
  rightLapse: { 'zh-CN': '单方解除权消灭', en: 'The right to terminate lapses' },
  close: { 'zh-CN': '合同关闭', en: 'The contract is closed' },
};

/** A deadline of the contract as a sentence. */
export function deadlineSentence(deadline: ContractDeadline): Sentence {
  if ('period' in deadline) return MONTHLY[deadline.kind](deadline.period);
  if ('amendment' in deadline) return OF_ENVELOPE[deadline.kind](deadline.amendment);
  if ('envelope' in deadline) return OF_ENVELOPE[deadline.kind](deadline.envelope);
  if ('obligation' in deadline) return OF_OBLIGATION[deadline.kind](obligationWord(deadline.obligation));
  return PLAIN[deadline.kind];
}

/** A target of a request that falls due. */
export function targetSentence(request: string, kind: string, dueAt: string, zone: string): Sentence {
  const word = targetWord(kind);
  const due = clockText(dueAt, zone, 'deadline');
  return {
    'zh-CN': `服务请求 ${request} 的${word['zh-CN']}截止 ${due}`,
    en: `Request ${request}: ${word.en} due ${due}`,
  };
}
