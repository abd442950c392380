import { type Phrases } from './saying.js';

/** Requests, their attachments, and the mails that bring them. */
export const requestPhrases: Phrases = {
  'There is no request {request} in {contract}': '合同 {contract} 没有服务请求 {request}',
  'there is no request {request}': '没有服务请求 {request}',
  'allowed: a request that was recorded before': '应为已登记的服务请求',
  '{request} was recorded before': '服务请求 {request} 已登记',
  'this contract takes no requests': '本合同不受理服务请求',
  '{type} is not possible while the request is {status}':
    '请求状态为“{status:requestStatus}”时，不能进行“{type:requestEvent}”',
  'this contract allows no pauses': '本合同不允许暂停计时',
  'this contract does not reopen requests': '本合同不允许重新打开请求',
  'allowed: a new request is recorded': '请登记新的服务请求',
  'is after the request was put on record': '晚于请求登记的时间',
  'is before the request was put on record': '早于请求登记的时间',
  'is before {through}, up to which the request is accounted for': '早于 {through}，请求已处理至该时刻',
  'is after until': '晚于截止时间',
  '{request} has no file {sha256}': '服务请求 {request} 没有文件 {sha256}',
  '{request} has {count} files, and no request may have more':
    '服务请求 {request} 已有 {count} 个文件，达到上限',
  'is no file of an allowed type, by its first bytes': '按文件开头的内容判断，不是允许的文件类型',
  'cannot be read as a mail': '无法作为邮件读取',
  'is missing, or none': '缺失或无效',
  'allowed are up to 250 printable characters (RFC 5322)': '应为至多 250 个可打印字符（RFC 5322）',
  'allowed is a mail as RFC 5322 has it, its parts not nested too deep':
    '应为符合 RFC 5322 的邮件，且各部分嵌套不过深',
  'allowed is a mail of a client, to an address that names the contract where there are several':
    '应为客户发来的邮件；客户有多份合同的，收件地址须指明合同',
  'The mail is just being taken: try again in a moment': '邮件正在接收中，请稍后再试',
  'it does not say who wrote it, by one address in From': '发件人（From）一栏没有以单一地址指明发件人',
  'its addresses name more than one contract': '收件地址指向多份合同',
  'its sender has more than one contract, and no address names one':
    '发件人有多份合同，而收件地址没有指明其中一份',
  'its sender is the client of no contract that runs': '发件人不是任何履行中合同的客户',
  'its sender may not write about {id}': '发件人无权就合同 {id} 来信',
  'allowed is the number of a ledger entry': '应为账簿记录的序号',
  'The ledger of {contract} has no entry {sequence}': '合同 {contract} 的账簿没有记录 {sequence}',
  '{contract} has no entry {sequence}': '合同 {contract} 没有账簿记录 {sequence}',
  'Entry {sequence} of {contract} rests on no decision of the rules':
    '合同 {contract} 的记录 {sequence} 不是依规则作出的决定',
  '{contract} has no receipt {id}': '合同 {contract} 没有凭据 {id}',
  'allowed is the id of a receipt, 12-penalty': '应为凭据的编号，例如 12-penalty',
  '{contract} has no run {id}': '合同 {contract} 没有工作流运行 {id}',
  'allowed is the id of a run, a UUID': '应为工作流运行的编号（UUID）',
  'allowed are exercise, agree': '可选：行使解除权（“exercise”）、协议解除（“agree”）',
};
