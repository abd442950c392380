import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { toSeconds } from '#domain/time/instant';
import { type AccountRow } from '#persistence/entities/account';
import {
  hashPassword,
  isPasswordOf,
  isWeakHash,
  passwordFault,
  PASSWORD_LENGTH,
} from '#persistence/passwords';
import { recordAccess } from '#persistence/queries/access-log';
import { accountOfLogin, changePassword, renewHash } from '#persistence/queries/accounts';
import { endSession, isGood, openSession, type OpenSession } from '#persistence/queries/sessions';
import { beginSignIn, signInSucceeded } from '#persistence/queries/sign-in-throttle';
import { Problem } from '../http/problem.js';
import { now } from '../time.js';
import { accountCaller } from './account-caller.js';

/** Too many have failed: when the next attempt counts. */
export class SignInBlocked extends Problem {
  constructor(readonly seconds: number) {
    super('tooManyRequests', `Too many attempts have failed: try again in ${seconds} s`);
  }
}

/** What somebody claims to be, and from where. */
export interface SignInClaim {
  readonly login: string;
  readonly password: string;
  readonly address: string;
}

/** Lets people in by login and password, and out again. */
@Injectable()
export class SignIn {
  /** Nobody's: what an unknown login is compared with, so that it takes as long as a known one. */
  private readonly decoy = hashPassword(randomBytes(16).toString('hex'));

  constructor(private readonly orm: MikroORM) {}

  /** Opens a session. Throws a Problem; an unknown login and a wrong password are told apart by nothing. */
  async enter({ login, password, address }: SignInClaim): Promise<OpenSession & { readonly token: string }> {
    const subjects = { login: login.toLowerCase(), address };
    await this.checkBlocked(subjects);
    const em = this.orm.em.fork();
    const present = now();
    const account = await accountOfLogin(em, subjects.login);
    const isRight = await isPasswordOf(account?.passwordHash ?? (await this.decoy), password);
    if (!account || !isRight || !isGood(account, present)) throw failed();
    await signInSucceeded(em, subjects, now());
    if (isWeakHash(account.passwordHash)) await renewHash(em, account, await hashPassword(password));
    return em.transactional(async (within) => {
      await this.record(within, account, 'POST /api/v1/sessions');
      return { ...(await openSession(within, account, present)), account };
    });
  }

  async leave({ session, account }: OpenSession): Promise<void> {
    await this.orm.em.fork().transactional(async (em) => {
      await this.record(em, account, 'DELETE /api/v1/sessions/current');
      await endSession(em, session.id, now());
    });
  }

  /** Sets another password, and ends all other sessions of the account. Throws a Problem. */
  async choosePassword(
    { session, account }: OpenSession,
    wish: { readonly currentPassword: string; readonly newPassword: string; readonly address: string },
  ): Promise<void> {
    const { currentPassword, newPassword, address } = wish;
    const fault = passwordFault(newPassword, account.login);
    if (fault !== null) throw faultOf('newPassword', fault, allowedPassword());
    const subjects = { login: account.login, address };
    await this.checkBlocked(subjects);
    if (!(await isPasswordOf(account.passwordHash, currentPassword)))
      throw faultOf('currentPassword', 'is not that of the account', 'allowed is the one to be replaced');
    if (await isPasswordOf(account.passwordHash, newPassword))
      throw faultOf('newPassword', 'is the one to be replaced', 'allowed is another');
    const passwordHash = await hashPassword(newPassword);
    await this.orm.em.fork().transactional(async (em) => {
      const change = { passwordHash, oneTimeUntil: null, keptSession: session.id };
      await changePassword(em, account.id, change, now());
      await this.record(em, account, 'PUT /api/v1/sessions/current/password');
      await signInSucceeded(em, subjects, now());
    });
  }

  private async checkBlocked(subjects: { readonly login: string; readonly address: string }): Promise<void> {
    const present = now();
    const until = await beginSignIn(this.orm.em.fork(), subjects, present);
    if (until !== null) throw new SignInBlocked(Math.max(1, toSeconds(until) - toSeconds(present)));
  }

  private record(em: Parameters<typeof recordAccess>[0], account: AccountRow, route: string): Promise<void> {
    const { name, role } = accountCaller(account);
    return recordAccess(em, { caller: name, role, route, ids: { account: account.id } }, now());
  }
}

function failed(): Problem {
  return new Problem('signInFailed', 'Login and password do not fit, or the account has ended');
}

function allowedPassword(): string {
  const { min, max } = PASSWORD_LENGTH;
  return `allowed are ${min} to ${max} characters that are not easily guessed`;
}

function faultOf(path: string, problem: string, allowed: string): Problem {
  return Problem.ofFaults([{ path, problem, allowed }]);
}
