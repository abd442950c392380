import { Migration } from '@mikro-orm/migrations';

/** Back-tests over all contracts, and shadows with their reports. They look at contracts and have no effect on them. */
export class Migration20261125bShadows extends Migration {
  override up(): void {
    this.addSql(`
      create table backtest (
        id text primary key,
        state text not null check (state in ('queued', 'running', 'done', 'failed')),
        amendment json not null,
        asked_by text not null,
        asked_at timestamptz(0) not null,
        touched_at timestamptz(0) not null,
        finished_at timestamptz(0),
        progress jsonb,
        result json,
        error text,
        constraint backtest_finished check ((state in ('done', 'failed')) = (finished_at is not null)),
        constraint backtest_result check ((state = 'done') = (result is not null)),
        constraint backtest_error check ((state = 'failed') = (error is not null))
      )`);
    this.addSql(`create index backtest_unfinished on backtest (touched_at) where finished_at is null`);
    this.addSql(`
      create table shadow (
        id text primary key,
        contract_id text not null references contract (id),
        template_id text,
        template_version text,
        amendment json not null,
        months_before int not null,
        started_at timestamptz(0) not null,
        started_by text not null,
        stopped_at timestamptz(0),
        stopped_by text,
        outcome json,
        constraint shadow_template check ((template_id is null) = (template_version is null)),
        constraint shadow_stopped check (
          (stopped_at is null) = (stopped_by is null) and (stopped_at is null) = (outcome is null)
        )
      )`);
    this.addSql(`create index shadow_contract on shadow (contract_id, started_at)`);
    this.addSql(`
      create table shadow_report (
        shadow_id text not null references shadow (id),
        period text not null,
        written_at timestamptz(0) not null,
        changed boolean not null,
        report json not null,
        primary key (shadow_id, period)
      )`);
    this.guardShadows();
  }

  /** A shadow is what it was started as, and is stopped once. */
  private guardShadows(): void {
    this.addSql(`
      create function shadow_guard() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and tg_table_name = 'shadow' then
          if old.stopped_at is null
             and row(old.id, old.contract_id, old.template_id, old.template_version, old.amendment::text,
                     old.months_before, old.started_at, old.started_by)
               is not distinct from
                 row(new.id, new.contract_id, new.template_id, new.template_version, new.amendment::text,
                     new.months_before, new.started_at, new.started_by) then
            return new;
          end if;
        end if;
        raise exception 'what a shadow is and what it has reported stays: % of % is refused', tg_op, tg_table_name
          using errcode = 'restrict_violation';
      end $$`);
    for (const table of ['shadow', 'shadow_report']) {
      this.addSql(`
        create trigger ${table}_rows_stay before update or delete on ${table}
          for each row execute function shadow_guard()`);
    }
  }
}
