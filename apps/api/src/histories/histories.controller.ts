import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Client } from '@temporalio/client';
import { type z } from 'zod';
import { historyOf, type KnownRun, knownRuns } from '#histories/known-runs';
import { pageOf } from '#persistence/queries/page';
import { tell } from '#histories/tell';
import { keyOf, timelineOf } from '#histories/timeline';
import { toldBy } from '#histories/told-histories';
import { ContractReader } from '../contracts/contract-reader.js';
import { pageView, pageWish } from '../http/cursor.js';
import { contractParams } from '../http/fields.js';
import { Problem } from '../http/problem.js';
import {
  happeningKey,
  happeningPage,
  happeningsQuery,
  historyListQuery,
  historyParams,
  rawHistory,
  runKey,
  runPage,
} from './history-schemas.js';
import { TemporalUi } from './temporal-ui.js';

type Params = z.infer<typeof contractParams>;
type ListQuery = z.infer<typeof historyListQuery>;
type RunView = Omit<z.infer<typeof runPage>['items'][number], 'temporalUi'>;

/** What the workflows of a contract and its requests did, and what was done to them. */
@ApiTags('audit')
@Controller('api/v1/contracts/:contract/histories')
export class HistoriesController {
  constructor(
    private readonly contracts: ContractReader,
    private readonly client: Client,
    private readonly ui: TemporalUi,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The runs of the workflows of a contract and its requests, in the order in which they began',
  })
  @ApiOkResponse({ standardSchema: runPage })
  async list(
    @Param({ schema: contractParams }) { contract }: Params,
    @Query({ schema: historyListQuery }) query: ListQuery,
  ): Promise<z.infer<typeof runPage>> {
    const { limit, after, order } = pageWish(runKey, query);
    const { runs: earliest, isComplete } = await knownRuns(await this.whereabouts(contract));
    const runs = order === 'desc' ? earliest.toReversed() : earliest;
    const begin = after ? runs.findIndex(({ runId }) => runId === after.runId) + 1 : 0;
    const page = pageOf(runs.slice(begin), limit);
    return {
      ...pageView(
        page,
        (run) => ({ ...viewOf(contract, run), temporalUi: this.ui.addressOf(run) }),
        ({ runId }) => ({ runId }),
      ),
      isComplete,
    };
  }

  @Get('timeline')
  @ApiOperation({
    summary:
      'All runs told as one, the earliest first: who, what, why, on which facts, and what was done by hand',
  })
  @ApiOkResponse({ standardSchema: happeningPage })
  async timeline(
    @Param({ schema: contractParams }) { contract }: Params,
    @Query({ schema: happeningsQuery }) query: z.infer<typeof happeningsQuery>,
  ): Promise<z.infer<typeof happeningPage>> {
    const { em, terms } = await this.contracts.get(contract);
    const told = await toldBy(em, this.client, contract);
    const where = { em, client: this.client, contract };
    const page = await timelineOf(where, told, pageWish(happeningKey, query));
    const { next } = pageView(page, () => null, keyOf);
    const items = await tell(em, page.rows, told, terms.zone);
    return {
      items: items.map(({ workflowId: workflow, runId: run, eventIds, lines, ...rest }) => ({
        ...rest,
        workflow,
        run,
        temporalUi: this.ui.addressOf({ workflowId: workflow, runId: run }),
        events: [...eventIds],
        lines: lines.map((line) => ({
          ...line,
          receipts: line.receipts.map(({ id, facts }) => ({
            id,
            facts: facts.map((fact) => ({ ...fact, sources: [...fact.sources] })),
          })),
        })),
      })),
      next,
      isComplete: page.isComplete,
    };
  }

  @Get(':run')
  @ApiOperation({
    summary:
      'The events of a run as they were exported, byte for byte, else as Temporal tells them now; payloads as they are encrypted',
  })
  @ApiOkResponse({ standardSchema: rawHistory })
  async read(
    @Param({ schema: historyParams }) { contract, run: runId }: z.infer<typeof historyParams>,
  ): Promise<StreamableFile> {
    const where = await this.whereabouts(contract);
    const { runs, isComplete } = await knownRuns(where);
    const run = runs.find((each) => each.runId === runId);
    const found = run && (await historyOf(where, run));
    if (found)
      return new StreamableFile(found.bytes, { type: 'application/json', length: found.bytes.length });
    if (run ?? !isComplete) throw new Problem('unavailable', 'Temporal does not answer: try again soon');
    throw new Problem('unknownHistory', `${contract} has no run ${runId}`);
  }

  private async whereabouts(contract: string) {
    const { em } = await this.contracts.get(contract);
    return { em, client: this.client, contract };
  }
}

function viewOf(contract: string, { workflowId, runId, owner, exported, startedAt }: KnownRun): RunView {
  return {
    workflow: workflowId,
    run: runId,
    owner,
    isExported: exported !== null,
    place: exported?.place ?? null,
    firstRun: exported?.firstRunId ?? null,
    previousRun: exported?.previousRunId ?? null,
    nextRun: exported?.nextRunId ?? null,
    status: exported?.status ?? null,
    events: exported?.events ?? null,
    startedAt: `${startedAt.slice(0, 19)}Z`,
    closedAt: exported?.closedAt ?? null,
    sha256: exported?.sha256 ?? null,
    size: exported?.size ?? null,
    exportedAt: exported?.exportedAt ?? null,
    address: `/api/v1/contracts/${contract}/histories/${runId}`,
  };
}
