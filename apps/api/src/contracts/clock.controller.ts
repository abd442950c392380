import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { Call, type WriteCall } from '../access/call.js';
import { Dispatcher } from '../commands/dispatcher.js';
import { WritePath } from '../commands/write-path.js';
import { Refuses } from '../docs/answers.js';
import { contractParams } from '../http/fields.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { ContractReader } from './contract-reader.js';
import { clockBody, contractDetail } from './contract-schemas.js';
import { ContractsService } from './contracts.service.js';

/** The clock of a rehearsal: it moves only when told to. */
@ApiTags('contracts')
@Controller('api/v1/contracts/:contract/clock')
export class ClockController {
  constructor(
    private readonly reader: ContractReader,
    private readonly contracts: ContractsService,
    private readonly writes: WritePath,
    private readonly dispatcher: Dispatcher,
  ) {}

  @Post()
  @Refuses('clockIsReal')
  @ApiOperation({
    summary: 'Moves a manual clock: everything due by then happens, in the order of the contract',
  })
  @ApiOkResponse({ standardSchema: contractDetail })
  move(
    @Call() call: WriteCall,
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Body({ schema: clockBody }) { until }: z.infer<typeof clockBody>,
  ): Promise<Reply> {
    return this.writes.once(call, async () => {
      const { row, through } = await this.reader.get(contract);
      if (row.clock !== 'manual')
        throw new Problem(
          'clockIsReal',
          `${contract} follows the time of day: only a manual clock can be moved`,
        );
      if (until < through)
        throw Problem.ofFaults([
          {
            path: 'until',
            problem: `is before ${through}, where the clock stands`,
            allowed: 'allowed is that instant or later',
          },
        ]);
      const moved = await this.dispatcher.moveClock(contract, row.clientId, { until, stage: 'all' });
      if (!moved)
        throw new Problem(
          'unavailable',
          'The clock has not reached that instant yet: call again, it goes on from where it stands',
        );
      return new Reply(200, await this.contracts.show(contract));
    });
  }
}
