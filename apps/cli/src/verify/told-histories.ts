import { type EntityManager } from '@mikro-orm/postgresql';
import { type Client } from '@temporalio/client';
import { type ToldHistory } from '#execution/story/histories';
import { incidentsOf } from '#persistence/store';
import { workflowStory } from '#temporal/histories';

/** What Temporal still keeps of a contract and of each of its requests. */
export async function toldHistories(
  em: EntityManager,
  contract: string,
  client: Client,
): Promise<ToldHistory[]> {
  const requests = await incidentsOf(em, contract);
  const owners = [
    { kind: 'contract' } as const,
    ...requests.map(({ request }) => ({ kind: 'incident', request }) as const),
  ];
  const told: ToldHistory[] = [];
  for (const owner of owners) {
    const story = await workflowStory(client, contract, owner);
    if (story) told.push(story);
  }
  return told;
}
