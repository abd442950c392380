import { type EntityManager } from '@mikro-orm/postgresql';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { type Command } from '#domain/command';
import { type Terms } from '#domain/terms';
import { Call, type WriteCall } from '../access/call.js';
import { type Plan, WritePath } from '../commands/write-path.js';
import { commandAt, ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import { Tells } from '../docs/answers.js';
import { atIn, contractParams, nameIn, reasonIn } from '../http/fields.js';
import { hasAll, pageOfList } from '../http/page-of-list.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { missedIn, missesQuery, missList, missView, type MissView, MissesService } from './misses.service.js';

/** To ask for a waiver, and to give one. */
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
  async list(
    @Param({ schema: contractParams }) { contract }: Params,
    @Query({ schema: missesQuery }) query: z.infer<typeof missesQuery>,
  ): Promise<z.infer<typeof missList>> {
    const list = { name: 'misses', items: await this.misses.list(contract), keyOf: missName };
    return pageOfList(list, query, hasAll(query, isWaived));
  }

  @Post('waivers')
  @Tells('unknownMiss', 'unknownRequest', 'alreadyWaived')
  @ApiOperation({ summary: 'Asks to waive a miss. Somebody else has to give it; never the desk' })
  @ApiCreatedResponse({ standardSchema: missView })
  propose(
    @Call() call: WriteCall,
    @Param({ schema: contractParams }) { contract }: Params,
    @Body({ schema: newWaiver }) { request, target, reason, at }: z.infer<typeof newWaiver>,
  ): Promise<Reply> {
    return this.writes.write(
      call,
      this.waiving(contract, target, (known) => {
        const by = call.caller.name;
        return { type: 'waiver.proposed', at: commandAt(known, at), request, target, reason, by };
      }),
      () => this.created(contract, (miss) => isOf(miss, request, target) && miss.proposedWaiver !== null),
    );
  }

  @Post('waivers/approval')
  @Tells('unknownMiss', 'unknownRequest', 'alreadyWaived', 'needsAnotherPerson')
  @ApiOperation({
    summary: 'Gives a waiver that somebody else has asked for: no penalty, and its month is assessed again',
  })
  @ApiCreatedResponse({ standardSchema: missView })
  approve(
    @Call() call: WriteCall,
    @Param({ schema: contractParams }) { contract }: Params,
    @Body({ schema: newWaiver }) { request, target, reason, at }: z.infer<typeof newWaiver>,
  ): Promise<Reply> {
    return this.writes.write(
      call,
      this.waiving(contract, target, (known) => {
        const [by, proposedBy] = [call.caller.name, proposerOf(known, request, target)];
        return { type: 'miss.waived', at: commandAt(known, at), request, target, reason, by, proposedBy };
      }),
      () => this.created(contract, (miss) => isOf(miss, request, target) && miss.waiver !== null),
    );
  }

  /** What a waiver writes; refuses a target that nothing under the contract can miss. */
  private waiving(contract: string, target: string, bodyOf: (known: KnownContract) => Command['body']) {
    return async (em: EntityManager): Promise<Plan> => {
      const known = await this.contracts.get(contract, em);
      checkTarget(known.terms, target);
      return { contract, owner: { kind: 'contract' }, body: bodyOf(known) };
    };
  }

  private async created(contract: string, isIt: (miss: MissView) => boolean): Promise<Reply> {
    const misses = await this.misses.list(contract);
    return new Reply(201, misses.findLast(isIt), `/api/v1/contracts/${contract}/misses`);
  }
}

function isWaived({ waiver }: MissView) {
  return { waived: waiver !== null };
}

function isOf(miss: MissView, request: string, target: string): boolean {
  return miss.request === request && miss.target === target;
}

/** Who has asked for the waiver; where nobody has, the core says so. */
function proposerOf({ row }: KnownContract, request: string, target: string): string {
  const proposed = row.state.proposedWaivers.find(
    (each) => each.request === request && each.target === target,
  );
  return proposed?.by ?? '';
}

/** Throws a Problem for a target that nothing under the contract can miss. */
function checkTarget({ assessment, obligations }: Terms, target: string): void {
  const report = assessment.lateReport === 'countsAsMiss' ? ['report'] : [];
  const targets = ['response', 'workaround', 'resolution', ...report, ...obligations.map(({ id }) => id)];
  if (targets.includes(target)) return;
  const allowed = `allowed are ${targets.join(', ')}`;
  throw Problem.ofFaults([{ path: 'target', problem: `is "${target}"`, allowed }]);
}

function missName({ request, target, at }: MissView): string {
  return `${request}/${target}@${at}`;
}
