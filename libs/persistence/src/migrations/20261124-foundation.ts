import { Migration } from '@mikro-orm/migrations';

/** Contracts, their requests, the ledger that nothing may change, commands and idempotency keys. */
export class Migration20261124Foundation extends Migration {
  override up(): void {
    this.addSql(`
      create table contract (
        id text primary key,
        client_id text not null,
        template_id text not null,
        template_version text not null,
        template_hash text not null,
        clock text not null check (clock in ('real', 'manual')),
        parties jsonb not null,
        terms jsonb not null,
        text jsonb not null,
        terms_hash text not null,
        state jsonb not null,
        status text not null,
        version int not null,
        next_at timestamptz(0),
        next_rank int,
        created_at timestamptz(0) not null
      )`);
    this.addSql(`create index contract_next_at on contract (next_at) where next_at is not null`);
    this.addSql(`create index contract_client on contract (client_id)`);
    this.addSql(`
      create table incident (
        contract_id text not null references contract (id),
        request text not null,
        ordinal int not null,
        state jsonb not null,
        status text not null,
        priority text not null,
        recorded_at timestamptz(0) not null,
        version int not null,
        next_at timestamptz(0),
        primary key (contract_id, request),
        unique (contract_id, ordinal)
      )`);
    this.addSql(`create index incident_next_at on incident (next_at) where next_at is not null`);
    this.addSql(`
      create table ledger_entry (
        contract_id text not null references contract (id),
        sequence int not null,
        owner text not null,
        owner_version int not null,
        kind text not null,
        at timestamptz(0) not null,
        recorded_at timestamptz(0) not null,
        actor text not null,
        clause text not null,
        request text,
        payload jsonb not null,
        event jsonb,
        previous_hash text not null,
        hash text not null,
        primary key (contract_id, sequence)
      )`);
    this.addSql(`
      create table ledger_head (
        contract_id text primary key references contract (id),
        sequence int not null,
        hash text not null
      )`);
    this.addSql(`
      create table command (
        id text primary key,
        contract_id text not null,
        owner text not null,
        actor text not null,
        body jsonb not null,
        status text not null check (status in ('pending', 'applied', 'refused')),
        answer jsonb,
        created_at timestamptz(0) not null,
        sent_at timestamptz(0)
      )`);
    this.addSql(`create index command_pending on command (created_at) where status = 'pending'`);
    this.addSql(`
      create table idempotency_key (
        principal text not null,
        key text not null,
        request_hash text not null,
        command_id text not null,
        response_status int,
        response_body jsonb,
        created_at timestamptz(0) not null,
        primary key (principal, key)
      )`);
    this.addSql(`create table number_series (series text primary key, last int not null)`);
    this.addSql(`
      create function ledger_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'the ledger is append-only: % of % is refused', tg_op, tg_table_name
          using errcode = 'restrict_violation';
      end $$`);
    this.addSql(`
      create trigger ledger_entry_rows_stay before update or delete on ledger_entry
        for each row execute function ledger_is_append_only()`);
    this.addSql(`
      create trigger ledger_entry_table_stays before truncate on ledger_entry
        for each statement execute function ledger_is_append_only()`);
  }
}
