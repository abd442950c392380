import { Module, type DynamicModule, type Type, type Provider } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from '@temporalio/client';
import { LoggerModule } from 'nestjs-pino';
import { type Log, requestLog } from '#telemetry/log';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.js';
import { AccessLogController } from './access/access-log.controller.js';
import { AccountsController } from './access/accounts.controller.js';
import { ApiKeys } from './access/api-keys.js';
import { Callers, OIDC } from './access/callers.js';
import { oidcSettings } from './access/oidc-settings.js';
import { OidcTokens } from './access/oidc-tokens.js';
import { KeysController } from './access/keys.controller.js';
import { PolicyController } from './access/policy.controller.js';
import { SessionCookie } from './access/session-cookie.js';
import { SessionsController } from './access/sessions.controller.js';
import { SignIn } from './access/sign-in.js';
import { WhoamiController } from './access/whoami.controller.js';
import { AmendmentDesk } from './amendments/amendment-desk.js';
import { AmendmentSendings } from './amendments/amendment-sendings.js';
import { AmendmentsController } from './amendments/amendments.controller.js';
import { AmendmentDrawing } from './amendments/drawing-up.js';
import { AmendmentPreviews } from './amendments/preview.js';
import { TermsController } from './amendments/terms.controller.js';
import { Amendments } from './backtests/amendments.js';
import { BacktestRuns } from './backtests/backtest-runs.js';
import { BacktestsController } from './backtests/backtests.controller.js';
import { ShadowReporter } from './backtests/shadow-reporter.js';
import { ShadowsController } from './backtests/shadows.controller.js';
import { TestBench } from './backtests/test-bench.js';
import { BankController } from './bank/bank.controller.js';
import { BankDecisions } from './bank/bank-decisions.js';
import { BankService } from './bank/bank.service.js';
import { ElectronicInvoiceController } from './bank/e-invoice.controller.js';
import { BundlesController } from './bundles/bundles.controller.js';
import { Changes } from './changes/changes.js';
import { ChangesController } from './changes/changes.controller.js';
import { CheckpointKeeper } from './checkpoints/checkpoint-keeper.js';
import { Checkpoints } from './checkpoints/checkpoints.js';
import { CheckpointsController, LedgerProofController } from './checkpoints/checkpoints.controller.js';
import { CommandsController } from './commands/commands.controller.js';
import { Dispatcher } from './commands/dispatcher.js';
import { Patience } from './commands/patience.js';
import { OverdueWatch } from './commands/overdue-watch.js';
import { Sweeper } from './commands/sweeper.js';
import { WritePath } from './commands/write-path.js';
import { ChargesController } from './charges/charges.controller.js';
import { ClausesController } from './contracts/clauses.controller.js';
import { ClockController } from './contracts/clock.controller.js';
import { ContractDrafts } from './contracts/contract-drafts.js';
import { ContractReader } from './contracts/contract-reader.js';
import { ContractsController } from './contracts/contracts.controller.js';
import { ContractsService } from './contracts/contracts.service.js';
import { NewContracts } from './contracts/new-contract.js';
import { SigningController } from './contracts/signing.controller.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { ReceiptsController } from './decisions/receipts.controller.js';
import { ConsoleController } from './console/console.controller.js';
import { DemoDoors } from './access/demo-doors.js';
import { ApiDocument, DocsController } from './docs/docs.controller.js';
import { DeskController } from './desk/desk.controller.js';
import { Overview } from './desk/overview.js';
import { Portfolio } from './desk/portfolio.js';
import { PortfolioController } from './desk/portfolio.controller.js';
import { Queue } from './desk/queue.js';
import { TerminationRights } from './desk/rights.js';
import { WhatIfController } from './desk/what-if.controller.js';
import { ForeseenEndController } from './termination/foreseen-end.controller.js';
import { ForeseenRequestController } from './requests/foreseen-request.controller.js';
import { DocumentsByHashController, DocumentsController } from './documents/documents.controller.js';
import { DocumentsService } from './documents/documents.service.js';
import { MailsController } from './documents/mails.controller.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { HistoriesController } from './histories/histories.controller.js';
import { HistoryKeeper } from './histories/history-keeper.js';
import { StoryController } from './histories/story.controller.js';
import { TemporalUi } from './histories/temporal-ui.js';
import { InFlight } from './http/in-flight.js';
import { ProblemFilter } from './http/problem-filter.js';
import { ProblemsController } from './http/problems.controller.js';
import { ReplyInterceptor } from './http/reply.js';
import { ValidationPipe } from './http/validation.js';
import { Attachments } from './intake/attachments.js';
import { AttachmentsController } from './intake/attachments.controller.js';
import { IntakeController } from './intake/intake.controller.js';
import { senderRule } from './intake/intake-settings.js';
import { MailIntake, SENDER_RULE } from './intake/mail-intake.js';
import { InvoicesController } from './invoices/invoices.controller.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { MissesController } from './misses/misses.controller.js';
import { MissesService } from './misses/misses.service.js';
import { MonthsController } from './months/months.controller.js';
import { ObligationsController } from './obligations/obligations.controller.js';
import { ObligationsService } from './obligations/obligations.service.js';
import { CallerStanding } from './operations/caller-standing.js';
import { ContractStarts } from './operations/contract-starts.js';
import { OperationDesk } from './operations/operation-desk.js';
import { OperationRunner } from './operations/operation-runner.js';
import { OperationsController } from './operations/operations.controller.js';
import { PaymentsController } from './payments/payments.controller.js';
import { RenewalDrafts } from './renewals/renewal-drafts.js';
import { RenewalsController } from './renewals/renewals.controller.js';
import { Renewer } from './renewals/renewer.js';
import { ReportsController } from './reports/reports.controller.js';
import { AllRequestsController } from './requests/all-requests.controller.js';
import { RequestsController } from './requests/requests.controller.js';
import { RequestsService } from './requests/requests.service.js';
import { EnvelopesController } from './signing/envelopes.controller.js';
import { BuiltInSigning, ESIGN_SERVICE } from './signing/esign-service.js';
import { Sendings } from './signing/sendings.js';
import { PrintedDocuments, SIGNABLE_DOCUMENTS } from './signing/signable-documents.js';
import { SigningActs } from './signing/signing-acts.js';
import { SigningDesk } from './signing/signing-desk.js';
import { SigningLinks } from './signing/signing-links.js';
import { SigningPageController } from './signing/signing-page.controller.js';
import { SigningPapers } from './signing/signing-papers.js';
import { SigningSettings } from './signing/signing-settings.js';
import { ApiMetrics } from './telemetry/api-metrics.js';
import { ApprovalChecks } from './templates/approval.js';
import { TemplateShelf } from './templates/shelf.js';
import { PlainWrites } from './commands/plain-writes.js';
import { TemplatesController } from './templates/templates.controller.js';
import { ApprovalThreads } from './templates/threads.js';
import { webhookSettings } from '#webhooks/settings';
import { EventsController } from './events/events.controller.js';
import { DeliveriesController } from './webhooks/deliveries.controller.js';
import { WEBHOOK_SETTINGS, WebhookDesk } from './webhooks/webhook-desk.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { VersionChecksController } from './templates/version-checks.controller.js';
import { VersionReader } from './templates/version-reader.js';
import { VersionsController } from './templates/versions.controller.js';
import { TemplateVersions } from './templates/versions.service.js';
import { StatementsController } from './statements/statements.controller.js';
import { TerminationAgreements } from './termination/agreements.js';
import { TerminationController } from './termination/termination.controller.js';
import { TimelineController } from './timeline/timeline.controller.js';

