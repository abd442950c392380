import { type LetterKind } from './letter-kind.js';

const SIGNING_ROWS_ZH = [
  ['文件', 'document'],
  ['签署截止', 'dueBy'],
  ['签署链接', 'link'],
] as const;

const SIGNING_ROWS_EN = [
  ['Document', 'document'],
  ['To be signed by', 'dueBy'],
  ['Your link', 'link'],
] as const;

const LINK_IS_YOURS_ZH = '链接仅供您本人使用，请勿转发。如由他人代签，请在链接页面上办理转签。';
const LINK_IS_YOURS_EN =
  'The link is yours alone: please do not pass it on. If somebody else is to sign, hand your place over on its page.';

/** The letters of signing: from the invitation to what became of it. */
export const SIGNING_LETTERS = {
  signingInvitation: {
    fields: ['document', 'dueBy', 'link'],
    'zh-CN': {
      subject: '请签署：{document}（合同 {contract}）',
      paragraphs: ['合同 {contract} 的下列文件请您审阅并签署。'],
      rows: SIGNING_ROWS_ZH,
      closing: [LINK_IS_YOURS_ZH],
    },
    en: {
      subject: 'Please sign: {document} (contract {contract})',
      paragraphs: ['This document of contract {contract} is ready for you to read and sign.'],
      rows: SIGNING_ROWS_EN,
      closing: [LINK_IS_YOURS_EN],
    },
  },
  signingReminder: {
    fields: ['document', 'dueBy', 'link'],
    'zh-CN': {
      subject: '提醒：请签署 {document}（合同 {contract}）',
      paragraphs: ['合同 {contract} 的下列文件仍待您签署。逾期未签，本次签署即告失效。'],
      rows: SIGNING_ROWS_ZH,
      closing: [LINK_IS_YOURS_ZH, '此前邮件中的链接由本链接取代。'],
    },
    en: {
      subject: 'Reminder: {document} waits for your signature (contract {contract})',
      paragraphs: [
        'This document of contract {contract} still waits for your signature. If it is not signed in time, its signing lapses.',
      ],
      rows: SIGNING_ROWS_EN,
      closing: [LINK_IS_YOURS_EN, 'This link takes the place of the one in earlier mails.'],
    },
  },
  signedByAll: {
    fields: ['document'],
    'zh-CN': {
      subject: '已签署完毕：{document}（合同 {contract}）',
      paragraphs: ['合同 {contract} 的 {document} 已由各方全部签署，文本随附，请妥善保存。'],
      rows: [],
      closing: [],
    },
    en: {
      subject: 'Signed by all: {document} (contract {contract})',
      paragraphs: ['All have signed {document} of contract {contract}. It is attached: please keep it safe.'],
      rows: [],
      closing: [],
    },
  },
  declined: {
    fields: ['document', 'by', 'reason'],
    'zh-CN': {
      subject: '已拒绝签署：{document}（合同 {contract}）',
      paragraphs: ['合同 {contract} 的 {document} 被拒绝签署，本次签署就此结束。'],
      rows: [
        ['拒签人', 'by'],
        ['理由', 'reason'],
      ],
      closing: ['其他签署人无需再办理。'],
    },
    en: {
      subject: 'Declined: {document} (contract {contract})',
      paragraphs: ['{document} of contract {contract} was declined. Its signing is over.'],
      rows: [
        ['Declined by', 'by'],
        ['Reason', 'reason'],
      ],
      closing: ['Nobody needs to sign it any more.'],
    },
  },
  withdrawn: {
    fields: ['document', 'reason'],
    'zh-CN': {
      subject: '已撤回：{document}（合同 {contract}）',
      paragraphs: ['合同 {contract} 的 {document} 已由发起方撤回，无需再签署。'],
      rows: [['理由', 'reason']],
      closing: [],
    },
    en: {
      subject: 'Withdrawn: {document} (contract {contract})',
      paragraphs: ['{document} of contract {contract} was taken back by its sender and need not be signed.'],
      rows: [['Reason', 'reason']],
      closing: [],
    },
  },
  expired: {
    fields: ['document'],
    'zh-CN': {
      subject: '签署已逾期失效：{document}（合同 {contract}）',
      paragraphs: ['合同 {contract} 的 {document} 未在截止前由各方签署完毕，本次签署已失效。'],
      rows: [],
      closing: [],
    },
    en: {
      subject: 'Lapsed: {document} (contract {contract})',
      paragraphs: [
        '{document} of contract {contract} was not signed by all in time. Its signing has lapsed.',
      ],
      rows: [],
      closing: [],
    },
  },
  amendmentProposed: {
    fields: ['amendment', 'effectiveOn', 'reason'],
    'zh-CN': {
      subject: '补充协议 {amendment} 待签署（合同 {contract}）',
      paragraphs: ['现就合同 {contract} 提出补充协议 {amendment}，文本随附。签署邀请另行发送。'],
      rows: [
        ['生效日期', 'effectiveOn'],
        ['事由', 'reason'],
      ],
      closing: ['在各方签署完毕之前，合同按原条款履行。'],
    },
    en: {
      subject: 'Amendment {amendment} is proposed (contract {contract})',
      paragraphs: [
        'Amendment {amendment} of contract {contract} is proposed; its text is attached. The invitations to sign come separately.',
      ],
      rows: [
        ['In force from', 'effectiveOn'],
        ['Reason', 'reason'],
      ],
      closing: ['Until all have signed, the contract is carried out as it stands.'],
    },
  },
} as const satisfies Readonly<Record<string, LetterKind>>;
