import { Migration } from '@mikro-orm/migrations';

/** Operations: much to do that was asked for at once, line by line. */
export class Migration20261127eOperations extends Migration {
  override up(): void {
    this.addSql(`
      create table operation (
        id text primary key,
        kind text not null check (kind in ('contractStarts')),
        goal text not null check (goal in ('draft', 'send')),
        status text not null check (status in ('queued', 'running', 'completed', 'cancelling', 'cancelled')),
        caller_name text not null,
        caller_role text not null,
        caller_clients jsonb,
        total int not null check (total > 0),
        waiting int not null check (waiting >= 0),
        running int not null check (running >= 0),
        succeeded int not null check (succeeded >= 0),
        failed int not null check (failed >= 0),
        skipped int not null check (skipped >= 0),
        created_at timestamptz(0) not null,
        started_at timestamptz(0),
        ended_at timestamptz(0),
        cancelled_by text,
        cancelled_because text check (cancelled_because in ('asked', 'callerEnded')),
        constraint operation_counts check (waiting + running + succeeded + failed + skipped = total),
        constraint operation_ended check (
          (status in ('completed', 'cancelled')) = (ended_at is not null)
          and (ended_at is not null) = (waiting + running = 0)),
        constraint operation_cancelled check (
          (status in ('cancelling', 'cancelled')) = (cancelled_by is not null)
          and (cancelled_by is null) = (cancelled_because is null))
      )`);
    this.addSql('create index operation_list on operation (created_at desc, id desc)');
    this.addSql(`
      create table operation_line (
        operation_id text not null references operation (id),
        number int not null check (number > 0),
        reference text,
        status text not null check (status in ('waiting', 'running', 'succeeded', 'failed', 'skipped')),
        document text,
        contract_id text,
        problem jsonb,
        attempts int not null,
        failures int not null,
        due_at timestamptz(0) not null,
        primary key (operation_id, number),
        constraint operation_line_document check ((status in ('waiting', 'running')) = (document is not null)),
        constraint operation_line_contract check (status <> 'succeeded' or contract_id is not null),
        constraint operation_line_problem check ((status = 'failed') = (problem is not null))
      )`);
    this.addSql(`
      create index operation_line_due on operation_line (number, operation_id)
       where status in ('waiting', 'running')`);
  }
}
