import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const READ_ONLY_SECONDS = 3;
const EXHAUSTED_SECONDS = 4;
const FULL_SECONDS = 4;

/** @type {import('./kills.mjs').Fault[]} */
export const database = [
  {
    name: 'read-only',
    what: `PostgreSQL takes no writes for ${READ_ONLY_SECONDS} s (default_transaction_read_only)`,
    isShort: true,
    async inflict({ world }) {
      await world.sql(async (client) => {
        await client.query('alter system set default_transaction_read_only = on');
        await client.query('select pg_reload_conf()');
      });
      await delay(READ_ONLY_SECONDS * 1000);
      await world.sql(async (client) => {
        await client.query('set transaction_read_only = off');
        await client.query('alter system reset default_transaction_read_only');
        await client.query('select pg_reload_conf()');
      });
      return {};
    },
  },
  {
    name: 'no connections left',
    what: `every connection of the product is ended, and for ${EXHAUSTED_SECONDS} s others hold all there are`,
    isShort: false,
    async inflict({ world }) {
      const held = await holdAll(world);
      await delay(EXHAUSTED_SECONDS * 1000);
      await Promise.all(held.map((client) => client.end().catch(() => undefined)));
      return { note: `${held.length} connections were held` };
    },
  },
  {
    name: 'disk full',
    what: `PostgreSQL's disk is full for ${FULL_SECONDS} s`,
    isShort: false,
    async inflict({ world }) {
      if (world.disk === null)
        return { note: 'not tried: this machine gives no disk of its own (root and loop mounts)' };
      await world.whenUp();
      world.disk.fill();
      await delay(FULL_SECONDS * 1000);
      const note = `${world.disk.freeMegabytes().toFixed(1)} MB were free`;
      world.disk.clear();
      return { note };
    },
  },
];

/** Takes connections until there are none, ends those of the product, and takes theirs as well. */
async function holdAll(world) {
  const held = [];
  const take = async () => {
    for (;;) {
      const client = new pg.Client(world.databaseUrl);
      client.on('error', () => undefined);
      try {
        await client.connect();
        held.push(client);
      } catch {
        return;
      }
    }
  };
  await take();
  await held[0]?.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> all($1) and backend_type = $2',
    [await idsOf(held), 'client backend'],
  );
  await take();
  return held;
}

async function idsOf(clients) {
  const answers = await Promise.all(clients.map((client) => client.query('select pg_backend_pid() as id')));
  return answers.map(({ rows }) => rows[0].id);
}
