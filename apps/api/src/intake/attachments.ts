import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { plainName } from '#intake/mail';
import { ATTACHMENT_TYPES, attachmentTypeOf } from '#intake/media-type';
import { type AttachmentRow } from '#persistence/entities/attachment';
import { attach, attachmentsOf, lockAttachments } from '#persistence/queries/attachments';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { RequestsService } from '../requests/requests.service.js';
import { now } from '../time.js';
import { type AttachmentOut } from './intake-schemas.js';

/** How many files a request may have. */
export const MOST_ATTACHMENTS = 50;

/** A file that somebody hands in. */
export interface HandedIn {
  readonly contract: string;
  readonly request: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly by: string;
}

/** The files of requests. */
@Injectable()
export class Attachments {
  constructor(
    private readonly orm: MikroORM,
    private readonly requests: RequestsService,
  ) {}

  /** Attaches a file; one that the request has already is answered as it is. Throws a Problem. */
  async add({ contract, request, fileName, bytes, by }: HandedIn): Promise<Reply> {
    const mediaType = await attachmentTypeOf(bytes);
    if (mediaType === null) throw typeNotAllowed();
    const sha256 = hashOf(bytes);
    return this.orm.em.fork().transactional(async (em) => {
      await this.requests.get(em, contract, request);
      await lockAttachments(em, contract, request);
      const known = await attachmentsOf(em, contract, request);
      const same = known.find((each) => each.sha256 === sha256);
      if (same) return new Reply(200, attachmentView(same));
      if (known.length >= MOST_ATTACHMENTS) throw tooMany(request);
      const named = { contractId: contract, request, sha256, fileName: plainName(fileName), mediaType };
      const row = { ...named, source: 'upload', addedAt: now(), addedBy: by } as const;
      await attach(em, { ...row, bytes });
      const view = attachmentView({ ...row, size: bytes.length });
      return new Reply(201, view, view.address);
    });
  }
}

export function hashOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

export function attachmentView(row: AttachmentRow): AttachmentOut {
  const { contractId, request, sha256, fileName, mediaType, size, source, addedAt, addedBy } = row;
  const address = `/api/v1/contracts/${contractId}/requests/${request}/attachments/${sha256.slice('sha256:'.length)}`;
  return { sha256, fileName, mediaType, size, source, addedAt, addedBy, address };
}

/** The files of a request in a transaction that has just written some. */
export async function writtenAttachments(
  em: EntityManager,
  contract: string,
  request: string,
): Promise<AttachmentOut[]> {
  return (await attachmentsOf(em, contract, request)).map(attachmentView);
}

function typeNotAllowed(): Problem {
  const allowed = `allowed are ${ATTACHMENT_TYPES.join(', ')}`;
  const fault = { path: 'body', problem: 'is no file of an allowed type, by its first bytes', allowed };
  return new Problem('attachmentTypeNotAllowed', `body: ${fault.problem}, ${allowed}`, [fault]);
}

function tooMany(request: string): Problem {
  const detail = `${request} has ${MOST_ATTACHMENTS} files, and no request may have more`;
  return new Problem('tooManyAttachments', detail);
}
