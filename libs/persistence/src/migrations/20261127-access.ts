import { Migration } from '@mikro-orm/migrations';

/** Keys of the API with the hashes of their secrets, and what auditors have read. */
export class Migration20261127Access extends Migration {
  override up(): void {
    this.addSql(`
      create table access_key (
        id text primary key,
        name text not null unique,
        role text not null,
        clients jsonb,
        created_at timestamptz(0) not null,
        created_by text not null,
        expires_at timestamptz(0),
        revoked_at timestamptz(0),
        revoked_by text,
        used_at timestamptz(0),
        constraint access_key_clients check (clients is null or jsonb_typeof(clients) = 'array'),
        constraint access_key_revoked check ((revoked_at is null) = (revoked_by is null))
      )`);
    this.addSql(`
      create table access_secret (
        hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
        key_id text not null references access_key (id),
        created_at timestamptz(0) not null,
        valid_until timestamptz(0)
      )`);
    this.addSql(`create index access_secret_key on access_secret (key_id)`);
    this.addSql(`
      create table access_log (
        id bigserial primary key,
        at timestamptz(0) not null,
        caller text not null,
        role text not null,
        route text not null,
        ids jsonb not null
      )`);
    this.addSql(`
      create function access_log_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'what auditors have read stays on record: % is refused', tg_op using errcode = 'restrict_violation';
      end $$`);
    this.addSql(`
      create trigger access_log_rows_stay before update or delete on access_log
        for each row execute function access_log_is_append_only()`);
    this.addSql(`
      create trigger access_log_table_stays before truncate on access_log
        for each statement execute function access_log_is_append_only()`);
  }
}
