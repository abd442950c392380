import { type Client, WithStartWorkflowOperation } from '@temporalio/client';
import {
  SearchAttributePair,
  defineSearchAttributeKey,
  TypedSearchAttributes,
  SearchAttributeType,
  WorkflowIdConflictPolicy,
} from '@temporalio/common';
import { type Command, type Limit, type Owner, type Standpoint } from '#domain/command';
import {
  advanceTo,
  carryOut,
  CONTRACT_WORKFLOW,
  INCIDENT_WORKFLOW,
  type OwnerInput,
  TASK_QUEUES,
  workflowIdOf,
} from '#workflows/messages';

/** Whose workflow to talk to; the client id only serves to find contracts in Temporal. */
export interface Addressee {
  readonly contract: string;
  readonly owner: Owner;
  readonly clock: 'real' | 'manual';
  readonly clientId: string;
}

const CONTRACT_ID = defineSearchAttributeKey('ContractId', SearchAttributeType.KEYWORD);
const CLIENT_ID = defineSearchAttributeKey('ClientId', SearchAttributeType.KEYWORD);
const KIND = defineSearchAttributeKey('Kind', SearchAttributeType.KEYWORD);

/**
 * Sends a command to its owner's workflow, starting the workflow where none runs, and waits for where the owner stands
 * after it. The command's id is the update's id, so that sending it again is harmless.
 */
export function sendCommand(client: Client, to: Addressee, command: Command): Promise<Standpoint> {
  return client.workflow.executeUpdateWithStart(carryOut, {
    args: [command],
    updateId: command.id,
    startWorkflowOperation: startOf(to),
  });
}

/** Moves the manual clock of an owner, and waits for where it stands then. */
export function sendAdvance(client: Client, to: Addressee, limit: Limit): Promise<Standpoint> {
  return client.workflow.executeUpdateWithStart(advanceTo, {
    args: [limit],
    startWorkflowOperation: startOf(to),
  });
}

function startOf(to: Addressee) {
  const { contract, owner, clock } = to;
  const input: OwnerInput = { contract, owner, clock };
  return new WithStartWorkflowOperation(owner.kind === 'contract' ? CONTRACT_WORKFLOW : INCIDENT_WORKFLOW, {
    workflowId: workflowIdOf(contract, owner),
    taskQueue: TASK_QUEUES[owner.kind],
    args: [input],
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
    typedSearchAttributes: new TypedSearchAttributes(attributesOf(to)),
  });
}

function attributesOf(to: Addressee): SearchAttributePair[] {
  const kind = to.clock === 'manual' ? `${to.owner.kind}-rehearsal` : to.owner.kind;
  return [
    { key: CONTRACT_ID, value: to.contract },
    { key: CLIENT_ID, value: to.clientId },
    { key: KIND, value: kind },
  ];
}
