import { setTimeout as delay } from 'node:timers/promises';
import { chainFaults, lostAndDoubled, moneyFaults, oracleFaults } from './invariants.mjs';
import { readLedgers } from './ledgers.mjs';
import { replayAll, temporalClient, untilAllWait } from './temporal-check.mjs';

const QUIET_SECONDS = 60;
const OVERDUE = `
  select 'contract ' || id as owner from contract where clock = 'real' and next_at <= $1
  union all
  select 'request ' || contract_id || ' ' || request from incident join contract on contract.id = contract_id
   where contract.clock = 'real' and incident.next_at <= $1`;

/**
 * Looks at everything once the faults have stopped and everybody has their answers.
 *
 * @param {import('./table/kills.mjs').Scene} scene
 * @param {object[]} seen ends of chains that were seen during the run
 * @param {number} [mostStories] how many contracts the product is asked about; all when left out
 * @returns {Promise<{ invariants: { name: string, what: string, faults: string[], note: string }[], lost: string[], doubled: string[] }>}
 */
export async function verdictOn({ world, load, random }, seen, mostStories = Infinity) {
  const settings = world.temporalSettings;
  const client = await temporalClient(settings);
  try {
    const waiting = await untilAllWait(client, QUIET_SECONDS);
    const overdue = await untilNothingIsOverdue(world);
    const ledgers = await readLedgers(world);
    const { lost, doubled } = lostAndDoubled(load.client, ledgers.lines);
    const replayed = await replayAll(client, settings);
    const invariants = [
      ...commandsOf(load, ledgers, lost, doubled),
      ...moneyOf(load, ledgers, overdue.now),
      row(
        'chains',
        'every chain holds by our own reckoning, and has what was seen at its end',
        chainFaults(ledgers, seen),
        `${ledgers.heads.size} chains`,
      ),
      row(
        'waiting',
        `every workflow waits or is over within ${QUIET_SECONDS} s`,
        waiting.busy,
        `after ${waiting.seconds.toFixed(1)} s`,
      ),
      row('overdue', 'no deadline of a contract on the time of day is forgotten', overdue.faults, ''),
      await storiesOf(load, random, mostStories),
      row('replay', 'every history replays the same', replayed.faults, `${replayed.count} histories`),
    ];
    return { invariants, lost, doubled };
  } finally {
    await client.connection.close();
  }
}

function row(name, what, faults, note) {
  return { name, what, faults, note };
}

function commandsOf(load, { waiting }, lost, doubled) {
  const { answered, complaints } = load.client;
  const unanswered = waiting.map(({ contractId, type, status }) => `${contractId}: ${type} is ${status}`);
  const faults = [...lost.map((each) => `lost: ${each}`), ...doubled.map((each) => `doubled: ${each}`)];
  return [
    row('once', 'an acknowledged command has exactly one effect', faults, `${answered.length} commands`),
    row('answered', 'no stored command is without its answer', unanswered, ''),
    row(
      'answers',
      'nobody was refused what is allowed, or answered 500, or otherwise than their copy',
      [...load.faults, ...complaints],
      '',
    ),
  ];
}

function moneyOf(load, { lines, contracts }, now) {
  const oracle = load.hands
    .filter(({ contract }) => lines.has(contract))
    .flatMap((hand) =>
      oracleFaults(hand, lines.get(hand.contract), contracts.get(hand.contract).status, now),
    );
  const settled = load.hands.filter(({ isSettled }) => isSettled).length;
  return [
    row('money', 'one invoice for a month, and no penalty beyond the cap', moneyFaults(lines), ''),
    row(
      'oracle',
      'deadlines, penalties, months, invoices and settlements are what the oracle has',
      oracle,
      `${load.hands.length} contracts, ${settled} of them to the end`,
    ),
  ];
}

/** The product's own check: histories, ledger, read model and documents tell one story. */
async function storiesOf(load, random, most) {
  const hands = random.shuffled(load.hands).slice(0, most);
  const faults = [];
  for (const { contract } of hands) {
    const { status, body } = await load.client.once('GET', `/contracts/${contract}/story`);
    if (status === 404) continue;
    const told =
      status === 200
        ? body.differences
        : [{ kind: `answered ${status}`, where: '', detail: JSON.stringify(body) }];
    faults.push(...told.map(({ kind, where, detail }) => `${contract}: ${kind} ${where} ${detail}`));
  }
  return row(
    'one story',
    'histories, ledger, read model and documents tell one story, by the product',
    faults,
    `${hands.length} contracts`,
  );
}

/** Deadlines are looked at some seconds after they pass. */
async function untilNothingIsOverdue(world) {
  const now = Math.floor(Date.now() / 1000);
  const giveUpAt = Date.now() + QUIET_SECONDS * 1000;
  for (;;) {
    const rows = await world.sql(
      async (client) => (await client.query(OVERDUE, [new Date(now * 1000)])).rows,
    );
    if (rows.length === 0 || Date.now() > giveUpAt) return { now, faults: rows.map(({ owner }) => owner) };
    await delay(500);
  }
}
