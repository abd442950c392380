import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import { type Command, type Limit, type Owner, type Standpoint } from '#domain/command';

/** Workflow types, ids, queues and messages: everything that both sides of Temporal must spell alike. */
export const CONTRACT_WORKFLOW = 'contract';
export const INCIDENT_WORKFLOW = 'incident';

/** Incidents have a queue of their own, so that their deadlines do not wait behind a month's invoices. */
export const TASK_QUEUES = { contract: 'pacta-contracts', incident: 'pacta-incidents' } as const;

/** `contract/C-2025-0001`. Duplicates are the server's to refuse. */
export function contractWorkflowId(contract: string): string {
  return `contract/${contract}`;
}

/** `incident/C-2025-0001/I-000042`. */
export function incidentWorkflowId(contract: string, request: string): string {
  return `incident/${contract}/${request}`;
}

export function workflowIdOf(contract: string, owner: Owner): string {
  return owner.kind === 'contract'
    ? contractWorkflowId(contract)
    : incidentWorkflowId(contract, owner.request);
}

/** What an owner's workflow starts from; `standpoint` only when it continues as new. */
export interface OwnerInput {
  readonly contract: string;
  readonly owner: Owner;
  /** A `manual` clock moves only by `advanceTo`: no timers. */
  readonly clock: 'real' | 'manual';
  readonly standpoint?: Standpoint;
  /** Runs that began before there was this keep to what their histories hold. */
  readonly movesAlarmBack?: true;
}

/** Carries a command out, once. Its id is the update's id as well. */
export const carryOut = defineUpdate<Standpoint, [Command]>('carryOut');

/** Moves a manual clock. */
export const advanceTo = defineUpdate<Standpoint, [Limit]>('advanceTo');

/** For operators: where the owner stands. Everyone else reads PostgreSQL. */
export const standpointQuery = defineQuery<Standpoint | null>('standpoint');

/** Tells a request that its contract's turn has changed it. */
export const look = defineSignal('look');
