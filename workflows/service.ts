import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { type Command, type Limit, limitBefore, type Standpoint } from '#domain/command';
import { addSeconds } from '#domain/time/instant';
import { Alarm } from './alarm.js';
import { Inbox, type Job } from './inbox.js';
import { advanceTo, carryOut, look, type OwnerInput, standpointQuery } from './messages.js';
import { GRACE_SECONDS, now, takeTurn, untilOver } from './turns.js';

const BLOCKED_RETRY_SECONDS = 1;

/** How one kind of owner differs from the other. */
export interface Manner {
  /** Spreads the processing of deadlines; the deadlines themselves are legal facts and do not move. */
  readonly delayMilliseconds: number;
  /** Called after each turn; says whether the workflow should continue as new before its next one. */
  afterTurn(standpoint: Standpoint): boolean;
  /** Whether what a turn set off is still on its way: the workflow stays until it is not. */
  isBusy(): boolean;
}

/**
 * The life of an owner between its first turn and its end: whatever comes first, a command or a deadline, is taken as a
 * turn, one at a time. Comes back with `continue` when the history should begin anew, or `over`.
 */
export async function serve(
  input: OwnerInput,
  manner: Manner,
): Promise<{ end: 'over' | 'continue'; standpoint: Standpoint }> {
  const inbox = new Inbox();
  const alarm = new Alarm(input.movesAlarmBack === true);
  let standpoint = input.standpoint ?? null;
  let looked = input.standpoint !== undefined;
  let wantsNewHistory = false;
  setHandler(carryOut, (command) => inbox.ask(command, limitBefore(command)), { validator: validateCommand });
  setHandler(advanceTo, (limit) => inbox.ask(null, limit), {
    validator: (_limit: Limit) => validateManualClock(input),
  });
  setHandler(standpointQuery, () => standpoint);
  setHandler(look, () => {
    looked = false;
  });

  const taken = (next: Standpoint): void => {
    standpoint = next;
    looked = true;
    wantsNewHistory = manner.afterTurn(next) || wantsNewHistory;
    if (input.clock === 'manual' || next.over) alarm.stop();
    else if (next.blocked) alarm.set(addSeconds(now(), BLOCKED_RETRY_SECONDS));
    else if (next.nextAt !== null)
      alarm.set(addSeconds(next.nextAt, GRACE_SECONDS), next.nextAt > now() ? manner.delayMilliseconds : 0);
  };
  const isDone = (): boolean => allHandlersFinished() && !manner.isBusy();
  if (standpoint) taken(standpoint);

  for (;;) {
    await condition(() => !inbox.isEmpty || alarm.rang || !looked || mayLeave(standpoint, wantsNewHistory));
    const job = inbox.next();
    if (job) await perform(input, job, taken);
    else if (alarm.rang || !looked) {
      alarm.quiet();
      taken(await takeTurn(input, null, input.clock === 'real' ? untilOver() : NOTHING));
    } else if (standpoint && isDone()) {
      alarm.stop();
      return { end: standpoint.over ? 'over' : 'continue', standpoint };
    } else await condition(() => !inbox.isEmpty || isDone());
  }
}

/** Looks without moving the clock: no deadline lies before the first instant there is. */
const NOTHING: Limit = { until: '1970-01-01T00:00:00Z' as Limit['until'], stage: 'beforeEvents' };

function mayLeave(standpoint: Standpoint | null, wantsNewHistory: boolean): boolean {
  if (standpoint === null) return false;
  return standpoint.over || wantsNewHistory || workflowInfo().continueAsNewSuggested;
}

async function perform(input: OwnerInput, job: Job, taken: (standpoint: Standpoint) => void): Promise<void> {
  try {
    let standpoint = await takeTurn(input, job.command, job.limit);
    while (standpoint.blocked && job.command) {
      await sleep(BLOCKED_RETRY_SECONDS * 1000);
      standpoint = await takeTurn(input, job.command, job.limit);
    }
    taken(standpoint);
    job.answer(standpoint);
  } catch (error) {
    job.fail(error);
  }
}

function validateCommand(command: Command): void {
  if (!command.id || !command.body?.type || !command.body.at) {
    throw ApplicationFailure.nonRetryable(
      'a command needs an id and a body with type and at',
      'malformedCommand',
    );
  }
}

function validateManualClock(input: OwnerInput): void {
  if (input.clock !== 'manual') {
    throw ApplicationFailure.nonRetryable('only a manual clock can be moved', 'clockIsReal');
  }
}
