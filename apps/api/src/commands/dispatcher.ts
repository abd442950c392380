import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import {
  Client,
  isGrpcServiceError,
  ServiceError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { type Answer, type Command, type Limit, type Owner } from '#domain/command';
import { type CommandRow } from '#persistence/entities/command';
import { commandOf, findCommand } from '#persistence/queries/commands';
import { findContract } from '#persistence/queries/contracts';
import { moveManualClock } from '#rehearsal/manual-clock';
import { sendCommand, type Addressee } from '#temporal/dispatch';
import { traced, traceparent } from '#telemetry/tracing';
import { type Instant } from '#domain/time/instant';
import { messageOf } from '../http/message.js';
import { ApiMetrics } from '../telemetry/api-metrics.js';
import { now } from '../time.js';
import { Patience } from './patience.js';

const REPEAT_MILLISECONDS = 500;
/** Starting a contract takes its workflow some hundredths of a second; the caller is not kept longer than this. */
const LOOK_MILLISECONDS = 50;
const MOST_LOOKS = 40;

/** With the last signature a contract whose term has begun starts. */
const MAY_BE_THE_LAST: ReadonlySet<string> = new Set(['contract.signed', 'signature.given']);

/** The answer of a command, or that there is none yet: it is stored, and the sweeper sends it again. */
export type Outcome = Answer | { readonly kind: 'pending' };

/** Sends stored commands to the workflows of their owners. */
@Injectable()
export class Dispatcher {
  private readonly logger = new Logger('Dispatcher');

  constructor(
    private readonly orm: MikroORM,
    private readonly client: Client,
    private readonly patience: Patience,
    private readonly metrics: ApiMetrics,
  ) {}

  /**
   * Has a command carried out and gives its answer. One that has its answer already was carried out by a process that
   * died before anybody heard of it: its workflow is told again, as no history may know of it. Throws when the workflow
   * failed on it.
   */
  async carryOut(row: CommandRow): Promise<Outcome> {
    if (row.answer) {
      this.tellAgain(row).catch((error: unknown) => this.logger.warn(`${row.id}: ${messageOf(error)}`));
      return row.answer as unknown as Answer;
    }
    const command = commandOf(row);
    const { type } = command.body;
    const what = {
      name: `command ${type}`,
      kind: 'client',
      attributes: { 'pacta.command': row.id },
    } as const;
    const outcome = await traced(what, () => this.outcomeOf(row, command));
    this.metrics.commands.inc({ type, outcome: outcome.kind });
    return outcome;
  }

  private async outcomeOf(row: CommandRow, command: Command): Promise<Outcome> {
    const trace = traceparent();
    const sent = { ...command, ...(trace !== undefined && { trace }) };
    const answer = await this.inTime(row.id, this.patience.commandMilliseconds, () => this.send(row, sent));
    if (answer) return answer;
    const again = await findCommand(this.orm.em.fork(), row.id);
    return again?.answer ? (again.answer as unknown as Answer) : { kind: 'pending' };
  }

  /** Tells a workflow what its owner has answered already: it learns where the owner stands. */
  async tellAgain(row: CommandRow): Promise<void> {
    await this.inTime(row.id, this.patience.commandMilliseconds, () => this.send(row, commandOf(row)));
  }

  /** Moves a manual clock. False when that took too long: what was reached stays, and to ask again goes on from there. */
  async moveClock(contract: string, clientId: string, limit: Limit): Promise<boolean> {
    const stage = { orm: this.orm, client: this.client };
    const moved = await this.inTime(contract, this.patience.clockMilliseconds, async () => {
      await moveManualClock(stage, { contract, clientId }, limit);
      return true;
    });
    return moved ?? false;
  }

  private async send(row: CommandRow, command: Command): Promise<Answer | null> {
    const to = await this.addresseeOf(row, command);
    if (to.clock === 'manual' && command.body.type !== 'contract.draft')
      await this.moveTo(to, command.body.at);
    const { answer } = await sendCommand(this.client, to, command);
    if (MAY_BE_THE_LAST.has(command.body.type)) await this.startIfDue(to, command);
    return answer;
  }

  /** A contract whose term has begun starts by itself a moment after its second signature: the answer shows it started. */
  private async startIfDue(to: Addressee, command: Command): Promise<void> {
    const row = await findContract(this.orm.em.fork(), to.contract);
    if (row?.status !== 'signed') return;
    if (to.clock === 'manual') return this.moveTo(to, command.body.at);
    if (row.nextAt == null || row.nextAt > now()) return;
    for (let times = 0; times < MOST_LOOKS; times++) {
      await delay(LOOK_MILLISECONDS);
      if ((await findContract(this.orm.em.fork(), to.contract))?.status !== 'signed') return;
    }
  }

  /** Everything that comes before the events of an instant. */
  private moveTo(to: Addressee, at: Instant): Promise<void> {
    return moveManualClock({ orm: this.orm, client: this.client }, to, { until: at, stage: 'beforeEvents' });
  }

  private async addresseeOf(row: CommandRow, command: Command): Promise<Addressee> {
    const contract = row.contractId;
    const { body } = command;
    if (body.type === 'contract.draft') {
      return { contract, owner: { kind: 'contract' }, clock: body.clock, clientId: body.clientId };
    }
    const found = await findContract(this.orm.em.fork(), contract);
    if (!found) throw new Error(`the command ${row.id} is for ${contract}, which is not there`);
    return { contract, owner: ownerOf(row.owner), clock: found.clock, clientId: found.clientId };
  }

  /** What the work gives, or null when Temporal did not answer in time; while it is away, it is asked again. */
  private async inTime<Value>(
    name: string,
    milliseconds: number,
    work: () => Promise<Value>,
  ): Promise<Value | null> {
    const signal = AbortSignal.any([AbortSignal.timeout(milliseconds), this.patience.ending]);
    let reason: unknown = 'the API is ending';
    while (!signal.aborted) {
      try {
        return await this.client.withAbortSignal(signal, work);
      } catch (error) {
        if (!isTemporalAway(error)) throw error;
        reason = error;
        await delay(REPEAT_MILLISECONDS, undefined, { signal }).catch(() => undefined);
      }
    }
    this.logger.warn(`${name} has no answer yet: ${messageOf(reason)}`);
    return null;
  }
}

function ownerOf(name: string): Owner {
  return name === 'contract'
    ? { kind: 'contract' }
    : { kind: 'incident', request: name.slice('request/'.length) };
}

function isTemporalAway(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || error instanceof ServiceError) return true;
  return isGrpcServiceError(error);
}
