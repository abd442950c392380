import { type EntityManager } from '@mikro-orm/postgresql';
import { formatFault, type Fault } from '#domain/fault';
import { type Json } from '#domain/entry';
import { type Instant } from '#domain/time/instant';
import { type ShadowReportRow, type ShadowRow } from '#persistence/entities/shadow';
import {
  closedPeriods,
  findShadow,
  keepShadowReports,
  shadowContent,
  shadowReports,
  shadowsToReport,
  startShadow,
  stopShadow,
} from '#persistence/queries/shadows';
import { type Amendment } from './amendment.js';
import { type ContractComparison } from './comparison.js';
import { type Job } from './hands.js';
import { shadowMonth } from './shadow-months.js';
import { type ContractOutcome } from './tester.js';

/** Back-tests one contract: in this thread, or handed to another one. */
export type Test = (contract: string, job: Job) => Promise<ContractOutcome>;

/** A shadow as it stands: what the amended terms make of everything recorded so far, and the months it has reported. */
export interface ShadowSight {
  readonly row: ShadowRow;
  readonly comparison: ContractComparison;
  readonly reports: readonly ShadowReportRow[];
}

/** Who starts a shadow of what. */
export interface ShadowWish {
  readonly id: string;
  readonly contract: string;
  readonly amendment: Amendment;
  readonly by: string;
}

/** Starts a shadow, where the amendment fits the contract; writes its own row and nothing else. */
export async function beginShadow(
  em: EntityManager,
  test: Test,
  { id, contract, amendment, by }: ShadowWish,
  present: Instant,
): Promise<{ readonly row: ShadowRow } | { readonly faults: readonly Fault[] }> {
  const outcome = await test(contract, { id, amendment, present });
  if ('faults' in outcome) return outcome;
  comparisonOf(outcome);
  const { template } = amendment;
  const shadow = {
    id,
    contractId: contract,
    template: template ? { id: template.template.id, version: template.template.version } : null,
    amendment: amendment as unknown as Json,
    startedBy: by,
  };
  return { row: await startShadow(em, shadow, present) };
}

/**
 * Looks at a shadow: works the comparison out anew and keeps the report of each month that has closed since the last
 * look. One that was stopped shows what it had come to. Null when there is none.
 */
export async function lookAtShadow(
  em: EntityManager,
  test: Test,
  contract: string,
  id: string,
  present: Instant,
): Promise<ShadowSight | null> {
  const row = await findShadow(em, contract, id);
  if (!row) return null;
  const { amendment, outcome } = await shadowContent(em, id);
  const comparison =
    outcome === null
      ? await comparedNow(em, test, row, amendment as unknown as Amendment, present)
      : (outcome as unknown as ContractComparison);
  return { row, comparison, reports: await shadowReports(em, id) };
}

/** Stops a shadow: from now on it shows what it had come to. `stopped` is false where it was stopped before. */
export async function endShadow(
  em: EntityManager,
  test: Test,
  contract: string,
  id: string,
  by: string,
  present: Instant,
): Promise<{ readonly sight: ShadowSight; readonly stopped: boolean } | null> {
  const sight = await lookAtShadow(em, test, contract, id, present);
  if (!sight) return null;
  if (sight.row.stoppedAt != null) return { sight, stopped: false };
  const outcome = sight.comparison as unknown as Json;
  const row = await stopShadow(em, id, { by, at: present, outcome });
  return { sight: { ...sight, row: row ?? sight.row }, stopped: row !== null };
}

/** What a shadow makes of its contract cannot be worked out; `message` says why, with what would be right. */
export class ShadowImpossible extends Error {
  readonly code = 'shadowImpossible';

  constructor(contract: string, why: string) {
    super(`the shadow of ${contract} cannot be worked out: ${why}`);
    this.name = 'ShadowImpossible';
  }
}

/**
 * Keeps the reports of running shadows whose contracts have closed a month since; gives how many shadows it looked at.
 * One that cannot be worked out is noted, and does not keep the others waiting.
 */
export async function reportShadows(
  em: EntityManager,
  test: Test,
  present: Instant,
  limit: number,
  note: (impossible: ShadowImpossible) => void,
): Promise<number> {
  const due = await shadowsToReport(em, limit);
  for (const { id, contractId } of due) {
    try {
      await lookAtShadow(em.fork(), test, contractId, id, present);
    } catch (error) {
      if (!(error instanceof ShadowImpossible)) throw error;
      note(error);
    }
  }
  return due.length;
}

async function comparedNow(
  em: EntityManager,
  test: Test,
  row: ShadowRow,
  amendment: Amendment,
  present: Instant,
): Promise<ContractComparison> {
  // Before the comparison: a month that closes meanwhile is not in it yet.
  const closed = (await closedPeriods(em, row.contractId)).slice(row.monthsBefore);
  const known = new Set((await shadowReports(em, row.id)).map(({ period }) => period));
  const comparison = comparisonOf(
    await test(row.contractId, { id: `${row.id} ${present}`, amendment, present }),
  );
  const months = closed
    .filter((period) => !known.has(period))
    .map((period) => {
      const report = shadowMonth(comparison, period);
      return { period, changed: report.changed, report: report as unknown as Json };
    });
  await keepShadowReports(em, row.id, months, present);
  return comparison;
}

/** Throws `ShadowImpossible`: the template that an amendment of parameters builds on may be there no longer. */
function comparisonOf(outcome: ContractOutcome): ContractComparison {
  if ('comparison' in outcome) return outcome.comparison;
  const why = 'error' in outcome ? outcome.error : outcome.faults.map(formatFault).join('; ');
  throw new ShadowImpossible(outcome.contract, why);
}
