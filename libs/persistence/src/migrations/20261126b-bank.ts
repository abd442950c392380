import { Migration } from '@mikro-orm/migrations';

/** Bank statements with their lines, what was booked of them, and numbers of papers without gaps. */
export class Migration20261126bBank extends Migration {
  override up(): void {
    this.numbers();
    this.statements();
    this.bookings();
    this.keepLines();
  }

  private numbers(): void {
    this.addSql(`
      create table paper_number (
        series text not null references number_series (series),
        number int not null check (number > 0),
        contract_id text not null,
        kind text not null check (kind in ('invoice', 'creditNote')),
        key text not null,
        primary key (series, number),
        constraint paper_number_paper unique (contract_id, kind, key)
      )`);
  }

  private statements(): void {
    this.addSql(`
      create table bank_statement (
        id text primary key,
        format text not null check (format in ('csv', 'camt.053')),
        content_hash text not null,
        new_lines int not null,
        known_lines int not null,
        foreign_lines int not null,
        imported_by text not null,
        imported_at timestamptz(0) not null
      )`);
    this.addSql(`
      create table bank_line (
        id text primary key,
        statement_id text not null references bank_statement (id),
        account text not null,
        booked_on text not null check (booked_on ~ '^\\d{4}-\\d{2}-\\d{2}$'),
        amount bigint not null check (amount <> 0),
        currency text not null,
        payer_name text,
        payer_account text,
        reference text,
        end_to_end_id text,
        bank_reference text,
        fingerprint text not null,
        ordinal int not null check (ordinal > 0),
        foreign_reason text check (foreign_reason in ('currency', 'debit', 'reversal')),
        ignored_at timestamptz(0),
        ignored_by text,
        ignored_reason text,
        constraint bank_line_equals unique (account, fingerprint, ordinal),
        constraint bank_line_reference unique (account, booked_on, currency, amount, bank_reference),
        constraint bank_line_ours check (foreign_reason is not null or (currency = 'CNY' and amount > 0)),
        constraint bank_line_ignored check (
          (ignored_at is null) = (ignored_by is null) and (ignored_at is null) = (ignored_reason is null)
        )
      )`);
    this.addSql(`create index bank_line_day on bank_line (booked_on, id)`);
  }

  private bookings(): void {
    this.addSql(`
      create table bank_booking (
        line_id text not null references bank_line (id),
        contract_id text not null references contract (id),
        attempt int not null check (attempt > 0),
        amount bigint not null check (amount > 0),
        reference text not null,
        command_id text not null references command (id),
        booked_by text not null,
        booked_at timestamptz(0) not null,
        primary key (line_id, contract_id, attempt),
        constraint bank_booking_command unique (command_id)
      )`);
  }

  /** A line says what the bank said, is ignored once, and may learn the bank's reference; what was booked stays. */
  private keepLines(): void {
    const content = (row: string): string =>
      ['id', 'statement_id', 'account', 'booked_on', 'amount', 'currency', 'payer_name', 'payer_account']
        .concat(['reference', 'end_to_end_id', 'fingerprint', 'ordinal', 'foreign_reason'])
        .map((column) => `${row}.${column}`)
        .join(', ');
    this.addSql(`
      create function bank_guard() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and tg_table_name = 'bank_line' then
          if row(${content('old')}) is not distinct from row(${content('new')})
             and (old.bank_reference is null or old.bank_reference is not distinct from new.bank_reference)
             and (old.ignored_at is null or row(old.ignored_at, old.ignored_by, old.ignored_reason)
               is not distinct from row(new.ignored_at, new.ignored_by, new.ignored_reason)) then
            return new;
          end if;
        end if;
        raise exception 'what came from the bank and what was booked of it stays: % of % is refused', tg_op, tg_table_name
          using errcode = 'restrict_violation';
      end $$`);
    for (const table of ['bank_statement', 'bank_line', 'bank_booking', 'paper_number']) {
      this.addSql(`
        create trigger ${table}_rows_stay before update or delete on ${table}
          for each row execute function bank_guard()`);
    }
  }
}
