// Contracts on the time of day: their deadlines pass by Temporal's timers.
import { setTimeout as delay } from 'node:timers/promises';
import { instant } from '../oracle/days.mjs';
import { Hand, SEVERITIES } from './stories.mjs';

const MINUTE = 60;
const RESPONSE_MINUTES = 15;

/** A contract that runs: its term began with this month. */
export async function runningContract(load, contract) {
  const terms = { clock: 'real', termStart: `${thisMonth()}-01`, termMonths: 12, fee: 20_000, permille: 5 };
  const hand = new Hand(load, contract, terms);
  await hand.sign();
  await hand.whenStatus(['active']);
  return hand;
}

/** Requests come, are worked on and closed, and money comes in small amounts, each of its own. */
export async function serve(load, random, contract) {
  const hand = await runningContract(load, contract);
  for (let number = 1; !load.isEnding; number++) {
    const request = `L${number}`;
    await hand.record(request, random.oneOf(SEVERITIES));
    await hand.act(request, 'respond');
    if (random.chance(0.5)) {
      await hand.act(request, 'pause', { reason: 'waitingForClient' });
      await hand.act(request, 'resume');
    }
    await hand.pay(100 + number);
    await hand.act(request, 'resolve');
    if (random.chance(0.9)) await hand.act(request, 'close');
  }
}

/** Requests that were put on record almost a quarter of an hour ago: nobody responds, and the deadline passes soon. */
export async function missDeadlines(load, random, contract) {
  const hand = await runningContract(load, contract);
  for (let number = 1; !load.isEnding; number++) {
    const now = Math.floor(Date.now() / 1000);
    const at = instant(now - RESPONSE_MINUTES * MINUTE + random.whole(3, 12));
    await hand.record(`M${number}`, SEVERITIES[0], { at });
    await delay(random.whole(500, 3_000));
  }
}

/** A contract that is drafted, signed and begins, and one request of it; the next one follows. */
export async function signAnother(load, random, contract) {
  const hand = await runningContract(load, contract);
  await hand.record('A1', random.oneOf(SEVERITIES));
  await hand.act('A1', 'respond');
}

/** In Shanghai, where the contracts are. */
function thisMonth() {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
}
