import { Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { type Json } from '#domain/entry';
import { claimKey, keepAnswer } from '#persistence/idempotency';
import { type WriteCall } from '../access/call.js';
import { answerTo, commandIdOf, replyOf, requestHash } from './write-path.js';
import { type Reply } from '../http/reply.js';
import { now } from '../time.js';

/**
 * The way in which the API changes what is no part of a contract's course: templates, accounts, keys, endpoints. What is
 * done, its history and the answer under the caller's `Idempotency-Key` are one transaction. A call that is refused leaves nothing behind, also not its key.
 */
@Injectable()
export class PlainWrites {
  constructor(private readonly orm: MikroORM) {}

  /** `work` may throw a Problem. A repeat under the same key waits for the first call, and gets its answer. */
  write(call: WriteCall, work: (em: EntityManager) => Promise<Reply>): Promise<Reply> {
    return this.orm.em.fork().transactional(async (em) => {
      const { caller, key } = call;
      if (key === null) return work(em);
      const hash = requestHash(call);
      const claim = {
        principal: caller.name,
        key,
        requestHash: hash,
        commandId: commandIdOf(caller.name, key),
      };
      const earlier = await claimKey(em, claim, now());
      const answer = earlier && answerTo(earlier, hash);
      if (answer) return replyOf(answer);
      const { status, body, location } = await work(em);
      const kept = { status, body: { body: body as Json, location } };
      return replyOf(await keepAnswer(em, caller.name, key, kept));
    });
  }
}
