import { Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { type Json } from '#domain/entry';
import { claimKey, keepAnswer } from '#persistence/idempotency';
import { type WriteCall } from '../access/call.js';
import { type Reply } from '../http/reply.js';
import { now } from '../time.js';
import { answerTo, claimOf, replyOf } from './write-path.js';

/**
 * The way in which the API changes what is no part of a contract's course: templates, accounts, endpoints. What is done,
 * its history and the answer under the caller's `Idempotency-Key` are one transaction. A call that is refused leaves
 * nothing behind, also not its key.
 */
@Injectable()
export class PlainWrites {
  constructor(private readonly orm: MikroORM) {}

  /** `work` may throw a Problem. A repeat under the same key waits for the first call, and gets its answer. */
  write(call: WriteCall, work: (em: EntityManager) => Promise<Reply>): Promise<Reply> {
    return this.orm.em.fork().transactional(async (em) => {
      const claim = claimOf(call);
      if (claim === null) return work(em);
      const earlier = await claimKey(em, claim, now());
      const answer = earlier && answerTo(earlier, claim.requestHash);
      if (answer) return replyOf(answer);
      const { status, body, location } = await work(em);
      const kept = { status, body: { body: body as Json, location } };
      return replyOf(await keepAnswer(em, claim.principal, claim.key, kept));
    });
  }
}
