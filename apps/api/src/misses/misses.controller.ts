import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { Call, type WriteCall } from '../access/call.js';
import { WritePath } from '../commands/write-path.js';
import { commandAt, ContractReader } from '../contracts/contract-reader.js';
import { atIn, contractParams, nameIn, reasonIn } from '../http/fields.js';
import { Reply } from '../http/reply.js';
import { missList, missView, MissesService } from './misses.service.js';

const newWaiver = closedObject({
  request: nameIn,
  target: z.enum(['response', 'workaround', 'resolution']),
  reason: reasonIn,
  at: atIn,
}).meta({ id: 'NewWaiver' });

type Params = z.infer<typeof contractParams>;

/** Misses of SLA targets, what they cost, and their waivers (clause 2.6). */
@ApiTags('service level')
@Controller('api/v1/contracts/:contract')
export class MissesController {
  constructor(
    private readonly contracts: ContractReader,
    private readonly misses: MissesService,
    private readonly writes: WritePath,
  ) {}

  @Get('misses')
  @ApiOperation({
    summary: 'All misses in the order of the contract: penalty, cap, waiver, and the receipt of the decision',
  })
  @ApiOkResponse({ standardSchema: missList })
  async list(@Param({ schema: contractParams }) { contract }: Params): Promise<z.infer<typeof missList>> {
    return { items: await this.misses.list(contract) };
  }

  @Post('waivers')
  @ApiOperation({ summary: 'Waives a miss: no penalty, and its month is assessed again. Never by the desk' })
  @ApiCreatedResponse({ standardSchema: missView })
  waive(
    @Call() call: WriteCall,
    @Param({ schema: contractParams }) { contract }: Params,
    @Body({ schema: newWaiver }) { request, target, reason, at }: z.infer<typeof newWaiver>,
  ): Promise<Reply> {
    return this.writes.write(
      call,
      async (em) => {
        const known = await this.contracts.get(contract, em);
        const body = {
          type: 'miss.waived',
          at: commandAt(known, at),
          request,
          target,
          reason,
          by: call.caller.name,
        } as const;
        return { contract, owner: { kind: 'contract' }, body };
      },
      async () => {
        const misses = await this.misses.list(contract);
        const waived = misses.findLast(
          (miss) => miss.request === request && miss.target === target && miss.waiver !== null,
        );
        return new Reply(201, waived, `/api/v1/contracts/${contract}/misses`);
      },
    );
  }
}
