import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { yearToPlay } from './simulated.mjs';

const DISTINCT = 40;
const { contracts, requests } = workerData;
const years = [];
for (let seed = 1; seed <= DISTINCT; seed++) years.push(await yearToPlay(seed, requests));
parentPort.postMessage('ready');
await once(parentPort, 'message');
let entries = 0;
for (let contract = 0; contract < contracts; contract++) entries += await years[contract % DISTINCT]();
parentPort.postMessage(entries);
