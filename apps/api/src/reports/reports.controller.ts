import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { type PriorityFigures } from '#domain/contract/reports';
import { type ServiceReport } from '#domain/contract/state';
import { INTAKE_CHANNELS } from '#domain/incident/events';
import { type Instant } from '#domain/time/instant';
import { Call, type WriteCall } from '../access/call.js';
import { asOf, commandAt, ContractReader } from '../contracts/contract-reader.js';
import { ContractsService } from '../contracts/contracts.service.js';
import { Tells } from '../docs/answers.js';
import {
  atIn,
  contractParams,
  count,
  flagIn,
  instantOut,
  lateReasonIn,
  listQuery,
  pageOut,
  periodOut,
  periodParams,
} from '../http/fields.js';
import { hasAll, pageOfList } from '../http/page-of-list.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';

const submission = closedObject({
  knowledgeBaseContributions: z.exactOptional(z.int().min(0).max(1_000_000)),
  at: atIn,
  lateReason: lateReasonIn,
}).meta({ id: 'ReportSubmission' });

const seconds = count.nullable().meta({ description: 'Null where nothing was concluded' });

const priorityView = z.strictObject({
  priority: z.string(),
  received: count,
  resolved: count,
  targetsMet: count,
  targetsMissed: count,
  attainmentPermille: count
    .nullable()
    .meta({ description: 'Of the concluded targets, rounded down; null without one' }),
  averageResponseSeconds: seconds,
  averageResolutionElapsedSeconds: seconds,
  averageResolutionCountedSeconds: seconds,
});

const reportView = z
  .strictObject({
    contract: z.string(),
    period: periodOut,
    dueAt: instantOut,
    submittedAt: instantOut.nullable(),
    late: z.boolean(),
    received: count,
    resolved: count,
    unresolved: count.meta({ description: 'All open at the end of the month, whenever recorded' }),
    priorities: z.array(priorityView),
    knowledgeBaseContributions: count.nullable(),
    ratings: count,
    averageScore: z
      .string()
      .nullable()
      .meta({ description: '1.00 to 5.00; null without a rating', example: '4.50' }),
    intake: z
      .strictObject({
        byChannel: z.partialRecord(z.enum(INTAKE_CHANNELS), count),
        received: count.meta({ description: 'Requests of which it was told when the notice was received' }),
        averageGapSeconds: count.nullable().meta({ description: 'From the notice to the record' }),
        longestGapSeconds: count.nullable(),
      })
      .nullable()
      .meta({ description: 'How the requests of the month came in; null where no channel was told' }),
  })
  .meta({ id: 'Report' });

type ReportView = z.infer<typeof reportView>;

const reportList = pageOut(reportView).meta({ id: 'ReportList' });

const reportsQuery = closedObject({
  late: z.exactOptional(flagIn),
  submitted: z.exactOptional(flagIn),
  ...listQuery('asc'),
});

type Params = z.infer<typeof periodParams>;

/** The service reports of clause 2.5: one a month, its figures from recorded facts only. */
@ApiTags('reports')
@Controller('api/v1/contracts/:contract/reports')
export class ReportsController {
  constructor(
    private readonly reader: ContractReader,
    private readonly contracts: ContractsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The reports of the months that have closed' })
  @ApiOkResponse({ standardSchema: reportList })
  async list(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: reportsQuery }) query: z.infer<typeof reportsQuery>,
  ): Promise<z.infer<typeof reportList>> {
    const known = await this.reader.get(contract);
    const items = known.row.state.reports.map((report) => viewOf(contract, report, asOf(known)));
    const list = { name: 'reports', items, keyOf: ({ period }: ReportView) => period };
    return pageOfList(list, query, hasAll(query, isSubmitted));
  }

  @Get(':period')
  @ApiOperation({
    summary: 'The report of a month: requests, attainment and average times by priority, ratings',
  })
  @ApiOkResponse({ standardSchema: reportView })
  read(@Param({ schema: periodParams }) { contract, period }: Params): Promise<ReportView> {
    return this.show(contract, period);
  }

  @Post(':period/submission')
  @Tells()
  @ApiOperation({ summary: 'The report was submitted to the client' })
  @ApiOkResponse({ standardSchema: reportView })
  submit(
    @Call() call: WriteCall,
    @Param({ schema: periodParams }) { contract, period }: Params,
    @Body({ schema: submission }) { knowledgeBaseContributions, at, lateReason }: z.infer<typeof submission>,
  ): Promise<Reply> {
    return this.contracts.command(
      call,
      contract,
      (known) => ({
        type: 'report.submitted',
        at: commandAt(known, at),
        period,
        knowledgeBaseContributions: knowledgeBaseContributions ?? null,
      }),
      { lateReason, view: async () => new Reply(200, await this.show(contract, period)) },
    );
  }

  private async show(contract: string, period: string): Promise<ReportView> {
    const known = await this.reader.get(contract);
    const report = known.row.state.reports.find((candidate) => candidate.period === period);
    if (!report)
      throw new Problem(
        'unknownPeriod',
        `${contract} has no report of ${period}: a report is drawn up when its month closes`,
      );
    return viewOf(contract, report, asOf(known));
  }
}

function viewOf(contract: string, report: ServiceReport, at: Instant): ReportView {
  const { period, dueAt, submittedAt, figures, knowledgeBaseContributions } = report;
  const { received, resolved, unresolved, ratings, averageScoreHundredths: score, intake } = figures;
  return {
    contract,
    period,
    dueAt,
    submittedAt,
    late: (submittedAt ?? at) > dueAt,
    received,
    resolved,
    unresolved,
    priorities: figures.priorities.map((priority: PriorityFigures) => ({ ...priority })),
    knowledgeBaseContributions,
    ratings,
    averageScore:
      score === null ? null : `${Math.floor(score / 100)}.${String(score % 100).padStart(2, '0')}`,
    intake: intake ? { ...intake, byChannel: { ...intake.byChannel } } : null,
  };
}

function isSubmitted({ submittedAt }: ReportView) {
  return { submitted: submittedAt !== null };
}
