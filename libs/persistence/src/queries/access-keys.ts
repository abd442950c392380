import { createHash, randomBytes } from 'node:crypto';
import { LockMode, raw, type EntityManager } from '@mikro-orm/postgresql';
import { addSeconds, type Instant } from '#domain/time/instant';
import { AccessKey, type AccessKeyRow } from '../entities/access-key.js';
import { keysetPage, type Listing, type Page, type PageWish } from './page.js';

const SECRET_BYTES = 32;
/** When a key was last used is noted this often at most. */
const USE_NOTED_SECONDS = 60;
const SECRET = /^pacta_[A-Za-z0-9_-]{43}$/;

/** What a new key is to be. */
export interface NewAccessKey {
  readonly name: string;
  readonly role: string;
  readonly clients: readonly string[] | null;
  readonly expiresAt: Instant | null;
  readonly createdBy: string;
}

/** A key whose secret is known here and never again. */
export interface MintedKey {
  readonly row: AccessKeyRow;
  readonly secret: string;
}

/** Makes a key; null when the name is taken. */
export async function mintAccessKey(
  em: EntityManager,
  { name, role, clients, expiresAt, createdBy }: NewAccessKey,
  now: Instant,
): Promise<MintedKey | null> {
  const id = `K-${randomBytes(6).toString('hex')}`;
  const made = await em.execute<{ id: string }[]>(
    `insert into access_key (id, name, role, clients, created_at, created_by, expires_at)
     values (?, ?, ?, ?::jsonb, ?, ?, ?) on conflict (name) do nothing returning id`,
    [id, name, role, clients && JSON.stringify(clients), now, createdBy, expiresAt],
  );
  if (made.length === 0) return null;
  const secret = await addSecret(em, id, now);
  return { row: await freshKey(em, id), secret };
}

/** Gives a key another secret; those it had are good until `oldUntil`. Null when the key is unknown or revoked. */
export async function rotateAccessKey(
  em: EntityManager,
  id: string,
  { oldUntil, now }: { readonly oldUntil: Instant; readonly now: Instant },
): Promise<MintedKey | null> {
  const rows = await em.execute<{ id: string }[]>(
    'update access_key set version = version + 1 where id = ? and revoked_at is null returning id',
    [id],
  );
  if (rows.length === 0) return null;
  await em.execute(
    'update access_secret set valid_until = ? where key_id = ? and (valid_until is null or valid_until > ?)',
    [oldUntil, id, oldUntil],
  );
  const secret = await addSecret(em, id, now);
  return { row: await freshKey(em, id), secret };
}

/** Ends a key at once; it stays ended. Throws where there is none. */
export async function revokeAccessKey(
  em: EntityManager,
  id: string,
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<AccessKeyRow> {
  await em.execute(
    `update access_key set revoked_at = ?, revoked_by = ?, version = version + 1
     where id = ? and revoked_at is null`,
    [now, by, id],
  );
  return freshKey(em, id);
}

/** A key that nobody else changes until the transaction ends. */
export function lockAccessKey(em: EntityManager, id: string): Promise<AccessKeyRow | null> {
  return em.findOne(AccessKey, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

export function findAccessKey(em: EntityManager, id: string): Promise<AccessKeyRow | null> {
  return em.findOne(AccessKey, { id }, { disableIdentityMap: true });
}

const KEYS: Listing<AccessKeyRow, { readonly name: string }> = {
  entity: AccessKey,
  columns: [['name', 'asc']],
  usual: 'asc',
};

/** Keys by their name. */
export function listAccessKeys(
  em: EntityManager,
  wish: PageWish<{ readonly name: string }>,
): Promise<Page<AccessKeyRow>> {
  return keysetPage(em, KEYS, {}, wish);
}

/** The key that a secret belongs to, if both are good at `now`; null for every other text. */
export async function accessKeyOf(
  em: EntityManager,
  secret: string,
  now: Instant,
): Promise<AccessKeyRow | null> {
  if (!SECRET.test(secret)) return null;
  const itsKey = raw(
    'exists (select from access_secret where key_id = id and hash = ? and (valid_until is null or valid_until > ?))',
    [hashOf(secret), now],
  );
  const row = await em.findOne(AccessKey, { [itsKey]: true, ...openAt(now) }, { disableIdentityMap: true });
  if (row && (row.usedAt == null || row.usedAt < addSeconds(now, -USE_NOTED_SECONDS)))
    await em.execute('update access_key set used_at = ? where id = ?', [now, row.id]);
  return row;
}

/** The key of a name, if it is good at `now`. */
export function accessKeyNamed(em: EntityManager, name: string, now: Instant): Promise<AccessKeyRow | null> {
  return em.findOne(AccessKey, { name, ...openAt(now) }, { disableIdentityMap: true });
}

function openAt(now: Instant) {
  return { revokedAt: null, $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }] };
}

async function addSecret(em: EntityManager, id: string, now: Instant): Promise<string> {
  const secret = `pacta_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  await em.execute('insert into access_secret (hash, key_id, created_at) values (?, ?, ?)', [
    hashOf(secret),
    id,
    now,
  ]);
  return secret;
}

function freshKey(em: EntityManager, id: string): Promise<AccessKeyRow> {
  return em.findOneOrFail(AccessKey, { id }, { disableIdentityMap: true });
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}
