import { type TerminationRight } from '#domain/contract/state';
import { clockText, type Sentence } from './words.js';

/** What a notice of termination by right names. */
export interface NoticeFacts {
  readonly contract: string;
  readonly clause: string;
  readonly client: string;
  readonly provider: string;
  readonly zone: string;
  /** 0: the contract ends when the notice arrives. */
  readonly noticeDays: number;
  readonly right: Pick<TerminationRight, 'ground' | 'periods' | 'arisenAt' | 'lapsesAt'>;
}

/** The notice by which the client exercises its right, ready to be signed and sent (clause 2.6, Civil Code arts. 564, 565). */
export function terminationNotice(facts: NoticeFacts): Sentence {
  const { contract, clause, client, provider, zone, noticeDays, right } = facts;
  const arisen = clockText(right.arisenAt, zone, 'deadline');
  const lapses = clockText(right.lapsesAt, zone, 'deadline');
  const months = right.periods.join('、');
  const ground =
    right.ground === 'delay'
      ? {
          'zh-CN': '贵方迟延履行已达合同约定的天数',
          en: 'performance has been delayed for the days agreed on',
        }
      : {
          'zh-CN': `${months} 连续 ${right.periods.length} 个月服务水平未达标`,
          en: `the service levels of ${right.periods.join(', ')}, ${right.periods.length} months in succession, were not met`,
        };
  const effect =
    noticeDays === 0
      ? { 'zh-CN': '合同自本通知到达贵方时解除', en: 'The contract ends when this notice reaches you' }
      : {
          'zh-CN': `合同于本通知到达贵方之日的次日起第 ${noticeDays} 日 24:00 解除`,
          en: `The contract ends at 24:00 of the ${noticeDays}. day after the day on which this notice reaches you`,
        };
  return {
    'zh-CN': [
      `致：${provider}`,
      `关于合同 ${contract}：鉴于${ground['zh-CN']}，依合同第 ${clause} 条，我方自 ${arisen} 起享有单方解除权，该权利可行使至 ${lapses}。我方现行使该解除权。`,
      `${effect['zh-CN']}（《民法典》第 565 条）。请依合同办理结算、末期报告和资料移交。`,
      client,
    ].join('\n\n'),
    en: [
      `To ${provider}`,
      `Contract ${contract}: as ${ground.en}, clause ${clause} has given us the right to terminate since ${arisen}; it can be exercised until ${lapses}. We exercise it by this notice.`,
      `${effect.en} (Civil Code art. 565). Please settle the accounts, give the last report and hand over what belongs to us as the contract says.`,
      client,
    ].join('\n\n'),
  };
}
