import { createHash } from 'node:crypto';
import { type EntityManager } from '@mikro-orm/postgresql';
import { addSeconds, type Instant } from '#domain/time/instant';

/** How many failures are free, and how long all are remembered after the last of them. */
interface Patience {
  readonly free: number;
  readonly rememberSeconds: number;
}

/** Behind one address may be an office; an account has one owner. */
const OF_ACCOUNT: Patience = { free: 5, rememberSeconds: 24 * 3600 };
const OF_ADDRESS: Patience = { free: 30, rememberSeconds: 3600 };
/** With the account's own, it leaves a guesser some hundred guesses a day, and its owner a way in after a while. */
const LONGEST_DELAY_SECONDS = 900;

/** What an attempt counts against: the login that was typed, and where it came from. */
export interface SignInSubjects {
  readonly login: string;
  readonly address: string;
}

/**
 * Counts an attempt to sign in before its password is looked at, so that many at once do not slip through: from the
 * first that is not free, each makes the next wait twice as long as the one before. Gives null when this attempt may
 * go on, else until when no attempt counts. All processes share the counts.
 */
export async function beginSignIn(
  em: EntityManager,
  { login, address }: SignInSubjects,
  now: Instant,
): Promise<Instant | null> {
  return em.transactional(async (within) => {
    // The address first: a flood from one place is not to lock others out of their accounts.
    const blocked =
      (await charge(within, subjectOf('address', address), OF_ADDRESS, now)) ??
      (await charge(within, subjectOf('login', login), OF_ACCOUNT, now));
    return blocked;
  });
}

/** Forgets the failures of an account whose owner has come, the attempt that brought them, and all that is long past. */
export async function signInSucceeded(
  em: EntityManager,
  { login, address }: SignInSubjects,
  now: Instant,
): Promise<void> {
  await em.execute('delete from sign_in_throttle where subject = ?', [subjectOf('login', login)]);
  await em.execute(
    `update sign_in_throttle set failures = greatest(failures - 1, 0), blocked_until = tried_at where subject = ?`,
    [subjectOf('address', address)],
  );
  // Guesses at logins that there are not would stay for ever.
  await em.execute('delete from sign_in_throttle where tried_at < ?', [
    addSeconds(now, -OF_ACCOUNT.rememberSeconds),
  ]);
}

async function charge(
  em: EntityManager,
  subject: string,
  { free, rememberSeconds }: Patience,
  now: Instant,
): Promise<Instant | null> {
  // While it is blocked nothing changes: who keeps trying does not prolong it.
  const charged = await em.execute<{ failures: number }[]>(
    `insert into sign_in_throttle as t (subject, failures, tried_at, blocked_until) values (?, 1, ?, ?)
     on conflict (subject) do update set
       failures = case when t.tried_at < excluded.tried_at - make_interval(secs => ?) then 1 else t.failures + 1 end,
       tried_at = excluded.tried_at,
       blocked_until = excluded.tried_at + make_interval(secs => case
         when t.tried_at < excluded.tried_at - make_interval(secs => ?) or t.failures + 1 < ? then 0
         else least(?, power(2, least(t.failures + 1 - ?, 20))) end)
     where t.blocked_until <= excluded.tried_at
     returning failures`,
    [subject, now, now, rememberSeconds, rememberSeconds, free, LONGEST_DELAY_SECONDS, free],
  );
  if (charged.length > 0) return null;
  const [row] = await em.execute<{ until: string }[]>(
    `select to_char(blocked_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as until
     from sign_in_throttle where subject = ?`,
    [subject],
  );
  return (row?.until ?? now) as Instant;
}

function subjectOf(kind: 'login' | 'address', text: string): string {
  return createHash('sha256').update(`${kind}\0${text}`, 'utf8').digest('hex');
}