/** Every controller of the API: what the policy must cover. */
export const CONTROLLERS: Type[] = [
  AccessLogController,
  AccountsController,
  AllRequestsController,
  AmendmentsController,
  AttachmentsController,
  BacktestsController,
  BankController,
  ChangesController,
  ChargesController,
  CheckpointsController,
  ClausesController,
  ClockController,
  CommandsController,
  ConsoleController,
  ContractsController,
  DecisionsController,
  DeliveriesController,
  EventsController,
  ReceiptsController,
  DeskController,
  DocsController,
  DocumentsByHashController,
  DocumentsController,
  ElectronicInvoiceController,
  EnvelopesController,
  HealthController,
  IntakeController,
  HistoriesController,
  InvoicesController,
  KeysController,
  LedgerController,
  LedgerProofController,
  BundlesController,
  MailsController,
  MissesController,
  MonthsController,
  ObligationsController,
  OperationsController,
  PaymentsController,
  PolicyController,
  PortfolioController,
  ProblemsController,
  RenewalsController,
  ReportsController,
  RequestsController,
  SessionsController,
  ShadowsController,
  SigningController,
  SigningPageController,
  StatementsController,
  StoryController,
  TemplatesController,
  TerminationController,
  TermsController,
  TimelineController,
  VersionChecksController,
  VersionsController,
  WhatIfController,
  ForeseenEndController,
  ForeseenRequestController,
  WebhooksController,
  WhoamiController,
];

