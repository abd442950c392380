import { useMemo } from 'react';
import { useWords, words } from './words';

/** What is said of requests wherever they show: priorities, targets, deadlines. */
export const slaWords = words({
  en: {
    priority: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low' },
    level: { high: 'High', medium: 'Medium', low: 'Low' },
    named: '{name}: ',
    urgency: 'Urgency',
    impact: 'Impact',
    coreBusinessDown: 'Core business is fully down',
    severeSecurityRisk: 'Serious security risk',
    status: { open: 'Open', paused: 'Paused', resolved: 'Resolved', closed: 'Closed' },
    target: { response: 'Response', workaround: 'Workaround', resolution: 'Resolution', report: 'Report' },
    outcome: { pending: 'Pending', met: 'Met', missed: 'Missed', withdrawn: 'Withdrawn' },
    channel: { hotline: 'Hotline', mailbox: 'Mailbox', portal: 'Portal', monitoring: 'Monitoring' },
    pause: {
      waitingForClient: "Waiting for the client's information, access or confirmation",
      waitingForThirdParty: 'Waiting for a third party',
      changeWindow: 'Waiting for an agreed change window',
      other: 'Other',
    },
    hours: '{hours, number} h',
    minutes: '{minutes, number} min',
    measure: {
      minutes: '{duration}',
      serviceMinutes: '{duration} of service hours',
      workingDays: '{amount, plural, one {# working day} other {# working days}}',
      workingDayEnds: 'the end of {amount, plural, one {the next working day} other {# working days}}',
    },
  },
  'zh-CN': {
    priority: { critical: '紧急', high: '高', medium: '中', low: '低' },
    level: { high: '高', medium: '中', low: '低' },
    named: '{name}：',
    urgency: '紧急程度',
    impact: '影响范围',
    coreBusinessDown: '核心业务完全中断',
    severeSecurityRisk: '存在严重安全风险',
    status: { open: '处理中', paused: '已暂停', resolved: '已解决', closed: '已关闭' },
    target: { response: '响应', workaround: '临时解决', resolution: '解决', report: '服务报告' },
    outcome: { pending: '待完成', met: '达标', missed: '未达标', withdrawn: '已撤销' },
    channel: { hotline: '热线', mailbox: '邮箱', portal: '门户', monitoring: '监控' },
    pause: {
      waitingForClient: '等待客户提供信息、权限或确认',
      waitingForThirdParty: '等待第三方',
      changeWindow: '等待约定的变更窗口',
      other: '其他',
    },
    hours: '{hours, number} 小时',
    minutes: '{minutes, number} 分钟',
    measure: {
      minutes: '{duration}',
      serviceMinutes: '服务时间 {duration}',
      workingDays: '{amount, number} 个工作日',
      workingDayEnds: '第 {amount, number} 个工作日结束时',
    },
  },
});

/** Names that templates choose: those of the shipped ones are translated, any other stands as it is. */
export interface SlaNames {
  readonly priority: (id: string) => string;
  readonly target: (kind: string) => string;
  readonly pause: (reason: string) => string;
}

export function useSlaNames(): SlaNames {
  const t = useWords(slaWords);
  return useMemo(
    () => ({
      priority: (id) => (isOneOf(slaWords.en.priority, id) ? t(`priority.${id}`) : id),
      target: (kind) => (isOneOf(slaWords.en.target, kind) ? t(`target.${kind}`) : kind),
      pause: (reason) => (isOneOf(slaWords.en.pause, reason) ? t(`pause.${reason}`) : reason),
    }),
    [t],
  );
}

/** Whether a text has a word in a group of words. */
export function isOneOf<Group extends object>(group: Group, name: string): name is keyof Group & string {
  return Object.hasOwn(group, name);
}
