import { MikroORM, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { returnBrokenConnections } from './broken-connections.js';
import { Backtest } from './entities/backtest.js';
import { Command } from './entities/command.js';
import { Contract } from './entities/contract.js';
import { IdempotencyKey } from './entities/idempotency-key.js';
import { Incident } from './entities/incident.js';
import { LedgerEntry } from './entities/ledger-entry.js';
import { LedgerHead } from './entities/ledger-head.js';
import { NumberSeries } from './entities/number-series.js';
import { Shadow, ShadowReport } from './entities/shadow.js';
import { TemplateEvent, TemplateVersion } from './entities/template-version.js';
import { Migration20261124Foundation } from './migrations/20261124-foundation.js';
import { Migration20261125TemplateVersions } from './migrations/20261125-template-versions.js';
import { Migration20261125bShadows } from './migrations/20261125b-shadows.js';

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
