import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { Call, type WriteCall } from '../access/call.js';
import { Tells } from '../docs/answers.js';
import { contractParams } from '../http/fields.js';
import { type Reply } from '../http/reply.js';
import { From, type Origin } from '../signing/provenance.js';
import { Sendings } from '../signing/sendings.js';
import { commandAt } from './contract-reader.js';
import { contractDetail, declineBody, sendBody, signatureBody, terminationBody } from './contract-schemas.js';
import { ContractsService } from './contracts.service.js';

type Params = z.infer<typeof contractParams>;

/** From the draft to both signatures, and an end before the term's. */
@ApiTags('contracts')
@Controller('api/v1/contracts/:contract')
export class SigningController {
  constructor(
    private readonly contracts: ContractsService,
    private readonly sendings: Sendings,
  ) {}

  @Post('send')
  @Tells()
  @ApiOperation({
    summary:
      'Sends the draft for signing: makes the document, names the signers, invites those whose turn it is',
  })
  @ApiOkResponse({ standardSchema: contractDetail })
  send(
    @Call() call: WriteCall,
    @Param({ schema: contractParams }) { contract }: Params,
    @Body({ schema: sendBody }) body: z.infer<typeof sendBody>,
  ): Promise<Reply> {
    return this.sendings.send(call, contract, body);
  }

  @Post('signatures')
  @Tells()
  @ApiOperation({
    summary: 'A signature told by a system that is trusted to; with the last one the contract is made',
  })
  @ApiOkResponse({ standardSchema: contractDetail })
  sign(
    @Call() call: WriteCall,
    @From() from: Origin,
    @Param({ schema: contractParams }) { contract }: Params,
    @Body({ schema: signatureBody }) { party, signer, at }: z.infer<typeof signatureBody>,
  ): Promise<Reply> {
    return this.contracts.command(call, contract, (known) => ({
      type: 'contract.signed',
      at: commandAt(known, at),
      by: party,
      signer,
      provenance: { channel: 'api', ...from, identity: call.caller.name },
    }));
  }

  @Post('decline')
  @Tells()
  @ApiOperation({ summary: 'One party declines to sign' })
  @ApiOkResponse({ standardSchema: contractDetail })
  decline(
    @Call() call: WriteCall,
    @From() from: Origin,
    @Param({ schema: contractParams }) { contract }: Params,
    @Body({ schema: declineBody }) { party, reason, at }: z.infer<typeof declineBody>,
  ): Promise<Reply> {
    return this.contracts.command(call, contract, (known) => ({
      type: 'contract.declined',
      at: commandAt(known, at),
      by: party,
      reason,
      provenance: { channel: 'api', ...from, identity: call.caller.name },
    }));
  }

  @Post('termination')
  @Tells('noRight')
  @ApiOperation({
    summary: 'The client exercises the termination right of clause 2.6, or both parties agree on an end',
  })
  @ApiOkResponse({ standardSchema: contractDetail })
  terminate(
    @Call() call: WriteCall,
    @Param({ schema: contractParams }) { contract }: Params,
    @Body({ schema: terminationBody }) body: z.infer<typeof terminationBody>,
  ): Promise<Reply> {
    return this.contracts.command(call, contract, (known) => {
      const at = commandAt(known, body.at);
      if (body.kind === 'exercise') return { type: 'termination.exercised', at, by: 'client' };
      return { type: 'termination.agreed', at, effectiveAt: body.effectiveAt };
    });
  }
}
