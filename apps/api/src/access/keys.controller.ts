import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { type z } from 'zod';
import { addSeconds } from '#domain/time/instant';
import {
  findAccessKey,
  listAccessKeys,
  lockAccessKey,
  mintAccessKey,
  type MintedKey,
  revokeAccessKey,
  rotateAccessKey,
} from '#persistence/queries/access-keys';
import { AnswersASecret, Refuses, TakesIfMatch } from '../docs/answers.js';
import { pageView, pageWish } from '../http/cursor.js';
import { checkIfMatch, ETAG_HEADER, type TellVersion, Version } from '../http/entity-tag.js';
import { Problem } from '../http/problem.js';
import { now } from '../time.js';
import { ApiKeys } from './api-keys.js';
import { Call, WhoCalls, type WriteCall } from './call.js';
import { type Caller } from './caller.js';
import {
  keyPage,
  keyParams,
  keysKey,
  keysQuery,
  keyView,
  keyViewOf,
  mintedKeyView,
  newKey,
  rotation,
} from './key-schemas.js';

type KeyParams = z.infer<typeof keyParams>;

/**
 * Keys of the API, made, rotated and revoked while it runs. A secret is answered once and kept nowhere, so no answer
 * here is kept under an idempotency key.
 */
@ApiTags('access')
@Controller('api/v1/keys')
export class KeysController {
  constructor(
    private readonly orm: MikroORM,
    private readonly settingKeys: ApiKeys,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Keys that were made here, by their name; never their secrets' })
  @ApiOkResponse({ standardSchema: keyPage })
  async list(
    @Query({ schema: keysQuery }) query: z.infer<typeof keysQuery>,
  ): Promise<z.infer<typeof keyPage>> {
    const page = await listAccessKeys(this.orm.em.fork(), pageWish(keysKey, query));
    return pageView(page, keyViewOf, ({ name }) => ({ name }));
  }

  @Post()
  @Refuses('duplicateKey')
  @ApiOperation({ summary: 'Makes a key for a role, for some clients or all; its secret is shown this once' })
  @AnswersASecret()
  @ApiCreatedResponse({ standardSchema: mintedKeyView })
  async make(
    @WhoCalls() caller: Caller,
    @Body({ schema: newKey }) wanted: z.infer<typeof newKey>,
  ): Promise<z.infer<typeof mintedKeyView>> {
    const present = now();
    const { name, role } = wanted;
    const [clients, expiresAt] = [wanted.clients ?? null, wanted.expiresAt ?? null];
    if (expiresAt !== null && expiresAt <= present) {
      const allowed = `allowed is an instant after ${present}, the present`;
      throw Problem.ofFaults([{ path: 'expiresAt', problem: `is ${expiresAt}`, allowed }]);
    }
    const key = { name, role, clients, expiresAt, createdBy: caller.name };
    const minted = this.settingKeys.has(name) ? null : await mintAccessKey(this.orm.em.fork(), key, present);
    if (!minted) throw nameTaken(name);
    return mintedView(minted);
  }

  @Get(':key')
  @ApiOperation({ summary: 'A key: whose, for what, how long, when it was last used' })
  @ApiOkResponse({ standardSchema: keyView, headers: ETAG_HEADER })
  async read(
    @Param({ schema: keyParams }) { key }: KeyParams,
    @Version() tellVersion: TellVersion,
  ): Promise<z.infer<typeof keyView>> {
    const row = await findAccessKey(this.orm.em.fork(), key);
    if (!row) throw unknownKey(key);
    tellVersion(row.version);
    return keyViewOf(row);
  }

  @Post(':key/rotation')
  @HttpCode(200)
  @TakesIfMatch()
  @ApiOperation({
    summary: 'Gives the key a new secret, shown this once; the one before is good a while longer',
  })
  @AnswersASecret()
  @ApiOkResponse({ standardSchema: mintedKeyView })
  async rotate(
    @Call() call: WriteCall,
    @Param({ schema: keyParams }) { key }: KeyParams,
    @Body({ schema: rotation }) { overlapMinutes }: z.infer<typeof rotation>,
  ): Promise<z.infer<typeof mintedKeyView>> {
    const present = now();
    const oldUntil = addSeconds(present, overlapMinutes * 60);
    const minted = await this.orm.em.fork().transactional(async (em) => {
      await lockedFor(call, em, key);
      return rotateAccessKey(em, key, { oldUntil, now: present });
    });
    if (!minted) throw unknownKey(key, 'or it was revoked');
    return mintedView(minted);
  }

  @Post(':key/revocation')
  @HttpCode(200)
  @TakesIfMatch()
  @ApiOperation({ summary: 'Ends a key at once and for good' })
  @ApiOkResponse({ standardSchema: keyView })
  async revoke(
    @Call() call: WriteCall,
    @Param({ schema: keyParams }) { key }: KeyParams,
  ): Promise<z.infer<typeof keyView>> {
    return this.orm.em.fork().transactional(async (em) => {
      await lockedFor(call, em, key);
      return keyViewOf(await revokeAccessKey(em, key, { by: call.caller.name, now: now() }));
    });
  }
}

async function lockedFor(call: WriteCall, em: EntityManager, key: string): Promise<void> {
  const row = await lockAccessKey(em, key);
  if (!row) throw unknownKey(key);
  checkIfMatch(call, row.version);
}

function mintedView({ row, secret }: MintedKey): z.infer<typeof mintedKeyView> {
  return { ...keyViewOf(row), secret };
}

function unknownKey(key: string, or = ''): Problem {
  return new Problem('unknownKey', [`There is no key ${key}`, or].join(' ').trim());
}

function nameTaken(name: string): Problem {
  const allowed = 'allowed is a name that no key has had';
  const fault = { path: 'name', problem: `${name} is taken`, allowed };
  return new Problem('duplicateKey', `name: ${name} is taken, ${allowed}`, [fault]);
}
