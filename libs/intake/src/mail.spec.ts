import { parseMail, plainName, UnreadableMail } from './mail.js';
import { attachmentTypeOf } from './media-type.js';

const crlf = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'));
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');

/** Mails as bytes, read by the parser that ships; no server. */
describe('a mail', () => {
  const headers = (...more: string[]) => [
    'From: "Wang Min" <Wang@Acme.example>',
    'To: Support <support+C-2026-0001@provider.example>',
    'Message-ID: <a1@acme.example>',
    'Subject: =?utf-8?B?57O757uf5pWF6Zqc?=',
    ...more,
    '',
    'It does not work.',
  ];

  it('says who wrote it, to whom, under which id, and when our own server had it', async () => {
    const mail = await parseMail(
      crlf(
        'Delivered-To: desk@provider.example',
        'Received: from mx.acme.example by mx.provider.example; Fri, 27 Nov 2026 10:00:05 +0800 (CST)',
        'Received: from forged by mx.acme.example; Fri, 01 Jan 2021 00:00:00 +0000',
        'Date: Fri, 01 Jan 2021 00:00:00 +0000',
        ...headers(),
      ),
    );
    expect(mail).toEqual({
      messageId: 'a1@acme.example',
      sender: 'wang@acme.example',
      recipients: ['support+c-2026-0001@provider.example', 'desk@provider.example'],
      automatic: null,
      receivedAt: '2026-11-27T02:00:05Z',
      files: [],
    });
  });

  it.each([
    ['Auto-Submitted: auto-replied', 'autoReply'],
    ['X-Autoreply: yes', 'autoReply'],
    ['Auto-Submitted: no', null],
    ['Precedence: bulk', 'bulk'],
    ['Precedence: first-class', null],
    ['Return-Path: <>', 'bounce'],
    ['Return-Path: <wang@acme.example>', null],
    ['Content-Type: multipart/report; report-type=delivery-status; boundary=x', 'bounce'],
  ])('with "%s" is from a machine: %s', async (line, reason) => {
    expect((await parseMail(crlf(...headers(line)))).automatic).toBe(reason);
  });

  it('lacks what it lacks, whatever bytes they are', async () => {
    const nothing = { messageId: null, sender: null, recipients: [], receivedAt: null, files: [] };
    for (const bytes of [
      Buffer.from(''),
      Buffer.from([0, 255, 1]),
      crlf('From: a@b.example, c@d.example', '', ''),
    ])
      expect(await parseMail(bytes)).toMatchObject({ ...nothing });
    expect(await parseMail(crlf('From: "a b"@c.example', '', ''))).toMatchObject({ sender: null });
    expect(await parseMail(crlf('Message-ID: <with space@x>', '', ''))).toMatchObject({ messageId: null });
  });

  it('beyond what a mail may be is unreadable, and nothing else', async () => {
    const nested = Array.from(
      { length: 2_000 },
      (_, depth) => `--b${depth}\r\nContent-Type: multipart/mixed; boundary=b${depth + 1}\r\n`,
    );
    const deep = crlf(...headers('Content-Type: multipart/mixed; boundary=b0'), ...nested);
    await expect(parseMail(deep)).rejects.toThrow(UnreadableMail);
    await expect(parseMail(crlf(`X: ${'a'.repeat(9_000_000)}`, '', ''))).rejects.toThrow(UnreadableMail);
  });

  it('hands out its files under names that lead nowhere', async () => {
    const mail = await parseMail(
      crlf(
        ...headers('MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b').slice(0, -2),
        '',
        '--b',
        'Content-Type: image/png',
        'Content-Disposition: attachment; filename="../../etc/shot.png"',
        'Content-Transfer-Encoding: base64',
        '',
        PNG.toString('base64'),
        '--b--',
        '',
      ),
    );
    expect(mail.files.map(({ fileName }) => fileName)).toEqual(['shot.png']);
    expect(Buffer.from(mail.files[0]?.bytes ?? [])).toEqual(PNG);
    expect(plainName('C:\\temp\\a"b\u0000.txt')).toBe('a_b_.txt');
    expect(plainName('..')).toBe('attachment');
  });
});

it('tells what bytes are by themselves, and takes only what is on the list', async () => {
  expect(await attachmentTypeOf(PNG)).toBe('image/png');
  expect(await attachmentTypeOf(Buffer.from('%PDF-1.7\n%\u00e2\u00e3'))).toBe('application/pdf');
  expect(await attachmentTypeOf(Buffer.from('错误 42\r\n\tdetails'))).toBe('text/plain');
  expect(await attachmentTypeOf(Buffer.from('PK\u0003\u0004not an office file'))).toBeNull();
  expect(await attachmentTypeOf(Buffer.from('MZ\u0090\u0000'))).toBeNull();
  expect(await attachmentTypeOf(Buffer.from('#\u0000'))).toBeNull();
  expect(await attachmentTypeOf(Buffer.from([0xc3, 0x28]))).toBeNull();
  expect(await attachmentTypeOf(Buffer.from(''))).toBeNull();
});
