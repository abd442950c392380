// What the product's workflows are compared with: as many updates, local activities and timers, and nothing in them.
import {
  allHandlersFinished,
  CancellationScope,
  condition,
  defineUpdate,
  isCancellation,
  proxyLocalActivities,
  setHandler,
  sleep,
} from '@temporalio/workflow';

const { nothing } = proxyLocalActivities({ startToCloseTimeout: '10 seconds' });

const step = defineUpdate('step');

/** Takes so many updates, one at a time; its timer is started with the first and is not due before the last. */
export async function request(updates, timerMilliseconds) {
  let left = updates;
  let turn = Promise.resolve();
  const timer = new CancellationScope();
  setHandler(step, (command) => {
    if (left === updates) void timer.run(() => sleep(timerMilliseconds)).catch(unlessCancelled);
    turn = turn.then(() => nothing(command));
    return turn.finally(() => left--);
  });
  await condition(() => left === 0 && allHandlersFinished());
  timer.cancel();
}

/** Fires so many timers one after another, each with one local activity, and takes what comes meanwhile. */
export async function months(timers, timerMilliseconds) {
  let turn = Promise.resolve();
  setHandler(step, (command) => (turn = turn.then(() => nothing(command))));
  for (let timer = 0; timer < timers; timer++) {
    await sleep(timerMilliseconds);
    await nothing(null);
  }
  await condition(allHandlersFinished);
}

function unlessCancelled(error) {
  if (!isCancellation(error)) throw error;
}
