import { type EntityManager } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import { type RunStatus, WorkflowHistory } from '../entities/workflow-history.js';

/** A run whose history was exported. */
export interface ExportedRun {
  readonly workflowId: string;
  readonly runId: string;
  /** `contract`, or `request/NAME`. */
  readonly owner: string;
  /** Its place among the exported runs of its workflow, from 1. */
  readonly place: number;
  readonly firstRunId: string;
  readonly previousRunId: string | null;
  readonly nextRunId: string | null;
  readonly events: number;
  readonly status: RunStatus;
  readonly startedAt: Instant;
  readonly closedAt: Instant;
  /** `sha256:…` of the bytes as it was reckoned when they were exported. */
  readonly sha256: string;
  /** The hash of the bytes, reckoned now. */
  readonly reckoned: string;
  readonly size: number;
  readonly exportedAt: Instant;
}

/** The same with its history: JSON in UTF-8, as Temporal's own tools write and read it, payloads encrypted as they were. */
export interface ExportedHistory extends ExportedRun {
  readonly bytes: Buffer;
}

/** What is written down of a run; when it began and ended with milliseconds, ISO. */
export interface NewHistory extends Omit<ExportedHistory, 'place' | 'reckoned' | 'startedAt' | 'closedAt'> {
  readonly contractId: string;
  readonly startedAt: string;
  readonly closedAt: string;
}

/** A run by its name. */
export interface RunKey {
  readonly workflowId: string;
  readonly runId: string;
}

/** A run that an exported one names. */
export interface LinkedRun extends RunKey {
  readonly contractId: string;
  readonly owner: string;
}

const SECOND = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;

const COLUMNS = `h.workflow_id as "workflowId", h.run_id as "runId", h.owner,
  row_number() over (partition by h.workflow_id order by h.started_at, h.run_id)::int as place,
  h.first_run_id as "firstRunId", h.previous_run_id as "previousRunId", h.next_run_id as "nextRunId",
  h.events, h.status, h.sha256, h.size,
  'sha256:' || encode(sha256(h.bytes), 'hex') as reckoned,
  to_char(h.started_at at time zone 'UTC', ${SECOND}) as "startedAt",
  to_char(h.closed_at at time zone 'UTC', ${SECOND}) as "closedAt",
  to_char(h.exported_at at time zone 'UTC', ${SECOND}) as "exportedAt"`;

const FROM_IN_ORDER = `from workflow_history h
  left join incident i on i.contract_id = h.contract_id and h.owner = 'request/' || i.request
 where h.contract_id = ?
 order by h.owner <> 'contract', i.ordinal, h.owner, h.started_at, h.run_id`;

/** The exported histories of a contract: its own runs from the first to the last, then those of each request. */
export function exportedHistories(em: EntityManager, contractId: string): Promise<ExportedHistory[]> {
  return em.execute<ExportedHistory[]>(`select ${COLUMNS}, h.bytes ${FROM_IN_ORDER}`, [contractId]);
}

/** The same runs, in the same order, without what is in their histories. */
export function exportedRuns(em: EntityManager, contractId: string): Promise<ExportedRun[]> {
  return em.execute<ExportedRun[]>(`select ${COLUMNS} ${FROM_IN_ORDER}`, [contractId]);
}

/** The bytes of one exported run; null where it has none. */
export async function historyBytes(
  em: EntityManager,
  contractId: string,
  runId: string,
): Promise<Buffer | null> {
  const [row] = await em.execute<{ readonly bytes: Buffer }[]>(
    'select bytes from workflow_history where contract_id = ? and run_id = ?',
    [contractId, runId],
  );
  return row?.bytes ?? null;
}

/** Writes a run's history down. False where it was there already: nothing is changed then. */
export async function keepHistory(em: EntityManager, history: NewHistory): Promise<boolean> {
  const { startedAt, closedAt, ...rest } = history;
  const row = { ...rest, startedAt: new Date(startedAt), closedAt: new Date(closedAt) };
  const result = await em
    .createQueryBuilder(WorkflowHistory)
    .insert(row)
    .onConflict(['workflowId', 'runId'])
    .ignore()
    .execute('run');
  return result.affectedRows > 0;
}

/** Of the runs those whose contract is one of this database and that are not exported yet, the earliest first. */
export function unexported(
  em: EntityManager,
  runs: readonly (RunKey & { readonly contractId: string; readonly startedAt: string })[],
): Promise<(RunKey & { readonly contractId: string })[]> {
  return em.execute(
    `select r."workflowId", r."runId", r."contractId"
       from jsonb_to_recordset(?::jsonb) as r("workflowId" text, "runId" text, "contractId" text, "startedAt" timestamptz)
       join contract c on c.id = r."contractId"
      where not exists (
        select 1 from workflow_history h where h.workflow_id = r."workflowId" and h.run_id = r."runId")
      order by r."startedAt"`,
    [JSON.stringify(runs)],
  );
}

/** Those of the runs of a workflow that are exported. */
export async function exportedAmong(
  em: EntityManager,
  workflowId: string,
  runIds: readonly string[],
): Promise<Set<string>> {
  const rows = await em.execute<{ readonly run: string }[]>(
    `select h.run_id as run
       from workflow_history h
       join jsonb_array_elements_text(?::jsonb) as wanted(id) on h.run_id = wanted.id
      where h.workflow_id = ?`,
    [JSON.stringify(runIds), workflowId],
  );
  return new Set(rows.map(({ run }) => run));
}

/** Runs that exported ones continue, continued as, or were reset from, and that are not exported themselves. */
export function linkedUnexported(em: EntityManager): Promise<LinkedRun[]> {
  return em.execute<LinkedRun[]>(
    `select distinct h.workflow_id as "workflowId", l.run_id as "runId", h.contract_id as "contractId", h.owner
       from workflow_history h
      cross join lateral (values (h.previous_run_id), (h.next_run_id), (h.first_run_id)) as l(run_id)
      where l.run_id is not null
        and not exists (
          select 1 from workflow_history o where o.workflow_id = h.workflow_id and o.run_id = l.run_id)`,
  );
}
