import { Migration } from '@mikro-orm/migrations';

/**
 * The receipts of decisions as they were made, beside the lines of the ledger that say them. Decisions of lines written
 * before this table have none: up to which line, the table of the ledger's ends says.
 */
export class Migration20261127Receipts extends Migration {
  override up(): void {
    this.addSql(`alter table ledger_head add column unreceipted integer not null default 0`);
    this.addSql(`update ledger_head set unreceipted = sequence`);
    this.addSql(`
      create table decision_receipt (
        contract_id text not null,
        sequence integer not null,
        part integer not null,
        id text not null,
        kind text not null,
        request text,
        period text,
        hash text not null check (hash ~ '^sha256:[0-9a-f]{64}$'),
        content text not null,
        primary key (contract_id, sequence, part),
        constraint decision_receipt_id unique (contract_id, id),
        foreign key (contract_id, sequence) references ledger_entry (contract_id, sequence)
      )`);
    this.addSql(`create index decision_receipt_request on decision_receipt (contract_id, request)`);
    this.addSql(`
      create function decision_receipt_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'what was decided stays on record: % is refused', tg_op using errcode = 'restrict_violation';
      end $$`);
    this.addSql(`
      create trigger decision_receipt_rows_stay before update or delete on decision_receipt
        for each row execute function decision_receipt_is_append_only()`);
    this.addSql(`
      create trigger decision_receipt_table_stays before truncate on decision_receipt
        for each statement execute function decision_receipt_is_append_only()`);
  }
}
