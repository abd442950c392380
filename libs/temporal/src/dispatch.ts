import { setTimeout as delay } from 'node:timers/promises';
import {
  type Client,
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WithStartWorkflowOperation,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import {
  ApplicationFailure,
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
import { Gate } from './gate.js';

/** The server takes ten updates of one workflow at a time and trips over more: two processes such as this one fit in. */
const gate = new Gate(5);
const MOST_ATTEMPTS = 20;
const REPEAT_MILLISECONDS = 100;
/** gRPC's status code. */
const FAILED_PRECONDITION = 9;

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
  return sent(to, () =>
    client.workflow.executeUpdateWithStart(carryOut, {
      args: [command],
      updateId: command.id,
      startWorkflowOperation: startOf(to),
    }),
  );
}

/** Moves the manual clock of an owner, and waits for where it stands then. */
export function sendAdvance(client: Client, to: Addressee, limit: Limit): Promise<Standpoint> {
  return sent(to, () =>
    client.workflow.executeUpdateWithStart(advanceTo, {
      args: [limit],
      startWorkflowOperation: startOf(to),
    }),
  );
}

/**
 * Begins an owner's workflow where none runs: it goes on from where PostgreSQL says that the owner stands. False where one
 * runs already. For owners that are not over alone.
 */
export async function beginMissing(client: Client, to: Addressee): Promise<boolean> {
  const { workflowTypeOrFunc, options } = startOf(to);
  try {
    await client.workflow.start(workflowTypeOrFunc, {
      ...options,
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.FAIL,
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}

/** Sends once the gate lets it through, and again as long as the update got lost before a workflow had seen it. */
function sent(to: Addressee, send: () => Promise<Standpoint>): Promise<Standpoint> {
  return gate.through(workflowIdOf(to.contract, to.owner), async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await send();
      } catch (error) {
        if (!isUnprocessed(error) || attempt === MOST_ATTEMPTS) throw error;
        await delay(REPEAT_MILLISECONDS);
      }
    }
  });
}

/**
 * What the server says of an update that it gave to a worker along with a task that came to nothing, and of one that
 * reached a workflow in the very moment in which it ended.
 */
function isUnprocessed(error: unknown): boolean {
  if (isGrpcServiceError(error)) return error.code === FAILED_PRECONDITION;
  if (!(error instanceof WorkflowUpdateFailedError)) return false;
  return error.cause instanceof ApplicationFailure && error.cause.type === 'UnprocessedUpdate';
}

function startOf(to: Addressee) {
  const { contract, owner, clock } = to;
  const input: OwnerInput = {
    contract,
    owner,
    clock,
    ...(owner.kind === 'contract' && { movesAlarmBack: true }),
  };
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
