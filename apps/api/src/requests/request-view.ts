import { type Receipt } from '#domain/decision';
import { type Severity } from '#domain/incident/events';
import { channelOf, recordingGapSeconds, type IncidentState, type Target } from '#domain/incident/state';
import { REQUEST_TRANSITIONS } from '#domain/incident/transitions';
import { formatYuan } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { type ContractClock } from '#persistence/entities/contract';
import { type IncidentRow } from '#persistence/entities/incident';
import { type LedgerEntryRow } from '#persistence/entities/ledger-entry';
import { type KnownContract } from '../contracts/contract-reader.js';
import { ACTION_TYPES, type ActionType, type RequestDetail, type RequestSummary } from './request-schemas.js';
import { EVENT_OF_ACTION } from './actions.js';

export function requestSummaryView(row: IncidentRow, clock: ContractClock): RequestSummary {
  const { contractId: contract, request, status, priority, recordedAt, nextAt, state } = row;
  return {
    contract,
    clock,
    request,
    status,
    priority,
    recordedAt,
    nextDeadlineAt: nextAt ?? null,
    targets: state.targets.map(({ kind, outcome, dueAt }) => ({ kind, outcome, dueAt })),
  };
}

/** `classification` is the ledger's entry of the priority that holds now. */
export function requestDetailView(
  row: IncidentRow,
  { row: contract, terms }: KnownContract,
  classification: LedgerEntryRow,
): RequestDetail {
  const { state } = row;
  const { sequence } = classification;
  return {
    ...requestSummaryView(row, contract.clock),
    receivedAt: state.receivedAt,
    channel: channelOf(state),
    recordingGapSeconds: recordingGapSeconds(state.recordedAt, state.receivedAt),
    accountedThrough: state.through,
    contractEndedAt: state.contractEndedAt,
    severity: severityOf(state),
    classification: {
      sequence,
      address: `/api/v1/contracts/${row.contractId}/decisions/${sequence}`,
      receipt: receiptIn(classification),
    },
    targets: state.targets.map(targetView),
    facts: { ...state.facts },
    misses: state.misses.map(({ target, at, dueAt, period, base }) => ({
      target,
      at,
      dueAt,
      period,
      base: formatYuan(base),
    })),
    ratings: state.ratings.map(({ at, score }) => ({ at, score })),
    actions: actionsOf(terms, state),
    pauseReasons: isPossible(terms, 'pause') ? [...(terms.service?.pauseReasons ?? [])] : [],
  };
}

/** What can be done with a request now, from the table of its transitions and by the terms. */
export function actionsOf(terms: Terms, { status }: Pick<IncidentState, 'status'>): ActionType[] {
  return ACTION_TYPES.filter(
    (action) => EVENT_OF_ACTION[action] in REQUEST_TRANSITIONS[status] && isPossible(terms, action),
  );
}

/** Whether the contract knows such a thing at all: some forbid pauses, some want a new request for a reopening. */
function isPossible({ service }: Terms, action: ActionType): boolean {
  if (action === 'pause') return service !== null && service.pauses !== 'forbidden';
  if (action === 'reopen') return service !== null && service.reopening !== 'newRequest';
  return true;
}

function targetView({
  kind,
  terms,
  outcome,
  metBy,
  dueAt,
  provisional,
  segments,
}: Target): RequestDetail['targets'][number] {
  const { clause, clock, measure } = terms;
  return {
    kind,
    clause,
    clock,
    measure: { ...measure },
    metBy: [...terms.metBy],
    outcome,
    metByFact: metBy,
    dueAt,
    provisional,
    segments: segments.map(({ from, to, counted, why }) => ({ from, to, counted, why })),
  };
}

/** As it was judged last. */
function severityOf({ request, log }: IncidentState): Severity {
  const last = log.findLast(
    (event) => event.type === 'request.recorded' || event.type === 'request.reclassified',
  );
  if (!last) throw new Error(`the log of ${request} does not begin with its record`);
  return last.severity;
}

function receiptIn({ payload }: LedgerEntryRow): Receipt & RequestDetail['classification']['receipt'] {
  return (payload as unknown as { readonly receipt: Receipt & RequestDetail['classification']['receipt'] })
    .receipt;
}
