import { Migration } from '@mikro-orm/migrations';

/** Mails that became requests, files that are attached to requests, and their bytes, each content once. */
export class Migration20261127dIntake extends Migration {
  override up(): void {
    this.addSql(`
      create table file_content (
        sha256 text primary key,
        size int not null,
        bytes bytea not null,
        constraint file_content_hash check (sha256 = 'sha256:' || encode(pg_catalog.sha256(bytes), 'hex')),
        constraint file_content_size check (size = octet_length(bytes) and size > 0)
      )`);
    this.addSql(`
      create table attachment (
        contract_id text not null references contract (id),
        request text not null,
        sha256 text not null references file_content (sha256),
        file_name text not null,
        media_type text not null,
        size int not null,
        source text not null check (source in ('upload', 'mail', 'original')),
        added_at timestamptz(0) not null,
        added_by text not null,
        primary key (contract_id, request, sha256)
      )`);
    this.addSql(`
      create table intake_message (
        contract_id text not null references contract (id),
        message_id text not null,
        sha256 text not null references file_content (sha256),
        sender text not null,
        received_at timestamptz(0) not null,
        taken_at timestamptz(0) not null,
        request text not null,
        primary key (contract_id, message_id)
      )`);
    this.addSql(`
      create function file_contents_stay() returns trigger language plpgsql as $$
      begin
        raise exception 'what came in stays as it came: % is refused', tg_op using errcode = 'restrict_violation';
      end $$`);
    this.addSql(`
      create trigger file_content_rows_stay before update on file_content
        for each row execute function file_contents_stay()`);
  }
}
