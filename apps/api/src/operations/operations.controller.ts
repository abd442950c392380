import { createHash, randomUUID } from 'node:crypto';
import { Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { type z } from 'zod';
import {
  addOperation,
  cancelOperation,
  linesOfOperation,
  listOperations,
} from '#persistence/queries/operations';
import { Call, WhoCalls, type WriteCall } from '../access/call.js';
import { type Caller } from '../access/caller.js';
import { commandIdOf, WritePath } from '../commands/write-path.js';
import { AlsoSends, Refuses } from '../docs/answers.js';
import { filtersOf, pageView, pageWish } from '../http/cursor.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { RawBody } from '../intake/raw-bodies.js';
import { now } from '../time.js';
import { OperationDesk, whose } from './operation-desk.js';
import { OperationRunner } from './operation-runner.js';
import {
  operationPage,
  operationParams,
  operationsKey,
  operationsQuery,
  operationView,
  operationViewOf,
  resultPage,
  resultsKey,
  resultsQuery,
  resultViewOf,
  startsQuery,
} from './operation-schemas.js';
import { MOST_LINES, readUpload } from './upload.js';

const NDJSON = 'application/x-ndjson';
const ID_DIGITS = 16;

type Params = z.infer<typeof operationParams>;
type OperationView = z.infer<typeof operationView>;

/** Much at once: an upload is an operation, with a status, and a result for each of its lines. */
@ApiTags('operations')
@Controller('api/v1/operations')
export class OperationsController {
  constructor(
    private readonly desk: OperationDesk,
    private readonly runner: OperationRunner,
    private readonly writes: WritePath,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Operations, the newest first: those of the caller, or all for who reaches all clients',
  })
  @ApiOkResponse({ standardSchema: operationPage })
  async list(
    @WhoCalls() caller: Caller,
    @Query({ schema: operationsQuery }) query: z.infer<typeof operationsQuery>,
  ): Promise<z.infer<typeof operationPage>> {
    const wish = pageWish(operationsKey, query);
    const page = await listOperations(this.desk.fork(), whose(caller), filtersOf(query), wish);
    return pageView(page, operationViewOf, ({ createdAt, id }) => ({ list: 'operations', createdAt, id }));
  }

  @Post('contract-starts')
  @HttpCode(202)
  @ApiOperation({
    summary:
      'Starts many contracts: NDJSON, each line what POST /contracts takes and perhaps a `reference` of the caller’s own. At most 8 MiB, 5,000 lines, 64 KiB a line',
  })
  @ApiConsumes(NDJSON)
  @ApiBody({ required: true, schema: { type: 'string', format: 'binary' } })
  @ApiAcceptedResponse({
    standardSchema: operationView,
    description: 'Stored: its lines are worked on from now on',
    headers: {
      Location: { description: 'The address of the operation', schema: { type: 'string' } },
      'Retry-After': { description: 'Seconds', schema: { type: 'string' } },
    },
  })
  async start(
    @Call() call: WriteCall,
    @Query({ schema: startsQuery }) { then: goal }: z.infer<typeof startsQuery>,
    @RawBody(NDJSON) bytes: Buffer,
  ): Promise<Reply> {
    // First: a refusal takes no key.
    const lines = readUpload(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { caller, key } = call;
    const reply = await this.writes.once({ ...call, body: { goal, sha256 } }, async () => {
      // From the key: whoever repeats the call, even before the first has its answer, means the same operation.
      const digits = key === null ? randomUUID().replaceAll('-', '') : commandIdOf(caller.name, key);
      const id = `O-${digits.slice(0, ID_DIGITS)}`;
      const wanted = { id, kind: 'contractStarts' as const, goal, caller, lines };
      const row = await addOperation(this.desk.fork(), wanted, now());
      return new Reply(202, operationViewOf(row), `/api/v1/operations/${id}`);
    });
    this.runner.wake();
    return reply;
  }

  @Get(':operation')
  @ApiOperation({ summary: 'How far an operation is' })
  @ApiOkResponse({ standardSchema: operationView })
  async read(
    @WhoCalls() caller: Caller,
    @Param({ schema: operationParams }) { operation }: Params,
  ): Promise<OperationView> {
    return operationViewOf(await this.desk.get(this.desk.fork(), operation, caller));
  }

  @Get(':operation/results')
  @ApiOperation({
    summary: 'What each line came to; with `Accept: application/x-ndjson` all at once, a line each',
  })
  @ApiOkResponse({ standardSchema: resultPage })
  @AlsoSends(NDJSON)
  async results(
    @WhoCalls() caller: Caller,
    @Param({ schema: operationParams }) { operation }: Params,
    @Query({ schema: resultsQuery }) query: z.infer<typeof resultsQuery>,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof resultPage> | string> {
    const em = this.desk.fork();
    await this.desk.get(em, operation, caller);
    const isWhole = accept?.includes(NDJSON) ?? false;
    const wish = isWhole
      ? { limit: MOST_LINES, after: null, order: query.order }
      : pageWish(resultsKey, query);
    const page = await linesOfOperation(em, operation, query.status ?? null, wish);
    if (!isWhole) return pageView(page, resultViewOf, ({ number }) => ({ number }));
    void reply.type(NDJSON);
    return page.rows.map((line) => `${JSON.stringify(resultViewOf(line))}\n`).join('');
  }

  @Post(':operation/cancel')
  @HttpCode(200)
  @Refuses('wrongState')
  @ApiOperation({
    summary: 'Skips every line that was not begun; what is done stays done, what was begun is finished',
  })
  @ApiOkResponse({ standardSchema: operationView })
  cancel(@Call() call: WriteCall, @Param({ schema: operationParams }) { operation }: Params): Promise<Reply> {
    return this.writes.once(call, async () => {
      const em = this.desk.fork();
      await this.desk.get(em, operation, call.caller);
      const cancelling = { by: call.caller.name, because: 'asked' } as const;
      if (!(await cancelOperation(em, operation, cancelling, now())))
        throw new Problem(
          'wrongState',
          `The operation ${operation} is completed: there is nothing left to cancel`,
        );
      return new Reply(200, operationViewOf(await this.desk.get(em, operation, call.caller)));
    });
  }
}
