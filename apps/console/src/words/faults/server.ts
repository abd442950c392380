import { type Phrases } from './saying.js';

/** What concerns no contract: the call itself, and servers that do not answer. */
export const serverPhrases: Phrases = {
  'There is nothing at this address': '此地址没有内容',
  'There is nothing at this address: see /api/docs for what there is':
    '此地址没有内容，可用的地址见 /api/docs',
  'There is no such problem: see /problems for those there are': '没有这种错误，全部错误见 /problems',
  '{method} is not taken here, allowed are {methods}': '此处不接受 {method}，可用：{methods:list}',
  'The body is larger than allowed: 1 MiB, 8 MiB for an upload of many lines, 10 MiB for a mail or a file':
    '提交的内容过大：上限为 1 MiB，批量上传为 8 MiB，邮件或文件为 10 MiB',
  'The content type must be {type}': '内容类型应为 {type}',
  'The body is not JSON: {why}': '提交的内容不是 JSON：{why:said}',
  'The line is not JSON: {why}': '该行不是 JSON：{why:said}',
  'it cannot be read': '无法读取',
  'Line {line} has {bytes} bytes: allowed are {most}': '第 {line} 行有 {bytes} 字节，上限为 {most} 字节',
  'The upload has more than {count} lines: allowed are {most}, send the rest by itself':
    '上传的内容超过 {count} 行，上限为 {most} 行，其余部分请另行上传',
  'An unexpected error: the log has more under {id}': '发生意外错误，详情见日志中的 {id}',
  'An unexpected error, {count} times: the log has more under {id}':
    '连续 {count} 次发生意外错误，详情见日志中的 {id}',
  'The database does not answer: try again soon': '数据库没有响应，请稍后再试',
  'Temporal does not answer: try again soon': 'Temporal 没有响应，请稍后再试',
  'Temporal does not answer: try again soon, or histories=false':
    'Temporal 没有响应，请稍后再试，或者不要求工作流历史（“histories=false”）',
  'The identity provider does not answer: try again soon': '身份提供方没有响应，请稍后再试',
  'The API is ending: try again soon': '服务正在停止，请稍后再试',
  'The documentation is not made yet': '接口文档尚未生成',
  'The console is not built here: run `npm run build`': '此处没有构建控制台，请运行 `npm run build`',
  'The console has no such file': '控制台没有这个文件',
  'The clock has not reached that instant yet: call again, it goes on from where it stands':
    '时钟尚未到达该时刻，请再次操作，时钟将从当前位置继续推进',
  '{contract} follows the time of day: only a manual clock can be moved':
    '合同 {contract} 按真实时间运行，只有演练的时钟可以推进',
  'is before {through}, where the clock stands': '早于时钟当前所在的 {through}',
  'allowed is that instant or later': '不得早于该时刻',
  'This Idempotency-Key was used for another request: take a new one': '此幂等键已用于另一请求，请更换',
  'is no ETag of these': '不是有效的版本标记（ETag）',
  'allowed is one ETag of what you looked at and want to change, or *':
    '应为您所查看并要更改的内容的版本标记（ETag），或者 *',
  'is "{version}", it has changed since': '为“{version}”，内容此后已有变更',
  'allowed is "{version}", after another look': '请重新查看，当前版本为“{version}”',
  'The checkpoints have a gap: {why}': '检查点不连续：{why}',
  'There is no checkpoint yet': '尚无检查点',
  'There is no checkpoint {sequence}': '没有检查点 {sequence}',
  'Checkpoint {sequence} is older than {contract}': '检查点 {sequence} 早于合同 {contract}',
  'allowed is the number of a checkpoint': '应为检查点的序号',
  'Nothing can be sealed here: PACTA_CHECKPOINTS and its key are not set':
    '此处无法封印：未设置 PACTA_CHECKPOINTS 及其密钥',
  'There are no webhooks: PACTA_WEBHOOK_KEYS is not set': '推送功能未启用：未设置 PACTA_WEBHOOK_KEYS',
  'There is no endpoint {id}': '没有推送地址 {id}',
  'There is no delivery {id} of {endpoint}': '推送地址 {endpoint} 没有推送 {id}',
  'The endpoint {id} is disabled: enable it first': '推送地址 {id} 已停用，请先启用',
  'The delivery is {status}: only a dead one is replayed':
    '该推送的状态为“{status:sendingStatus}”，只有已放弃的推送可以重新发送',
  'allowed is the id of an endpoint, W-0123456789ab': '应为推送地址的编号，例如 W-0123456789ab',
  'allowed is the id of a delivery': '应为推送的编号',
  'is not an address': '不是网址',
  'begins with {protocol}': '以 {protocol} 开头',
  'has a name, a password or a fragment': '含有用户名、密码或片段',
  'is an address within a house': '是内部网络的地址',
  'allowed is an https address': '应为 https 地址',
  'allowed is an https or http address': '应为 https 或 http 地址',
  'allowed is an https address without these': '应为不含这些内容的 https 地址',
  'allowed is an https or http address without these': '应为不含这些内容的 https 或 http 地址',
  'allowed is an address of the public internet': '应为公共互联网的地址',
  'There is no operation {id}': '没有批量操作 {id}',
  'The operation {id} is completed: there is nothing left to cancel':
    '批量操作 {id} 已完成，没有可以取消的内容',
  'allowed is the id of an operation, O-0123456789abcdef': '应为批量操作的编号，例如 O-0123456789abcdef',
  'There is no command {id}': '没有指令 {id}',
  'There is no back-test {id}': '没有回测 {id}',
  'There is no shadow {id} of {contract}': '合同 {contract} 没有影子运行 {id}',
  'The shadow {id} was stopped before': '影子运行 {id} 已停止',
  'allowed is either `contract` or `all`': '`contract` 与 `all` 应填其一',
  'contract: {name} is limited to clients, allowed is one of their contracts':
    '{name} 仅限访问部分客户，请指定这些客户的合同',
};
