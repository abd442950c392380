import { parentPort, workerData } from 'node:worker_threads';
import { proveTemplate } from '#proof/prove';
import { runAcceptance } from '#rehearsal/acceptance';
import type { ThreadWork } from './threads.js';

/** A thread of its own for what takes seconds: the proof of a template, or its acceptance cases. Answers once. */
const { template, calendars, cases } = workerData as ThreadWork;
const answer =
  cases === null ? await proveTemplate(template, calendars) : await runAcceptance(template, calendars, cases);
parentPort?.postMessage(answer, []);
