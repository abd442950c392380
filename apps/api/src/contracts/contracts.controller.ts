import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { periodOf } from '#domain/time/dates';
import { dateIn } from '#domain/time/zone';
import { listContracts } from '#persistence/queries/contracts';
import { nextContractNumber, reserveContractId } from '#persistence/queries/numbers';
import { Call, WhoCalls, type WriteCall } from '../access/call.js';
import { type Caller } from '../access/caller.js';
import { checkReach } from '../access/reach.js';
import { WritePath } from '../commands/write-path.js';
import { Tells } from '../docs/answers.js';
import { pageView, pageWish } from '../http/cursor.js';
import { ETAG_HEADER, type TellVersion, Version } from '../http/entity-tag.js';
import { contractParams, instantIn } from '../http/fields.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { ContractReader } from './contract-reader.js';
import { contractDetail, contractListQuery, contractPage, newContract } from './contract-schemas.js';
import { contractSummaryView } from './contract-view.js';
import { ContractsService } from './contracts.service.js';
import { NewContracts } from './new-contract.js';

const contractKey = z.strictObject({ createdAt: instantIn, id: z.string() });

@ApiTags('contracts')
@Controller('api/v1/contracts')
export class ContractsController {
  constructor(
    private readonly reader: ContractReader,
    private readonly contracts: ContractsService,
    private readonly drafts: NewContracts,
    private readonly writes: WritePath,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Contracts, the newest first' })
  @ApiOkResponse({ standardSchema: contractPage })
  async list(
    @WhoCalls() { clients }: Caller,
    @Query({ schema: contractListQuery }) query: z.infer<typeof contractListQuery>,
  ): Promise<z.infer<typeof contractPage>> {
    const { cursor: _cursor, limit: _limit, ...filter } = query;
    const em = this.reader.fork();
    const { rows, hasMore } = await listContracts(em, { ...filter, clients }, pageWish(contractKey, query));
    const page = { rows: await this.reader.withTerms(em, rows), hasMore };
    return pageView(
      page,
      ({ row, terms }) => contractSummaryView(row, terms),
      ({ row: { createdAt, id } }) => ({ createdAt, id }),
    );
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
    // First: a version that is older than what is shown is refused, a newer one would not be.
    tellVersion((await this.reader.get(contract)).row.version);
    return this.contracts.show(contract);
  }

  @Post()
  @Tells('duplicateContract', 'unknownTemplate', 'templateInvalid', 'unknownTemplateVersion')
  @ApiOperation({ summary: 'Drafts a contract from a template' })
  @ApiCreatedResponse({ standardSchema: contractDetail })
  async draft(
    @Call() call: WriteCall,
    @Body({ schema: newContract }) wanted: z.infer<typeof newContract>,
  ): Promise<Reply> {
    checkReach(call.caller, wanted.clientId);
    const draft = await this.drafts.draftOf(wanted);
    return this.writes.write(
      call,
      async (em) => {
        const { id } = wanted;
        if (id !== undefined && !(await reserveContractId(em, id))) throw duplicate(id);
        // Taken last: its row is locked until the intent is stored.
        const year = Number(periodOf(dateIn(draft.at, draft.terms.zone)).slice(0, 4));
        return {
          contract: id ?? (await nextContractNumber(em, year)),
          owner: { kind: 'contract' },
          body: draft,
        };
      },
      async ({ contract }) =>
        new Reply(201, await this.contracts.show(contract), `/api/v1/contracts/${contract}`),
    );
  }
}

function duplicate(id: string): Problem {
  const fault = {
    path: 'id',
    problem: `${id} is taken`,
    allowed: 'allowed is an id not used yet, or none for the next number',
  };
  return new Problem('duplicateContract', `id: ${id} is taken, ${fault.allowed}`, [fault]);
}
