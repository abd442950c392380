import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { listContracts } from '#persistence/queries/contracts';
import { Call, WhoCalls, type WriteCall } from '../access/call.js';
import { type Caller } from '../access/caller.js';
import { Tells } from '../docs/answers.js';
import { filtersOf, pageView, pageWish } from '../http/cursor.js';
import { ETAG_HEADER, type TellVersion, Version } from '../http/entity-tag.js';
import { contractParams, instantIn } from '../http/fields.js';
import { type Reply } from '../http/reply.js';
import { ContractDrafts } from './contract-drafts.js';
import { ContractReader } from './contract-reader.js';
import { contractDetail, contractListQuery, contractPage, newContract } from './contract-schemas.js';
import { contractSummaryView } from './contract-view.js';
import { ContractsService } from './contracts.service.js';

const contractKey = z.strictObject({ list: z.literal('contracts'), createdAt: instantIn, id: z.string() });

@ApiTags('contracts')
@Controller('api/v1/contracts')
export class ContractsController {
  constructor(
    private readonly reader: ContractReader,
    private readonly contracts: ContractsService,
    private readonly drafts: ContractDrafts,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Contracts, the newest first' })
  @ApiOkResponse({ standardSchema: contractPage })
  async list(
    @WhoCalls() { clients }: Caller,
    @Query({ schema: contractListQuery }) query: z.infer<typeof contractListQuery>,
  ): Promise<z.infer<typeof contractPage>> {
    const em = this.reader.fork();
    const filter = { ...filtersOf(query), clients };
    const { rows, hasMore } = await listContracts(em, filter, pageWish(contractKey, query));
    const page = { rows: await this.reader.known(em, rows), hasMore };
    return pageView(page, contractSummaryView, ({ row: { createdAt, id } }) => ({
      list: 'contracts',
      createdAt,
      id,
    }));
  }

  @Get(':contract')
  @ApiOperation({
    summary:
      'A contract: parties, terms, signatures, the month under way, cap, termination right, settlement',
  })
  @ApiOkResponse({ standardSchema: contractDetail, headers: ETAG_HEADER })
  async read(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Version() tellVersion: TellVersion,
  ): Promise<z.infer<typeof contractDetail>> {
    const { view, version } = await this.contracts.read(contract);
    tellVersion(version);
    return view;
  }

  @Post()
  @Tells('duplicateContract', 'unknownTemplate', 'templateInvalid', 'unknownTemplateVersion')
  @ApiOperation({ summary: 'Drafts a contract from a template' })
  @ApiCreatedResponse({ standardSchema: contractDetail })
  draft(
    @Call() call: WriteCall,
    @Body({ schema: newContract }) wanted: z.infer<typeof newContract>,
  ): Promise<Reply> {
    return this.drafts.draft(call, wanted);
  }
}
