import { yearOf } from './scenario.mjs';

const { simulateScenario } = await import('#rehearsal/rehearse');
const { readScenarioDocument } = await import('#rehearsal/scenario');
const { scenarioTerms } = await import('#rehearsal/scenario-terms');

/** A year with that many requests, ready to be played: read and its terms made. Gives the number of entries each time. */
export async function yearToPlay(seed, requests) {
  const read = readScenarioDocument(yearOf(seed, requests));
  const made = await scenarioTerms(read.scenario);
  return async () => {
    const played = await simulateScenario(read, async () => made);
    if ('faults' in played) throw new Error(JSON.stringify(played.faults));
    return played.entries.length;
  };
}
