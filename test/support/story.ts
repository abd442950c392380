import { checkStory, type Story } from '#execution/story/check';
import { toldHistories } from '#histories/told-histories';
import { type Engine } from './engine.js';

/** The three-way check of a contract, with the histories that Temporal keeps. */
export async function toldStory({ orm, client }: Engine, contract: string): Promise<Story> {
  const told = await toldHistories(orm.em.fork(), contract, client);
  return checkStory(orm.em.fork(), contract, told);
}
