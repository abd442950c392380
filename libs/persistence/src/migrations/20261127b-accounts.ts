import { Migration } from '@mikro-orm/migrations';

/** People who sign in with a password, their sessions, and how often somebody has tried in vain. */
export class Migration20261127bAccounts extends Migration {
  override up(): void {
    this.addSql(`
      create table account (
        id text primary key,
        login text not null unique check (login = lower(login)),
        name text not null,
        role text not null,
        clients jsonb,
        password_hash text not null check (password_hash like '$argon2id$%'),
        one_time_until timestamptz(0),
        version integer not null,
        created_at timestamptz(0) not null,
        created_by text not null,
        expires_at timestamptz(0),
        disabled_at timestamptz(0),
        disabled_by text,
        constraint account_clients check (clients is null or jsonb_typeof(clients) = 'array'),
        constraint account_disabled check ((disabled_at is null) = (disabled_by is null))
      )`);
    this.addSql(`
      create table session (
        id text primary key,
        token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
        account_id text not null references account (id),
        created_at timestamptz(0) not null,
        seen_at timestamptz(0) not null,
        expires_at timestamptz(0) not null,
        revoked_at timestamptz(0)
      )`);
    this.addSql(`create index session_account on session (account_id)`);
    this.addSql(`
      create table sign_in_throttle (
        subject text primary key check (subject ~ '^[0-9a-f]{64}$'),
        failures integer not null check (failures >= 0),
        tried_at timestamptz(0) not null,
        blocked_until timestamptz(0) not null
      )`);
  }
}
