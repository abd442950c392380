import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fromSeconds, instant } from '#domain/time/instant';
import { openDatabase } from '#persistence/database';
import { hashPassword, oneTimePassword } from '#persistence/passwords';
import { accountOfLogin, addAccount } from '#persistence/queries/accounts';
import { DEMO_CLIENT, demoRoles } from './demo-keys.js';
import { StartProblem } from './problem.js';

/** An account of the demo: its login is its role. */
export interface DemoAccount {
  readonly role: (typeof demoRoles)[number];
  readonly password: string;
}

/** An auditor's access has to end by itself; that of the demo lasts as long as the demo is of use. */
const AUDITOR_UNTIL = instant('2099-12-31T00:00:00Z');

export function accountsFile(folder: string): string {
  return join(folder, 'accounts.json');
}

/** The demo accounts of this data folder, one for each role: passwords are random and made once, in a file for its owner alone. */
export async function demoAccounts(folder: string): Promise<DemoAccount[]> {
  const file = accountsFile(folder);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text !== undefined) return accountsIn(text, file);
  const accounts = demoRoles.map((role) => ({ role, password: oneTimePassword() }));
  await writeFile(file, `${JSON.stringify(accounts, undefined, 2)}\n`, { mode: 0o600 });
  return accounts;
}

/** Makes those that are not there. What became of one in the meantime stays as it is. */
export async function addDemoAccounts(databaseUrl: string, accounts: readonly DemoAccount[]): Promise<void> {
  if (accounts.length === 0) return;
  const orm = await openDatabase(databaseUrl);
  try {
    const em = orm.em.fork();
    for (const { role, password } of accounts) {
      if (await accountOfLogin(em, role)) continue;
      const account = {
        login: role,
        name: `Demo ${role}`,
        role,
        clients: role === 'party' ? [DEMO_CLIENT] : null,
        passwordHash: await hashPassword(password),
        oneTimeUntil: null,
        createdBy: 'pacta start',
        expiresAt: role === 'auditor' ? AUDITOR_UNTIL : null,
      };
      await addAccount(em, account, fromSeconds(Date.now() / 1000));
    }
  } finally {
    await orm.close();
  }
}

function accountsIn(text: string, file: string): DemoAccount[] {
  try {
    const kept: unknown = JSON.parse(text);
    if (Array.isArray(kept) && kept.every(isAccount)) return kept;
  } catch {
    // Said below.
  }
  throw new StartProblem(`${file} is not a list of accounts any more: delete it, and new ones are made`);
}

function isAccount(item: unknown): item is DemoAccount {
  return typeof item === 'object' && item !== null && 'role' in item && 'password' in item;
}
