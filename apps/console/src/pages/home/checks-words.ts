import { words } from '~/words/words';

export const checksWords = words({
  en: {
    title: 'Open checks',
    about:
      'A check verifies the chain of the ledger, folds it again, and compares it with what is shown. This browser keeps what it found.',
    checkAll: '{count, plural, one {Check the open one} other {Check all # that are open}}',
    check: 'Check',
    checkOne: 'Check {contract}',
    contract: 'Contract',
    client: 'Client',
    entries: 'Entries',
    standing: 'Checked',
    standings: {
      never: 'Not yet',
      grown: '{more, plural, one {# entry since} other {# entries since}}',
      whole: 'Whole',
      faulty: '{faults, plural, one {# fault} other {# faults}}',
    },
    none: 'There is no contract to check',
    noneHelp: 'Each contract has a ledger from its draft on.',
  },
  'zh-CN': {
    title: '待核验的账簿',
    about: '核验会检查账簿的哈希链，由账簿重新推算合同状态，并与页面所示逐项比较。结果保存在本浏览器中。',
    checkAll: '核验全部 {count, number} 份待核验的',
    check: '核验',
    checkOne: '核验 {contract}',
    contract: '合同',
    client: '客户',
    entries: '记录数',
    standing: '核验情况',
    standings: {
      never: '尚未核验',
      grown: '此后新增 {more, number} 条',
      whole: '完整一致',
      faulty: '{faults, number} 处错误',
    },
    none: '没有可核验的合同',
    noneHelp: '合同自起草时即有账簿。',
  },
});
