import { fileTypeFromBuffer } from 'file-type';

/** What a request may have attached. Told by the first bytes, never by what somebody says they are. */
export const ATTACHMENT_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/plain',
] as const;

export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

/** The media type of some bytes where it is allowed; null where it is not, or cannot be told. */
export async function attachmentTypeOf(bytes: Uint8Array): Promise<AttachmentType | null> {
  const known = await fileTypeFromBuffer(bytes);
  const mime = known?.mime ?? (isText(bytes) ? 'text/plain' : null);
  return ATTACHMENT_TYPES.find((type) => type === mime) ?? null;
}

/** UTF-8 without control characters but for white space. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return bytes.length > 0;
  } catch {
    return false;
  }
}
