/** A run's history as Temporal's tools write it: JSON of its protocol, payloads as base64. */
export interface RunHistory {
  readonly events: readonly RunEvent[];
}

/** What is sent through Temporal, as JSON: all of it base64. */
export interface JsonPayload {
  readonly metadata?: Readonly<Record<string, string>>;
  readonly data?: string;
}

interface Payloads {
  readonly payloads?: readonly JsonPayload[];
}

interface UpdateRequest {
  readonly meta?: { readonly updateId?: string; readonly identity?: string };
  readonly input?: { readonly name?: string; readonly args?: Payloads };
}

interface RunName {
  readonly workflowId?: string;
  readonly runId?: string;
}

/** One event, as far as anything here reads it. */
export interface RunEvent {
  readonly eventId: string;
  readonly eventTime: string;
  /** `EVENT_TYPE_WORKFLOW_EXECUTION_STARTED` … */
  readonly eventType: string;
  readonly workflowExecutionStartedEventAttributes?: {
    readonly firstExecutionRunId?: string;
    readonly continuedExecutionRunId?: string;
    readonly identity?: string;
  };
  readonly workflowExecutionContinuedAsNewEventAttributes?: { readonly newExecutionRunId?: string };
  readonly workflowExecutionTerminatedEventAttributes?: {
    readonly reason?: string;
    readonly identity?: string;
  };
  readonly workflowExecutionCancelRequestedEventAttributes?: {
    readonly cause?: string;
    readonly identity?: string;
  };
  readonly workflowExecutionSignaledEventAttributes?: {
    readonly signalName?: string;
    readonly identity?: string;
    /** The workflow that sent it; none where a person or a program did. */
    readonly externalWorkflowExecution?: RunName;
  };
  readonly workflowTaskFailedEventAttributes?: {
    readonly cause?: string;
    readonly identity?: string;
    readonly baseRunId?: string;
    readonly newRunId?: string;
    readonly failure?: { readonly message?: string };
  };
  readonly workflowExecutionUpdateAdmittedEventAttributes?: { readonly request?: UpdateRequest };
  readonly workflowExecutionUpdateAcceptedEventAttributes?: {
    readonly protocolInstanceId?: string;
    readonly acceptedRequest?: UpdateRequest;
  };
  readonly workflowExecutionUpdateCompletedEventAttributes?: {
    readonly meta?: { readonly updateId?: string };
    readonly outcome?: { readonly success?: Payloads };
  };
  readonly markerRecordedEventAttributes?: { readonly details?: Readonly<Record<string, Payloads>> };
  readonly activityTaskCompletedEventAttributes?: { readonly result?: Payloads };
}

/** How a run ended. */
export type RunStatus = 'completed' | 'continuedAsNew' | 'failed' | 'timedOut' | 'canceled' | 'terminated';

const ENDS: Readonly<Record<string, RunStatus>> = {
  EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED: 'completed',
  EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW: 'continuedAsNew',
  EVENT_TYPE_WORKFLOW_EXECUTION_FAILED: 'failed',
  EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT: 'timedOut',
  EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED: 'canceled',
  EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED: 'terminated',
};

/** What a history says of its run. */
export interface RunFacts {
  /** The first run of its chain. */
  readonly firstRunId: string;
  /** The run that it continues, or was reset from. */
  readonly previousRunId: string | null;
  readonly nextRunId: string | null;
  readonly events: number;
  /** Null while it is open. */
  readonly status: RunStatus | null;
  /** ISO, as the server wrote it, finer than seconds. What was reset counts from its reset: the events before are copies. */
  readonly startedAt: string;
  readonly closedAt: string | null;
}

/** What a history says of its run. Throws for one that does not begin with a start. */
export function runFacts(runId: string, { events }: RunHistory): RunFacts {
  const [first] = events;
  const started = first?.workflowExecutionStartedEventAttributes;
  const last = events.at(-1);
  if (!first || !last || !started) throw new Error(`the history of the run ${runId} has no beginning`);
  const reset = resetOf(runId, events);
  const status = ENDS[last.eventType] ?? null;
  return {
    firstRunId: started.firstExecutionRunId || runId,
    previousRunId:
      reset?.workflowTaskFailedEventAttributes?.baseRunId || started.continuedExecutionRunId || null,
    nextRunId: last.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId || null,
    events: events.length,
    status,
    startedAt: (reset ?? first).eventTime,
    closedAt: status ? last.eventTime : null,
  };
}

/** The event by which a run was made of another one; what stands before it is the other one's. */
export function resetOf(runId: string, events: readonly RunEvent[]): RunEvent | null {
  const isReset = ({ workflowTaskFailedEventAttributes: failed }: RunEvent): boolean =>
    failed?.cause === 'WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW' && failed.newRunId === runId;
  return events.find(isReset) ?? null;
}
