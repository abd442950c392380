import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from '@temporalio/client';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.js';
import { ApiKeys } from './access/api-keys.js';
import { WhoamiController } from './access/whoami.controller.js';
import { Amendments } from './backtests/amendments.js';
import { BacktestRuns } from './backtests/backtest-runs.js';
import { BacktestsController } from './backtests/backtests.controller.js';
import { ShadowReporter } from './backtests/shadow-reporter.js';
import { ShadowsController } from './backtests/shadows.controller.js';
import { TestBench } from './backtests/test-bench.js';
import { CommandsController } from './commands/commands.controller.js';
import { Dispatcher } from './commands/dispatcher.js';
import { Patience } from './commands/patience.js';
import { Sweeper } from './commands/sweeper.js';
import { WritePath } from './commands/write-path.js';
import { ChargesController } from './charges/charges.controller.js';
import { ClausesController } from './contracts/clauses.controller.js';
import { ClockController } from './contracts/clock.controller.js';
import { ContractReader } from './contracts/contract-reader.js';
import { ContractsController } from './contracts/contracts.controller.js';
import { ContractsService } from './contracts/contracts.service.js';
import { NewContracts } from './contracts/new-contract.js';
import { SigningController } from './contracts/signing.controller.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { ApiDocument, DocsController } from './docs/docs.controller.js';
import { HealthController } from './health/health.controller.js';
import { ProblemFilter } from './http/problem-filter.js';
import { ProblemsController } from './http/problems.controller.js';
import { ReplyInterceptor } from './http/reply.js';
import { ValidationPipe } from './http/validation.js';
import { InvoicesController } from './invoices/invoices.controller.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { MissesController } from './misses/misses.controller.js';
import { MissesService } from './misses/misses.service.js';
import { MonthsController } from './months/months.controller.js';
import { ObligationsController } from './obligations/obligations.controller.js';
import { ObligationsService } from './obligations/obligations.service.js';
import { PaymentsController } from './payments/payments.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { AllRequestsController } from './requests/all-requests.controller.js';
import { RequestsController } from './requests/requests.controller.js';
import { RequestsService } from './requests/requests.service.js';
import { ApprovalChecks } from './templates/approval.js';
import { TemplateShelf } from './templates/shelf.js';
import { TemplateWrites } from './templates/template-writes.js';
import { TemplatesController } from './templates/templates.controller.js';
import { ApprovalThreads } from './templates/threads.js';
import { VersionChecksController } from './templates/version-checks.controller.js';
import { VersionReader } from './templates/version-reader.js';
import { VersionsController } from './templates/versions.controller.js';
import { TemplateVersions } from './templates/versions.service.js';
import { TimelineController } from './timeline/timeline.controller.js';

/** Every controller of the API: what the table of roles must cover. */
export const CONTROLLERS: Type[] = [
  AllRequestsController,
  BacktestsController,
  ChargesController,
  ClausesController,
  ClockController,
  CommandsController,
  ContractsController,
  DecisionsController,
  DocsController,
  HealthController,
  InvoicesController,
  LedgerController,
  MissesController,
  MonthsController,
  ObligationsController,
  PaymentsController,
  ProblemsController,
  ReportsController,
  RequestsController,
  ShadowsController,
  SigningController,
  TemplatesController,
  TimelineController,
  VersionChecksController,
  VersionsController,
  WhoamiController,
];

/** What the API runs on. */
export interface ApiParts {
  readonly orm: MikroORM;
  readonly client: Client;
  readonly keys: ApiKeys;
  readonly patience: Patience;
}

@Module({})
export class ApiModule {
  static of({ orm, client, keys, patience }: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      controllers: CONTROLLERS,
      providers: [
        { provide: MikroORM, useValue: orm },
        { provide: Client, useValue: client },
        { provide: ApiKeys, useValue: keys },
        { provide: Patience, useValue: patience },
        { provide: ApprovalChecks, useValue: new ApprovalChecks(new ApprovalThreads(patience.ending)) },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
        Amendments,
        ApiDocument,
        BacktestRuns,
        ContractReader,
        ContractsService,
        Dispatcher,
        MissesService,
        NewContracts,
        ObligationsService,
        RequestsService,
        ShadowReporter,
        Sweeper,
        TemplateShelf,
        TemplateVersions,
        TemplateWrites,
        TestBench,
        VersionReader,
        WritePath,
      ],
    };
  }
}
