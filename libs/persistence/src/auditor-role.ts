import { type EntityManager } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';

/** The group that reads for auditing; a login of it is made for each auditor. */
const GROUP = 'pacta_auditor';

/** What no auditor needs: secrets and hashes of secrets, and answers kept for callers. */
const SECRET_TABLES = [
  'access_secret',
  'signing_link',
  'idempotency_key',
  'account',
  'session',
  'sign_in_throttle',
  'webhook_secret',
] as const;

const LOGIN = /^[a-z][a-z0-9_]{2,50}$/;

/** A name that PostgreSQL would not take, or that is not an auditor's. */
export class AuditorProblem extends Error {
  override readonly name = 'AuditorProblem';
}

/** How an auditor connects to the database. */
export interface AuditorLogin {
  readonly login: string;
  readonly password: string;
  readonly until: Instant;
}

/**
 * Makes, or renews, a login that reads every table but those with secrets, writes nothing, and ends by itself. The
 * caller's own role must be allowed to create roles. Throws an AuditorProblem for a name that is none, or is taken by a
 * role that is no auditor's.
 */
export async function grantAuditor(
  em: EntityManager,
  { login, password, until }: AuditorLogin,
): Promise<void> {
  if (!LOGIN.test(login)) {
    throw new AuditorProblem(
      `${login} is not a login: allowed are 3 to 51 small letters, digits and _, the first a letter`,
    );
  }
  await em.transactional(async (within) => {
    // Roles belong to all databases of a server: two who make them come one after the other.
    await within.execute(`select pg_advisory_xact_lock(hashtext('${GROUP}'))`);
    if (!(await isRole(within, GROUP))) await within.execute(`create role ${GROUP} nologin`);
    await grantReads(within);
    if (!(await isRole(within, login))) await within.execute(`create role ${login} login in role ${GROUP}`);
    else if (!(await isAuditor(within, login)))
      throw new AuditorProblem(`${login} is a role of another kind`);
    const { secret } = await quoted(within, password);
    await within.execute(
      `alter role ${login} with login password ${secret} valid until '${until}' connection limit 5`,
    );
    await within.execute(`alter role ${login} set default_transaction_read_only = on`);
  });
}

/** Lets the group read what there is now; tables of later migrations too, once they are there. */
export async function grantReads(em: EntityManager): Promise<void> {
  if (!(await isRole(em, GROUP))) return;
  await em.execute(`grant usage on schema public to ${GROUP}`);
  await em.execute(`grant select on all tables in schema public to ${GROUP}`);
  await em.execute(`revoke all on ${SECRET_TABLES.join(', ')} from ${GROUP}`);
}

/** Ends a login at once. Throws an AuditorProblem for one that is not an auditor's. */
export async function revokeAuditor(em: EntityManager, login: string): Promise<void> {
  if (!LOGIN.test(login) || !(await isAuditor(em, login)))
    throw new AuditorProblem(`${login} is not an auditor's login`);
  await em.execute(`alter role ${login} nologin`);
  await em.execute('select pg_terminate_backend(pid) from pg_stat_activity where usename = ?', [login]);
}

async function isRole(em: EntityManager, name: string): Promise<boolean> {
  return (await em.execute('select 1 from pg_roles where rolname = ?', [name])).length > 0;
}

async function isAuditor(em: EntityManager, login: string): Promise<boolean> {
  const rows = await em.execute(
    `select 1 from pg_auth_members m join pg_roles g on g.oid = m.roleid join pg_roles r on r.oid = m.member
     where g.rolname = ? and r.rolname = ?`,
    [GROUP, login],
  );
  return rows.length > 0;
}

/** A password as a literal: `alter role` takes no parameters. */
async function quoted(em: EntityManager, password: string): Promise<{ readonly secret: string }> {
  const [row] = await em.execute<{ secret: string }[]>('select quote_literal(?::text) as secret', [password]);
  if (!row) throw new Error('PostgreSQL quotes nothing');
  return row;
}
