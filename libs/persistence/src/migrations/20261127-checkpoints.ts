import { Migration } from '@mikro-orm/migrations';

/** Which checkpoints were written outside the database. */
export class Migration20261127Checkpoints extends Migration {
  override up(): void {
    this.addSql(`
      create table checkpoint_note (
        sequence int primary key check (sequence > 0),
        hash text not null check (hash ~ '^sha256:[0-9a-f]{64}$'),
        at timestamptz(0) not null
      )`);
    this.addSql(`
      create function checkpoint_notes_stay() returns trigger language plpgsql as $$
      begin
        raise exception 'what checkpoints were written stays on record: % is refused', tg_op using errcode = 'restrict_violation';
      end $$`);
    this.addSql(`
      create trigger checkpoint_note_rows_stay before update or delete on checkpoint_note
        for each row execute function checkpoint_notes_stay()`);
    this.addSql(`
      create trigger checkpoint_note_table_stays before truncate on checkpoint_note
        for each statement execute function checkpoint_notes_stay()`);
  }
}
