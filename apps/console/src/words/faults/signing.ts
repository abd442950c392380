import { type Phrases } from './saying.js';

/** Signing: envelopes, signers and papers; and the letters that go with them. */
export const signingPhrases: Phrases = {
  'there is no signing of {id}': '没有针对 {id} 的签署',
  'nothing was sent for signing': '尚未发出任何签署',
  'Nothing of {contract} was sent for signing as {id}': '合同 {contract} 没有编号为 {id} 的签署',
  'the signing of {id} is {status}': '{id} 的签署状态为“{status:envelopeStatus}”',
  'allowed: while it is open': '须在签署期间进行',
  'allowed: completed: all have signed': '须签署完成，即全部签署人均已签署',
  'allowed: over: completed, declined, withdrawn or expired':
    '须签署已结束（签署完成、已拒签、已撤回或逾期未签）',
  '{name} is {status} and cannot {act}': '{name} 的状态为“{status:signerStatus}”，不能{act:signerAct}',
  'allowed: wait for the turn': '请等待前一顺序的签署人签署',
  'allowed: nobody, the signing is over': '签署已结束，没有人可以签署',
  'allowed: nothing more': '不能再进行任何操作',
  '{name} is not asked to sign now': '目前未轮到 {name} 签署',
  '{signer} is not asked to sign {id} now': '目前未轮到 {signer} 签署 {id}',
  'nobody of the {party} is asked to sign now': '目前未轮到{party:party}的任何人签署',
  'allowed: when the turn has come': '须轮到其签署时进行',
  'the {party} has already signed': '{party:party}已签署',
  'allowed: each party signs once': '每一方只签署一次',
  '{id} is no signer of {envelope}': '{id} 不是 {envelope} 的签署人',
  'is before the document is sent': '早于文件发出的时间',
  'is after the time to sign': '晚于签署截止时间',
  'allowed: {at} at the latest': '不得晚于 {at}',
  '{hash} is not the document that was sent': '{hash} 不是发出的文件',
  'the place was passed on often enough': '该签署人位置的转交次数已达上限',
  'allowed: sign or decline': '只能签署或拒签',
  '{name} was reminded {count} times': '已提醒 {name} {count} 次',
  'are {count}': '共 {count} 人',
  'has nobody for the {party}': '没有{party:party}的签署人',
  'allowed: one or more of each party': '双方各须至少一名签署人',
  'has {email} twice': '{email} 出现了两次',
  'allowed: each of a party once': '每一方的同一人只能出现一次',
  '{email} signs already': '{email} 已是签署人',
  'allowed: somebody else of the party': '应为该方的其他人员',
  'The sealed document is not there: it is made by the worker soon after the last signature, in the languages that are set':
    '封印文件尚不存在：最后一人签署后不久按所设语言生成',
  'No document of {contract} with the hash {hash} is stored':
    '没有保存合同 {contract} 中哈希值为 {hash} 的文件',
  'There is no document {sha256}': '没有文件 {sha256}',
  'There is no document {sha256} of {contract}': '合同 {contract} 没有文件 {sha256}',
  'Documents are still being made, and an archive without them would not be whole: try again in a moment':
    '文件仍在制作中，此时导出会不完整，请稍后再试',
  'There is no letter {mail} of {contract}': '合同 {contract} 没有信件 {mail}',
  'The letter is {status}: only one that has failed is sent again':
    '该信件的状态为“{status:sendingStatus}”，只有发送失败的信件可以重新发送',
  'the signing is still open': '签署尚未结束',
  'allowed is one that is over': '应为已结束的签署',
  'do not begin with the sending and end with it being {status}':
    '未以发出开头、以“{status:envelopeStatus}”结尾',
  'allowed are all steps in order': '应依次列出全部步骤',
  '{id} has {status}, and no step tells it': '{id} 的状态为“{status:signerStatus}”，但没有相应的步骤',
  'allowed are decisions with their steps': '每项决定须有相应的步骤',
  '{id} is no signer': '{id} 不是签署人',
  'evidence has no empty field': '签署证据不得有空白字段',
};
