import { type EntityManager } from '@mikro-orm/postgresql';
import { type Json } from '#domain/entry';
import { addSeconds, type Instant } from '#domain/time/instant';
import { Backtest, type BacktestProgress, type BacktestRow } from '../entities/backtest.js';

/** A run whose process has said nothing for so long has died with it. */
const DEAD_AFTER_SECONDS = 300;

/** Writes down that a back-test over all contracts was asked for. */
export async function askBacktest(
  em: EntityManager,
  asked: { readonly id: string; readonly amendment: Json; readonly askedBy: string },
  at: Instant,
): Promise<BacktestRow> {
  const row = em.create(Backtest, {
    ...asked,
    state: 'queued',
    askedAt: at,
    touchedAt: at,
    finishedAt: null,
    progress: null,
    result: null,
    error: null,
  });
  await em.flush();
  return row;
}

/** A back-test with its result, where it has one; null when there is none of the id. */
export function findBacktest(em: EntityManager, id: string): Promise<BacktestRow | null> {
  return em.findOne(Backtest, { id }, { populate: ['result'], disableIdentityMap: true });
}

export async function amendmentOf(em: EntityManager, id: string): Promise<Json> {
  const { amendment } = await em.findOneOrFail(
    Backtest,
    { id },
    { fields: ['amendment'], disableIdentityMap: true },
  );
  return amendment;
}

/** Notes how far a run has come. */
export async function noteProgress(
  em: EntityManager,
  id: string,
  progress: BacktestProgress | null,
  at: Instant,
): Promise<void> {
  await em.nativeUpdate(Backtest, { id, finishedAt: null }, { state: 'running', progress, touchedAt: at });
}

/** Ends a run, with its result or with why there is none. */
export async function finishBacktest(
  em: EntityManager,
  id: string,
  outcome: { readonly result: Json } | { readonly error: string },
  at: Instant,
): Promise<void> {
  const state = 'result' in outcome ? ('done' as const) : ('failed' as const);
  await em.nativeUpdate(
    Backtest,
    { id, finishedAt: null },
    { ...outcome, state, finishedAt: at, touchedAt: at },
  );
}

/** Ends the runs that died with the process that ran them. */
export async function buryDeadBacktests(em: EntityManager, at: Instant): Promise<number> {
  return em.nativeUpdate(
    Backtest,
    { finishedAt: null, touchedAt: { $lt: addSeconds(at, -DEAD_AFTER_SECONDS) } },
    { state: 'failed', error: 'the process that ran it has ended', finishedAt: at },
  );
}
