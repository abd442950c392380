import { type Command, type Turn } from '#domain/command';
import { addSeconds, toSeconds, type Instant } from '#domain/time/instant';
import { type CommandRow } from '#persistence/entities/command';
import { commandOf } from '#persistence/queries/commands';

/**
 * A fact that is put on record within this time of when it happened was told at once; an older one was dated back. Short:
 * nobody gets a minute in which a target that was missed is met without a word.
 */
const AT_ONCE_SECONDS = 5;
/** No deadline is looked at before it has been over for so long: among what comes sooner, there is only an order. */
const MOMENT_SECONDS = 2;

/**
 * The command of a contract as it is to be carried out. A fact that was told when it happened, and is taken up later
 * because something was away or busy, counts from then: what was accounted for meanwhile does not make it a late one,
 * and the reason is ours to give. One that was dated back by who told it needs theirs.
 */
export function toldInTime(command: Command, stored: CommandRow): Command {
  if (command.lateReason !== undefined || !wasToldAtOnce(stored)) return command;
  return { ...command, lateReason: reasonOf(stored) };
}

/**
 * The same for a request: a late fact of it may change the account of its contract. Of several that come in one moment
 * none is late; {@link inOrder} sets them behind one another.
 */
export function toldInTimeOfRequest(command: Command, stored: CommandRow, now: Turn['now']): Command {
  return isOfThisMoment(command, now) ? command : toldInTime(command, stored);
}

/** When a fact of this moment counts that others of the same moment have overtaken: right behind them. */
export function inOrder(command: Command, stored: CommandRow, now: Turn['now'], through: Instant): Command {
  const { body } = command;
  const isOvertaken = body.at < through && isOfThisMoment(command, now) && wasToldAtOnce(stored);
  return isOvertaken ? { ...command, body: { ...body, at: through } } : command;
}

function isOfThisMoment({ body }: Command, now: Instant): boolean {
  return now <= addSeconds(body.at, MOMENT_SECONDS);
}

/** Only what was stored before its turn says when it was told. */
function wasToldAtOnce(row: CommandRow): boolean {
  const { type, at } = commandOf(row).body;
  if (row.sentAt == null) return false;
  const toldAfterSeconds = toSeconds(row.createdAt) - toSeconds(at);
  return type !== 'contract.draft' && Math.abs(toldAfterSeconds) <= AT_ONCE_SECONDS;
}

function reasonOf({ createdAt }: CommandRow): string {
  return `told at ${createdAt}, taken up later: a service was away or busy`;
}
