import { type EntityManager } from '@mikro-orm/postgresql';
import { type ContractState } from '#domain/contract/state';
import { type Json } from '#domain/entry';
import { type IncidentState } from '#domain/incident/state';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { type ContractClock } from '../entities/contract.js';

/** A line of a ledger as far as a replay needs it. */
export interface FactLine {
  readonly sequence: number;
  readonly owner: string;
  readonly kind: string;
  readonly at: Instant;
  /** Without the priority that the rules gave, and of a draft only when it was: its terms stand in the contract. */
  readonly event: Json | null;
  /** Whether it was told with a reason why it comes late. */
  readonly late: boolean;
}

/** The read model of one contract. */
export interface RecordedStates {
  readonly clock: ContractClock;
  readonly terms: Terms;
  readonly state: ContractState;
  readonly nextAt: Instant | null;
  readonly requests: readonly { readonly state: IncidentState; readonly nextAt: Instant | null }[];
}

const ISO = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;
const iso = (column: string): string => `to_char(${column} at time zone 'UTC', ${ISO})`;

/** Lines without an event that show up to when deadlines had passed, and when months had closed. */
const DEADLINE_KINDS = [
  'target.missed',
  'month.assessed',
  'invoice.issued',
  'payment.reminded',
  'invoice.overdue',
  'report.reminded',
  'report.overdue',
  'obligation.missed',
  'terminationRight.lapsed',
  'contract.lapsed',
  'contract.closed',
];

/** What happened to a contract and its requests, in the order in which it was told. */
export async function factLines(em: EntityManager, contractId: string): Promise<FactLine[]> {
  const marks = DEADLINE_KINDS.map(() => '?').join(', ');
  return em.execute<FactLine[]>(
    `select sequence, owner, kind, ${iso('at')} as at, coalesce(payload -> 'late' = 'true', false) as late,
            case when kind = 'contract.drafted' then jsonb_build_object('type', event -> 'type', 'at', event -> 'at')
                 else event - 'classification' end as event
       from ledger_entry
      where contract_id = ? and (event is not null or kind in (${marks}))
      order by sequence`,
    [contractId, ...DEADLINE_KINDS],
  );
}

/** A contract and its requests as they stand; null when there is no such contract. */
export async function recordedStates(em: EntityManager, contractId: string): Promise<RecordedStates | null> {
  const [contract] = await em.execute<Omit<RecordedStates, 'requests'>[]>(
    `select clock, terms, state, ${iso('next_at')} as "nextAt" from contract where id = ?`,
    [contractId],
  );
  if (!contract) return null;
  const requests = await em.execute<RecordedStates['requests'][number][]>(
    `select state, ${iso('next_at')} as "nextAt" from incident where contract_id = ? order by ordinal`,
    [contractId],
  );
  return { ...contract, requests };
}

/** The ids of contracts behind one of them, in order: a stretch of a walk over all. */
export async function contractsBehind(
  em: EntityManager,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await em.execute<{ id: string }[]>(
    'select id from contract where id > ? order by id limit ?',
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

/** How much there is to walk over. */
export async function recordedCounts(
  em: EntityManager,
): Promise<{ readonly contracts: number; readonly requests: number }> {
  const [row] = await em.execute<{ contracts: number; requests: number }[]>(
    'select (select count(*) from contract)::int as contracts, (select count(*) from incident)::int as requests',
  );
  return row ?? { contracts: 0, requests: 0 };
}
