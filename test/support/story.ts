import { checkStory, type Story } from '#execution/story/check';
import { toldHistories } from '../../apps/cli/src/verify/told-histories.js';
import { type Engine } from './engine.js';

/** The three-way check of a contract, with the histories that Temporal keeps. */
export async function toldStory({ orm, client }: Engine, contract: string): Promise<Story> {
  const told = await toldHistories(orm.em.fork(), contract, client);
  return checkStory(orm.em.fork(), contract, told);
}
