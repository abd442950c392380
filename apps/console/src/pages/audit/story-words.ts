import { type components } from '#client/openapi';
import { words } from '~/words/words';

export const storyWords = words({
  en: {
    title: 'One story',
    about:
      'The workflow histories, the ledger, what is shown, and the documents are read anew and compared in every direction',
    check: 'Compare all',
    running: 'Everything is being read: with many requests this may take half a minute …',
    without: 'Compare without the workflow histories',
    one: 'They tell one story',
    read: '{entries, plural, one {# entry} other {# entries}}, {decisions, plural, one {# decision} other {# decisions}} made again, {documents, plural, one {# document} other {# documents}}, {histories, plural, one {# workflow} other {# workflows}} read.',
    readWithout:
      '{entries, plural, one {# entry} other {# entries}}, {decisions, plural, one {# decision} other {# decisions}} made again, {documents, plural, one {# document} other {# documents}}; the workflow histories were left out.',
    differ: '{count, plural, one {# difference} other {# differences}}',
    notRepaired: 'Nothing was repaired.',
    kind: 'What differs',
    where: 'Where',
    detail: 'In detail',
  },
  'zh-CN': {
    title: '四方核对',
    about: '重新读取工作流历史、账簿、当前显示的数据和各类文件，并两两比对',
    check: '全部核对',
    running: '正在读取全部记录，服务请求较多时可能需要半分钟……',
    without: '不含工作流历史，再核对一次',
    one: '四方一致',
    read: '已读取账簿记录 {entries} 条，重新作出决定 {decisions} 项，文件 {documents} 份，工作流 {histories} 个。',
    readWithout:
      '已读取账簿记录 {entries} 条，重新作出决定 {decisions} 项，文件 {documents} 份；未读取工作流历史。',
    differ: '{count} 处不一致',
    notRepaired: '未作任何修复。',
    kind: '不一致之处',
    where: '位置',
    detail: '详情',
  },
});

type DifferenceKind = components['schemas']['ContractStory']['differences'][number]['kind'];

/** What the comparison finds, in Chinese; in English the API says it itself. */
export const differenceWords: Readonly<Record<DifferenceKind, string>> = {
  'ledger.broken': '账簿的哈希链不成立',
  'ledger.notFolded': '按规则重算得到的记录与账簿所载不同',
  'ledger.lineUntold': '没有任何工作流历史提到该记录',
  'receipt.differs': '重新作出的决定与留存的依据不同',
  'readModel.differs': '当前显示的数据与账簿推算的结果不同',
  'history.absent': '缺少某一工作流的历史',
  'history.lineLost': '工作流历史提到的记录不在账簿中',
  'history.lineDiffers': '工作流历史在同一位置提到的是另一条记录',
  'history.stateDiffers': '工作流历史所见的状态与账簿不同',
  'history.changed': '留存的工作流历史与导出时不同',
  'history.runLost': '被提到的一次运行在 Temporal 和导出中都不存在',
  'history.interference': '有人绕过合同直接操作了工作流',
  'document.missing': '应产生文件的记录没有文件',
  'document.withoutEvent': '没有任何账簿记录产生该文件',
  'document.untold': '账簿没有提到留存的文件',
  'document.lost': '账簿提到的文件未留存',
  'document.changed': '文件内容与其哈希值不符',
  'totals.differ': '账簿中的金额合计与合同结果不符',
};
