import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { type Json } from '#domain/entry';
import { type Instant } from '#domain/time/instant';
import { Shadow, ShadowReport, type ShadowReportRow, type ShadowRow } from '../entities/shadow.js';
import { keysetPage, type Listing, type Page, type PageWish } from './page.js';

/** A shadow that is to start. */
export interface NewShadow {
  readonly id: string;
  readonly contractId: string;
  readonly template: { readonly id: string; readonly version: string } | null;
  readonly amendment: Json;
  readonly startedBy: string;
}

/** What a shadow makes of one month. */
export interface NewShadowReport {
  readonly period: string;
  readonly changed: boolean;
  readonly report: Json;
}

/** Starts a shadow; the months that have closed by now are not its to report. */
export async function startShadow(em: EntityManager, shadow: NewShadow, at: Instant): Promise<ShadowRow> {
  const { template, ...rest } = shadow;
  const row = em.create(Shadow, {
    ...rest,
    templateId: template?.id ?? null,
    templateVersion: template?.version ?? null,
    monthsBefore: (await closedPeriods(em, shadow.contractId)).length,
    startedAt: at,
    stoppedAt: null,
    stoppedBy: null,
    outcome: null,
  });
  await em.flush();
  return row;
}

/** A shadow without its amendment and outcome, which are large; null when there is none. */
export function findShadow(em: EntityManager, contractId: string, id: string): Promise<ShadowRow | null> {
  return em.findOne(Shadow, { id, contractId });
}

/** The shadows of a contract, those started last first. */
export function listShadows(em: EntityManager, contractId: string): Promise<ShadowRow[]> {
  return em.find(Shadow, { contractId }, { orderBy: { startedAt: 'desc', id: 'asc' } });
}

/** Where a shadow stands among those of its contract. */
export type ShadowKey = Pick<ShadowRow, 'startedAt' | 'id'>;

const SHADOWS: Listing<ShadowRow, ShadowKey> = {
  entity: Shadow,
  columns: [
    ['startedAt', 'asc'],
    ['id', 'desc'],
  ],
  usual: 'desc',
};

/** The same by pages; `running` those that were not stopped, or only those that were. */
export function shadowPage(
  em: EntityManager,
  contractId: string,
  { running }: { readonly running?: boolean },
  wish: PageWish<ShadowKey>,
): Promise<Page<ShadowRow>> {
  const stopped = running === undefined ? {} : { stoppedAt: running ? null : { $ne: null } };
  return keysetPage(em, SHADOWS, { contractId, ...stopped }, wish);
}

/** What a shadow amends, and what it had come to where it was stopped. */
export async function shadowContent(
  em: EntityManager,
  id: string,
): Promise<{ readonly amendment: Json; readonly outcome: Json | null }> {
  const [row] = await em.execute<{ amendment: Json; outcome: Json | null }[]>(
    'select amendment, outcome from shadow where id = ?',
    [id],
  );
  if (!row) throw new Error(`there is no shadow ${id}`);
  return row;
}

/** Stops a shadow with what it has come to; null when it was stopped before. */
export async function stopShadow(
  em: EntityManager,
  id: string,
  { by, at, outcome }: { readonly by: string; readonly at: Instant; readonly outcome: Json },
): Promise<ShadowRow | null> {
  const row = await em.findOneOrFail(Shadow, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (row.stoppedAt != null) return null;
  row.stoppedAt = at;
  row.stoppedBy = by;
  row.outcome = outcome;
  await em.flush();
  return row;
}

/** The months of a contract that have closed, in order. */
export async function closedPeriods(em: EntityManager, contractId: string): Promise<string[]> {
  const rows = await em.execute<{ period: string }[]>(
    `select month ->> 'period' as period
       from contract, jsonb_array_elements(state -> 'closedMonths') with ordinality as closed (month, place)
      where id = ? order by place`,
    [contractId],
  );
  return rows.map(({ period }) => period);
}

/** Running shadows of which a month has closed that they have not reported, some of them. */
export async function shadowsToReport(
  em: EntityManager,
  limit: number,
): Promise<{ readonly id: string; readonly contractId: string }[]> {
  return em.execute<{ id: string; contractId: string }[]>(
    `select shadow.id, shadow.contract_id as "contractId"
       from shadow join contract on contract.id = shadow.contract_id
      where shadow.stopped_at is null
        and jsonb_array_length(contract.state -> 'closedMonths') - shadow.months_before
          > (select count(*) from shadow_report where shadow_id = shadow.id)
      order by shadow.started_at, shadow.id limit ?`,
    [limit],
  );
}

/** Keeps the reports of months that have none yet: whoever is first writes it, and it stays. */
export async function keepShadowReports(
  em: EntityManager,
  shadowId: string,
  reports: readonly NewShadowReport[],
  at: Instant,
): Promise<void> {
  for (const { period, changed, report } of reports) {
    await em.execute(
      `insert into shadow_report (shadow_id, period, written_at, changed, report) values (?, ?, ?, ?, ?::json)
       on conflict do nothing`,
      [shadowId, period, at, changed, JSON.stringify(report)],
    );
  }
}

/** The reports of a shadow, month by month. */
export function shadowReports(em: EntityManager, shadowId: string): Promise<ShadowReportRow[]> {
  return em.find(ShadowReport, { shadowId }, { orderBy: { period: 'asc' }, disableIdentityMap: true });
}
