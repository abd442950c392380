import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { type ContractEvent } from '#domain/contract/events';
import { type Period } from '#domain/time/dates';
import { Call, type WriteCall } from '../access/call.js';
import { commandAt, ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import { ContractsService } from '../contracts/contracts.service.js';
import { Tells } from '../docs/answers.js';
import { contractParams, periodParams } from '../http/fields.js';
import { hasAll, pageOfList } from '../http/page-of-list.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import {
  acceptanceBody,
  contestBody,
  decisionBody,
  statementList,
  statementOut,
  statementsQuery,
  type StatementOut,
} from './statement-schemas.js';
import { statementView } from './statement-view.js';

type Params = z.infer<typeof periodParams>;

/**
 * The statement of each closed month, which both sides accept or contest line by line (clause 3.2). A contested line is
 * held out until somebody else decides it, and a decision never sets an amount.
 */
@ApiTags('money')
@Controller('api/v1/contracts/:contract/statements')
export class StatementsController {
  constructor(
    private readonly reader: ContractReader,
    private readonly contracts: ContractsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The statements of the months that have closed, the oldest first' })
  @ApiOkResponse({ standardSchema: statementList })
  async list(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: statementsQuery }) query: z.infer<typeof statementsQuery>,
  ): Promise<z.infer<typeof statementList>> {
    const known = await this.reader.get(contract);
    const items = known.row.state.closedMonths.map((month) => statementView(known, month));
    const list = { name: 'statements', items, keyOf: ({ period }: StatementOut) => period };
    return pageOfList(list, query, hasAll(query, isContested));
  }

  @Get(':period')
  @ApiOperation({ summary: 'One statement: its lines, what is contested, who has accepted it' })
  @ApiOkResponse({ standardSchema: statementOut })
  async read(@Param({ schema: periodParams }) { contract, period }: Params): Promise<StatementOut> {
    return statementOf(await this.reader.get(contract), period);
  }

  @Post(':period/acceptance')
  @Tells()
  @HttpCode(200)
  @ApiOperation({ summary: 'A party accepts the statement, but for what it contests' })
  @ApiOkResponse({ standardSchema: statementOut })
  accept(
    @Call() call: WriteCall,
    @Param({ schema: periodParams }) params: Params,
    @Body({ schema: acceptanceBody }) { party, at }: z.infer<typeof acceptanceBody>,
  ): Promise<Reply> {
    return this.told(call, params, (known) => ({
      type: 'statement.accepted',
      at: commandAt(known, at),
      period: params.period,
      party,
      by: call.caller.name,
    }));
  }

  @Post(':period/contests')
  @Tells()
  @HttpCode(200)
  @ApiOperation({ summary: 'A party contests a line: it is held out until it is decided' })
  @ApiOkResponse({ standardSchema: statementOut })
  contest(
    @Call() call: WriteCall,
    @Param({ schema: periodParams }) params: Params,
    @Body({ schema: contestBody }) { line, party, reason, at }: z.infer<typeof contestBody>,
  ): Promise<Reply> {
    return this.told(call, params, (known) => ({
      type: 'statement.contested',
      at: commandAt(known, at),
      period: params.period,
      line,
      party,
      reason,
      by: call.caller.name,
    }));
  }

  @Post(':period/decisions')
  @Tells('needsAnotherPerson')
  @HttpCode(200)
  @ApiOperation({ summary: 'Decides a contested line. Not by the one who contested it' })
  @ApiOkResponse({ standardSchema: statementOut })
  decide(
    @Call() call: WriteCall,
    @Param({ schema: periodParams }) params: Params,
    @Body({ schema: decisionBody }) { line, decision, reason, at }: z.infer<typeof decisionBody>,
  ): Promise<Reply> {
    return this.told(call, params, (known) => ({
      type: 'statement.decided',
      at: commandAt(known, at),
      period: params.period,
      line,
      decision,
      reason,
      by: call.caller.name,
    }));
  }

  private told(
    call: WriteCall,
    { contract, period }: Params,
    event: (known: KnownContract) => ContractEvent,
  ): Promise<Reply> {
    const view = async () => new Reply(200, statementOf(await this.reader.get(contract), period));
    return this.contracts.command(call, contract, event, { view });
  }
}

function statementOf(known: KnownContract, period: Period): StatementOut {
  const month = known.row.state.closedMonths.find((each) => each.period === period);
  if (!month)
    throw new Problem('unknownPeriod', `${known.row.id} has no statement of ${period}: it has not closed`);
  return statementView(known, month);
}

function isContested({ contested }: StatementOut) {
  return { contested: contested > 0 };
}
