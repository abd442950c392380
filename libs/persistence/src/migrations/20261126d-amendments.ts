import { Migration } from '@mikro-orm/migrations';

/** Amendments that are being drawn up, and the way from a contract to those that renew it. */
export class Migration20261126dAmendments extends Migration {
  override up(): void {
    this.addSql(`
      create table amendment_draft (
        contract_id text not null references contract (id),
        number int not null check (number > 0),
        effective_date text not null check (effective_date ~ '^\\d{4}-\\d{2}-\\d{2}$'),
        parameters jsonb not null,
        template_version text,
        reason text not null,
        created_at timestamptz(0) not null,
        created_by text not null,
        changed_at timestamptz(0) not null,
        changed_by text not null,
        primary key (contract_id, number)
      )`);
    this.addSql(
      `create index contract_renews on contract ((state ->> 'renews')) where state ->> 'renews' is not null`,
    );
    this.addSql(`
      create index contract_to_renew on contract (id)
        where state #>> '{renewal,arisen}' = 'true' and state #>> '{renewal,contract}' is null`);
  }
}
