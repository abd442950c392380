import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { type FastifyRequest } from 'fastify';
import { accessKeyOf } from '#persistence/queries/access-keys';
import { Problem } from '../http/problem.js';
import { now } from '../time.js';
import { ApiKeys } from './api-keys.js';
import { type Caller } from './caller.js';
import { keyOf } from './key-of.js';
import { isRole } from './roles.js';

/** Recognises who calls: by a key of the settings, or one that an administrator has made. */
@Injectable()
export class Callers {
  constructor(
    private readonly keys: ApiKeys,
    private readonly orm: MikroORM,
  ) {}

  /** Throws a Problem when nobody can be recognised. */
  async of(request: FastifyRequest): Promise<Caller> {
    const key = keyOf(request);
    const caller = key === null ? null : (this.keys.callerOf(key) ?? (await this.madeKey(key)));
    if (caller) return caller;
    const detail =
      key === null
        ? 'Send Authorization: Bearer KEY, or X-API-Key: KEY'
        : 'The key is not one of ours, or has ended';
    throw new Problem('unauthenticated', detail);
  }

  private async madeKey(key: string): Promise<Caller | null> {
    const row = await accessKeyOf(this.orm.em.fork(), key, now());
    if (!row || !isRole(row.role)) return null;
    return { name: row.name, role: row.role, clients: row.clients ?? null };
  }
}
