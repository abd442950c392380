import { type OutgoingMail } from './transport.js';

/** A mail as nodemailer takes it. Nothing in it is left to chance or to the time of day. */
export function composed(mail: OutgoingMail, from: string) {
  const { id, messageId, to, language, subject, text, html, date } = mail;
  return {
    from,
    // As an object: no text is taken apart into further addresses.
    to: { name: '', address: to },
    subject,
    text,
    html,
    date,
    messageId,
    baseBoundary: id,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    attachments: mail.attachments.map(({ fileName, mediaType, bytes }) => ({
      filename: fileName,
      contentType: mediaType,
      content: Buffer.from(bytes),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
