import { LIFE, tellRequest } from '../temporal/contracts.mjs';
import {
  bareLife,
  bareUpdate,
  eventsOf,
  perSecond,
  productLife,
  signedContracts,
} from '../temporal/lives.mjs';
import { SERVERS, temporalWorld } from '../temporal/world.mjs';

const CONTRACTS = 8;
const REQUESTS = 60;
const LANES = 16;
const KEPT = 800;

const livesOn = (server) => async () => {
  const world = await temporalWorld(server);
  const contracts = await signedContracts(world.client, CONTRACTS);
  return {
    product: () =>
      perSecond(REQUESTS, LANES, (place) => productLife(world.client, contracts[place % CONTRACTS])),
    baseline: () => perSecond(REQUESTS, LANES, () => bareLife(world.bareClient)),
    notes: [
      ...world.notes,
      `${REQUESTS} requests a sample over ${CONTRACTS} contracts, ${LANES} at once; each ${LIFE.length} updates`,
    ],
    close: () => world.close(),
  };
};

async function events() {
  const world = await temporalWorld('production');
  const [contract] = await signedContracts(world.client, 1);
  return {
    product: async () => eventsOf(world.client, await productLife(world.client, contract)),
    baseline: async () => eventsOf(world.bareClient, await bareLife(world.bareClient)),
    notes: [...world.notes, `a request of ${LIFE.length} updates, each sent when the one before is answered`],
    close: () => world.close(),
  };
}

/** Bytes that a new worker grows by for each open request that it keeps. */
async function memory() {
  const world = await temporalWorld('production');
  const contracts = await signedContracts(world.client, CONTRACTS);
  let made = 0;
  const grown = (kind, work) =>
    world.anew(kind, async (worker) => {
      await perSecond(CONTRACTS, LANES, work);
      const before = await worker.memory();
      await perSecond(KEPT, LANES, work);
      return ((await worker.memory()) - before) / KEPT;
    });
  return {
    product: () =>
      grown('product', (place) =>
        tellRequest(world.client, contracts[place % CONTRACTS], `M-${++made}`, LIFE[0]),
      ),
    baseline: () => grown('bare', () => bareUpdate(world.bareClient, `kept/${++made}`, LIFE[0])),
    notes: [...world.notes, `resident memory of a new worker before and after ${KEPT} requests stay open`],
    close: () => world.close(),
  };
}

const lives = Object.keys(SERVERS).map((server) => ({
  name: `requests.lives.${server}`,
  what: `Requests a second from record to close, ${server} server`,
  unit: 'requests/s',
  baseline: 'a bare workflow with the same updates and a timer',
  reach: { least: 0.85 },
  open: livesOn(server),
}));

export const rows = [
  ...lives,
  {
    name: 'requests.events',
    what: 'Events in the history of a request',
    unit: 'events',
    baseline: 'those of a bare workflow with the same updates and a timer',
    reach: { most: 1.1 },
    open: events,
  },
  {
    name: 'requests.memory',
    what: 'Memory of a worker for each request that it keeps',
    unit: 'bytes',
    baseline: 'a bare workflow',
    reach: { most: 1.3 },
    open: memory,
  },
];
