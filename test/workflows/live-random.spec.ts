import { addPeriods, firstDay, periodOf } from '#domain/time/dates';
import { fromSeconds } from '#domain/time/instant';
import { dateIn } from '#domain/time/zone';
import { simulateScenario } from '#rehearsal/rehearse';
import { readScenarioDocument } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { Engine } from '../support/engine.js';
import { LiveContract, playTogether } from '../support/live.js';
import { type ScenarioFile } from '../support/scenarios.js';
import { randomPayments, randomReports } from '../support/scenarios-contract.js';
import { frameOf, written } from '../support/scenarios-frame.js';
import { Chance } from '../support/scenarios-random.js';
import { randomLife } from '../support/scenarios-requests.js';
import { describeWithSkippedTime, SkippedTime } from '../support/time-skipping.js';

const SEEDS = [5, 6, 8];
const REQUESTS = 12;
const DAY = 86_400;
const SPREAD_SECONDS = 25;

/** A random term of three months that begins on a given day. Many events fall exactly on deadlines. */
function randomTerm(seed: number, termStart: string): ScenarioFile {
  const chance = new Chance(seed);
  const frame = frameOf({ termStart, termMonths: 3, monthlyFeeFen: 2_000_000, penaltyPermille: '5' });
  const lives = Array.from({ length: REQUESTS }, (_, index) => randomLife(chance, frame, `R${index}`));
  const until = frame.end + 5 * DAY + 12 * 3600;
  const placed = [
    ...lives.flatMap((life) => life.events),
    ...randomPayments(chance, frame),
    ...randomReports(chance, frame, frame.end),
  ].filter(({ at }) => at <= until);
  const events = placed.toSorted((a, b) => a.at - b.at).map(({ event }) => event);
  return { template: 'it-support-2025', parameters: frame.parameters, events, until: written(until) };
}

/** Real workflows on a real clock that skips time, over a real PostgreSQL. */
describeWithSkippedTime('random contracts side by side on a real clock', (path) => {
  let time: SkippedTime;
  let engine: Engine;

  beforeAll(async () => {
    time = await SkippedTime.start(path);
    engine = await Engine.start({ temporal: time.settings });
  });

  afterAll(async () => {
    await engine.stop();
    await time.stop();
  });

  it('come to what the simulator says, by timers alone', async () => {
    const signedAt = await time.now();
    const termStart = firstDay(addPeriods(periodOf(dateIn(signedAt, 'Asia/Shanghai')), 2));
    const files = SEEDS.map((seed) => randomTerm(seed, termStart));
    const parts = await Promise.all(
      files.map(async (file) => {
        const read = readScenarioDocument(file);
        const simulated = await simulateScenario(read, scenarioTerms);
        if ('faults' in simulated || !read.scenario?.until) throw new Error(JSON.stringify(simulated));
        const { events, until } = read.scenario;
        return { contract: new LiveContract(engine, simulated.terms), events, until, simulated };
      }),
    );
    for (const { contract } of parts)
      await contract.sign(signedAt, fromSeconds(Date.parse(signedAt) / 1000 + DAY));
    await playTogether(time, parts);
    for (const { until } of parts) await time.skipTo(until, SPREAD_SECONDS * 1000);
    for (const { contract, until, simulated } of parts) {
      expect(await contract.document(until)).toEqual(simulated.document);
      expect(await contract.faults()).toEqual([]);
    }
  }, 120_000);
});
