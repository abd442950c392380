import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { keys } from '../temporal/keys.mjs';
import { bareLife } from '../temporal/lives.mjs';
import { runsOf } from '../../histories/recorded.mjs';
import { happeningsOf, MONTHS, sixtyMonths } from '../temporal/sixty-months.mjs';
import { skippingWorld } from '../temporal/skipping-world.mjs';

const { workflowBundle } = await import('#temporal/bundle');
const { dataConverterOf } = await import('#temporal/data-converter');

/**
 * The least that Temporal writes of a month: its start and first task; a timer started, fired, a task of three and a
 * marker for each instant at which something happens by itself; a task of three, two of the update and a marker for
 * each command; and the next month's beginning.
 */
const fewestEvents = ({ wakes, commands }) => 4 + 6 * wakes + 6 * commands + 1;

async function events() {
  const world = await skippingWorld();
  const { id, terms } = await sixtyMonths(world);
  const runs = await runsOf(world.client, `contract/${id}`);
  const months = runs.slice(2, -1).map(({ events: written }) => written.length);
  const happenings = await happeningsOf(world.orm, id, terms.schedule[MONTHS / 2]);
  let month = 0;
  return {
    // A month of each year in turn.
    product: async () => months[(month++ * 12 + 6) % months.length],
    baseline: async () => fewestEvents(happenings),
    notes: [
      `${runs.length} runs over ${MONTHS} months; events of each month: least ${Math.min(...months)}, most ${Math.max(...months)}`,
      `a month has ${happenings.wakes} instants of its own and ${happenings.commands} commands`,
    ],
    close: () => world.close(),
  };
}

const COPIES = 60;
const WARMING = 10;

/** How many milliseconds each of many replays of a history took, sorted. */
async function replays(options, workflowId, history) {
  async function* copies() {
    for (let copy = 0; copy < COPIES + WARMING; copy++) yield { workflowId, history };
  }
  const taken = [];
  let last = performance.now();
  for await (const { error } of Worker.runReplayHistories(options, copies())) {
    if (error) throw error;
    const now = performance.now();
    taken.push(now - last);
    last = now;
  }
  return taken.slice(WARMING).toSorted((a, b) => a - b);
}

async function replay() {
  const world = await skippingWorld();
  const { id } = await sixtyMonths(world);
  const workflowId = `contract/${id}`;
  const current = (await runsOf(world.client, workflowId)).at(-1);
  const bareId = await bareLife(world.bareClient, Math.round((current.events.length - 4) / 6));
  const bare = await world.bareClient.workflow.getHandle(bareId).fetchHistory();
  const product = { workflowBundle: await workflowBundle(), dataConverter: dataConverterOf(keys) };
  const nothing = { workflowBundle: await bareBundle() };
  const median = (taken) => taken[Math.floor(taken.length / 2)];
  const all = [];
  const notes = [
    `the run of month ${MONTHS} has ${current.events.length} events, the bare one ${bare.events.length}`,
  ];
  return {
    async product() {
      all.push(...(await replays(product, workflowId, current)));
      const p99 = all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.99)];
      notes[1] = `p99 of ${all.length} replays: ${p99.toFixed(1)} ms, 30 allowed`;
      return median(all.slice(-COPIES));
    },
    baseline: async () => median(await replays(nothing, bareId, bare)),
    notes,
    close: () => world.close(),
  };
}

function bareBundle() {
  const workflowsPath = fileURLToPath(new URL('../temporal/bare-workflows.mjs', import.meta.url));
  return bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
}

export const rows = [
  {
    name: 'contract.replay',
    what: 'Replay of the current run of a contract after sixty months',
    unit: 'ms',
    baseline: 'a bare workflow with about as many events',
    reach: { most: 1.3 },
    open: replay,
  },
  {
    name: 'contract.events',
    what: 'Events in the history of a month of a contract, invoiced, paid, reported and assessed',
    unit: 'events',
    baseline: 'the least that as many timers, updates and activities write',
    reach: { most: 1.1 },
    open: events,
  },
];