/** What looks over many contracts. */
const DESK: Type[] = [Overview, Portfolio, Queue, TerminationRights];

/** What many contracts are started by. */
const BULK: Type[] = [CallerStanding, ContractStarts, OperationDesk, OperationRunner];

/** What the controllers work with, made by Nest from what these ask for. */
const SERVICES: Type[] = [
  AmendmentDesk,
  AmendmentDrawing,
  AmendmentPreviews,
  AmendmentSendings,
  Amendments,
  ApiDocument,
  ApiMetrics,
  BacktestRuns,
  BankDecisions,
  BankService,
  Callers,
  Changes,
  CheckpointKeeper,
  ContractDrafts,
  ContractReader,
  ContractsService,
  DemoDoors,
  Dispatcher,
  DocumentsService,
  HistoryKeeper,
  InFlight,
  MissesService,
  NewContracts,
  ObligationsService,
  OverdueWatch,
  ...BULK,
  ...DESK,
  RenewalDrafts,
  Renewer,
  RequestsService,
  Sendings,
  ShadowReporter,
  SignIn,
  SigningActs,
  SigningDesk,
  SigningLinks,
  SigningPapers,
  Sweeper,
  TemplateShelf,
  TemplateVersions,
  PlainWrites,
  Readiness,
  TerminationAgreements,
  TestBench,
  VersionReader,
  WebhookDesk,
  WritePath,
];

/** What takes in what clients send. */
const INTAKE: Provider[] = [
  Attachments,
  MailIntake,
  { provide: SENDER_RULE, useFactory: () => senderRule(process.env) },
];

/** What the API runs on. */
export interface ApiParts {
  readonly orm: MikroORM;
  readonly client: Client;
  readonly keys: ApiKeys;
  readonly patience: Patience;
  readonly log: Log;
}

@Module({})
export class ApiModule {
  static of({ orm, client, keys, patience, log }: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      imports: [LoggerModule.forRoot({ pinoHttp: requestLog(log) })],
      controllers: CONTROLLERS,
      providers: [
        { provide: MikroORM, useValue: orm },
        { provide: Client, useValue: client },
        { provide: ApiKeys, useValue: keys },
        { provide: Patience, useValue: patience },
        { provide: ApprovalChecks, useValue: new ApprovalChecks(new ApprovalThreads(patience.ending)) },
        { provide: SigningSettings, useFactory: () => SigningSettings.read(process.env) },
        { provide: SessionCookie, useFactory: () => SessionCookie.read(process.env) },
        { provide: OIDC, useFactory: () => tokensOf(process.env) },
        { provide: Checkpoints, useFactory: () => Checkpoints.of(process.env) },
        { provide: TemporalUi, useFactory: () => TemporalUi.read(process.env, client.options.namespace) },
        { provide: WEBHOOK_SETTINGS, useFactory: () => webhookSettings(process.env) },
        { provide: SIGNABLE_DOCUMENTS, useClass: PrintedDocuments },
        { provide: ESIGN_SERVICE, useClass: BuiltInSigning },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: ReplyInterceptor },
        ...SERVICES,
        ...INTAKE,
      ],
    };
  }
}

function tokensOf(env: NodeJS.ProcessEnv): OidcTokens | null {
  const settings = oidcSettings(env);
  return settings && new OidcTokens(settings);
}
