import { Migration } from '@mikro-orm/migrations';

/** The workflow histories of runs that are over, as they were taken out of Temporal. */
export class Migration20261127Histories extends Migration {
  override up(): void {
    this.addSql(`
      create table workflow_history (
        workflow_id text not null,
        run_id text not null,
        contract_id text not null references contract (id),
        owner text not null,
        first_run_id text not null,
        previous_run_id text,
        next_run_id text,
        events int not null check (events > 0),
        status text not null
          check (status in ('completed', 'continuedAsNew', 'failed', 'timedOut', 'canceled', 'terminated')),
        started_at timestamptz(3) not null,
        closed_at timestamptz(3) not null,
        sha256 text not null,
        size int not null,
        exported_at timestamptz(0) not null,
        bytes bytea not null,
        primary key (workflow_id, run_id),
        constraint workflow_history_hash check (sha256 = 'sha256:' || encode(pg_catalog.sha256(bytes), 'hex')),
        constraint workflow_history_size check (size = octet_length(bytes))
      )`);
    this.addSql(
      `create index workflow_history_contract on workflow_history (contract_id, owner, started_at)`,
    );
    this.addSql(`
      create function workflow_histories_stay() returns trigger language plpgsql as $$
      begin
        raise exception 'what workflows did stays on record: % is refused', tg_op using errcode = 'restrict_violation';
      end $$`);
    this.addSql(`
      create trigger workflow_history_rows_stay before update or delete on workflow_history
        for each row execute function workflow_histories_stay()`);
    this.addSql(`
      create trigger workflow_history_table_stays before truncate on workflow_history
        for each statement execute function workflow_histories_stay()`);
  }
}
