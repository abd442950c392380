import { setTimeout as delay } from 'node:timers/promises';
import { PROCESSES } from '../world.mjs';

/** Every set of the four processes, alone and together. */
const SETS = Array.from({ length: 2 ** PROCESSES.length - 1 }, (_, index) =>
  PROCESSES.filter((_name, place) => (index + 1) & (1 << place)),
);
/** Four alone, three pairs: as many as a short run has time for. */
const SHORT_SETS = [['worker'], ['api'], ['postgres'], ['temporal'], ['worker', 'postgres']];
const PHASES = ['signing', 'monthEnd', 'settlement'];

/**
 * One fault of the table.
 *
 * @typedef {object} Fault
 * @property {string} name
 * @property {string} what a sentence for people
 * @property {boolean} isShort part of the short run
 * @property {(scene: Scene) => Promise<{ kills?: number, killedAt?: number, note?: string, faults?: string[] }>} inflict returns once the fault is over; what it names `faults` the product did wrong
 *
 * @typedef {object} Scene
 * @property {import('../world.mjs').World} world
 * @property {import('../load.mjs').Load} load
 * @property {import('../random.mjs').Random} random
 */

/** @returns {Fault} */
function killOf(names, isShort) {
  return {
    name: `kill ${names.join(' + ')}`,
    what: `kill -9 of ${names.join(', ')} at once, under load`,
    isShort,
    async inflict({ world }) {
      await world.whenUp();
      return killed(world, names);
    },
  };
}

/** @returns {Fault} */
function killAt(phase) {
  return {
    name: `kill all at ${phase}`,
    what: `kill -9 of everything just after somebody began: ${phase}`,
    isShort: phase === 'monthEnd',
    async inflict({ world, load, random }) {
      await world.whenUp();
      await Promise.race([load.next(phase), delay(20_000)]);
      await delay(random.whole(0, 150));
      return killed(world, PROCESSES);
    },
  };
}

function killed(world, names) {
  return { killedAt: Date.now(), kills: world.kill(names) };
}

/** One round of kills: every set once, everything thrice, and everything at the moments that matter. */
export const killRound = [
  ...[...SETS, PROCESSES, PROCESSES].map((names) => killOf(names, false)),
  ...PHASES.map(killAt),
];

export const shortKills = [...SHORT_SETS.map((names) => killOf(names, true)), ...PHASES.map(killAt)].filter(
  ({ isShort }) => isShort,
);
