import { words } from '~/words/words';

export const contractRequestsWords = words({
  en: {
    title: 'Requests of this contract',
    about: 'What the client has asked for, the newest first.',
    status: 'Status',
    allStatuses: 'Any status',
    statuses: { open: 'Open', paused: 'Paused', resolved: 'Resolved', closed: 'Closed' },
    request: 'Request',
    priority: 'Priority',
    recordedAt: 'On record since',
    next: 'Next deadline',
    targets: 'Targets',
    outcome: { pending: 'running', met: 'met', missed: 'missed', withdrawn: 'withdrawn' },
    none: 'No requests',
    noneHelp: 'Requests come by the service desk, by mail, or from the client itself.',
  },
  'zh-CN': {
    title: '本合同的服务请求',
    about: '客户提出的请求，最近的在前。',
    status: '状态',
    allStatuses: '全部状态',
    statuses: { open: '处理中', paused: '已暂停', resolved: '已解决', closed: '已关闭' },
    request: '服务请求',
    priority: '优先级',
    recordedAt: '登记时间',
    next: '下一期限',
    targets: '目标',
    outcome: { pending: '计时中', met: '达标', missed: '未达标', withdrawn: '已撤销' },
    none: '没有服务请求',
    noneHelp: '请求由服务台登记、由邮件转入，或由客户自行提交。',
  },
});
