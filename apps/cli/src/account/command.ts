import { type Command, Option } from 'commander';
import { addSeconds, fromSeconds, type Instant } from '#domain/time/instant';
import { hashPassword, oneTimePassword } from '#persistence/passwords';
import {
  accountOfLogin,
  addAccount,
  changePassword,
  enableAccount,
  ONE_TIME_SECONDS,
} from '#persistence/queries/accounts';
import { withDatabase } from '../with-database.js';

/** Parties and auditors have limits of their own, which the API asks for. */
const ROLES = ['administrator', 'reviewer', 'desk', 'billing', 'integration'] as const;
const LOGIN = /^[a-z0-9][a-z0-9._-]{1,63}$/;

/** What cannot be done; its code lets the command say it in one line. */
class AccountProblem extends Error {
  override readonly name = 'AccountProblem';
  readonly code = 'account';
}

export function configure(command: Command): void {
  command
    .command('create')
    .description('make an account, the first administrator’s too; its password is to be changed at once')
    .argument('<login>', '2 to 64 small letters, digits, ., _ and -; the ledger keeps it')
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).default('administrator'))
    .option('--name <name>', 'how the console greets; the login when left out')
    .action((login: string, { role, name }: { role: string; name?: string }) =>
      create(login, role, name ?? login),
    );
  command
    .command('reset')
    .description('give an account a new password, open it again, and end its sessions')
    .argument('<login>')
    .action((login: string) => reset(login));
}

async function create(login: string, role: string, name: string): Promise<void> {
  if (!LOGIN.test(login))
    throw new AccountProblem(
      `${login} is not a login: allowed are 2 to 64 small letters, digits, ., _ and -, the first a letter or digit`,
    );
  const { password, now, kept } = await givenPassword();
  await withDatabase(async (orm) => {
    const wanted = { login, name, role, clients: null, expiresAt: null, createdBy: 'pacta account', ...kept };
    const row = await addAccount(orm.em.fork(), wanted, now);
    if (!row) throw new AccountProblem(`${login} is taken: allowed is a login that no account has had`);
  });
  say(login, password, kept.oneTimeUntil);
}

async function reset(login: string): Promise<void> {
  const { password, now, kept } = await givenPassword();
  await withDatabase((orm) =>
    orm.em.fork().transactional(async (em) => {
      const row = await accountOfLogin(em, login);
      if (!row) throw new AccountProblem(`there is no account ${login}`);
      await enableAccount(em, row.id);
      await changePassword(em, row.id, { ...kept, keptSession: null }, now);
    }),
  );
  say(login, password, kept.oneTimeUntil);
}

async function givenPassword() {
  const password = oneTimePassword();
  const now = fromSeconds(Date.now() / 1000);
  const kept = {
    passwordHash: await hashPassword(password),
    oneTimeUntil: addSeconds(now, ONE_TIME_SECONDS),
  };
  return { password, now, kept };
}

function say(login: string, password: string, until: Instant): void {
  console.log(
    `${login} signs in until ${until} and then chooses a password. This one, shown this once: ${password}`,
  );
}
