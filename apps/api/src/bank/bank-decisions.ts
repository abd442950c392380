import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { type Command } from '#domain/command';
import { formatYuan, subtractFen, type Fen } from '#domain/money/fen';
import { type PlainDate } from '#domain/time/dates';
import { addSeconds, type Instant } from '#domain/time/instant';
import { dayIn } from '#domain/time/zone';
import { type BankLineRow } from '#persistence/entities/bank-line';
import { type CommandRow } from '#persistence/entities/command';
import {
  bookingsOf,
  ignoreLine,
  keepBooking,
  lockLineOfBank,
  type BookingWithFate,
} from '#persistence/queries/bank';
import { findCommand, storeIntent } from '#persistence/queries/commands';
import { numbersOf } from '#persistence/queries/paper-numbers';
import { type WriteCall } from '../access/call.js';
import { Dispatcher } from '../commands/dispatcher.js';
import { commandAddress, WritePath } from '../commands/write-path.js';
import { commandAt, ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { now } from '../time.js';
import { type NewBooking } from './bank-schemas.js';
import { bookedOf, BankService } from './bank.service.js';

/** The contract has not answered yet. Thrown, so that this is not kept as the answer for ever. */
class Unanswered extends Error {
  constructor(readonly reply: Reply) {
    super('pending');
  }
}

/** What a person decides on a line: it is a payment of a contract, or it is none. */
@Injectable()
export class BankDecisions {
  constructor(
    private readonly orm: MikroORM,
    private readonly contracts: ContractReader,
    private readonly dispatcher: Dispatcher,
    private readonly writes: WritePath,
    private readonly bank: BankService,
  ) {}

  /**
   * Books a line, or part of it, as a payment received by a contract. The command's identity comes from the line and the
   * contract, so that the same booking asked for twice, also by two people at once, is one payment and has one answer.
   */
  async book(call: WriteCall, line: string, wish: NewBooking): Promise<Reply> {
    try {
      return await this.writes.once(call, () => this.booked(call.caller.name, line, wish));
    } catch (error) {
      if (error instanceof Unanswered) return error.reply;
      throw error;
    }
  }

  /** Decides that a line is no payment of any contract. To say so again with the same reason changes nothing. */
  ignore(call: WriteCall, line: string, reason: string): Promise<Reply> {
    return this.writes.once(call, async () => {
      await this.orm.em.fork().transactional(async (em) => {
        const row = await lockedLine(em, line);
        if (row.ignoredAt != null && row.ignoredReason === reason) return;
        refuseDecided(row);
        if (bookedOf(await bookingsOf(em, [line])) >= row.amount) {
          throw new Problem('bankLineDecided', `The line ${line} is booked: it cannot be ignored`);
        }
        await ignoreLine(em, row, { at: now(), by: call.caller.name, reason });
      });
      return new Reply(200, await this.bank.show(line));
    });
  }

  private async booked(by: string, line: string, wish: NewBooking): Promise<Reply> {
    const row = await this.orm.em.fork().transactional((em) => this.stored(em, by, line, wish));
    const outcome = await this.dispatcher.carryOut(row);
    if (outcome.kind === 'pending') throw new Unanswered(pendingReply(row));
    if (outcome.kind === 'applied') return new Reply(200, await this.bank.show(line));
    const problem = Problem.ofRefusal(outcome);
    return new Reply(problem.status, problem.document());
  }

  /** The stored command of a booking: made now, or by whoever asked for the same before. */
  private async stored(em: EntityManager, by: string, id: string, wish: NewBooking): Promise<CommandRow> {
    const line = await lockedLine(em, id);
    const bookings = await bookingsOf(em, [id]);
    const earlier = bookings.filter(({ contractId }) => contractId === wish.contract);
    const known = await this.contracts.get(wish.contract, em);
    const reference = await referenceOf(em, known, wish.reference ?? id);
    const standing = earlier.find(({ status }) => status !== 'refused');
    if (standing) return sameBooking(em, standing, wish, reference);
    refuseDecided(line);
    const amount = amountOf(line, bookings, wish);
    if (known.row.clock === 'manual') {
      const detail = `${wish.contract} is a rehearsal: money of a bank is not booked on it`;
      throw new Problem('clockIsManual', detail);
    }
    const attempt = earlier.length + 1;
    const command: Command = {
      id: commandIdOf(id, wish.contract, attempt),
      actor: by,
      body: { type: 'payment.received', at: receivedAt(known, line), amount, reference },
      ...(wish.lateReason !== undefined && { lateReason: wish.lateReason }),
    };
    const intent = { contract: wish.contract, owner: 'contract', command };
    const row = await storeIntent(em, intent, now());
    const booking = { lineId: id, contractId: wish.contract, attempt, amount, reference };
    await keepBooking(em, { ...booking, commandId: command.id, bookedBy: by, bookedAt: now() });
    return row;
  }
}

async function lockedLine(em: EntityManager, id: string): Promise<BankLineRow> {
  const line = await lockLineOfBank(em, id);
  if (!line) throw new Problem('unknownBankLine', `There is no bank line ${id}`);
  return line;
}

function refuseDecided({ id, ignoredAt, foreignReason }: BankLineRow): void {
  if (ignoredAt != null) throw new Problem('bankLineDecided', `The line ${id} was ignored`);
  if (foreignReason == null) return;
  throw new Problem('bankLineDecided', `The line ${id} is no payment to us: ${foreignReason}`);
}

/** The command of a booking that is there, where the same is asked for again. */
async function sameBooking(
  em: EntityManager,
  { lineId, contractId, amount, reference, commandId }: BookingWithFate,
  wish: NewBooking,
  wished: string,
): Promise<CommandRow> {
  const isSame =
    (wish.amount === undefined || wish.amount === amount) &&
    (wish.reference === undefined || wished === reference);
  if (!isSame) {
    const what = `${formatYuan(amount as Fen)} of ${lineId} are booked on ${contractId} with ${reference}`;
    throw new Problem('bankLineDecided', what);
  }
  const row = await findCommand(em, commandId);
  if (!row) throw new Error(`the booking of ${lineId} has no command ${commandId}`);
  return row;
}

function amountOf(line: BankLineRow, bookings: readonly BookingWithFate[], { amount }: NewBooking): Fen {
  const rest = subtractFen(line.amount as Fen, bookedOf(bookings));
  if (rest <= 0) throw new Problem('bankLineDecided', `All of the line ${line.id} is booked`);
  if (amount === undefined || amount <= rest) return amount ?? rest;
  const problem = `is ${formatYuan(amount)}`;
  throw Problem.ofFaults([
    { path: 'amount', problem, allowed: `allowed is at most what is left, ${formatYuan(rest)}` },
  ]);
}

/** The month of the invoice that a number names; anything else as it is. */
async function referenceOf(em: EntityManager, { row }: KnownContract, reference: string): Promise<string> {
  const numbers = (await numbersOf(em, 'invoice', [row.id])).get(row.id) ?? new Map<string, string>();
  return [...numbers].find(([, number]) => number === reference)?.[0] ?? reference;
}

/**
 * A bank says the day, not the second: money counts at the last second of its day in the contract's zone, so that what
 * came on the due day came in time, or now on the day itself.
 */
function receivedAt(known: KnownContract, { bookedOn }: BankLineRow): Instant {
  const day = dayIn(bookedOn as PlainDate, known.terms.zone);
  const present = now();
  if (present < day.from) return commandAt(known, day.from);
  return present < day.to ? commandAt(known) : commandAt(known, addSeconds(day.to, -1));
}

function commandIdOf(line: string, contract: string, attempt: number): string {
  const name = ['bank', line, contract, attempt].join('\0');
  return createHash('sha256').update(name, 'utf8').digest('hex').slice(0, 40);
}

function pendingReply({ id }: CommandRow): Reply {
  const detail =
    'The booking is stored and will be carried out as soon as the workflow service answers. Look it up at its address.';
  return new Reply(
    202,
    { command: id, status: 'pending', address: commandAddress(id), detail },
    commandAddress(id),
  );
}
