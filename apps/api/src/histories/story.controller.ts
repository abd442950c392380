import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Client } from '@temporalio/client';
import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { DIFFERENCE_KINDS, type DifferenceKind } from '#execution/story/difference';
import { patiently } from '#histories/known-runs';
import { oneStory } from '#histories/one-story';
import { ContractReader } from '../contracts/contract-reader.js';
import { contractParams, count, flagIn } from '../http/fields.js';
import { Problem } from '../http/problem.js';

/** The histories of all workflows of a contract are read. */
const LONGEST_MILLISECONDS = 60_000;

const storyQuery = closedObject({
  histories: flagIn.default(true).meta({
    description: 'false leaves the workflow histories out: Temporal is not asked then',
  }),
});

const storyOut = z
  .strictObject({
    contract: z.string(),
    entries: count.meta({ description: 'Entries of the ledger' }),
    decisions: count.meta({ description: 'Decisions that were made again' }),
    documents: count,
    histories: count.nullable().meta({ description: 'Workflows that were read; null where left out' }),
    differences: z
      .array(
        z.strictObject({
          kind: z.enum(Object.keys(DIFFERENCE_KINDS) as [DifferenceKind, ...DifferenceKind[]]),
          where: z.string().meta({ example: 'line 12' }),
          meaning: z.string(),
          detail: z.string(),
        }),
      )
      .meta({ description: 'Empty: one story' }),
  })
  .meta({ id: 'ContractStory' });

/** Whether all that tells of a contract says the same. */
@ApiTags('audit')
@Controller('api/v1/contracts/:contract/story')
export class StoryController {
  constructor(
    private readonly contracts: ContractReader,
    private readonly client: Client,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'Whether the workflow histories, the ledger, what is shown and the documents tell one story; nothing is repaired',
  })
  @ApiOkResponse({ standardSchema: storyOut })
  async read(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: storyQuery }) { histories }: z.infer<typeof storyQuery>,
  ): Promise<z.infer<typeof storyOut>> {
    const { em } = await this.contracts.get(contract);
    const { client } = this;
    const story = histories
      ? await patiently(client, () => oneStory(em, contract, client), LONGEST_MILLISECONDS)
      : await oneStory(em, contract, null);
    if (!story)
      throw new Problem('unavailable', 'Temporal does not answer: try again soon, or histories=false');
    const { lines: entries, decisions, documents, histories: read, differences } = story;
    const found = differences.map(({ kind, where, detail }) => {
      return { kind, where, meaning: DIFFERENCE_KINDS[kind], detail };
    });
    return { contract, entries, decisions, documents, histories: read, differences: found };
  }
}
