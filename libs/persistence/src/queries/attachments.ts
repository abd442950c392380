import { type EntityManager } from '@mikro-orm/postgresql';
import {
  Attachment,
  FileContent,
  type AttachmentRow,
  type AttachmentSource,
} from '../entities/attachment.js';
import { keysetPage, type Listing, type Page, type PageWish } from './page.js';

/** A file to be attached to a request. */
export type NewAttachment = Omit<AttachmentRow, 'size'> & { readonly bytes: Uint8Array };

/** Keeps the bytes under their hash, unless they are kept already. */
export async function keepContent(em: EntityManager, sha256: string, bytes: Uint8Array): Promise<void> {
  await em.execute('insert into file_content (sha256, size, bytes) values (?, ?, ?) on conflict do nothing', [
    sha256,
    bytes.length,
    Buffer.from(bytes),
  ]);
}

/** Attaches a file to a request; false where it has these bytes already. */
export async function attach(em: EntityManager, attachment: NewAttachment): Promise<boolean> {
  const { contractId, request, sha256, fileName, mediaType, source, addedAt, addedBy, bytes } = attachment;
  await keepContent(em, sha256, bytes);
  const made = await em.execute<{ sha256: string }[]>(
    `insert into attachment (contract_id, request, sha256, file_name, media_type, size, source, added_at, added_by)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning sha256`,
    [contractId, request, sha256, fileName, mediaType, bytes.length, source, addedAt, addedBy],
  );
  return made.length > 0;
}

/** The files of a request, in the order in which they came. */
export function attachmentsOf(
  em: EntityManager,
  contractId: string,
  request: string,
): Promise<AttachmentRow[]> {
  return em.find(
    Attachment,
    { contractId, request },
    { orderBy: { addedAt: 'asc', source: 'desc', fileName: 'asc', sha256: 'asc' }, disableIdentityMap: true },
  );
}

/** Where a file stands among those of its request. */
export type AttachmentKey = Pick<AttachmentRow, 'addedAt' | 'source' | 'fileName' | 'sha256'>;

const ATTACHMENTS: Listing<AttachmentRow, AttachmentKey> = {
  entity: Attachment,
  columns: [
    ['addedAt', 'asc'],
    ['source', 'desc'],
    ['fileName', 'asc'],
    ['sha256', 'asc'],
  ],
  usual: 'asc',
};

/** The same by pages. */
export function attachmentPage(
  em: EntityManager,
  { contract, request }: { readonly contract: string; readonly request: string },
  filter: { readonly source?: AttachmentSource },
  wish: PageWish<AttachmentKey>,
): Promise<Page<AttachmentRow>> {
  return keysetPage(em, ATTACHMENTS, { contractId: contract, request, ...filter }, wish);
}

/** Has whoever attaches to a request next wait until this transaction is over: so that they are counted. */
export async function lockAttachments(em: EntityManager, contractId: string, request: string): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `attachments/${contractId}/${request}`,
  ]);
}

/** A file of a request with its bytes; null where it has none of that hash. */
export async function attachmentOfHash(
  em: EntityManager,
  contractId: string,
  request: string,
  sha256: string,
): Promise<(AttachmentRow & { readonly bytes: Uint8Array }) | null> {
  const row = await em.findOne(Attachment, { contractId, request, sha256 }, { disableIdentityMap: true });
  if (!row) return null;
  const { bytes } = await em.findOneOrFail(
    FileContent,
    { sha256 },
    { fields: ['bytes'], disableIdentityMap: true },
  );
  return { ...row, bytes };
}
