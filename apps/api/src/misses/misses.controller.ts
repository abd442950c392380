import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { type Terms } from '#domain/terms';
import { Call, type WriteCall } from '../access/call.js';
import { WritePath } from '../commands/write-path.js';
import { commandAt, ContractReader } from '../contracts/contract-reader.js';
import { atIn, contractParams, nameIn, reasonIn } from '../http/fields.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { missList, missView, MissesService } from './misses.service.js';

/** A request; for misses of the contract itself `report 2025-01`, or an obligation. */
const missedIn = z.string().regex(/^(?:[A-Za-z0-9][A-Za-z0-9._-]{0,63}|report \d{4}-\d{2})$/, {
  error: 'allowed are the name of a request or of an obligation, or a report as report 2025-01',
});

const newWaiver = closedObject({
  request: missedIn.meta({ description: 'A request, an obligation, or a report as `report 2025-01`' }),
  target: nameIn.meta({
    description:
      '`response`, `workaround`, `resolution`; `report` for a late report; an obligation by its own name',
  }),
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
        checkTarget(known.terms, target);
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

/** Throws a Problem for a target that nothing under the contract can miss. */
function checkTarget({ assessment, obligations }: Terms, target: string): void {
  const report = assessment.lateReport === 'countsAsMiss' ? ['report'] : [];
  const targets = ['response', 'workaround', 'resolution', ...report, ...obligations.map(({ id }) => id)];
  if (targets.includes(target)) return;
  const allowed = `allowed are ${targets.join(', ')}`;
  throw Problem.ofFaults([{ path: 'target', problem: `is "${target}"`, allowed }]);
}
