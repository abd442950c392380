// A contract on a manual clock: months pass as fast as they are told to, so that whole terms fit into a run.
import { accountOf } from '../oracle/account.mjs';
import { DAY, instant, monthAfter, startOf } from '../oracle/days.mjs';
import { Hand, SEVERITIES, yuan } from './stories.mjs';

const MINUTE = 60;
const HOUR = 3600;
const STARTS = ['2025-01-01', '2025-03-01', '2025-09-01', '2026-01-01'];
const RESPONSE_MINUTES = [15, 30, 240, 480];

/** Draft to close. Ends early, at a place where the oracle can follow, when the load ends. */
export async function rehearse(load, random, contract) {
  const terms = {
    clock: 'manual',
    termStart: random.oneOf(STARTS),
    termMonths: random.whole(2, 4),
    fee: random.oneOf([1000, 20_000, 33_333]),
    permille: random.oneOf([5, 12, 40]),
  };
  const hand = new Hand(load, contract, terms);
  await hand.sign();
  for (const event of eventsOf(terms, random)) {
    if (load.isEnding) break;
    await event.tell(hand);
    hand.through = event.at;
  }
  if (!load.isEnding) await settle(hand, terms);
  await moveClock(hand, (hand.through ?? startOf(terms.termStart)) + 1);
}

/** Everything that will be told, in the order of its instants. */
function eventsOf({ termStart, termMonths, fee }, random) {
  const first = termStart.slice(0, 7);
  const end = startOf(`${monthAfter(first, termMonths)}-01`);
  const events = Array.from({ length: termMonths }, (_, index) => {
    const [month, next] = [monthAfter(first, index), monthAfter(first, index + 1)];
    return [
      ...requestsOf(month, index, random),
      ...moneyOf(month, next, fee, random),
      clockAt(startOf(`${next}-01`), 'monthEnd'),
    ];
  }).flat();
  const within = events.filter(({ at, isOfRequest }) => !isOfRequest || at < end);
  return within.toSorted((a, b) => a.at - b.at);
}

function requestsOf(month, index, random) {
  return Array.from({ length: random.whole(1, 2) }, (_, number) => {
    const request = `R${index + 1}-${number + 1}`;
    const kind = random.whole(0, 3);
    const at = startOf(`${month}-01`) + random.whole(1, 25) * DAY + random.whole(0, DAY - 1);
    const told = [{ at, tell: (hand) => hand.record(request, SEVERITIES[kind], { at: instant(at) }) }];
    let now = at;
    const then = (action, seconds, more = {}) => {
      now += seconds;
      const when = now;
      told.push({ at: when, tell: (hand) => hand.act(request, action, { at: instant(when), ...more }) });
    };
    life(kind, random, then);
    return told.map((event) => ({ ...event, isOfRequest: true }));
  }).flat();
}

/** Mostly in time, sometimes late, sometimes never; the very last second of a deadline is in time. */
function life(kind, random, then) {
  const limit = RESPONSE_MINUTES[kind] * MINUTE;
  if (random.chance(0.15)) return;
  then(
    'respond',
    random.chance(0.3) ? limit + random.whole(1, HOUR) : random.oneOf([limit, random.whole(1, limit)]),
  );
  if (random.chance(0.4)) {
    then('pause', random.whole(1, 2 * HOUR), { reason: 'waitingForClient' });
    then('resume', random.whole(1, 30 * HOUR));
  }
  if (random.chance(0.4)) then('workaround', random.whole(1, 8 * HOUR));
  if (random.chance(0.1)) return;
  then('resolve', random.whole(1, 30 * HOUR));
  if (random.chance(0.8)) then('close', random.whole(1, HOUR));
}

function moneyOf(month, next, fee, random) {
  const events = [];
  const shares = random.oneOf([[1], [0.5, 0.5], [1.2], [], [0.9]]);
  for (const [index, share] of shares.entries()) {
    const at = startOf(`${month}-01`) + random.whole(2, 20) * DAY + index;
    const fen = Math.round(fee * 100 * share) + index;
    events.push({ at, tell: (hand) => hand.pay(fen, { at: instant(at) }) });
  }
  const at = startOf(`${next}-01`) + random.whole(0, 7) * DAY + 5 * HOUR;
  const report = { at: instant(at), knowledgeBaseContributions: 1 };
  if (random.chance(0.8)) {
    const path = `/reports/${month}/submission`;
    events.push({ at, tell: (hand) => hand.tell('report.submitted', path, report, { mark: month }) });
  }
  return events;
}

function clockAt(at, phase) {
  return {
    at,
    async tell(hand) {
      hand.load.reached(phase);
      await moveClock(hand, at);
    },
  };
}

/** All that is due by then happens. */
export async function moveClock(hand, at) {
  await hand.tell('clock', '/clock', { until: instant(at) });
  hand.through = at;
}

/** After the end and the last report's day: what is owed either way is paid, and the contract closes. */
async function settle(hand, terms) {
  const end = startOf(`${monthAfter(terms.termStart.slice(0, 7), terms.termMonths)}-01`);
  hand.load.reached('settlement');
  await moveClock(hand, end + 12 * DAY);
  const { settlement } = accountOf(factsOf(hand, hand.through));
  const at = hand.through + HOUR;
  if (settlement.outstanding > 0n) await hand.pay(settlement.outstanding, { at: instant(at) });
  const { owed } = accountOf(factsOf(hand, at)).settlement;
  if (owed > 0n) {
    const body = { amount: yuan(owed), at: instant(at) };
    await hand.tell('settlement.paidOut', '/payouts', body, { mark: body.amount });
  }
  hand.through = at;
  hand.isSettled = true;
}

/** What the oracle needs of a hand: its terms, and what was accepted, in order. */
export function factsOf({ terms, accepted }, until, activatedAt = startOf(terms.termStart)) {
  const isSigned = accepted.filter(({ type }) => type === 'contract.signed').length === 2;
  return {
    termStart: terms.termStart,
    termMonths: terms.termMonths,
    monthlyFee: BigInt(terms.fee) * 100n,
    permille: BigInt(terms.permille),
    activatedAt: isSigned ? activatedAt : null,
    until,
    told: accepted
      .filter(({ body }) => body.at !== undefined)
      .map(({ type, request, body }) => ({
        type,
        at: body.at,
        ...(request !== undefined && { request }),
        ...(body.urgency !== undefined && { urgency: body.urgency, impact: body.impact }),
        ...(body.amount !== undefined && { amount: BigInt(body.amount.replace('.', '')) }),
      })),
  };
}
