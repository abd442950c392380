import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { type z } from 'zod';
import { parseDocument } from '#decisions/schema-faults';
import { type Json } from '#domain/entry';
import { type OperationRow } from '#persistence/entities/operation';
import { findCommand } from '#persistence/queries/commands';
import { type LineEnd, type TakenLine } from '#persistence/queries/operation-work';
import { type WriteCall } from '../access/call.js';
import { type Caller } from '../access/caller.js';
import { checkReach } from '../access/reach.js';
import { isRole } from '../access/roles.js';
import { commandIdOf } from '../commands/write-path.js';
import { ContractDrafts } from '../contracts/contract-drafts.js';
import { newContract } from '../contracts/contract-schemas.js';
import { Problem, type ProblemDocument } from '../http/problem.js';
import { type Reply } from '../http/reply.js';
import { ValidationPipe } from '../http/validation.js';
import { Sendings } from '../signing/sendings.js';
import { CallerStanding } from './caller-standing.js';
import { referenceIn } from './upload.js';

const STARTS_ROUTE = 'POST /api/v1/operations/contract-starts';

/** What a line comes to; `again` where it has no answer yet. */
export type LineOutcome =
  LineEnd | { readonly status: 'again'; readonly inSeconds?: number; readonly isFailure?: boolean };

const AGAIN: LineOutcome = { status: 'again' };

/** Thrown through where a line has come to its end before its last step. */
class Ended extends Error {
  override readonly name = 'Ended';

  constructor(readonly outcome: LineOutcome) {
    super(outcome.status);
  }
}

/**
 * Starts the contract of one line by the calls that a caller would make for it, each under an idempotency key of its own
 * that the operation and the line make: who does a line again, after whatever crash, gets the same answers.
 */
@Injectable()
export class ContractStarts {
  private readonly validation = new ValidationPipe();

  constructor(
    private readonly orm: MikroORM,
    private readonly drafts: ContractDrafts,
    private readonly sendings: Sendings,
    private readonly standing: CallerStanding,
  ) {}

  /** Does a line, or goes on with it. Throws what nobody has foreseen. */
  async start(taken: TakenLine): Promise<LineOutcome> {
    let contract: string | null = null;
    try {
      const standing = await this.standing.now(callerOf(taken.operation), STARTS_ROUTE);
      contract = await this.drafted(taken, standing);
      if (taken.operation.goal === 'send') await this.sent(taken, standing, contract);
      return { status: 'succeeded', contract };
    } catch (error) {
      if (error instanceof Ended) return error.outcome;
      if (error instanceof Problem) return endOf(contract, error.document());
      throw error;
    }
  }

  /** The contract that the command of a line is for, if it has got as far as that. */
  async contractOf({ operation, line }: TakenLine): Promise<string | null> {
    const { caller, key } = callOf(operation, line.number, 'draft', {});
    const command = await findCommand(this.orm.em.fork(), commandIdOf(caller.name, key ?? ''));
    return command?.contractId ?? null;
  }

  private async drafted(taken: TakenLine, standing: Caller | null): Promise<string> {
    const { operation, line } = taken;
    // What is stored is carried out in any case; what is not is begun for nobody who may not do it any more.
    if (standing === null && (await this.contractOf(taken)) === null) throw new Ended({ status: 'skipped' });
    const { reference, ...document } = membersOf(line.document);
    const wanted = await this.validated(reference, document);
    if (standing !== null) checkReach(standing, wanted.clientId);
    const call = callOf(operation, line.number, 'draft', document as Json);
    const { id } = bodyOf<{ readonly id: string }>(null, await this.drafts.draft(call, wanted));
    return id;
  }

  private async sent(
    { operation, line }: TakenLine,
    standing: Caller | null,
    contract: string,
  ): Promise<void> {
    const call = callOf(operation, line.number, 'send', {});
    if (standing === null && !(await this.isStored(call))) throw endedCaller(call.caller);
    bodyOf(contract, await this.sendings.send(call, contract, {}));
  }

  private async isStored({ caller, key }: WriteCall): Promise<boolean> {
    return (await findCommand(this.orm.em.fork(), commandIdOf(caller.name, key ?? ''))) !== null;
  }

  /** What `POST /contracts` would take, with all faults at once. */
  private async validated(reference: unknown, document: object): Promise<z.infer<typeof newContract>> {
    const parsed = reference === undefined ? null : parseDocument(referenceIn, reference, 'reference');
    const faults = parsed && 'faults' in parsed ? parsed.faults : [];
    const wanted = await this.validation
      .transform(document, { type: 'body', schema: newContract })
      .catch((error: unknown) => {
        if (error instanceof Problem && error.errors.length > 0)
          throw Problem.ofFaults([...faults, ...error.errors]);
        throw error;
      });
    if (faults.length > 0) throw Problem.ofFaults(faults);
    return wanted as z.infer<typeof newContract>;
  }
}

/** Who asked for an operation, as it was then. */
function callerOf({ callerName: name, callerRole: role, callerClients: clients }: OperationRow): Caller {
  if (!isRole(role)) throw new Error('the caller of an operation has no role that there is');
  return { name, role, clients: clients ?? null };
}

/** A call that a line comes to. No caller can send its key: in a header there is no line feed. */
function callOf(operation: OperationRow, line: number, step: 'draft' | 'send', body: Json): WriteCall {
  return {
    caller: callerOf(operation),
    key: `${operation.id}\n${line}\n${step}`,
    ifVersion: null,
    method: 'POST',
    path: step === 'draft' ? '/api/v1/contracts' : '/api/v1/contracts/:contract/send',
    body,
  };
}

function membersOf(text: string): Readonly<Record<string, unknown>> {
  const document: unknown = JSON.parse(text);
  if (typeof document === 'object' && document !== null && !Array.isArray(document))
    return document as Record<string, unknown>;
  const allowed = 'allowed is an object, as POST /api/v1/contracts takes it';
  throw Problem.ofFaults([{ path: '', problem: 'is not an object', allowed }]);
}

/** The body of an answer. A 202 is no result: the line is looked at again. */
function bodyOf<Body>(contract: string | null, { status, body }: Reply): Body {
  if (status === 202) throw new Ended(AGAIN);
  if (status >= 400) throw new Ended(endOf(contract, body as ProblemDocument));
  return body as Body;
}

/** A problem that is about the moment and not about the line is none of the line's. */
function endOf(contract: string | null, problem: ProblemDocument): LineOutcome {
  return problem.code === 'unavailable' ? AGAIN : { status: 'failed', contract, problem };
}

function endedCaller({ name }: Caller): Problem {
  return new Problem('forbidden', `${name} may not send it any more: the contract stays a draft`);
}
