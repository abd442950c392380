import { setTimeout as delay } from 'node:timers/promises';
import { readHeads } from './ledgers.mjs';
import { Load } from './load.mjs';
import { Random } from './random.mjs';
import { commands } from './table/commands.mjs';
import { database } from './table/database.mjs';
import { killRound, shortKills } from './table/kills.mjs';
import { links } from './table/links.mjs';
import { workers } from './table/workers.mjs';
import { verdictOn } from './verdict.mjs';
import { World } from './world.mjs';

const SHORT_STORIES = 6;

/**
 * The whole run: a world, people at work, one fault after another, and what is to be said of it in the end.
 *
 * @param {object} options
 * @param {number} options.seed
 * @param {boolean} options.isShort
 * @param {number} options.kills how many processes are killed, at least; a short run has its own number
 * @param {string[]} options.only parts of the names of the faults that are wanted; none for all
 * @param {typeof import('./temporal.mjs').developmentServer} options.server
 * @param {(line: string) => void} options.say
 */
export async function run({ seed, isShort, kills, only, server, say }) {
  const random = new Random(seed);
  const world = new World({ server, wantsDisk: !isShort, say });
  const startedAt = Date.now();
  try {
    await world.start();
    const load = new Load(world, random.fork());
    await load.start({ rehearsers: isShort ? 2 : 3 });
    say(`up after ${since(startedAt)} s`);
    const scene = { world, load, random: random.fork() };
    const wanted = planOf(random, isShort, kills).filter(
      ({ name }) => only.length === 0 || only.some((part) => name.includes(part)),
    );
    const { faults, seen } = await inflictAll(wanted, scene, say);
    say('no more faults: everybody finishes');
    world.mendLinks();
    await world.whenUp();
    await load.end();
    say(`everybody has their answers after ${since(startedAt)} s`);
    const verdict = await verdictOn(scene, seen, isShort ? SHORT_STORIES : undefined);
    const statuses = Object.fromEntries(load.client.statuses);
    return { faults, ...verdict, statuses, notes: world.notes, seconds: since(startedAt) };
  } finally {
    await world.stop();
  }
}

/** The order of the faults: kills until there are enough, everything else in between. */
function planOf(random, isShort, kills) {
  const others = [...links, ...database, ...workers, ...commands];
  if (isShort) return random.shuffled([...shortKills, ...others.filter((fault) => fault.isShort)]);
  const plan = [...others];
  for (let planned = 0; planned < kills;) {
    const round = random.shuffled(killRound);
    plan.push(...round);
    planned += round.reduce(
      (sum, { name }) => sum + (name.startsWith('kill all') ? 4 : name.split('+').length),
      0,
    );
  }
  return random.shuffled(plan);
}

/** One after another, each under load: after each the probe tells when the product answers again. */
async function inflictAll(wanted, scene, say) {
  const faults = [];
  const seen = [];
  for (const [index, fault] of wanted.entries()) {
    await delay(scene.random.whole(0, 400));
    const outcome = await inflicted(fault, scene);
    const from = outcome.killedAt ?? Date.now();
    const answeredAt = await scene.load.probe().catch((error) => {
      outcome.faults.push(`the probe: ${error.message}`);
      return Date.now();
    });
    const resumedSeconds = (answeredAt - from) / 1000;
    faults.push({ name: fault.name, what: fault.what, ...outcome, resumedSeconds });
    say(
      `${index + 1}/${wanted.length} ${fault.name}: answers after ${resumedSeconds.toFixed(1)} s${outcome.faults.length > 0 ? ` FAULTS ${outcome.faults.join('; ')}` : ''}`,
    );
    seen.push(...(await readHeads(scene.world).catch(() => [])));
  }
  return { faults, seen };
}

async function inflicted(fault, scene) {
  try {
    return { faults: [], ...(await fault.inflict(scene)) };
  } catch (error) {
    return { faults: [`could not be carried through: ${error.message}`] };
  }
}

function since(startedAt) {
  return Math.round((Date.now() - startedAt) / 1000);
}
