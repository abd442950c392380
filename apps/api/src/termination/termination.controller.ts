import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { type ContractEvent } from '#domain/contract/events';
import { Call, type WriteCall } from '../access/call.js';
import { commandAt, ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import { ContractsService } from '../contracts/contracts.service.js';
import { Tells } from '../docs/answers.js';
import { contractParams } from '../http/fields.js';
import { Reply } from '../http/reply.js';
import { TerminationAgreements } from './agreements.js';
import {
  agreementBody,
  noticeBody,
  rightWaiverBody,
  terminationOut,
  type TerminationOut,
} from './termination-schemas.js';
import { terminationView } from './termination-view.js';

type Params = z.infer<typeof contractParams>;

/** How near a contract is to each of its ends, and the notices that bring them about (clause 2.6). */
@ApiTags('contracts')
@Controller('api/v1/contracts/:contract/termination')
export class TerminationController {
  constructor(
    private readonly reader: ContractReader,
    private readonly contracts: ContractsService,
    private readonly agreements: TerminationAgreements,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Streak, rights and deciding requests, the notice ready to be sent, notices and agreements',
  })
  @ApiOkResponse({ standardSchema: terminationOut })
  async read(@Param({ schema: contractParams }) { contract }: Params): Promise<TerminationOut> {
    return terminationView(await this.reader.get(contract));
  }

  @Post('notice')
  @Tells('noRight')
  @HttpCode(200)
  @ApiOperation({ summary: 'A party ends the contract without a ground, where the contract lets it' })
  @ApiOkResponse({ standardSchema: terminationOut })
  notice(
    @Call() call: WriteCall,
    @Param({ schema: contractParams }) { contract }: Params,
    @Body({ schema: noticeBody }) { party, at }: z.infer<typeof noticeBody>,
  ): Promise<Reply> {
    return this.told(call, contract, (known) => {
      return { type: 'termination.noticed', at: commandAt(known, at), by: party };
    });
  }

  @Post('right-waiver')
  @Tells('noRight')
  @HttpCode(200)
  @ApiOperation({ summary: 'The client gives up, in writing, the right that it could exercise now' })
  @ApiOkResponse({ standardSchema: terminationOut })
  waiveRight(
    @Call() call: WriteCall,
    @Param({ schema: contractParams }) { contract }: Params,
    @Body({ schema: rightWaiverBody }) { reason, at }: z.infer<typeof rightWaiverBody>,
  ): Promise<Reply> {
    return this.told(call, contract, (known) => {
      return { type: 'terminationRight.waived', at: commandAt(known, at), by: 'client', reason };
    });
  }

  @Post('agreements')
  @Tells()
  @HttpCode(200)
  @ApiOperation({
    summary: 'Sends an agreement to end the contract for signing; it counts when all have signed',
  })
  @ApiOkResponse({ standardSchema: terminationOut })
  agree(
    @Call() call: WriteCall,
    @Param({ schema: contractParams }) { contract }: Params,
    @Body({ schema: agreementBody }) body: z.infer<typeof agreementBody>,
  ): Promise<Reply> {
    return this.agreements.send(call, contract, body);
  }

  private told(
    call: WriteCall,
    contract: string,
    event: (known: KnownContract) => ContractEvent,
  ): Promise<Reply> {
    const view = async () => new Reply(200, terminationView(await this.reader.get(contract)));
    return this.contracts.command(call, contract, event, { view });
  }
}
