import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { type z } from 'zod';
import { addSeconds, type Instant } from '#domain/time/instant';
import { type AccountRow } from '#persistence/entities/account';
import { hashPassword, oneTimePassword } from '#persistence/passwords';
import {
  addAccount,
  type AccountWish,
  changeAccount,
  changePassword,
  disableAccount,
  enableAccount,
  findAccount,
  listAccounts,
  lockAccount,
  ONE_TIME_SECONDS,
} from '#persistence/queries/accounts';
import { AnswersASecret, Refuses, TakesIfMatch } from '../docs/answers.js';
import { pageView, pageWish } from '../http/cursor.js';
import { checkIfMatch, ETAG_HEADER, type TellVersion, Version } from '../http/entity-tag.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { PlainWrites } from '../commands/plain-writes.js';
import { now } from '../time.js';
import {
  accountChange,
  accountPage,
  accountParams,
  accountsKey,
  accountsQuery,
  accountView,
  accountViewOf,
  accountWithPassword,
  newAccount,
} from './account-schemas.js';
import { Call, WhoCalls, type WriteCall } from './call.js';
import { type Caller } from './caller.js';

type AccountParams = z.infer<typeof accountParams>;
type WithPassword = z.infer<typeof accountWithPassword>;

/** Accounts of people who sign in with a password. */
@ApiTags('access')
@Controller('api/v1/accounts')
export class AccountsController {
  constructor(
    private readonly orm: MikroORM,
    private readonly writes: PlainWrites,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Accounts by their login' })
  @ApiOkResponse({ standardSchema: accountPage })
  async list(
    @Query({ schema: accountsQuery }) query: z.infer<typeof accountsQuery>,
  ): Promise<z.infer<typeof accountPage>> {
    const page = await listAccounts(this.orm.em.fork(), query, pageWish(accountsKey, query));
    return pageView(page, accountViewOf, ({ login }) => ({ login }));
  }

  @Post()
  @Refuses('duplicateLogin')
  @ApiOperation({ summary: 'Makes an account; its first password is shown this once, and is to be changed' })
  @AnswersASecret()
  @ApiCreatedResponse({ standardSchema: accountWithPassword })
  async make(
    @WhoCalls() caller: Caller,
    @Body({ schema: newAccount }) body: z.infer<typeof newAccount>,
  ): Promise<WithPassword> {
    const present = now();
    const given = await givenPassword(present);
    const wanted = { ...wishOf(body, present), login: body.login, createdBy: caller.name };
    const row = await addAccount(this.orm.em.fork(), { ...wanted, ...given.kept }, present);
    if (!row) throw loginTaken(body.login);
    return { ...accountViewOf(row), oneTimePassword: given.password };
  }

  @Get(':account')
  @ApiOperation({ summary: 'An account: whose, for what, how long' })
  @ApiOkResponse({ standardSchema: accountView, headers: ETAG_HEADER })
  async read(
    @Param({ schema: accountParams }) { account }: AccountParams,
    @Version() tellVersion: TellVersion,
  ): Promise<z.infer<typeof accountView>> {
    const row = await findAccount(this.orm.em.fork(), account);
    if (!row) throw unknownAccount(account);
    tellVersion(row.version);
    return accountViewOf(row);
  }

  @Put(':account')
  @HttpCode(200)
  @TakesIfMatch()
  @ApiOperation({ summary: 'Says anew whose it is, its role, its clients and its end; it counts at once' })
  @ApiOkResponse({ standardSchema: accountView })
  change(
    @Call() call: WriteCall,
    @Param({ schema: accountParams }) { account }: AccountParams,
    @Body({ schema: accountChange }) body: z.infer<typeof accountChange>,
  ): Promise<Reply> {
    return this.changed(call, account, (em, { id }) => changeAccount(em, id, wishOf(body, now())));
  }

  @Post(':account/disabling')
  @HttpCode(200)
  @TakesIfMatch()
  @ApiOperation({ summary: 'Ends an account and its sessions at once' })
  @ApiOkResponse({ standardSchema: accountView })
  disable(
    @Call() call: WriteCall,
    @Param({ schema: accountParams }) { account }: AccountParams,
  ): Promise<Reply> {
    return this.changed(call, account, (em, { id }) => disableAccount(em, id, call.caller.name, now()));
  }

  @Post(':account/enabling')
  @HttpCode(200)
  @TakesIfMatch()
  @ApiOperation({ summary: 'Opens an account again that was disabled; its sessions stay ended' })
  @ApiOkResponse({ standardSchema: accountView })
  enable(
    @Call() call: WriteCall,
    @Param({ schema: accountParams }) { account }: AccountParams,
  ): Promise<Reply> {
    return this.changed(call, account, (em, { id }) => enableAccount(em, id));
  }

  @Post(':account/password-reset')
  @HttpCode(200)
  @TakesIfMatch()
  @ApiOperation({ summary: 'Gives a password to sign in with once, shown this once; its sessions end' })
  @AnswersASecret()
  @ApiOkResponse({ standardSchema: accountWithPassword })
  async reset(
    @Call() call: WriteCall,
    @Param({ schema: accountParams }) { account }: AccountParams,
  ): Promise<WithPassword> {
    const present = now();
    const given = await givenPassword(present);
    return this.orm.em.fork().transactional(async (em) => {
      const { id } = await lockedFor(call, em, account);
      await changePassword(em, id, { ...given.kept, keptSession: null }, present);
      const row = await locked(em, account);
      return { ...accountViewOf(row), oneTimePassword: given.password };
    });
  }

  private changed(
    call: WriteCall,
    account: string,
    change: (em: EntityManager, row: AccountRow) => Promise<void>,
  ): Promise<Reply> {
    return this.writes.write(call, async (em) => {
      await change(em, await lockedFor(call, em, account));
      return new Reply(200, accountViewOf(await locked(em, account)));
    });
  }
}

/** A password that its owner has to change, and what is kept of it. */
async function givenPassword(present: Instant) {
  const password = oneTimePassword();
  const oneTimeUntil = addSeconds(present, ONE_TIME_SECONDS);
  return { password, kept: { passwordHash: await hashPassword(password), oneTimeUntil } };
}

async function locked(em: EntityManager, account: string): Promise<AccountRow> {
  const row = await lockAccount(em, account);
  if (!row) throw unknownAccount(account);
  return row;
}

/** The same for a change: at the version that it is meant for. */
async function lockedFor(call: WriteCall, em: EntityManager, account: string): Promise<AccountRow> {
  const row = await locked(em, account);
  checkIfMatch(call, row.version);
  return row;
}

function wishOf(
  { name, role, clients, expiresAt }: z.infer<typeof accountChange>,
  present: Instant,
): AccountWish {
  if (expiresAt !== undefined && expiresAt <= present) {
    const allowed = `allowed is an instant after ${present}, the present`;
    throw Problem.ofFaults([{ path: 'expiresAt', problem: `is ${expiresAt}`, allowed }]);
  }
  return { name, role, clients: clients ?? null, expiresAt: expiresAt ?? null };
}

function unknownAccount(account: string): Problem {
  return new Problem('unknownAccount', `There is no account ${account}`);
}

function loginTaken(login: string): Problem {
  const fault = {
    path: 'login',
    problem: `${login} is taken`,
    allowed: 'allowed is one that no account has had',
  };
  return new Problem('duplicateLogin', `login: ${fault.problem}, ${fault.allowed}`, [fault]);
}
