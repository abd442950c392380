import { createHash, randomBytes } from 'node:crypto';
import { type EntityManager } from '@mikro-orm/postgresql';
import { addSeconds, type Instant } from '#domain/time/instant';
import { Account, Session, type AccountRow, type SessionRow } from '../entities/account.js';

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** When a session was last used is noted this often at most. */
const SEEN_NOTED_SECONDS = 60;

/** Within what NIST SP 800-63B-4 has for its second level of assurance: a day at most, an hour without use. */
const SESSION_SECONDS = 12 * 3600;
const IDLE_SECONDS = 3600;

/** A session with whose it is. */
export interface OpenSession {
  readonly session: SessionRow;
  readonly account: AccountRow;
}

/** Opens a session. The token is known here and never again. */
export async function openSession(
  em: EntityManager,
  account: AccountRow,
  now: Instant,
): Promise<{ readonly session: SessionRow; readonly token: string }> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const id = `S-${randomBytes(6).toString('hex')}`;
  await em.execute(
    `insert into session (id, token_hash, account_id, created_at, seen_at, expires_at) values (?, ?, ?, ?, ?, ?)`,
    [id, hashOf(token), account.id, now, now, addSeconds(now, SESSION_SECONDS)],
  );
  return { session: await em.findOneOrFail(Session, { id }, { disableIdentityMap: true }), token };
}

/** The session of a token, while it and its account are good; null for every other text. */
export async function sessionOf(em: EntityManager, token: string, now: Instant): Promise<OpenSession | null> {
  if (!TOKEN.test(token)) return null;
  const isOpen = {
    revokedAt: null,
    expiresAt: { $gt: now },
    seenAt: { $gt: addSeconds(now, -IDLE_SECONDS) },
  };
  const session = await em.findOne(
    Session,
    { tokenHash: hashOf(token), ...isOpen },
    { disableIdentityMap: true },
  );
  if (!session) return null;
  const account = await em.findOne(Account, { id: session.accountId }, { disableIdentityMap: true });
  if (!account || !isGood(account, now)) return null;
  if (session.seenAt < addSeconds(now, -SEEN_NOTED_SECONDS))
    await em.execute('update session set seen_at = ? where id = ?', [now, session.id]);
  return { session, account };
}

/** Whether an account may sign in, and be signed in, at an instant. */
export function isGood({ disabledAt, expiresAt, oneTimeUntil }: AccountRow, now: Instant): boolean {
  return (
    disabledAt == null &&
    (expiresAt == null || expiresAt > now) &&
    (oneTimeUntil == null || oneTimeUntil > now)
  );
}

export async function endSession(em: EntityManager, id: string, now: Instant): Promise<void> {
  await em.execute('update session set revoked_at = ? where id = ? and revoked_at is null', [now, id]);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
