import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import { PaperJob, type PaperJobRow, type PaperJobStatus } from '../entities/paper-job.js';
import { type LedgerLine } from '../ledger.js';

/** Lines that bring documents about, or letters. */
const KINDS: ReadonlySet<string> = new Set([
  'contract.sent',
  'contract.renewedByClause',
  'contract.signed',
  'contract.declined',
  'contract.withdrawn',
  'contract.lapsed',
  'amendment.sent',
  'amendment.signed',
  'amendment.agreed',
  'amendment.declined',
  'amendment.withdrawn',
  'amendment.lapsed',
  'termination.sent',
  'termination.signed',
  'termination.declined',
  'termination.withdrawn',
  'termination.lapsed',
  'termination.exercised',
  'termination.noticed',
  'termination.agreed',
  'terminationRight.arisen',
  'signing.invited',
  'signing.reminded',
  'invoice.issued',
  'payment.reminded',
  'invoice.overdue',
  'report.drawnUp',
  'report.submitted',
  'settlement.drawnUp',
  'settlement.revised',
  'renewal.arisen',
  'renewal.noticePassed',
]);

/** A signature brings its document about when it is the last one. */
const WITH_THE_LAST_SIGNATURE = /^\w+\.signed$/;

/** Names a job: it is its line's. */
export interface PaperJobKey {
  readonly contractId: string;
  readonly ledgerSequence: number;
}

/** After which time what did not succeed is begun again: the base, doubled with every attempt, up to the most. */
export interface Backoff {
  readonly baseSeconds: number;
  readonly mostSeconds: number;
}

/**
 * Asks for the documents and letters of lines of one contract, in the transaction that writes the lines and after
 * them. One statement, none where nothing is to be made. The jobs of a rehearsal sleep until somebody asks.
 */
export async function enqueuePapers(em: EntityManager, lines: readonly LedgerLine[]): Promise<void> {
  const wanted = lines.filter(bringsPaper);
  const [first] = wanted;
  if (!first) return;
  await em.execute(
    `insert into paper_job (contract_id, ledger_sequence, status, attempts, next_at)
     select contract.id, line.sequence, case contract.clock when 'manual' then 'asleep' else 'queued' end, 0, ?
       from contract, jsonb_to_recordset(?::jsonb) as line (sequence int)
      where contract.id = ?
     on conflict do nothing`,
    [first.recordedAt, JSON.stringify(wanted.map(({ sequence }) => ({ sequence }))), first.contractId],
  );
}

function bringsPaper({ kind, payload }: LedgerLine): boolean {
  if (!KINDS.has(kind)) return false;
  if (!WITH_THE_LAST_SIGNATURE.test(kind)) return true;
  return (
    typeof payload === 'object' && payload !== null && 'complete' in payload && payload.complete === true
  );
}

/**
 * Takes the next job that is due, so that for the time of its backoff nobody else does, and counts the attempt. The
 * jobs of a contract are rendered one after the other, in the order of its ledger, and told of in that order. Null
 * when there is none.
 */
export async function claimPaperJob(
  em: EntityManager,
  now: Instant,
  { baseSeconds, mostSeconds }: Backoff,
): Promise<(PaperJobKey & { readonly status: PaperJobStatus }) | null> {
  const [row] = await em.execute<{ contract_id: string; ledger_sequence: number; status: PaperJobStatus }[]>(
    // Materialized: as a subquery it may be run once for every row of the other side, and lock another row each time.
    `with due as materialized (
       select job.contract_id, job.ledger_sequence
         from paper_job as job
        where job.status in ('queued', 'pressed') and job.next_at <= ?
          and not exists (select from paper_job as earlier
                           where earlier.contract_id = job.contract_id
                             and earlier.ledger_sequence < job.ledger_sequence
                             and earlier.status in ('queued', job.status))
        order by job.next_at, job.contract_id, job.ledger_sequence
        limit 1
          for update of job skip locked)
     update paper_job as taken
        set attempts = attempts + 1,
            next_at = ?::timestamptz + make_interval(secs => least(? * power(2, attempts), ?))
       from due
      where taken.contract_id = due.contract_id and taken.ledger_sequence = due.ledger_sequence
     returning taken.contract_id, taken.ledger_sequence, taken.status`,
    [now, now, baseSeconds, mostSeconds],
  );
  return row
    ? { contractId: row.contract_id, ledgerSequence: row.ledger_sequence, status: row.status }
    : null;
}

/** Locks a job for one of its stages; null when it is in another by now, or somebody else is at it. */
export function lockPaperJob(
  em: EntityManager,
  { contractId, ledgerSequence }: PaperJobKey,
  status: PaperJobStatus,
): Promise<PaperJobRow | null> {
  return em.findOne(
    PaperJob,
    { contractId, ledgerSequence, status },
    { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
  );
}

/** Moves a locked job to its next stage, which is due at once. */
export function advancePaperJob(row: PaperJobRow, status: 'pressed' | 'done', now: Instant): void {
  row.status = status;
  row.attempts = 0;
  row.nextAt = now;
  row.error = null;
}

/** Notes why an attempt came to nothing; a job whose stage was begun `mostAttempts` times is given up. */
export async function notePaperFailure(
  em: EntityManager,
  { contractId, ledgerSequence }: PaperJobKey,
  error: string,
  mostAttempts: number,
): Promise<PaperJobStatus | null> {
  const [row] = await em.execute<{ status: PaperJobStatus }[]>(
    `update paper_job set error = ?, status = case when attempts >= ? then 'failed' else status end
      where contract_id = ? and ledger_sequence = ? and status in ('queued', 'pressed')
     returning status`,
    [error, mostAttempts, contractId, ledgerSequence],
  );
  return row?.status ?? null;
}

/** Wakes the jobs of a rehearsal, or of one line of it: somebody has asked. */
export async function wakePaperJobs(
  em: EntityManager,
  contractId: string,
  now: Instant,
  ledgerSequence?: number,
): Promise<void> {
  await em.nativeUpdate(
    PaperJob,
    { contractId, status: 'asleep', ...(ledgerSequence !== undefined && { ledgerSequence }) },
    { status: 'queued', nextAt: now },
  );
}

/** The jobs of a contract that are not done, in the order of the ledger. */
export function unfinishedPaperJobs(
  em: EntityManager,
  contractId: string,
  ledgerSequence?: number,
): Promise<PaperJobRow[]> {
  return em.find(
    PaperJob,
    {
      contractId,
      status: { $ne: 'done' },
      ...(ledgerSequence !== undefined && { ledgerSequence }),
    },
    { orderBy: { ledgerSequence: 'asc' }, disableIdentityMap: true },
  );
}
