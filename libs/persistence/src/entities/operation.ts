import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '../instant-type.js';

export type OperationKind = 'contractStarts';
export type OperationStatus = 'queued' | 'running' | 'completed' | 'cancelling' | 'cancelled';
/** How far each line is taken: to a draft, or to a draft that is sent for signing. */
export type OperationGoal = 'draft' | 'send';
/** Why an operation was cancelled: somebody asked, or its caller may do this no more. */
export type CancelReason = 'asked' | 'callerEnded';

/** Much to do that was asked for at once, line by line. */
export const Operation = defineEntity({
  name: 'Operation',
  tableName: 'operation',
  properties: {
    id: p.string().primary().columnType('text'),
    kind: p.string().columnType('text').$type<OperationKind>(),
    goal: p.string().columnType('text').$type<OperationGoal>(),
    status: p.string().columnType('text').$type<OperationStatus>(),
    /** Who asked, as it was then: its lines may do what that caller might, and no more. */
    callerName: p.string().columnType('text'),
    callerRole: p.string().columnType('text'),
    callerClients: p.json<readonly string[]>().nullable(),
    /** How many lines stand where; the database holds that they come to the total. */
    total: p.integer(),
    waiting: p.integer(),
    running: p.integer(),
    succeeded: p.integer(),
    failed: p.integer(),
    skipped: p.integer(),
    createdAt: p.type(InstantType),
    startedAt: p.type(InstantType).nullable(),
    endedAt: p.type(InstantType).nullable(),
    cancelledBy: p.string().columnType('text').nullable(),
    cancelledBecause: p.string().columnType('text').$type<CancelReason>().nullable(),
  },
});

export type OperationRow = InferEntity<typeof Operation>;

export type LineStatus = 'waiting' | 'running' | 'succeeded' | 'failed' | 'skipped';

/** One line of an operation. `running`: it was begun, and will be finished whatever happens. */
export const OperationLine = defineEntity({
  name: 'OperationLine',
  tableName: 'operation_line',
  properties: {
    operationId: p.string().primary().columnType('text'),
    /** Where it stands in the upload, blank lines counted. */
    number: p.integer().primary(),
    /** The caller's own name for it. */
    reference: p.string().columnType('text').nullable(),
    status: p.string().columnType('text').$type<LineStatus>(),
    /** As it came, personal data and all: only for as long as there is something to be done by it. */
    document: p.text().nullable(),
    contractId: p.string().columnType('text').nullable(),
    /** Why it failed, as the API says it. */
    problem: p.json<object>().nullable(),
    /** How often it was taken: what whoever took it first finds out too late counts no more. */
    attempts: p.integer(),
    /** How often it went wrong in a way that nobody foresaw. */
    failures: p.integer(),
    /** When it may be taken; while it is worked on, when it may be taken from whoever was killed. */
    dueAt: p.type(InstantType),
  },
});

export type OperationLineRow = InferEntity<typeof OperationLine>;
