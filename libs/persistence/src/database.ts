import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { returnBrokenConnections } from './broken-connections.js';
import { AccessKey, AccessSecret } from './entities/access-key.js';
import { AccessLog } from './entities/access-log.js';
import { Account, Session, SignInThrottle } from './entities/account.js';
import { AmendmentDraft } from './entities/amendment-draft.js';
import { Attachment, FileContent, IntakeMessage } from './entities/attachment.js';
import { Backtest } from './entities/backtest.js';
import { BankBooking, BankLine } from './entities/bank-line.js';
import { BankStatement } from './entities/bank-statement.js';
import { CheckpointNote } from './entities/checkpoint-note.js';
import { Command } from './entities/command.js';
import { Contract } from './entities/contract.js';
import { DecisionReceipt } from './entities/decision-receipt.js';
import { Document } from './entities/document.js';
import { Event } from './entities/event.js';
import { IdempotencyKey } from './entities/idempotency-key.js';
import { Incident } from './entities/incident.js';
import { LedgerEntry } from './entities/ledger-entry.js';
import { LedgerHead } from './entities/ledger-head.js';
import { Mail } from './entities/mail.js';
import { NumberSeries } from './entities/number-series.js';
import { Operation, OperationLine } from './entities/operation.js';
import { PaperJob } from './entities/paper-job.js';
import { PaperNumber } from './entities/paper-number.js';
import { Shadow, ShadowReport } from './entities/shadow.js';
import { SigningLink } from './entities/signing-link.js';
import { TemplateEvent, TemplateVersion } from './entities/template-version.js';
import { WorkflowHistory } from './entities/workflow-history.js';
import { WebhookAttempt, WebhookDelivery, WebhookEndpoint, WebhookSecret } from './entities/webhook.js';

import { MIGRATIONS } from './migrations/list.js';
import { SILENCE_MILLISECONDS } from './silent-connections.js';

/** The configuration of the ORM for a database URL, `postgresql://user:password@host:port/name`. */
export function databaseOptions(databaseUrl: string): Options {
  return {
    clientUrl: databaseUrl,
    entities: [
      Contract,
      Incident,
      LedgerEntry,
      LedgerHead,
      Command,
      IdempotencyKey,
      NumberSeries,
      TemplateEvent,
      TemplateVersion,
      Attachment,
      FileContent,
      IntakeMessage,
      Backtest,
      Shadow,
      ShadowReport,
      Document,
      PaperJob,
      Mail,
      PaperNumber,
      BankStatement,
      BankLine,
      BankBooking,
      SigningLink,
      AmendmentDraft,
      AccessKey,
      AccessSecret,
      AccessLog,
      Account,
      Session,
      SignInThrottle,
      DecisionReceipt,
      CheckpointNote,
      WorkflowHistory,
      Event,
      WebhookEndpoint,
      WebhookSecret,
      WebhookDelivery,
      WebhookAttempt,
      Operation,
      OperationLine,
    ],
    extensions: [Migrator],
    migrations: {
      tableName: 'pacta_migration',
      snapshot: false,
      // Standard output belongs to the documents of the command line.
      silent: true,
      migrationsList: [...MIGRATIONS],
    },
    allowGlobalContext: false,
    forceUtcTimezone: true,
  };
}

/**
 * Opens the database. Close it with `orm.close()`. A statement that takes longer than `silenceMilliseconds` is given up
 * with its connection; Infinity waits for ever.
 */
export async function openDatabase(
  databaseUrl: string,
  silenceMilliseconds = SILENCE_MILLISECONDS,
): Promise<MikroORM> {
  const orm = await MikroORM.init(databaseOptions(databaseUrl));
  await returnBrokenConnections(orm, silenceMilliseconds);
  return orm;
}
