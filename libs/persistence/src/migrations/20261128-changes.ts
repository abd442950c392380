import { Migration } from '@mikro-orm/migrations';

/** What was recorded of late, for pages that show it. */
export class Migration20261128Changes extends Migration {
  override up(): void {
    this.addSql('create index ledger_entry_recorded on ledger_entry (recorded_at)');
  }

  override down(): void {
    this.addSql('drop index ledger_entry_recorded');
  }
}
