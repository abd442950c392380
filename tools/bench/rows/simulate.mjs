import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { yearToPlay } from '../made/simulated.mjs';

const REQUESTS = 200;
const TIMES = 50;
const CONTRACTS = 10_000;
const THREADS = 2;
/** A busy contract has as many in a year as the row above; ten thousand clients of a desk have so many each. */
const REQUESTS_EACH = 20;

async function oneYear() {
  const play = await yearToPlay(1, REQUESTS);
  let entries = 0;
  const product = async () => {
    const start = performance.now();
    for (let time = 0; time < TIMES; time++) entries = await play();
    return (performance.now() - start) / TIMES;
  };
  await product();
  return { product, notes: [`${entries} ledger entries a year; mean of ${TIMES} years a sample`] };
}

async function allYears(contracts, requests) {
  const program = fileURLToPath(new URL('../made/simulate-thread.mjs', import.meta.url));
  const workerData = { contracts: contracts / THREADS, requests };
  const workers = Array.from({ length: THREADS }, () => new Worker(program, { workerData }));
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  const start = performance.now();
  const ends = workers.map((worker) => once(worker, 'message'));
  for (const worker of workers) worker.postMessage('go');
  const entries = (await Promise.all(ends)).reduce((sum, [count]) => sum + count, 0);
  const seconds = (performance.now() - start) / 1000;
  await Promise.all(workers.map((worker) => worker.terminate()));
  return { seconds, entries };
}

async function tenThousand(requests) {
  const { entries } = await allYears(200, requests);
  return {
    product: async () => (await allYears(CONTRACTS, requests)).seconds,
    notes: [
      `${requests} requests a contract, about ${Math.round(entries / 200)} ledger entries each, ${THREADS} threads`,
    ],
  };
}

export const rows = [
  {
    name: 'simulate.year',
    what: `Simulating 12 months with ${REQUESTS} requests`,
    unit: 'ms',
    reach: { most: 20 },
    open: oneYear,
  },
  {
    name: 'simulate.portfolio',
    what: `Simulating ${CONTRACTS.toLocaleString('en')} contracts x 12 months, ${REQUESTS_EACH} requests each, on ${THREADS} cores`,
    unit: 's',
    reach: { most: 60 },
    open: () => tenThousand(REQUESTS_EACH),
  },
];
