import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { returnBrokenConnections } from './broken-connections.js';
import { AccessKey, AccessSecret } from './entities/access-key.js';
import { AccessLog } from './entities/access-log.js';
import { Account, Session, SignInThrottle } from './entities/account.js';
import { AmendmentDraft } from './entities/amendment-draft.js';
import { Backtest } from './entities/backtest.js';
import { BankBooking, BankLine } from './entities/bank-line.js';
import { BankStatement } from './entities/bank-statement.js';
import { CheckpointNote } from './entities/checkpoint-note.js';
import { Command } from './entities/command.js';
import { Contract } from './entities/contract.js';
import { DecisionReceipt } from './entities/decision-receipt.js';
import { Document } from './entities/document.js';
import { IdempotencyKey } from './entities/idempotency-key.js';
import { Incident } from './entities/incident.js';
import { LedgerEntry } from './entities/ledger-entry.js';
import { LedgerHead } from './entities/ledger-head.js';
import { Mail } from './entities/mail.js';
import { NumberSeries } from './entities/number-series.js';
import { PaperJob } from './entities/paper-job.js';
import { PaperNumber } from './entities/paper-number.js';
import { Shadow, ShadowReport } from './entities/shadow.js';
import { SigningLink } from './entities/signing-link.js';
import { TemplateEvent, TemplateVersion } from './entities/template-version.js';
import { WorkflowHistory } from './entities/workflow-history.js';
import { Migration20261124Foundation } from './migrations/20261124-foundation.js';
import { Migration20261125TemplateVersions } from './migrations/20261125-template-versions.js';
import { Migration20261125bShadows } from './migrations/20261125b-shadows.js';
import { Migration20261126Paper } from './migrations/20261126-paper.js';
import { Migration20261126bBank } from './migrations/20261126b-bank.js';
import { Migration20261126cSigning } from './migrations/20261126c-signing.js';
import { Migration20261126dAmendments } from './migrations/20261126d-amendments.js';
import { Migration20261126eContractGuard } from './migrations/20261126e-contract-guard.js';
import { Migration20261127Access } from './migrations/20261127-access.js';
import { Migration20261127Receipts } from './migrations/20261127-receipts.js';
import { Migration20261127Checkpoints } from './migrations/20261127-checkpoints.js';
import { Migration20261127Histories } from './migrations/20261127-histories.js';
import { Migration20261127bAccounts } from './migrations/20261127b-accounts.js';

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
    ],
    extensions: [Migrator],
    migrations: {
      tableName: 'pacta_migration',
      snapshot: false,
      // Standard output belongs to the documents of the command line.
      silent: true,
      migrationsList: [
        { name: '20261124-foundation', class: Migration20261124Foundation },
        { name: '20261125-template-versions', class: Migration20261125TemplateVersions },
        { name: '20261125b-shadows', class: Migration20261125bShadows },
        { name: '20261126-paper', class: Migration20261126Paper },
        { name: '20261126b-bank', class: Migration20261126bBank },
        { name: '20261126c-signing', class: Migration20261126cSigning },
        { name: '20261126d-amendments', class: Migration20261126dAmendments },
        { name: '20261126e-contract-guard', class: Migration20261126eContractGuard },
        { name: '20261127-access', class: Migration20261127Access },
        { name: '20261127-receipts', class: Migration20261127Receipts },
        { name: '20261127-checkpoints', class: Migration20261127Checkpoints },
        { name: '20261127-histories', class: Migration20261127Histories },
        { name: '20261127b-accounts', class: Migration20261127bAccounts },
      ],
    },
    allowGlobalContext: false,
    forceUtcTimezone: true,
  };
}

/** Opens the database. Close it with `orm.close()`. */
export async function openDatabase(databaseUrl: string): Promise<MikroORM> {
  const orm = await MikroORM.init(databaseOptions(databaseUrl));
  await returnBrokenConnections(orm);
  return orm;
}
