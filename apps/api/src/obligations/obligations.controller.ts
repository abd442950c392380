import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { Call, type WriteCall } from '../access/call.js';
import { commandAt } from '../contracts/contract-reader.js';
import { ContractsService } from '../contracts/contracts.service.js';
import { Tells } from '../docs/answers.js';
import { atIn, contractParams, nameIn, reasonIn } from '../http/fields.js';
import { hasAll, pageOfList } from '../http/page-of-list.js';
import { Reply } from '../http/reply.js';
import {
  obligationList,
  ObligationsService,
  obligationsQuery,
  obligationView,
  type ObligationView,
} from './obligations.service.js';

const obligationParams = closedObject({ contract: nameIn, obligation: nameIn });

const performance = closedObject({ at: atIn }).meta({ id: 'Performance' });

const newExcuse = closedObject({
  days: z
    .int()
    .min(1)
    .max(3660)
    .meta({ description: 'Days by which its due day moves on, beside those excused before' }),
  reason: reasonIn,
  at: atIn,
}).meta({ id: 'NewExcuse' });

type Params = z.infer<typeof obligationParams>;

/** What the provider has to do once, by a day: deliver, install, hand over. */
@ApiTags('obligations')
@Controller('api/v1/contracts/:contract/obligations')
export class ObligationsController {
  constructor(
    private readonly contracts: ContractsService,
    private readonly obligations: ObligationsService,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The obligations of a contract: due, performed, how late, and what the delay costs',
  })
  @ApiOkResponse({ standardSchema: obligationList })
  async list(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: obligationsQuery }) query: z.infer<typeof obligationsQuery>,
  ): Promise<z.infer<typeof obligationList>> {
    const items = await this.obligations.list(contract);
    const list = { name: 'obligations', items, keyOf: ({ obligation }: ObligationView) => obligation };
    return pageOfList(list, query, hasAll(query, isPerformed));
  }

  @Post(':obligation/performance')
  @Tells()
  @ApiOperation({ summary: 'The provider has performed an obligation; what a delay has cost is fixed' })
  @ApiOkResponse({ standardSchema: obligationView })
  perform(
    @Call() call: WriteCall,
    @Param({ schema: obligationParams }) { contract, obligation }: Params,
    @Body({ schema: performance }) { at }: z.infer<typeof performance>,
  ): Promise<Reply> {
    return this.contracts.command(
      call,
      contract,
      (known) => ({ type: 'obligation.performed', at: commandAt(known, at), obligation }),
      { view: async () => new Reply(200, await this.obligations.show(contract, obligation)) },
    );
  }

  @Post(':obligation/excuses')
  @Tells()
  @ApiOperation({
    summary:
      'Days of a delay are excused, such as for force majeure: its due day moves on. Never by the desk',
  })
  @ApiCreatedResponse({ standardSchema: obligationView })
  excuse(
    @Call() call: WriteCall,
    @Param({ schema: obligationParams }) { contract, obligation }: Params,
    @Body({ schema: newExcuse }) { days, reason, at }: z.infer<typeof newExcuse>,
  ): Promise<Reply> {
    return this.contracts.command(
      call,
      contract,
      (known) => ({
        type: 'obligation.excused',
        at: commandAt(known, at),
        obligation,
        days,
        reason,
        by: call.caller.name,
      }),
      {
        view: async () => {
          const excused = await this.obligations.show(contract, obligation);
          return new Reply(201, excused, `/api/v1/contracts/${contract}/obligations`);
        },
      },
    );
  }
}

function isPerformed({ performedAt }: ObligationView) {
  return { performed: performedAt !== null };
}
