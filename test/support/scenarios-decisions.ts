import { loadTemplate } from '#templates/load';
import { readScenarioDocument } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { simulateScenario } from '#rehearsal/rehearse';
import { Chance } from './scenarios-random.js';
import { type ScenarioFile } from './scenarios-frame.js';

/** What a decision may ask for that has no default. */
const FURTHER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  stated: { statedTotalAmount: '9999999.00' },
};

/**
 * A scenario under other decisions of its template, one value drawn for each by the seed. What the contract then
 * refuses is left out of it, so that the rest can be played by both drivers.
 */
export async function underOtherDecisions(file: ScenarioFile, seed: number): Promise<ScenarioFile> {
  const chance = new Chance(seed);
  const { parameters } = await loadTemplate(file.template);
  const decisions: Record<string, string | number> = {};
  for (const definition of parameters) {
    if (definition.type !== 'enum' || definition.when !== undefined) continue;
    const value = chance.pick(Object.keys(definition.values));
    Object.assign(decisions, { [definition.name]: value }, FURTHER[value]);
  }
  return withoutRefused({ ...file, parameters: { ...file.parameters, ...decisions } });
}

/** One refused event can make another possible, so the file is looked at until nothing is refused. */
async function withoutRefused(file: ScenarioFile): Promise<ScenarioFile> {
  const result = await simulateScenario(readScenarioDocument(file), scenarioTerms);
  if (!('faults' in result)) return file;
  const refused = new Set(
    result.faults.flatMap(({ path }) => {
      const index = /^events\[(\d+)\]/.exec(path)?.[1];
      return index === undefined ? [] : [Number(index)];
    }),
  );
  if (refused.size === 0) throw new Error(`the scenario has faults: ${JSON.stringify(result.faults)}`);
  return withoutRefused({ ...file, events: file.events.filter((_, index) => !refused.has(index)) });
}
