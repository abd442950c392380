import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { CheckpointFileProblem } from '#audit/checkpoint-folder';
import { exportBundle } from '#evidence/bundle/export-bundle';
import { WhoCalls } from '../access/call.js';
import { type Caller } from '../access/caller.js';
import { Checkpoints } from '../checkpoints/checkpoints.js';
import { ContractReader } from '../contracts/contract-reader.js';
import { DocumentsService } from '../documents/documents.service.js';
import { Refuses, Sends } from '../docs/answers.js';
import { contractParams } from '../http/fields.js';
import { Problem } from '../http/problem.js';
import { now } from '../time.js';

/** All evidence of a contract in one archive that verifies itself. */
@ApiTags('audit')
@Controller('api/v1/contracts/:contract/bundle')
export class BundlesController {
  constructor(
    private readonly contracts: ContractReader,
    private readonly checkpoints: Checkpoints,
    private readonly documents: DocumentsService,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      'All evidence of a contract as one signed archive (ZIP): ledger, receipts, rules, documents, histories, proofs, and a verifier that needs no server',
  })
  @Sends('application/zip')
  @Refuses('noSealingKey', 'unavailable')
  async bundle(
    @WhoCalls() { name }: Caller,
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
  ): Promise<StreamableFile> {
    const { em } = await this.contracts.get(contract);
    const { settings } = this.checkpoints;
    if (!settings)
      throw new Problem(
        'noSealingKey',
        'Nothing can be sealed here: PACTA_CHECKPOINTS and its key are not set',
      );
    const left = await this.documents.settled(em, contract);
    const unfinished = left.map(({ ledgerSequence }) => ledgerSequence);
    const wish = { contract, exportedAt: now(), exportedBy: name, unfinished };
    const stream = await exportBundle(em, settings, wish).catch((error: unknown) => {
      if (!(error instanceof CheckpointFileProblem)) throw error;
      throw new Problem('unavailable', `The checkpoints have a gap: ${error.message}`);
    });
    return new StreamableFile(stream, {
      type: 'application/zip',
      disposition: `attachment; filename="${contract}-bundle.zip"`,
    });
  }
}
