import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { checkpointSchema } from '#audit/checkpoint';
import { closedObject } from '#decisions/schema-faults';
import { ContractReader } from '../contracts/contract-reader.js';
import { Refuses } from '../docs/answers.js';
import { pageView, pageWish } from '../http/cursor.js';
import { contractParams, count, instantOut, pageOut, listQuery } from '../http/fields.js';
import { Checkpoints, checkpointView } from './checkpoints.js';

const place = z.coerce
  .number({ error: 'allowed is the number of a checkpoint' })
  .int()
  .min(1)
  .max(99_999_999);

const checkpointParams = closedObject({ checkpoint: place });
const checkpointsQuery = closedObject(listQuery('desc'));
const proofQuery = closedObject({ checkpoint: z.exactOptional(place) });
const listKey = z.strictObject({ list: z.literal('checkpoints'), sequence: z.int() });

const checkpointOut = z
  .strictObject({
    ...checkpointSchema.shape,
    at: instantOut,
    hash: z.string().meta({ description: 'By which the next checkpoint names this one' }),
    keyFingerprint: z.string().meta({ description: 'SHA-256 of the public key, to compare by eye' }),
  })
  .meta({ id: 'Checkpoint' });

const proofOut = z
  .strictObject({
    contract: z.string(),
    sequence: count.meta({ description: 'The last entry of the ledger that the checkpoint saw' }),
    hash: z.string().meta({ description: 'The hash of that entry' }),
    index: count.meta({ description: 'The place among the heads, by contract, from 0' }),
    path: z.array(z.string()).meta({ description: 'The hashes beside the way up to the root, lowest first' }),
    checkpoint: checkpointOut,
  })
  .meta({ id: 'LedgerProof' });

/** Signed statements of what was the last entry of every ledger, kept outside the database. */
@ApiTags('audit')
@Controller('api/v1/checkpoints')
export class CheckpointsController {
  constructor(private readonly checkpoints: Checkpoints) {}

  @Get()
  @ApiOperation({ summary: 'The signed checkpoints over all ledgers, the latest first' })
  @ApiOkResponse({ standardSchema: pageOut(checkpointOut).meta({ id: 'CheckpointPage' }) })
  async list(@Query({ schema: checkpointsQuery }) query: z.infer<typeof checkpointsQuery>) {
    const { limit, after, order } = pageWish(listKey, query);
    const oldest = await this.checkpoints.sequences();
    const wanted =
      order === 'asc'
        ? oldest.filter((sequence) => after === null || sequence > after.sequence)
        : oldest.filter((sequence) => after === null || sequence < after.sequence).toReversed();
    const rows = await Promise.all(wanted.slice(0, limit).map((one) => this.checkpoints.get(one)));
    return pageView({ rows, hasMore: wanted.length > limit }, checkpointView, ({ sequence }) => {
      return { list: 'checkpoints', sequence };
    });
  }

  @Get(':checkpoint')
  @ApiOperation({ summary: 'A checkpoint by its number' })
  @ApiOkResponse({ standardSchema: checkpointOut })
  async get(@Param({ schema: checkpointParams }) { checkpoint }: z.infer<typeof checkpointParams>) {
    return checkpointView(await this.checkpoints.get(checkpoint));
  }
}

/** That a contract's ledger is among those of a checkpoint. */
@ApiTags('audit')
@Controller('api/v1/contracts/:contract/ledger/proof')
export class LedgerProofController {
  constructor(
    private readonly contracts: ContractReader,
    private readonly checkpoints: Checkpoints,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The proof that a checkpoint, else the latest one, saw this ledger, and up to which entry',
  })
  @ApiOkResponse({ standardSchema: proofOut })
  @Refuses('unknownCheckpoint')
  async proof(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: proofQuery }) query: z.infer<typeof proofQuery>,
  ): Promise<z.infer<typeof proofOut>> {
    await this.contracts.get(contract);
    const { checkpoint, proof } = await this.checkpoints.proof(contract, query.checkpoint);
    const { head, index, path } = proof;
    return { ...head, index, path: [...path], checkpoint: checkpointView(checkpoint) };
  }
}
