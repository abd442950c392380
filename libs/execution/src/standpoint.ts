import { contentHash } from '#decisions/hash';
import { type Answer, type Standpoint } from '#domain/command';
import { type ContractState } from '#domain/contract/state';
import { type IncidentState } from '#domain/incident/state';
import { type Refusal } from '#domain/refusal';
import { type ContractRow } from '#persistence/entities/contract';
import { type IncidentRow } from '#persistence/entities/incident';
import { type LedgerLine } from '#persistence/ledger';

/** What a turn came to, beside where the owner stands. */
export interface Outcome {
  readonly lines: readonly LedgerLine[];
  readonly answer: Answer | null;
  readonly blocked?: boolean;
  readonly endedRequests?: readonly string[];
}

/** Nothing more happens to a contract in these by itself. */
const OVER: ReadonlySet<ContractRow['status']> = new Set(['declined', 'withdrawn', 'lapsed', 'closed']);

export function contractStandpoint(row: ContractRow, outcome: Outcome): Standpoint {
  const over = OVER.has(row.status);
  return standpoint(row, row.state, over, outcome);
}

export function incidentStandpoint(row: IncidentRow, outcome: Outcome): Standpoint {
  const over = row.state.contractEndedAt !== null || (row.status === 'closed' && !row.nextAt);
  return standpoint(row, row.state, over, outcome);
}

/** The answer to a command for a contract that does not exist. */
export function unknownContract(id: string): Answer {
  return {
    kind: 'refused',
    code: 'unknownContract',
    member: 'contract',
    problem: `there is no contract ${id}`,
    allowed: 'allowed: a contract that was drafted',
  };
}

/** The answer to a second draft of a contract. */
export function alreadyDrafted(id: string): Answer {
  return {
    kind: 'refused',
    code: 'wrongState',
    member: 'contract',
    problem: `${id} was drafted before`,
    allowed: 'allowed: a name not used yet',
  };
}

/** The standpoint of an owner that does not exist: its first command was refused. */
export function nowhere(answer: Answer | null): Standpoint {
  return {
    version: 0,
    status: 'unknown',
    nextAt: null,
    over: true,
    blocked: false,
    stateHash: '',
    written: [],
    endedRequests: [],
    answer,
  };
}

export function refusedAnswer({ code, member, problem, allowed }: Refusal): Answer {
  return { kind: 'refused', code, member, problem, allowed };
}

function standpoint(
  row: Pick<ContractRow | IncidentRow, 'version' | 'status' | 'nextAt'>,
  state: ContractState | IncidentState,
  over: boolean,
  outcome: Outcome,
): Standpoint {
  return {
    version: row.version,
    status: row.status,
    nextAt: row.nextAt ?? null,
    over,
    blocked: outcome.blocked ?? false,
    stateHash: contentHash(state),
    written: outcome.lines.map(({ sequence, kind, at }) => ({ sequence, kind, at })),
    endedRequests: outcome.endedRequests ?? [],
    answer: outcome.answer,
  };
}
