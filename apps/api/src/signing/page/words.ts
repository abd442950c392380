/** The languages of the page. */
export type PageLanguage = 'zh-CN' | 'en';

type Say = Readonly<Record<PageLanguage, string>>;

function both(chinese: string, english: string): Say {
  return { 'zh-CN': chinese, en: english };
}

/** Everything that the pages say, in both languages. */
const WORDS = {
  heading: both('请您签署', 'For your signature'),
  skip: both('跳到签署', 'Go to signing'),
  otherLanguage: both('English', '简体中文'),
  signer: both('签署人', 'Signer'),
  onBehalf: both('代表', 'On behalf of'),
  contract: both('合同编号', 'Contract No.'),
  parties: both('合同双方', 'The parties'),
  dueBy: both('签署截止', 'Open until'),
  effective: both('生效时间', 'Takes effect'),
  reason: both('事由', 'Reason'),
  hash: both('文件 SHA-256', 'SHA-256 of the document'),
  document: both('文件', 'The document'),
  documentOf: both('待签署的 PDF 文件', 'The PDF to be signed'),
  download: both('下载 PDF', 'Download the PDF'),
  cannotShow: both(
    '如果看不到文件，请下载后阅读，或阅读下面的文本。签署的是 PDF 文件。',
    'If the document is not shown, download it or read its text below. What is signed is the PDF.',
  ),
  text: both('文本', 'Its text'),
  prevails: both('', 'The Chinese text of the PDF prevails.'),
  sign: both('签署', 'Sign'),
  typedName: both('请输入您的姓名', 'Type your name'),
  typedHint: both('须与签署人姓名一致：', 'It must be the name of the signer: '),
  signNow: both('签署文件', 'Sign the document'),
  decline: both('不签署', 'Decline to sign'),
  declineHint: both(
    '不签署的，本次签署即告结束，其他人也不能再签署。',
    'If you decline, the signing ends for everybody.',
  ),
  declineReason: both('不签署的理由', 'Why you decline'),
  declineNow: both('确认不签署', 'Decline'),
  delegate: both('转交他人签署', 'Pass it on'),
  delegateHint: both(
    '由本方另一人代替您签署；对方会收到自己的链接，您的链接随即失效。',
    'Somebody else of your party signs in your place. They get a link of their own; yours ends.',
  ),
  toName: both('姓名', 'Name'),
  toTitle: both('职务', 'Title'),
  toEmail: both('电子邮箱', 'E-mail'),
  delegateReason: both('转交的理由', 'Why you pass it on'),
  delegateNow: both('确认转交', 'Pass it on'),
  faults: both('请更正以下内容', 'Please correct the following'),
  nameDiffers: both('输入的姓名与签署人姓名不一致', 'The name is not that of the signer'),
  consentMissing: both('请勾选同意', 'Please tick the box to agree'),
  missing: both('请填写', 'Please fill this in'),
  tooLong: both('内容过长', 'This is too long'),
  notOneLine: both('请只用一行普通文字', 'Please use one line of plain text'),
  noEmail: both('不是有效的电子邮箱', 'This is no e-mail address'),
  signsAlready: both('此人已是签署人', 'This person is a signer already'),
  tooOften: both('此签署已多次转交，不能再转交', 'This has been passed on often enough'),
  documentDiffers: both(
    '文件与您看到的不一致，请重新打开链接',
    'The document is not the one you saw: open the link again',
  ),
  notPossible: both('现在不能这样做', 'This is not possible now'),
  goneTitle: both('此链接不可用', 'This link cannot be used'),
  gone: both(
    '链接可能已经用过、已过期，或已由新的链接代替。如需签署，请查看最近一封邮件，或联系向您发送文件的一方。',
    'It may have been used, have expired, or have been replaced by a newer one. If you still have to sign, look for the latest e-mail, or ask whoever sent you the document.',
  ),
  manyTitle: both('请稍候', 'Please wait a moment'),
  many: both('请求过于频繁，请一分钟后再试。', 'There were too many requests. Try again in a minute.'),
  troubleTitle: both('出了问题', 'Something went wrong'),
  trouble: both(
    '问题出在我们这里，您的操作可能没有被记录。请稍后用同一链接再试一次；操作两次只算一次。',
    'It is our fault. What you did may not have been recorded: try again soon with the same link. Doing it twice counts once.',
  ),
  troubleNumber: both('编号：', 'Number: '),
  foreignTitle: both('未作任何更改', 'Nothing was changed'),
  foreign: both(
    '这一请求不是从本页面发出的。请从邮件中的链接重新打开页面。',
    'The request did not come from our page. Open the link in your e-mail again.',
  ),
  doneSigned: both('您已签署', 'You have signed'),
  doneCompleted: both('您已签署，签署完成', 'You have signed, and it is complete'),
  doneDeclined: both('您已表示不签署', 'You have declined to sign'),
  doneDelegated: both('已转交', 'You have passed it on'),
  donePending: both('已收到', 'We have received it'),
  nextCompleted: both(
    '所有签署人均已签署。签署后的文件和签署证明将发送给双方。',
    'Everybody has signed. Both parties get the signed document and the certificate of signing.',
  ),
  nextDeclined: both(
    '本次签署已结束，发送方和其他签署人会收到通知及您的理由。',
    'The signing is over. The sender and the other signers are told, with your reason.',
  ),
  nextDelegated: both(
    '接手人会收到自己的签署链接。您无需再做任何事。',
    'Whoever takes over gets a link of their own. There is nothing more for you to do.',
  ),
  nextPending: both(
    '您的操作已保存，系统恢复后即生效，无需重复操作。',
    'What you did is stored and counts as soon as the system is back. There is no need to do it again.',
  ),
  linkEnded: both('此链接已用过，现在可以关闭本页。', 'Your link is used up. You may close this page.'),
} as const;

export type PageWord = keyof typeof WORDS;

/** One of the page's words in its language. */
export function word(language: PageLanguage, name: PageWord): string {
  return WORDS[name][language];
}

/** What the signer agrees to. */
export function consent(language: PageLanguage, signer: string, party: string): string {
  return language === 'zh-CN'
    ? `我是${signer}，有权代表${party}签署。我已阅读文件全文，同意其内容，并同意以电子方式签署；我的电子签名与亲笔签名具有同等效力。`
    : `I am ${signer} and may sign for ${party}. I have read the whole document and agree to it, and I agree to sign it electronically: my electronic signature has the effect of my handwritten one.`;
}

/** Who is still to sign. */
export function stillWaiting(language: PageLanguage, count: number): string {
  if (language === 'zh-CN') return `还有 ${count} 人尚未签署。全部签署后，双方会收到签署后的文件和签署证明。`;
  const people = count === 1 ? 'One person has' : `${count} people have`;
  return `${people} still to sign. When all have, both parties get the signed document and the certificate of signing.`;
}
