import { Migration } from '@mikro-orm/migrations';

/** What is told to other systems: the events of all ledgers in one order, where they are sent, and what became of it. */
export class Migration20261127cWebhooks extends Migration {
  override up(): void {
    this.addSql(`
      create table event (
        contract_id text not null,
        sequence int not null,
        kind text not null,
        noted bigserial not null,
        position bigint,
        primary key (contract_id, sequence),
        foreign key (contract_id, sequence) references ledger_entry (contract_id, sequence)
      )`);
    // What was written before there were events is told first, a contract after the other.
    this.addSql(`
      insert into event (contract_id, sequence, kind)
      select line.contract_id, line.sequence, line.kind
        from ledger_entry as line join contract on contract.id = line.contract_id
       where contract.clock = 'real' order by line.recorded_at, line.contract_id, line.sequence`);
    this.addSql(`create unique index event_in_order on event (position)`);
    this.addSql(`create index event_unpublished on event (noted) where position is null`);
    this.addSql(`
      create table webhook_endpoint (
        id text primary key,
        url text not null,
        description text not null,
        types jsonb check (types is null or jsonb_typeof(types) = 'array'),
        clients jsonb check (clients is null or jsonb_typeof(clients) = 'array'),
        status text not null check (status in ('enabled', 'disabled')),
        disabled_because text,
        created_at timestamptz(0) not null,
        created_by text not null
      )`);
    this.addSql(`
      create table webhook_secret (
        id bigserial primary key,
        endpoint_id text not null references webhook_endpoint (id),
        sealed text not null,
        created_at timestamptz(0) not null,
        valid_until timestamptz(0)
      )`);
    this.addSql(`create index webhook_secret_endpoint on webhook_secret (endpoint_id)`);
    this.addSql(`
      create table webhook_delivery (
        id text primary key,
        endpoint_id text not null references webhook_endpoint (id),
        event_id text not null,
        contract_id text,
        sequence int,
        status text not null check (status in ('pending', 'delivered', 'dead')),
        attempts int not null,
        tries int not null,
        next_at timestamptz(0) not null,
        queued boolean not null,
        created_at timestamptz(0) not null,
        unique (endpoint_id, event_id),
        check ((contract_id is null) = (sequence is null)),
        foreign key (contract_id, sequence) references ledger_entry (contract_id, sequence)
      )`);
    this.addSql(
      `create index webhook_delivery_waiting on webhook_delivery (next_at) where status = 'pending'`,
    );
    this.addSql(`create index webhook_delivery_list on webhook_delivery (endpoint_id, created_at, id)`);
    this.addSql(`
      create table webhook_attempt (
        delivery_id text not null references webhook_delivery (id),
        number int not null,
        at timestamptz(0) not null,
        http_status int,
        reason text,
        primary key (delivery_id, number)
      )`);
  }
}
