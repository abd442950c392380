import { accountOf } from './oracle/account.mjs';
import { chainOf } from './oracle/chain.mjs';
import { instant, seconds } from './oracle/days.mjs';
import { factsOf } from './people/rehearsal.mjs';
import { yuan } from './people/stories.mjs';
import { KEYS } from './world.mjs';

const ACTORS = new Set(KEYS.map(({ name }) => name));

/** What tells the entries of one kind in one contract apart. */
const MARKS = {
  'payment.received': ({ amount }) => amount,
  'settlement.paidOut': ({ amount }) => amount,
  'report.submitted': ({ period }) => period,
  'contract.signed': ({ by }) => by,
};

/**
 * Commands that were acknowledged and have no effect in the ledger, and effects that nobody was acknowledged: counted
 * by contract, kind, request, and what else tells them apart.
 *
 * @param {Pick<import('./client.mjs').Client, 'answered' | 'givenUp'>} client
 * @param {Map<string, object[]>} lines
 */
export function lostAndDoubled({ answered, givenUp }, lines) {
  const balance = new Map();
  const count = (key, by) => balance.set(key, (balance.get(key) ?? 0) + by);
  const keyOf = ({ contract, type, request = null, mark = null }) =>
    [contract, type, request, mark].join(' ');
  for (const told of answered) if (told.status < 300 && told.type !== 'clock') count(keyOf(told), 1);
  for (const line of [...lines.values()].flat()) {
    if (line.event === null || !ACTORS.has(line.actor)) continue;
    const mark = MARKS[line.kind]?.(line.payload) ?? null;
    count([line.contractId, line.kind, line.request, mark].join(' '), -1);
  }
  for (const told of givenUp) if (balance.get(keyOf(told)) < 0) count(keyOf(told), 1);
  const sides = (isSide) =>
    [...balance].filter(([, by]) => isSide(by)).map(([key, by]) => `${key} x ${Math.abs(by)}`);
  return { lost: sides((by) => by > 0), doubled: sides((by) => by < 0) };
}

/** Chains that do not hold, by our own reckoning, or that no longer have a line that was once seen at their end. */
export function chainFaults({ lines, heads }, seen) {
  const faults = [];
  for (const [contract, head] of heads) {
    const own = lines.get(contract) ?? [];
    const chain = chainOf(own);
    faults.push(...chain.faults.map((fault) => `${contract}: ${fault}`));
    if (chain.head.hash !== head.hash || chain.head.sequence !== head.sequence)
      faults.push(
        `${contract}: the head is ${head.sequence} ${head.hash}, the chain comes to ${chain.head.hash}`,
      );
  }
  for (const { contractId, sequence, hash } of seen) {
    const line = lines.get(contractId)?.[sequence - 1];
    if (sequence > 0 && line?.hash !== hash)
      faults.push(`${contractId}: line ${sequence} is not what was seen`);
  }
  return faults;
}

/** Invoices that are there twice, and penalties beyond their cap, whatever else is right. */
export function moneyFaults(lines) {
  const faults = [];
  for (const [contract, own] of lines) {
    const periods = own.filter(({ kind }) => kind === 'invoice.issued').map(({ payload }) => payload.period);
    if (new Set(periods).size !== periods.length) faults.push(`${contract}: invoices ${periods.join(', ')}`);
    const cap = own[0].payload.consequences?.find(({ id }) => id === 'missPenalty')?.caps[0]?.amount;
    const fixed = own
      .filter(({ kind }) => kind === 'penalty.fixed')
      .map(({ payload }) => fen(payload.penalty));
    const sum = fixed.reduce((all, penalty) => all + penalty, 0n);
    if (cap !== undefined && sum > fen(cap))
      faults.push(`${contract}: penalties ${yuan(sum)} are beyond ${cap}`);
  }
  return faults;
}

/**
 * Where a contract is not what the oracle makes of the commands that were acknowledged.
 *
 * @param {number} now a second by which nothing was overdue any more
 */
