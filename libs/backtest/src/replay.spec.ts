import { isSameDocument, rehearsalDocument } from '#rehearsal/document';
import { simulateScenario } from '#rehearsal/rehearse';
import { readScenarioDocument } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { draftContract } from '#domain/contract/draft';
import { randomScenario, wholeYear, type ScenarioFile } from '../../../test/support/scenarios.js';
import { memoClerk } from './backtest.js';
import { Replay } from './replay.js';
import { scenarioContract } from './scenario-facts.js';

const clerk = memoClerk();

async function bothDocuments(file: ScenarioFile) {
  const read = readScenarioDocument(file);
  const rehearsal = await simulateScenario(read, scenarioTerms);
  if ('faults' in rehearsal) throw new Error(JSON.stringify(rehearsal.faults));
  const until = read.scenario?.until;
  if (!until) throw new Error('the scenario has no end');
  const { facts, contract, draftedAt } = scenarioContract(rehearsal.terms, read.scenario.events, until);
  const replay = new Replay(
    rehearsal.terms,
    clerk,
    draftContract(rehearsal.terms, contract, draftedAt).state,
  );
  for (const fact of facts) await replay.play(fact);
  await replay.advance({ until, stage: 'all' });
  return {
    simulated: rehearsal.document,
    replayed: await rehearsalDocument(replay.standing(), until, clerk),
  };
}

describe('a replay', () => {
  it('makes of the facts of random scenarios what the simulator makes of them', async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { simulated, replayed } = await bothDocuments(randomScenario(seed, 25));
      expect([seed, isSameDocument(simulated, replayed)]).toEqual([seed, true]);
    }
  });

  it('makes of a whole year with two hundred requests what the simulator makes of it', async () => {
    const { simulated, replayed } = await bothDocuments(wholeYear(7));
    expect(replayed).toEqual(simulated);
    expect(simulated.misses.length).toBeGreaterThan(0);
  });
});
