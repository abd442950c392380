import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { contentHash } from '#decisions/hash';
import { ownerName, type Command, type Owner } from '#domain/command';
import { type Json } from '#domain/entry';
import { type CommandRow } from '#persistence/entities/command';
import { type IdempotencyKeyRow } from '#persistence/entities/idempotency-key';
import { answerOf, claimKey, keepAnswer, type StoredAnswer } from '#persistence/idempotency';
import { commandOf, findCommand, storeIntent } from '#persistence/queries/commands';
import { type WriteCall } from '../access/call.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { now } from '../time.js';
import { Dispatcher, type Outcome } from './dispatcher.js';

/** What a call comes to: a command for an owner of a contract. */
export interface Plan {
  readonly contract: string;
  readonly owner: Owner;
  readonly body: Command['body'];
  readonly lateReason?: string | undefined;
}

/** What was carried out, for the answer to be made of it. */
export interface Done {
  readonly contract: string;
  readonly owner: string;
  readonly body: Command['body'];
  /** The last entry of the ledger that it wrote. */
  readonly sequence: number;
}

/**
 * The one way in which the API changes a contract: the intent is stored together with the idempotency key, then the
 * owner's workflow is asked, then the answer is kept. A crash in between is harmless: the command's id comes from the
 * key, and the sweeper sends what has no answer.
 */
@Injectable()
export class WritePath {
  constructor(
    private readonly orm: MikroORM,
    private readonly dispatcher: Dispatcher,
  ) {}

  /**
   * `plan` runs in the transaction that stores the intent, and may read, number and refuse there. `view` makes the
   * answer once the command was applied. Refusals of the contract are thrown as Problems.
   */
  async write(
    call: WriteCall,
    plan: (em: EntityManager) => Promise<Plan>,
    view: (done: Done) => Promise<Reply>,
  ): Promise<Reply> {
    const row = await this.orm.em.fork().transactional((em) => this.stored(em, call, plan));
    if (row instanceof Reply) return row;
    const outcome = await this.dispatcher.carryOut(row);
    if (outcome.kind === 'pending') return pendingReply(row);
    return this.kept(call, await replyTo(row, outcome, view));
  }

  /** The same for what is no command, and does no harm when it is done twice: only the answer is kept under the key. */
  async once(call: WriteCall, work: () => Promise<Reply>): Promise<Reply> {
    const claim = claimOf(call);
    if (claim === null) return work();
    const earlier = await claimKey(this.orm.em.fork(), claim, now());
    const answer = earlier && answerTo(earlier, claim.requestHash);
    return answer ? replyOf(answer) : this.kept(call, await work());
  }

  /** The stored command of this call, made now or by an earlier call under the same key; or what that one was answered. */
  private async stored(
    em: EntityManager,
    call: WriteCall,
    plan: (em: EntityManager) => Promise<Plan>,
  ): Promise<CommandRow | Reply> {
    const claim = claimOf(call);
    if (claim !== null) {
      const earlier = await claimKey(em, claim, now());
      if (earlier) return this.repeated(em, call, earlier);
    }
    const { contract, owner, body, lateReason } = await plan(em);
    const command: Command = {
      id: claim?.commandId ?? randomUUID(),
      actor: call.caller.name,
      body,
      ...(lateReason !== undefined && { lateReason }),
      ...(call.ifVersion !== null && { ifVersion: call.ifVersion }),
    };
    return storeIntent(em, { contract, owner: ownerName(owner), command }, now());
  }

  private async repeated(
    em: EntityManager,
    call: WriteCall,
    earlier: IdempotencyKeyRow,
  ): Promise<CommandRow | Reply> {
    const answer = answerTo(earlier, requestHash(call));
    if (answer) return replyOf(answer);
    const row = await findCommand(em, earlier.commandId);
    if (!row) throw new Error(`the key of the command ${earlier.commandId} is there without the command`);
    return row;
  }

  private async kept(call: WriteCall, reply: Reply): Promise<Reply> {
    if (call.key === null) return reply;
    const answer: StoredAnswer = {
      status: reply.status,
      body: { body: reply.body as Json, location: reply.location },
    };
    return replyOf(await keepAnswer(this.orm.em.fork(), call.caller.name, call.key, answer));
  }
}

/** What a call claims its `Idempotency-Key` for; null where it has none. */
export function claimOf(call: WriteCall) {
  const { caller, key } = call;
  if (key === null) return null;
  const [principal, commandId] = [caller.name, commandIdOf(caller.name, key)];
  return { principal, key, requestHash: requestHash(call), commandId };
}

/** Under one key, one command: whoever repeats the call, here or in another process, means the same one. */
export function commandIdOf(principal: string, key: string): string {
  return createHash('sha256').update(`${principal}\0${key}`, 'utf8').digest('hex').slice(0, 40);
}

/** What was asked, whatever the order of members and the layout of the body. */
export function requestHash({ method, path, body }: Pick<WriteCall, 'method' | 'path' | 'body'>): string {
  return contentHash({ method, path, body });
}

/** The address under which a command can be looked up. */
export function commandAddress(id: string): string {
  return `/api/v1/commands/${id}`;
}

async function replyTo(
  row: CommandRow,
  outcome: Exclude<Outcome, { kind: 'pending' }>,
  view: (done: Done) => Promise<Reply>,
): Promise<Reply> {
  if (outcome.kind === 'refused') {
    const problem = Problem.ofRefusal(outcome);
    return new Reply(problem.status, problem.document());
  }
  const { contractId: contract, owner } = row;
  return view({ contract, owner, body: commandOf(row).body, sequence: outcome.sequence });
}

/** What an earlier call under the key was answered; null while it was not. Throws a Problem when it was another call. */
export function answerTo(earlier: IdempotencyKeyRow, hash: string): StoredAnswer | null {
  if (earlier.requestHash === hash) return answerOf(earlier);
  throw new Problem(
    'idempotencyKeyReused',
    'This Idempotency-Key was used for another request: take a new one',
  );
}

function pendingReply(row: CommandRow): Reply {
  const detail =
    'The command is stored and will be carried out as soon as the workflow service answers. Look it up at its address.';
  return new Reply(
    202,
    { command: row.id, status: 'pending', address: commandAddress(row.id), detail },
    commandAddress(row.id),
  );
}

export function replyOf({ status, body }: StoredAnswer): Reply {
  const stored = body as { readonly body: Json; readonly location: string | null };
  return new Reply(status, stored.body, stored.location);
}
