import { BlobType, defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '../instant-type.js';

/** How a run ended. */
export type RunStatus = 'completed' | 'continuedAsNew' | 'failed' | 'timedOut' | 'canceled' | 'terminated';

/**
 * The history of a workflow's run that is over, as it was taken out of Temporal, which forgets it. Rows are only ever
 * added, the database sees to it.
 */
export const WorkflowHistory = defineEntity({
  name: 'WorkflowHistory',
  tableName: 'workflow_history',
  properties: {
    workflowId: p.string().primary().columnType('text'),
    runId: p.string().primary().columnType('text'),
    contractId: p.string().columnType('text'),
    /** `contract`, or `request/NAME`. */
    owner: p.string().columnType('text'),
    /** The first run of the chain that this one is of: a workflow that was over and began again has several chains. */
    firstRunId: p.string().columnType('text'),
    /** The run that this one continues, or was reset from. */
    previousRunId: p.string().columnType('text').nullable(),
    /** The run that it continued as. */
    nextRunId: p.string().columnType('text').nullable(),
    events: p.integer(),
    status: p.string().columnType('text').$type<RunStatus>(),
    /** With milliseconds: what orders the runs of a workflow. A run that was reset counts from its reset. */
    startedAt: p.datetime(3).columnType('timestamptz(3)'),
    closedAt: p.datetime(3).columnType('timestamptz(3)'),
    /** `sha256:…` of the bytes; the database reckons it too. */
    sha256: p.string().columnType('text'),
    size: p.integer(),
    exportedAt: p.type(InstantType),
    /** The history as JSON, as Temporal's own tools write and read it; what is encrypted in it stays so. */
    bytes: p.type(BlobType).lazy(),
  },
});

export type WorkflowHistoryRow = InferEntity<typeof WorkflowHistory>;
