import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { accessKeyNamed } from '#persistence/queries/access-keys';
import { accountOfLogin } from '#persistence/queries/accounts';
import { isGood } from '#persistence/queries/sessions';
import { accountCaller } from '../access/account-caller.js';
import { ApiKeys } from '../access/api-keys.js';
import { type Caller } from '../access/caller.js';
import { POLICY } from '../access/policy.js';
import { keyCaller } from '../access/key-caller.js';
import { now } from '../time.js';

const ACCOUNT = 'account:';
const TOKEN = 'oidc:';

/** Says who a caller of before is now: a key may have been revoked since, an account disabled. */
@Injectable()
export class CallerStanding {
  constructor(
    private readonly orm: MikroORM,
    private readonly keys: ApiKeys,
  ) {}

  /**
   * The caller as it is now; null where it has ended, or may not call the route any more. Who came by a token of the
   * identity provider is taken as it was: nothing here says what became of it.
   */
  async now(before: Caller, route: string): Promise<Caller | null> {
    const caller = before.name.startsWith(TOKEN) ? before : await this.found(before.name);
    return caller && POLICY[route]?.roles.includes(caller.role) ? caller : null;
  }

  private async found(name: string): Promise<Caller | null> {
    const em = this.orm.em.fork();
    if (name.startsWith(ACCOUNT)) {
      const account = await accountOfLogin(em, name.slice(ACCOUNT.length));
      return account && isGood(account, now()) ? accountCaller(account) : null;
    }
    return this.keys.callerNamed(name) ?? keyCaller(await accessKeyNamed(em, name, now()));
  }
}
