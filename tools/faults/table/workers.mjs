import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { SEVERITIES } from '../people/stories.mjs';

/** A worker that is otherwise for a while, under load. */
function otherwise(name, what, setting, seconds) {
  return {
    name,
    what,
    isShort: false,
    async inflict({ world }) {
      try {
        await world.kept.worker.restart(setting);
        await delay(seconds * 1000);
      } finally {
        world.kept.worker.setting = {};
      }
      await world.kept.worker.restart({});
      return {};
    },
  };
}

/** @type {import('./kills.mjs').Fault[]} */
export const workers = [
  otherwise('clock ahead', "the worker's clock is an hour ahead", { preload: 'clock-ahead' }, 8),
  otherwise(
    'small cache',
    'the worker caches as few workflows as the SDK allows, two of each queue',
    { preload: 'small-cache' },
    8,
  ),
  {
    name: 'throwing rule',
    what: 'the rules of priorities throw; others are served meanwhile, and the request is recorded once they do not',
    isShort: false,
    async inflict({ world, load }) {
      const file = join(world.folder, 'rules-throw');
      const env = { PACTA_FAULTS_THROW: file };
      await world.kept.worker.restart({ preload: 'throwing-rule', env });
      writeFileSync(file, '');
      const recorded = load.running.record(`T-${Date.now()}`, SEVERITIES[0]);
      await delay(1_000);
      const before = Date.now();
      const answeredAt = await load.probe();
      const faults = existsSync(file) ? [] : ['the probe waited for the rule'];
      rmSync(file);
      await recorded;
      await world.kept.worker.restart({});
      return { faults, note: `another command was answered in ${answeredAt - before} ms meanwhile` };
    },
  },
];
