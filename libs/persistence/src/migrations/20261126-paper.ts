import { Migration } from '@mikro-orm/migrations';

/** Documents that nothing may change, the jobs that make them, and the letters that carry them. */
export class Migration20261126Paper extends Migration {
  override up(): void {
    this.addSql(`
      create table document (
        contract_id text not null,
        ledger_sequence int not null,
        kind text not null,
        key text not null,
        language text not null check (language in ('zh-CN', 'en')),
        media_type text not null,
        number text,
        sha256 text not null,
        file_name text not null,
        size int not null,
        issued_at timestamptz(0) not null,
        bytes bytea not null,
        primary key (contract_id, ledger_sequence, kind, key, language, media_type),
        foreign key (contract_id, ledger_sequence) references ledger_entry (contract_id, sequence),
        constraint document_hash check (sha256 = 'sha256:' || encode(pg_catalog.sha256(bytes), 'hex')),
        constraint document_size check (size = octet_length(bytes) and size > 0)
      )`);
    this.addSql(`create index document_sha256 on document (sha256)`);
    this.addSql(`
      create table paper_job (
        contract_id text not null,
        ledger_sequence int not null,
        status text not null check (status in ('asleep', 'queued', 'pressed', 'done', 'failed')),
        attempts int not null,
        next_at timestamptz(0) not null,
        error text,
        primary key (contract_id, ledger_sequence),
        foreign key (contract_id, ledger_sequence) references ledger_entry (contract_id, sequence),
        constraint paper_job_failed check (status <> 'failed' or error is not null)
      )`);
    this.addSql(`create index paper_job_due on paper_job (next_at) where status in ('queued', 'pressed')`);
    this.addSql(`
      create table mail (
        id text primary key,
        contract_id text not null references contract (id),
        key text not null unique,
        recipient text not null,
        language text not null check (language in ('zh-CN', 'en')),
        template text not null,
        data jsonb not null,
        attachments jsonb not null,
        status text not null check (status in ('queued', 'sent', 'failed')),
        attempts int not null,
        next_at timestamptz(0) not null,
        created_at timestamptz(0) not null,
        sent_at timestamptz(0),
        message_id text not null unique,
        error text,
        constraint mail_sent check ((status = 'sent') = (sent_at is not null)),
        constraint mail_failed check (status <> 'failed' or error is not null)
      )`);
    this.addSql(`create index mail_due on mail (next_at) where status = 'queued'`);
    this.addSql(`create index mail_contract on mail (contract_id, created_at)`);
    this.keepDocuments();
    this.keepMail();
  }

  private keepDocuments(): void {
    this.addSql(`
      create function documents_are_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'an issued document stays as it is: % of % is refused', tg_op, tg_table_name
          using errcode = 'restrict_violation';
      end $$`);
    this.addSql(`
      create trigger document_rows_stay before update or delete on document
        for each row execute function documents_are_append_only()`);
    this.addSql(`
      create trigger document_table_stays before truncate on document
        for each statement execute function documents_are_append_only()`);
  }

  /** A letter says what it was queued with, and what was sent stays sent. */
  private keepMail(): void {
    const content = (row: string): string =>
      ['id', 'contract_id', 'key', 'recipient', 'language', 'template', 'data', 'attachments', 'created_at']
        .concat('message_id')
        .map((column) => `${row}.${column}`)
        .join(', ');
    this.addSql(`
      create function mail_guard() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then
          if old.status <> 'sent' and row(${content('old')}) is not distinct from row(${content('new')}) then
            return new;
          end if;
        end if;
        raise exception 'a letter stays what it is, and sent once it is sent: % of % is refused', tg_op, tg_table_name
          using errcode = 'restrict_violation';
      end $$`);
    this.addSql(`
      create trigger mail_rows_stay before update or delete on mail
        for each row execute function mail_guard()`);
    this.addSql(`
      create trigger mail_table_stays before truncate on mail
        for each statement execute function mail_guard()`);
  }
}
