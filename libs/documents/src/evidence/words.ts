import {
  type EnvelopeSubject,
  type Provenance,
  type SignerStatus,
  type SigningStepKind,
} from '#domain/signing/envelope';
import { type Sentence } from '#narration/words';

function both(chinese: string, english: string): Sentence {
  return { 'zh-CN': chinese, en: english };
}

/** The words of an evidence certificate, in both languages. */
export const EVIDENCE_WORDS = {
  title: both('签署证明', 'Certificate of Signing'),
  intro: both(
    '本证明记录下列文件的签署过程：谁在何时、从何处、对哪一份文件做了什么。时间由系统记录，以协调世界时（UTC）和合同时区的当地时间列出。',
    'This certificate records how the document below was signed: who did what, when, from where, and to which document. Times are as the system recorded them, in UTC and in the local time of the contract.',
  ),
  outcome: both('签署结果', 'Outcome'),
  document: both('所签文件', 'The document'),
  contract: both('合同编号', 'Contract'),
  subject: both('文件类型', 'Kind'),
  envelope: both('签署编号', 'Signing'),
  hash: both('文件 SHA-256', 'SHA-256 of the document'),
  sentAt: both('发出时间', 'Sent'),
  sentBy: both('发出人', 'Sent by'),
  dueAt: both('签署截止', 'Open until'),
  endedAt: both('结束时间', 'Over since'),
  reminders: both('提醒', 'Reminders'),
  noReminders: both('不提醒', 'none'),
  zone: both('当地时区', 'Time zone'),
  documents: both('相关文件及其摘要', 'Documents and their fingerprints'),
  name: both('文件', 'Document'),
  noDocuments: both('无其他文件', 'No other documents'),
  parties: both('双方', 'The parties'),
  signers: both('签署人', 'The signers'),
  party: both('所属方', 'Signs for'),
  jobTitle: both('职务', 'Title'),
  email: both('电子邮箱', 'E-mail'),
  turn: both('签署顺序', 'Turn'),
  status: both('状态', 'Status'),
  invitedAt: both('邀请时间', 'Invited'),
  viewedAt: both('首次查看', 'First viewed'),
  decidedAt: both('决定时间', 'Decided'),
  delegatedTo: both('转交', 'Delegated to'),
  remindersSent: both('已发提醒', 'Reminders sent'),
  reason: both('理由', 'Reason'),
  channel: both('途径', 'Through'),
  address: both('网络地址', 'Network address'),
  userAgent: both('用户代理', 'User agent'),
  identity: both('身份依据', 'Identified by'),
  never: both('未发生', 'did not happen'),
  steps: both('全部步骤', 'All steps in order'),
  stepsNote: both(
    '每一步均针对上列 SHA-256 的同一份文件。来源仅为“系统”的步骤，由系统自行完成或由系统代所列之人记录。',
    'Each step concerns the one document with the SHA-256 above. Where only the system is named, it took the step itself or recorded it for whoever is named beside it.',
  ),
  number: both('序号', 'No.'),
  when: both('时间（UTC，当地）', 'When (UTC, local)'),
  what: both('步骤', 'What'),
  from: both('来源', 'From where'),
  system: both('系统', 'the system'),
} as const satisfies Record<string, Sentence>;

export const SUBJECTS: Readonly<Record<EnvelopeSubject, Sentence>> = {
  contract: both('合同', 'Contract'),
  amendment: both('变更协议', 'Amendment'),
  termination: both('终止协议', 'Agreement to end the contract'),
};

export const STATUSES: Readonly<Record<SignerStatus, Sentence>> = {
  waiting: both('未轮到签署', 'not yet invited'),
  invited: both('已邀请，未查看', 'invited, did not look'),
  viewed: both('已查看，未签署', 'viewed, did not sign'),
  signed: both('已签署', 'signed'),
  declined: both('已拒绝', 'declined'),
  delegated: both('已转交他人', 'delegated'),
};

export const STEPS: Readonly<Record<SigningStepKind, Sentence>> = {
  sent: both('发出', 'Sent'),
  invited: both('邀请', 'Invited'),
  viewed: both('查看', 'Viewed'),
  signed: both('签署', 'Signed'),
  declined: both('拒绝签署', 'Declined'),
  delegated: both('转交', 'Delegated'),
  reminded: both('提醒', 'Reminded'),
  withdrawn: both('撤回', 'Withdrawn'),
  expired: both('逾期失效', 'Expired'),
  completed: both('签署完成', 'Completed'),
};

export const CHANNELS: Readonly<Record<Provenance['channel'], Sentence>> = {
  page: both('签署页面', 'the signing page'),
  api: both('接口', 'the API'),
};