export function oracleFaults(hand, allLines, status, now) {
  const isReal = hand.terms.clock === 'real';
  const lines = isReal ? allLines.filter(({ at }) => seconds(at) <= now) : allLines;
  const own = (kind) => lines.filter((line) => line.kind === kind);
  const activatedAt = own('contract.activated')[0]?.at;
  if (activatedAt === undefined) return hand.isSettled ? [`${hand.contract} was never activated`] : [];
  const until = isReal ? now : hand.through;
  if (until === undefined) return [];
  const facts = factsOf(hand, until, seconds(activatedAt));
  const wanted = accountOf(isReal ? { ...facts, told: withInstants(facts, hand, lines) } : facts);
  const found = {
    invoices: own('invoice.issued').map(({ payload: { period, amount, credited, dueAt } }) => [
      period,
      amount,
      credited,
      dueAt,
    ]),
    penalties: own('penalty.fixed').map(
      ({ request, payload: { target, period, missedAt, full, penalty } }) => [
        request,
        target,
        period,
        missedAt,
        full,
        penalty,
      ],
    ),
    months: own('month.assessed').map(({ payload: { period, failed, streak } }) => [period, failed, streak]),
    right: own('terminationRight.arisen').map(({ at }) => at)[0] ?? null,
    missed: own('target.missed')
      .map(({ request, at, payload }) => `${request} ${payload.target} ${at}`)
      .sort(),
    settlement: settlementIn(lines),
  };
  const expected = expectation(wanted, found.settlement !== null);
  const faults = Object.keys(found)
    .filter((name) => JSON.stringify(found[name]) !== JSON.stringify(expected[name]))
    .map(
      (name) =>
        `${hand.contract}: ${name} are ${JSON.stringify(found[name])}, the oracle has ${JSON.stringify(expected[name])}`,
    );
  if (hand.isSettled && status !== 'closed') faults.push(`${hand.contract} is ${status}, all is settled`);
  return faults;
}

function expectation(wanted, isSettled) {
  const { invoices, penalties, months, rightAt, verdicts, settlement } = wanted;
  return {
    invoices: invoices.map(({ period, amount, credited, dueAt }) => [
      period,
      yuan(amount),
      yuan(credited),
      instant(dueAt),
    ]),
    penalties: penalties.map(({ request, target, period, at, full, penalty }) => [
      request,
      target,
      period,
      instant(at),
      yuan(full),
      yuan(penalty),
    ]),
    months: months.map(({ period, isFailed, streak }) => [period, isFailed, streak]),
    right: rightAt === null ? null : instant(rightAt),
    missed: (verdicts ?? [])
      .filter(({ outcome }) => outcome === 'missed')
      .map(({ request, target, at }) => `${request} ${target} ${instant(at)}`)
      .sort(),
    settlement:
      settlement === null && !isSettled
        ? null
        : settlement && [yuan(settlement.outstanding), yuan(settlement.penaltiesPaidOut)],
  };
}

function settlementIn(lines) {
  const last = lines.findLast(({ kind }) => kind === 'settlement.drawnUp' || kind === 'settlement.revised');
  return last ? [last.payload.outstanding, last.payload.penaltiesPaidOut] : null;
}

/** On the time of day the product says when a command counted: the instants are its, that they were given is ours. */
function withInstants({ told }, hand, lines) {
  const named = new Set(told.map(({ request }) => request));
  const rest = lines
    .filter(({ kind, event, actor, request }) => {
      return event !== null && ACTORS.has(actor) && /^(request|payment)\./.test(kind) && !named.has(request);
    })
    .map(({ kind, at, request, payload }) => ({
      type: kind,
      at,
      ...(request !== null && { request }),
      ...(payload.severity && { urgency: payload.severity.urgency, impact: payload.severity.impact }),
      ...(payload.amount !== undefined && { amount: fen(payload.amount) }),
    }));
  return [...told, ...rest];
}

function fen(amount) {
  return BigInt(amount.replace('.', ''));
}
