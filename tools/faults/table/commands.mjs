import { setTimeout as delay } from 'node:timers/promises';
import { instant, startOf } from '../oracle/days.mjs';
import { moveClock } from '../people/rehearsal.mjs';
import { Hand, SEVERITIES } from '../people/stories.mjs';

const COPIES = 20;
const FLOOD = 150;
const MEGABYTE = 2 ** 20;

/** @type {import('./kills.mjs').Fault[]} */
export const commands = [
  {
    name: 'a payload of 2 MB',
    what: 'is refused by one problem and changes nothing',
    isShort: true,
    async inflict({ load, world }) {
      const { contract } = load.running;
      const before = await linesOf(world, contract);
      const body = { party: 'client', signer: 'x'.repeat(2 * MEGABYTE) };
      const path = `/contracts/${contract}/signatures`;
      const { status, body: problem } = await load.client.once('POST', path, {
        body,
        key: `large-${Date.now()}`,
      });
      const faults = [];
      if (status !== 413 || problem.code !== 'bodyTooLarge')
        faults.push(`2 MB were answered ${status} ${problem.code}`);
      if ((await linesOf(world, contract)) !== before) faults.push('2 MB changed the ledger');
      return { faults };
    },
  },
  {
    name: 'one command many times',
    what: `${COPIES} copies at once under one key have one effect, and one answer`,
    isShort: true,
    async inflict({ load, random }) {
      const before = load.client.complaints.length;
      await load.running.pay(700_000 + random.whole(0, 99_999), {}, COPIES);
      return { note: `${load.client.complaints.length - before} of them had another answer` };
    },
  },
  {
    name: 'a flood',
    what: `${FLOOD} payments of one contract at once, in whatever order they arrive`,
    isShort: false,
    async inflict({ load }) {
      const from = 500_000 + (Date.now() % 100_000) * 1_000;
      await Promise.all(Array.from({ length: FLOOD }, (_, number) => load.running.pay(from + number)));
      return {};
    },
  },
  {
    name: 'out of order and late',
    what: 'a response before its record is refused; one dated before its deadline has passed needs a reason',
    isShort: true,
    async inflict({ load }) {
      const hand = load.running;
      const request = `O-${Date.now()}`;
      const path = `/contracts/${hand.contract}/requests/${request}/actions`;
      const early = await load.client.once('POST', path, {
        body: { type: 'respond' },
        key: `${request}-early`,
      });
      const now = Math.floor(Date.now() / 1000);
      await hand.record(request, SEVERITIES[0], { at: instant(now - 20 * 60) });
      await delay(5_000);
      const body = { type: 'respond', at: instant(now - 10 * 60) };
      const late = await load.client.once('POST', path, { body, key: `${request}-late` });
      const faults = [];
      if (early.body.code !== 'unknownRequest')
        faults.push(`a response without a record: ${early.status} ${early.body.code}`);
      if (late.body.code !== 'lateFact')
        faults.push(`a late response without a reason: ${late.status} ${late.body.code}`);
      return { faults };
    },
  },
  {
    name: 'at continue-as-new',
    what: 'payments in the very moment in which a month closes and the workflow begins a new history',
    isShort: true,
    async inflict({ load, random }) {
      const terms = { clock: 'manual', termStart: '2025-05-01', termMonths: 2, fee: 1000, permille: 5 };
      const hand = new Hand(load, `C-N-${random.whole(100_000, 999_999)}`, terms);
      await hand.sign();
      const end = startOf('2025-06-01');
      const payments = Array.from({ length: 6 }, async (_, number) => {
        await delay(random.whole(0, 60));
        await hand.pay(100 + number, { at: instant(end) });
      });
      await Promise.all([moveClock(hand, end), ...payments]);
      await moveClock(hand, end + 1);
      return {};
    },
  },
];

async function linesOf(world, contract) {
  return world.sql(async (client) => {
    const { rows } = await client.query('select sequence from ledger_head where contract_id = $1', [
      contract,
    ]);
    return rows[0].sequence;
  });
}
