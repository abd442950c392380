import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { type Json } from '#domain/entry';
import { InstantType } from '../instant-type.js';

export type BacktestState = 'queued' | 'running' | 'done' | 'failed';

/** How far a back-test over all contracts has come. */
export interface BacktestProgress {
  readonly contracts: number;
  readonly ofContracts: number;
  readonly requests: number;
  readonly ofRequests: number;
}

/** A back-test over all contracts that was asked for, and what came of it. */
export const Backtest = defineEntity({
  name: 'Backtest',
  tableName: 'backtest',
  properties: {
    id: p.string().primary().columnType('text'),
    state: p.string().columnType('text').$type<BacktestState>(),
    amendment: p.json<Json>().columnType('json').lazy(),
    askedBy: p.string().columnType('text'),
    askedAt: p.type(InstantType),
    /** The last sign of life of the process that runs it. */
    touchedAt: p.type(InstantType),
    finishedAt: p.type(InstantType).nullable(),
    progress: p.json<BacktestProgress>().nullable(),
    result: p.json<Json>().columnType('json').lazy().nullable(),
    /** Why it failed. */
    error: p.string().columnType('text').nullable(),
  },
});

export type BacktestRow = InferEntity<typeof Backtest>;
