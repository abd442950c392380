import { setTimeout as delay } from 'node:timers/promises';

const LINKS = {
  apiPostgres: 'API to PostgreSQL',
  apiTemporal: 'API to Temporal',
  workerPostgres: 'worker to PostgreSQL',
  workerTemporal: 'worker to Temporal',
  clientApi: 'client to API',
};

/** What a network does, for how long. */
const WAYS = [
  {
    way: 'reset',
    what: 'every connection is reset',
    seconds: 0,
    isShort: true,
    make: (link) => link.reset(),
  },
  { way: 'cut', what: 'nothing connects for 3 s', seconds: 3, make: (link) => link.cut() },
  {
    way: 'delay',
    what: 'each message takes 150 ms longer, for 4 s',
    seconds: 4,
    make: (link) => link.degrade({ delayMilliseconds: 150 }),
  },
  {
    way: 'thin',
    what: '20 kB a second for 4 s',
    seconds: 4,
    make: (link) => link.degrade({ bytesPerSecond: 20_000 }),
  },
  {
    way: 'half-open',
    what: 'what is sent stays behind for 4 s, then the connections break',
    seconds: 4,
    make: (link) => link.hold(),
    end: (link) => link.reset(),
  },
  {
    way: 'vanished',
    what: 'the other side of each connection is gone and nobody is told; new connections pass',
    seconds: 0,
    make: (link) => link.swallow(),
  },
];

/** @type {import('./kills.mjs').Fault[]} */
export const links = Object.entries(LINKS).flatMap(([name, between]) =>
  WAYS.map(({ way, what, seconds, isShort = false, make, end }) => ({
    name: `${way}: ${between}`,
    what,
    // The worker's is the link with the most on it.
    isShort: isShort && name === 'workerPostgres',
    async inflict({ world }) {
      const link = world.links[name];
      make(link);
      await delay(seconds * 1000);
      end?.(link);
      link.mend();
      return {};
    },
  })),
);
