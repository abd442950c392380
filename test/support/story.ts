import { checkStory, type Story } from '#execution/story/check';
import { type ToldHistory } from '#execution/story/histories';
import { incidentsOf } from '#persistence/store';
import { workflowStory } from '#temporal/histories';
import { type Engine } from './engine.js';

/** The three-way check of a contract, with the histories that Temporal keeps. */
export async function toldStory({ orm, client }: Engine, contract: string): Promise<Story> {
  const requests = await incidentsOf(orm.em.fork(), contract);
  const owners = [
    { kind: 'contract' } as const,
    ...requests.map(({ request }) => ({ kind: 'incident', request }) as const),
  ];
  const told: ToldHistory[] = [];
  for (const owner of owners) {
    const story = await workflowStory(client, contract, owner);
    if (story) told.push(story);
  }
  return checkStory(orm.em.fork(), contract, told);
}
