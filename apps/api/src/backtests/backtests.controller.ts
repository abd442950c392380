import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MikroORM } from '@mikro-orm/postgresql';
import { type z } from 'zod';
import { type BacktestRow } from '#persistence/entities/backtest';
import { findBacktest } from '#persistence/queries/backtests';
import { Call, type WriteCall } from '../access/call.js';
import { type Caller, reaches } from '../access/caller.js';
import { ContractReader } from '../contracts/contract-reader.js';
import { Refuses } from '../docs/answers.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { PlainWrites } from '../commands/plain-writes.js';
import { now } from '../time.js';
import { amendmentProblem, Amendments } from './amendments.js';
import { BacktestRuns } from './backtest-runs.js';
import { backtestIn, backtestOut, backtestParams } from './backtest-schemas.js';
import { comparisonOut } from './comparison-schemas.js';
import { TestBench } from './test-bench.js';

/** Amended terms tried on the recorded facts. Nothing of it reaches a contract. */
@ApiTags('back-tests')
@Controller('api/v1/backtests')
export class BacktestsController {
  constructor(
    private readonly orm: MikroORM,
    private readonly contracts: ContractReader,
    private readonly amendments: Amendments,
    private readonly bench: TestBench,
    private readonly runs: BacktestRuns,
    private readonly writes: PlainWrites,
  ) {}

  @Post()
  @Refuses('unknownContract')
  @ApiOperation({
    summary: 'Plays recorded facts under amended terms: of one contract at once, of all in the background',
    description:
      'Shows which requests, misses, months, rights, invoices and amounts would have been otherwise.',
  })
  @ApiOkResponse({ standardSchema: comparisonOut, description: 'The comparison of the contract' })
  @ApiAcceptedResponse({
    standardSchema: backtestOut,
    description: 'Of all contracts: look it up at its address',
  })
  async start(
    @Call() call: WriteCall,
    @Body({ schema: backtestIn }) { contract, amendment }: z.infer<typeof backtestIn>,
  ): Promise<Reply> {
    return contract === undefined
      ? this.ofAll(call, amendment)
      : this.ofOne(call.caller, contract, amendment);
  }

  @Get(':backtest')
  @ApiOperation({ summary: 'A back-test over all contracts: how far it has come, and its result' })
  @ApiOkResponse({ standardSchema: backtestOut })
  async read(
    @Param({ schema: backtestParams }) { backtest }: z.infer<typeof backtestParams>,
  ): Promise<z.infer<typeof backtestOut>> {
    const row = await findBacktest(this.orm.em.fork(), backtest);
    if (!row) throw new Problem('notFound', `There is no back-test ${backtest}`);
    return backtestView(row);
  }

  private async ofOne(caller: Caller, contract: string, document: unknown): Promise<Reply> {
    const { row } = await this.contracts.get(contract);
    if (!reaches(caller, row.clientId)) throw Problem.noContract(contract);
    const amendment = await this.amendments.read(document);
    const outcome = await this.bench.test(contract, { id: randomUUID(), amendment, present: now() });
    if ('faults' in outcome) throw amendmentProblem(outcome.faults);
    if ('error' in outcome) throw new Error(`${contract} cannot be back-tested: ${outcome.error}`);
    return new Reply(200, outcome.comparison);
  }

  private async ofAll(call: WriteCall, document: unknown): Promise<Reply> {
    if (call.caller.clients !== null)
      throw new Problem(
        'forbidden',
        `contract: ${call.caller.name} is limited to clients, allowed is one of their contracts`,
      );
    let asked: string | null = null;
    const reply = await this.writes.write(call, async (em) => {
      const amendment = await this.amendments.read(document, em);
      const row = await this.runs.ask(em, amendment, call.caller.name);
      asked = row.id;
      return new Reply(202, backtestView(row), `/api/v1/backtests/${row.id}`);
    });
    // Only once it is written for good; a repeat of the call has started nothing.
    if (asked !== null) this.runs.start(asked);
    return reply;
  }
}

function backtestView(row: BacktestRow): z.infer<typeof backtestOut> {
  const { id, state, askedBy, askedAt } = row;
  return {
    id,
    state,
    askedBy,
    askedAt,
    finishedAt: row.finishedAt ?? null,
    progress: row.progress ?? null,
    result: (row.result ?? null) as z.infer<typeof backtestOut>['result'],
    error: row.error ?? null,
  };
}
