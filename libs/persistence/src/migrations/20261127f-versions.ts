import { Migration } from '@mikro-orm/migrations';

/** Versions of what the API lets people change, so that a change can say which one it is meant for. */
export class Migration20261127fVersions extends Migration {
  override up(): void {
    for (const table of ['access_key', 'webhook_endpoint', 'amendment_draft'])
      this.addSql(`alter table ${table} add column version int not null default 1`);
  }

  override down(): void {
    for (const table of ['access_key', 'webhook_endpoint', 'amendment_draft'])
      this.addSql(`alter table ${table} drop column version`);
  }
}
