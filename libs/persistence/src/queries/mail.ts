import { createHash } from 'node:crypto';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import { type DocumentLanguage } from '../entities/document.js';
import { Mail, type MailRow, type MailStatus } from '../entities/mail.js';
import { keysetPage, type Listing, type Page, type PageWish } from './page.js';
import { type Backoff } from './paper-jobs.js';

/** A letter to be queued. Its key says what it is and to whom: under one key there is one letter, ever. */
export interface NewMail {
  readonly contractId: string;
  readonly key: string;
  readonly recipient: string;
  readonly language: DocumentLanguage;
  readonly template: string;
  readonly data: Readonly<Record<string, string>>;
  readonly attachments: readonly string[];
}

/**
 * Queues a letter in the caller's transaction. False when there is one under its key, or when the contract is a
 * rehearsal: nothing leaves the house then. Throws where there is no such contract.
 */
export async function queueMail(em: EntityManager, mail: NewMail, now: Instant): Promise<boolean> {
  const { contractId, key, recipient, language, template, data, attachments } = mail;
  const id = mailId(await originOf(em, contractId), key);
  const made = await em.execute<{ id: string }[]>(
    `insert into mail (id, contract_id, key, recipient, language, template, data, attachments, status, attempts,
                       next_at, created_at, message_id)
     select ?, contract.id, ?, ?, ?, ?, ?::jsonb, ?::jsonb, 'queued', 0, ?, ?, ?
       from contract where id = ? and clock = 'real'
     on conflict do nothing returning id`,
    [
      id,
      key,
      recipient,
      language,
      template,
      JSON.stringify(data),
      JSON.stringify(attachments),
      now,
      now,
      `<${id}@pacta.invalid>`,
      contractId,
    ],
  );
  return made.length > 0;
}

/**
 * Two installations may both have a contract C-1 with a client; their letters must not have the same Message-ID, or a
 * mailbox that gets both shows one. The first line of the ledger tells them apart.
 */
async function originOf(em: EntityManager, contractId: string): Promise<string> {
  const [first] = await em.execute<{ hash: string }[]>(
    'select hash from ledger_entry where contract_id = ? and sequence = 1',
    [contractId],
  );
  if (!first) throw new Error(`there is no contract ${contractId}`);
  return first.hash;
}

function mailId(origin: string, key: string): string {
  return createHash('sha256').update(`${origin}\0${key}`, 'utf8').digest('hex').slice(0, 40);
}

/** Takes the next letter that is due, for the time of its backoff, and counts the attempt. Null when there is none. */
export async function claimMail(
  em: EntityManager,
  now: Instant,
  { baseSeconds, mostSeconds }: Backoff,
): Promise<string | null> {
  const [row] = await em.execute<{ id: string }[]>(
    // Materialized: as a subquery it may be run once for every row of the other side, and lock another row each time.
    `with due as materialized (
       select id from mail where status = 'queued' and next_at <= ?
        order by next_at, created_at, id limit 1 for update skip locked)
     update mail as taken
        set attempts = attempts + 1,
            next_at = ?::timestamptz + make_interval(secs => least(? * power(2, attempts), ?))
       from due
      where taken.id = due.id
     returning taken.id`,
    [now, now, baseSeconds, mostSeconds],
  );
  return row?.id ?? null;
}

/** Locks a letter for its delivery; null when it is sent by now, or somebody else is at it. */
export function lockMail(em: EntityManager, id: string): Promise<MailRow | null> {
  return em.findOne(Mail, { id, status: 'queued' }, { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE });
}

/** Marks a locked letter as delivered. */
export function markSent(row: MailRow, now: Instant): void {
  row.status = 'sent';
  row.sentAt = now;
  row.error = null;
}

/** Notes why an attempt came to nothing. A letter is given up after `mostAttempts`, or at once where that is hopeless. */
export async function noteMailFailure(
  em: EntityManager,
  id: string,
  error: string,
  { mostAttempts, isPermanent }: { readonly mostAttempts: number; readonly isPermanent: boolean },
): Promise<MailStatus | null> {
  const [row] = await em.execute<{ status: MailStatus }[]>(
    `update mail set error = ?, status = case when ? or attempts >= ? then 'failed' else status end
      where id = ? and status = 'queued' returning status`,
    [error, isPermanent, mostAttempts, id],
  );
  return row?.status ?? null;
}

/** The letters of a contract, the oldest first. */
export function listMails(em: EntityManager, contractId: string): Promise<MailRow[]> {
  return em.find(
    Mail,
    { contractId },
    { orderBy: { createdAt: 'asc', key: 'asc' }, disableIdentityMap: true },
  );
}

/** Where a letter stands among those of its contract. */
export type MailKey = Pick<MailRow, 'createdAt' | 'key'>;

const LETTERS: Listing<MailRow, MailKey> = {
  entity: Mail,
  columns: [
    ['createdAt', 'asc'],
    ['key', 'asc'],
  ],
  usual: 'asc',
};

/** The same by pages. */
export function mailPage(
  em: EntityManager,
  contractId: string,
  filter: { readonly status?: MailStatus; readonly template?: string },
  wish: PageWish<MailKey>,
): Promise<Page<MailRow>> {
  return keysetPage(em, LETTERS, { contractId, ...filter }, wish);
}

export function findMail(em: EntityManager, contractId: string, id: string): Promise<MailRow | null> {
  return em.findOne(Mail, { id, contractId }, { disableIdentityMap: true });
}

/** Queues a letter again that was given up; false when it is not. It keeps its Message-ID. */
export async function retryMail(em: EntityManager, id: string, now: Instant): Promise<boolean> {
  const changed = await em.nativeUpdate(
    Mail,
    { id, status: 'failed' },
    { status: 'queued', attempts: 0, nextAt: now },
  );
  return changed > 0;
}
