import { BlobType, defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '../instant-type.js';

/** Bytes that came in, each content once. The database reckons their hash too, and refuses to change them. */
export const FileContent = defineEntity({
  name: 'FileContent',
  tableName: 'file_content',
  properties: {
    /** `sha256:…` of the bytes. */
    sha256: p.string().primary().columnType('text'),
    size: p.integer(),
    bytes: p.type(BlobType).lazy(),
  },
});

/** How a file came to a request: handed in, in a mail, or the mail itself. */
export type AttachmentSource = 'upload' | 'mail' | 'original';

/** A file of a request; the same bytes are attached to it once. */
export const Attachment = defineEntity({
  name: 'Attachment',
  tableName: 'attachment',
  properties: {
    contractId: p.string().primary().columnType('text'),
    request: p.string().primary().columnType('text'),
    sha256: p.string().primary().columnType('text'),
    fileName: p.string().columnType('text'),
    mediaType: p.string().columnType('text'),
    size: p.integer(),
    source: p.string().columnType('text').$type<AttachmentSource>(),
    addedAt: p.type(InstantType),
    addedBy: p.string().columnType('text'),
  },
});

/** A mail that became a request: once for each contract and message id. */
export const IntakeMessage = defineEntity({
  name: 'IntakeMessage',
  tableName: 'intake_message',
  properties: {
    contractId: p.string().primary().columnType('text'),
    messageId: p.string().primary().columnType('text'),
    /** Of the mail as it came. */
    sha256: p.string().columnType('text'),
    sender: p.string().columnType('text'),
    receivedAt: p.type(InstantType),
    takenAt: p.type(InstantType),
    request: p.string().columnType('text'),
  },
});

export type AttachmentRow = InferEntity<typeof Attachment>;
export type IntakeMessageRow = InferEntity<typeof IntakeMessage>;
