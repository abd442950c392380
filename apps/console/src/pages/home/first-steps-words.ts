import { words } from '~/words/words';

export const firstStepsWords = words({
  en: {
    title: 'First steps',
    about: 'Nothing is here yet. This is the way from a template to a decision that proves itself.',
    variant: {
      do: 'Make a variant of a template',
      why: 'Or skip it: the reference contract is published already.',
    },
    contract: {
      do: 'Draft a contract',
      why: 'Choose "Rehearsal" to move its time by hand through a whole year.',
    },
    sign: {
      do: 'Send it and have both parties sign',
      why: 'On the page of the contract. Then its months, invoices and deadlines begin.',
    },
    request: {
      do: 'Record a service request',
      why: 'Its priority and deadlines follow from the rules; answer it, or let it miss.',
    },
    money: { do: 'Take a payment', why: 'By hand on the page of the month, or from a bank statement.' },
    audit: {
      do: 'Ask why',
      why: 'Every priority, deadline, miss, penalty and invoice has a receipt that can be run again.',
    },
  },
  'zh-CN': {
    title: '入门步骤',
    about: '目前还没有内容。以下是从模板到可自证决定的完整路径。',
    variant: { do: '新建模板变体', why: '也可跳过：参考合同模板已发布。' },
    contract: { do: '起草合同', why: '选择“演练”可手动推进时间，走完整年。' },
    sign: { do: '发送并由双方签署', why: '在合同页面操作，签署后月份、账单和期限随即开始。' },
    request: { do: '登记服务请求', why: '优先级和期限由规则确定；可按时响应，也可任其违约。' },
    money: { do: '登记付款', why: '在月份页面手工登记，或由银行对账单入账。' },
    audit: { do: '追问依据', why: '每项优先级、期限、违约、违约金和账单均有可重新运行的凭据。' },
  },
});
