import { readdirSync, readFileSync } from 'node:fs';
import { verifyContract } from '#execution/verify';
import { type RehearsalDocument } from '#rehearsal/document';
import { conductScenario } from '#rehearsal/conduct';
import { simulateScenario } from '#rehearsal/rehearse';
import { readScenarioDocument } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { Engine } from '../support/engine.js';
import { randomScenario, type ScenarioFile, wholeYear } from '../support/scenarios.js';
import { changingScenario } from '../support/scenarios-changes.js';
import { underOtherDecisions } from '../support/scenarios-decisions.js';

const CASES = new URL('../cases/rehearsal/', import.meta.url);
const RULES = new URL('../../rules/', import.meta.url);
const OTHER_TEMPLATES = ['goods-supply-2025', 'maintenance-2025', 'tiered-support-2025'];
/** PACTA_TEST_LONG=1 plays all the seeds; a usual run every third of them, beside every written case. */
const isLong = process.env['PACTA_TEST_LONG'] === '1';
const some = (seeds: readonly number[]) => seeds.filter((_, place) => isLong || place % 3 === 0);
/** Each of them plays a random scenario of the reference contract under other decisions. */
const DECISION_SEEDS = some([1, 2, 3, 4, 5, 6, 7, 8]);
/** Contracts that are amended, contested and ended in every way. */
const CHANGE_SEEDS = some([2, 5, 13, 21, 34, 55]);
const RANDOM_SEEDS = some([3, 7, 11, 19, 23, 31, 42, 57, 64, 78, 85, 99]);
const RANDOM_REQUESTS = 12;
const YEAR_SEED = 2025;
/** So many requests of a whole year; 200 are some 2,400 turns. */
const YEAR_REQUESTS = isLong ? 200 : 60;

/** They queue up behind one another, so the last waits for all. */
const QUEUE_MILLISECONDS = 300_000;

/** As many scenarios as this are on their way at once. */
const AT_ONCE = 4;

function scenariosIn(folder: URL): string[] {
  const isScenario = (name: string): boolean => name.endsWith('.json') && !name.includes('.expected.');
  return readdirSync(folder).filter(isScenario).sort();
}

/** A usual run has as much in its busy year of fewer requests. */
const cases = scenariosIn(CASES).filter((name) => isLong || !name.includes('two-hundred-requests'));
const acceptanceCases = OTHER_TEMPLATES.flatMap((template) => {
  const folder = new URL(`${template}/acceptance/`, RULES);
  return scenariosIn(folder).map((name) => [`${template} ${name}`, new URL(name, folder)] as const);
});

interface Comparison {
  readonly simulated: RehearsalDocument;
  readonly conducted: RehearsalDocument;
  /** What is wrong with the contract's ledger or read model. */
  readonly faults: readonly string[];
  readonly seconds: number;
}

/** Both drivers: the simulator in memory; real workflows on a real Temporal over a real PostgreSQL. */
describe('a scenario comes to the same by both drivers', () => {
  let engine: Engine;
  let comparisons: Comparisons;

  beforeAll(async () => {
    engine = await Engine.start();
    comparisons = new Comparisons(engine);
    for (const name of cases)
      comparisons.add(name, JSON.parse(readFileSync(new URL(name, CASES), 'utf8')) as ScenarioFile);
    for (const [name, url] of acceptanceCases)
      comparisons.add(name, JSON.parse(readFileSync(url, 'utf8')) as ScenarioFile);
    for (const seed of DECISION_SEEDS) {
      const file = randomScenario(seed, RANDOM_REQUESTS);
      comparisons.add(`decisions ${seed}`, await underOtherDecisions(file, seed));
    }
    for (const seed of CHANGE_SEEDS)
      comparisons.add(`changes ${seed}`, (await changingScenario(seed, RANDOM_REQUESTS)).file);
    for (const seed of RANDOM_SEEDS) comparisons.add(String(seed), randomScenario(seed, RANDOM_REQUESTS));
  });

  afterAll(() => engine.stop());

  async function expectTheSame(name: string): Promise<Comparison> {
    const comparison = await comparisons.of(name);
    expect(comparison.conducted).toEqual(comparison.simulated);
    expect(comparison.faults).toEqual([]);
    return comparison;
  }

  it.each(cases)(
    'the worked case %s',
    async (name) => {
      await expectTheSame(name);
    },
    QUEUE_MILLISECONDS,
  );

  it.each(acceptanceCases)(
    'the acceptance case %s',
    async (name) => {
      await expectTheSame(name);
    },
    QUEUE_MILLISECONDS,
  );

  it.each(DECISION_SEEDS)(
    'a random scenario under other decisions, seed %i',
    async (seed) => {
      await expectTheSame(`decisions ${seed}`);
    },
    QUEUE_MILLISECONDS,
  );

  it.each(CHANGE_SEEDS)(
    'a random scenario of a contract that changes, seed %i',
    async (seed) => {
      await expectTheSame(`changes ${seed}`);
    },
    QUEUE_MILLISECONDS,
  );

  it.each(RANDOM_SEEDS)(
    'the random scenario of seed %i',
    async (seed) => {
      await expectTheSame(String(seed));
    },
    QUEUE_MILLISECONDS,
  );

  it(
    `a whole year with ${YEAR_REQUESTS} requests`,
    async () => {
      comparisons.add('year', wholeYear(YEAR_SEED, YEAR_REQUESTS));
      const { conducted, seconds } = await expectTheSame('year');
      expect(Object.keys(conducted.requests)).toHaveLength(YEAR_REQUESTS);
      expect(conducted.months).toHaveLength(12);
      process.stderr.write(
        `tests: a year with ${YEAR_REQUESTS} requests took ${seconds.toFixed(1)} s through workflows\n`,
      );
    },
    QUEUE_MILLISECONDS,
  );
});

/** Runs scenarios through both drivers, a few at a time, in the order in which they were added. */
class Comparisons {
  private readonly made = new Map<string, Promise<Comparison>>();
  private readonly lanes: Promise<unknown>[] = Array.from({ length: AT_ONCE }, () => Promise.resolve());

  constructor(private readonly engine: Engine) {}

  add(name: string, file: ScenarioFile): void {
    const lane = this.made.size % AT_ONCE;
    const comparison = (this.lanes[lane] ?? Promise.resolve()).then(() => compared(this.engine, file));
    this.made.set(name, comparison);
    // Whoever asks for it gets the error; the next in the lane goes on all the same.
    this.lanes[lane] = comparison.catch(() => undefined);
  }

  async of(name: string): Promise<Comparison> {
    const comparison = this.made.get(name);
    if (!comparison) throw new Error(`nobody added ${name}`);
    return comparison;
  }
}

async function compared(engine: Engine, file: ScenarioFile): Promise<Comparison> {
  const read = readScenarioDocument(file);
  const simulated = await simulateScenario(read, scenarioTerms);
  if ('faults' in simulated || !read.scenario?.until)
    throw new Error(`the scenario has faults: ${JSON.stringify(simulated)}`);
  const startedAt = performance.now();
  const scenario = { ...read.scenario, until: read.scenario.until };
  const conducted = await conductScenario(engine, scenario, simulated.terms);
  const seconds = (performance.now() - startedAt) / 1000;
  if ('faults' in conducted) throw new Error(`conducted, it has faults: ${JSON.stringify(conducted)}`);
  const { faults } = await verifyContract(engine.orm.em.fork(), conducted.contract);
  return { simulated: simulated.document, conducted: conducted.document, faults, seconds };
}
