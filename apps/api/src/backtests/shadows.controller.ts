import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MikroORM } from '@mikro-orm/postgresql';
import { type z } from 'zod';
import { beginShadow, endShadow, lookAtShadow, ShadowImpossible, type ShadowSight } from '#backtest/shadows';
import { type ShadowMonth } from '#backtest/shadow-months';
import { type ShadowRow } from '#persistence/entities/shadow';
import { shadowPage } from '#persistence/queries/shadows';
import { Call, type WriteCall } from '../access/call.js';
import { ContractReader } from '../contracts/contract-reader.js';
import { Refuses } from '../docs/answers.js';
import { pageView, pageWish } from '../http/cursor.js';
import { contractParams } from '../http/fields.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { PlainWrites } from '../commands/plain-writes.js';
import { now } from '../time.js';
import { amendmentProblem, Amendments } from './amendments.js';
import {
  shadowKey,
  shadowLine,
  shadowList,
  shadowOut,
  shadowParams,
  shadowsQuery,
} from './backtest-schemas.js';
import { amendedBody } from './comparison-schemas.js';
import { TestBench } from './test-bench.js';

type Contract = z.infer<typeof contractParams>;
type Params = z.infer<typeof shadowParams>;

/** Amended terms beside a live contract, without legal effect. */
@ApiTags('back-tests')
@Controller('api/v1/contracts/:contract/shadows')
export class ShadowsController {
  constructor(
    private readonly orm: MikroORM,
    private readonly contracts: ContractReader,
    private readonly amendments: Amendments,
    private readonly bench: TestBench,
    private readonly writes: PlainWrites,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The shadows of a contract, those started last first' })
  @ApiOkResponse({ standardSchema: shadowList })
  async list(
    @Param({ schema: contractParams }) { contract }: Contract,
    @Query({ schema: shadowsQuery }) query: z.infer<typeof shadowsQuery>,
  ): Promise<z.infer<typeof shadowList>> {
    const { em } = await this.contracts.get(contract);
    const page = await shadowPage(em, contract, query, pageWish(shadowKey, query));
    return pageView(page, lineView, ({ startedAt, id }) => ({ list: 'shadows', startedAt, id }));
  }

  @Post()
  @Refuses('wrongState')
  @ApiOperation({ summary: 'Starts a shadow: a template version or an amendment runs beside the contract' })
  @ApiCreatedResponse({ standardSchema: shadowLine })
  start(
    @Call() call: WriteCall,
    @Param({ schema: contractParams }) { contract }: Contract,
    @Body({ schema: amendedBody }) body: z.infer<typeof amendedBody>,
  ): Promise<Reply> {
    return this.writes.write(call, async (em) => {
      await this.contracts.get(contract, em);
      const amendment = await this.amendments.read(body.amendment, em);
      const wish = { id: randomUUID(), contract, amendment, by: call.caller.name };
      const begun = await beginShadow(em, this.bench.test, wish, now());
      if ('faults' in begun) throw amendmentProblem(begun.faults);
      return new Reply(201, lineView(begun.row), `/api/v1/contracts/${contract}/shadows/${begun.row.id}`);
    });
  }

  @Get(':shadow')
  @ApiOperation({
    summary:
      'What a shadow makes of everything recorded so far, and its report of each month that has closed since',
  })
  @ApiOkResponse({ standardSchema: shadowOut })
  async read(
    @Param({ schema: shadowParams }) { contract, shadow }: Params,
  ): Promise<z.infer<typeof shadowOut>> {
    const sight = await possible(lookAtShadow(this.orm.em.fork(), this.bench.test, contract, shadow, now()));
    if (!sight) throw unknownShadow(contract, shadow);
    return sightView(sight);
  }

  @Post(':shadow/stop')
  @Refuses('wrongState')
  @HttpCode(200)
  @ApiOperation({ summary: 'Stops a shadow: it keeps what it has come to' })
  @ApiOkResponse({ standardSchema: shadowOut })
  stop(
    @Call() call: WriteCall,
    @Param({ schema: shadowParams }) { contract, shadow }: Params,
  ): Promise<Reply> {
    return this.writes.write(call, async (em) => {
      const ended = await possible(endShadow(em, this.bench.test, contract, shadow, call.caller.name, now()));
      if (!ended) throw unknownShadow(contract, shadow);
      if (!ended.stopped) throw new Problem('wrongState', `The shadow ${shadow} was stopped before`);
      return new Reply(200, sightView(ended.sight));
    });
  }
}

/** A shadow whose template is there no longer is a state of things, not an error of ours. */
async function possible<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ShadowImpossible) throw new Problem('wrongState', error.message);
    throw error;
  }
}

function unknownShadow(contract: string, shadow: string): Problem {
  return new Problem('notFound', `There is no shadow ${shadow} of ${contract}`);
}

function lineView(row: ShadowRow): z.infer<typeof shadowLine> {
  const { id, contractId: contract, startedAt, startedBy } = row;
  const template =
    row.templateId == null || row.templateVersion == null
      ? null
      : { id: row.templateId, version: row.templateVersion };
  const stopped = { stoppedAt: row.stoppedAt ?? null, stoppedBy: row.stoppedBy ?? null };
  return { id, contract, template, startedAt, startedBy, ...stopped };
}

function sightView({ row, comparison, reports }: ShadowSight): z.infer<typeof shadowOut> {
  const months = reports.map(({ period, writtenAt, report }) => ({
    period,
    writtenAt,
    report: report as unknown as ShadowMonth,
  }));
  // The same members; the schema's lists are not read-only.
  return { ...lineView(row), comparison, months } as unknown as z.infer<typeof shadowOut>;
}
