import { randomBytes } from 'node:crypto';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import { Account, type AccountRow } from '../entities/account.js';
import { keysetPage, type Listing, type Page, type PageWish } from './page.js';

/** How long a password that somebody else has given is good. */
export const ONE_TIME_SECONDS = 72 * 3600;

/** What an administrator decides about an account. */
export interface AccountWish {
  readonly name: string;
  readonly role: string;
  readonly clients: readonly string[] | null;
  readonly expiresAt: Instant | null;
}

export interface NewAccount extends AccountWish {
  readonly login: string;
  readonly passwordHash: string;
  readonly oneTimeUntil: Instant | null;
  readonly createdBy: string;
}

/** Makes an account; null when the login is taken. A login is given once and for good: the ledger keeps it. */
export async function addAccount(
  em: EntityManager,
  wanted: NewAccount,
  now: Instant,
): Promise<AccountRow | null> {
  const { login, name, role, clients, passwordHash, oneTimeUntil, createdBy, expiresAt } = wanted;
  const id = `U-${randomBytes(6).toString('hex')}`;
  const made = await em.execute<{ id: string }[]>(
    `insert into account (id, login, name, role, clients, password_hash, one_time_until, version, created_at, created_by, expires_at)
     values (?, ?, ?, ?, ?::jsonb, ?, ?, 1, ?, ?, ?) on conflict (login) do nothing returning id`,
    [
      id,
      login,
      name,
      role,
      clients && JSON.stringify(clients),
      passwordHash,
      oneTimeUntil,
      now,
      createdBy,
      expiresAt,
    ],
  );
  return made.length === 0 ? null : findAccount(em, id);
}

export function findAccount(em: EntityManager, id: string): Promise<AccountRow | null> {
  return em.findOne(Account, { id }, { disableIdentityMap: true });
}

export function accountOfLogin(em: EntityManager, login: string): Promise<AccountRow | null> {
  return em.findOne(Account, { login }, { disableIdentityMap: true });
}

/** Takes an account for a change: two who change it come one after the other. Null when there is none. */
export async function lockAccount(em: EntityManager, id: string): Promise<AccountRow | null> {
  await em.execute('select 1 from account where id = ? for update', [id]);
  return findAccount(em, id);
}

/** Whom a list of accounts is limited to. */
export interface AccountFilter {
  readonly role?: string;
  readonly disabled?: boolean;
}

const ACCOUNTS: Listing<AccountRow, { readonly login: string }> = {
  entity: Account,
  columns: [['login', 'asc']],
  usual: 'asc',
};

/** Accounts by their login. */
export function listAccounts(
  em: EntityManager,
  { role, disabled }: AccountFilter,
  wish: PageWish<{ readonly login: string }>,
): Promise<Page<AccountRow>> {
  const where = {
    ...(role !== undefined && { role }),
    ...(disabled !== undefined && { disabledAt: disabled ? { $ne: null } : null }),
  };
  return keysetPage(em, ACCOUNTS, where, wish);
}

/** Whose it is, what it may do, for whom and how long. It counts from the next call on, also in open sessions. */
export async function changeAccount(em: EntityManager, id: string, wish: AccountWish): Promise<void> {
  const { name, role, clients, expiresAt } = wish;
  await em.execute(
    'update account set name = ?, role = ?, clients = ?::jsonb, expires_at = ?, version = version + 1 where id = ?',
    [name, role, clients && JSON.stringify(clients), expiresAt, id],
  );
}

/** Ends an account and its sessions at once. */
export async function disableAccount(em: EntityManager, id: string, by: string, now: Instant): Promise<void> {
  await em.execute(
    `update account set disabled_at = ?, disabled_by = ?, version = version + 1 where id = ? and disabled_at is null`,
    [now, by, id],
  );
  await em.execute('update session set revoked_at = ? where account_id = ? and revoked_at is null', [
    now,
    id,
  ]);
}

export async function enableAccount(em: EntityManager, id: string): Promise<void> {
  await em.execute(
    `update account set disabled_at = null, disabled_by = null, version = version + 1
     where id = ? and disabled_at is not null`,
    [id],
  );
}

/** A new password; sessions end, but for the one in which its owner has chosen it. */
export async function changePassword(
  em: EntityManager,
  id: string,
  change: {
    readonly passwordHash: string;
    readonly oneTimeUntil: Instant | null;
    readonly keptSession: string | null;
  },
  now: Instant,
): Promise<void> {
  await em.execute(
    'update account set password_hash = ?, one_time_until = ?, version = version + 1 where id = ?',
    [change.passwordHash, change.oneTimeUntil, id],
  );
  await em.execute(
    'update session set revoked_at = ? where account_id = ? and revoked_at is null and id is distinct from ?',
    [now, id, change.keptSession],
  );
}

/** The same password, hashed with the work that we ask for today. */
export async function renewHash(
  em: EntityManager,
  { id, passwordHash }: AccountRow,
  hash: string,
): Promise<void> {
  await em.execute('update account set password_hash = ? where id = ? and password_hash = ?', [
    hash,
    id,
    passwordHash,
  ]);
}
