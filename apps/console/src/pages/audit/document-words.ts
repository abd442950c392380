import { words } from '~/words/words';

/** Kinds of documents. */
export const documentWords = words({
  en: {
    contract: 'contract',
    amendment: 'amendment',
    invoice: 'invoice',
    creditNote: 'credit note',
    report: 'service report',
    statement: 'statement',
    terminationNotice: 'termination notice',
    settlement: 'settlement',
    evidence: 'signing evidence',
  },
  'zh-CN': {
    contract: '合同文本',
    amendment: '补充协议',
    invoice: '账单',
    creditNote: '贷记单',
    report: '服务月报',
    statement: '对账单',
    terminationNotice: '解除通知',
    settlement: '结算单',
    evidence: '签署证据',
  },
});
