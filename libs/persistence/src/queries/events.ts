import { type EntityManager } from '@mikro-orm/postgresql';
import { instant } from '#domain/time/instant';
import { type LedgerLine } from '../ledger.js';
import { type Page, pageOf, type PageWish } from './page.js';

/** A line of a ledger as other systems may hear of it. */
export interface PublishedLine extends Pick<
  LedgerLine,
  'contractId' | 'sequence' | 'kind' | 'at' | 'recordedAt' | 'clause' | 'payload'
> {
  readonly clientId: string;
  readonly request: string | null;
}

/** A line with its place in the feed. */
export interface FedLine extends PublishedLine {
  readonly position: string;
}

export interface FeedFilter {
  readonly contract?: string;
  readonly kind?: string;
  /** Only contracts of these clients; null for all. */
  readonly clients: readonly string[] | null;
}

/**
 * Gives events that have been committed their places in the feed, and asks for their deliveries. Only one does it at a
 * time, and a place counts from its commit: whoever has read up to a place has missed none before it. False when there
 * was nothing to do. Within the caller's transaction.
 */
export async function publishEvents(em: EntityManager, limit: number): Promise<boolean> {
  const [free] = await em.execute<{ free: boolean }[]>(
    `select pg_try_advisory_xact_lock(hashtext('pacta publish')) as free`,
  );
  if (!free?.free) return false;
  const placed = await em.execute<{ contract_id: string }[]>(
    `with due as (select contract_id, sequence, row_number() over (order by noted) as place
                    from (select * from event where position is null order by noted limit ?) as unpublished),
          last as (select coalesce(max(position), 0) as position from event),
          placed as (update event set position = last.position + due.place from due, last
                      where event.contract_id = due.contract_id and event.sequence = due.sequence
                     returning event.contract_id, event.sequence, event.kind),
          wanted as (insert into webhook_delivery (id, endpoint_id, event_id, contract_id, sequence, status, attempts,
                                                   tries, next_at, queued, created_at)
                     select 'D-' || replace(gen_random_uuid()::text, '-', ''), endpoint.id,
                            line.contract_id || '/' || line.sequence, line.contract_id, line.sequence, 'pending', 0, 0,
                            date_trunc('second', now()), false, date_trunc('second', now())
                       from placed join ledger_entry as line using (contract_id, sequence)
                       join contract on contract.id = line.contract_id
                       join webhook_endpoint as endpoint on endpoint.status = 'enabled'
                        and endpoint.created_at <= line.recorded_at
                        and (endpoint.types is null or endpoint.types @> to_jsonb(line.kind))
                        and (endpoint.clients is null or endpoint.clients @> to_jsonb(contract.client_id))
                     on conflict do nothing)
     select contract_id from placed`,
    [limit],
  );
  return placed.length > 0;
}

/** The events behind a place in the feed, in order. */
export async function listEvents(
  em: EntityManager,
  { contract, kind, clients }: FeedFilter,
  { limit, after }: PageWish<{ readonly position: string }>,
): Promise<Page<FedLine>> {
  const rows = await em.execute<EventRow[]>(
    `select ${COLUMNS}, event.position::text as position from event
       join ledger_entry as line using (contract_id, sequence) join contract on contract.id = event.contract_id
      where event.position > ?::bigint
        and (?::text is null or event.contract_id = ?) and (?::text is null or event.kind = ?)
        and (?::jsonb is null or contract.client_id in (select jsonb_array_elements_text(?::jsonb)))
      order by event.position limit ?`,
    [
      after?.position ?? '0',
      ...twice(contract ?? null),
      ...twice(kind ?? null),
      ...twice(clients && JSON.stringify(clients)),
      limit + 1,
    ],
  );
  return pageOf(rows.map(fedLineOf), limit);
}

/** A line as it is told; null where there is none. */
export async function publishedLine(
  em: EntityManager,
  contractId: string,
  sequence: number,
): Promise<PublishedLine | null> {
  const [row] = await em.execute<EventRow[]>(
    `select ${COLUMNS}, '0' as position from ledger_entry as line join contract on contract.id = line.contract_id
      where line.contract_id = ? and line.sequence = ?`,
    [contractId, sequence],
  );
  return row ? fedLineOf(row) : null;
}

type EventRow = Omit<FedLine, 'at' | 'recordedAt'> & { readonly at: string; readonly recordedAt: string };

const utc = (column: string): string =>
  `to_char(line.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const COLUMNS = `line.contract_id as "contractId", line.sequence, contract.client_id as "clientId", line.kind,
  ${utc('at')} as at, ${utc('recorded_at')} as "recordedAt", line.clause, line.request, line.payload`;

function fedLineOf(row: EventRow): FedLine {
  return { ...row, at: instant(row.at), recordedAt: instant(row.recordedAt) };
}

function twice<Value>(value: Value): [Value, Value] {
  return [value, value];
}
