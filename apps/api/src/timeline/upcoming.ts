import { nextContractDeadline } from '#domain/contract/deadlines';
import { type ContractContext, type ContractDeadline } from '#domain/contract/events';
import { type ContractState } from '#domain/contract/state';
import { fireContractDeadline } from '#domain/contract/step';
import { type IncidentState } from '#domain/incident/state';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { deadlineSentence, targetSentence } from '#narration/sentences';
import { type Sentence } from '#narration/words';

/** Something that falls due if nothing happens before it. */
export interface Upcoming {
  readonly at: Instant;
  readonly kind: string;
  readonly clause: string | null;
  readonly request: string | null;
  readonly text: Sentence;
}

/** Deadlines alone are looked at: what months close with, and what penalties come to, does not move them. */
const NOTHING_KNOWN: ContractContext = { requests: [], penalties: new Map() };

/** A contract of ten years has some 700 deadlines ahead. */
const MOST_STEPS = 2_000;

const CLAUSES: Readonly<Record<ContractDeadline['kind'], string | null>> = {
  activation: '1.1',
  monthClose: '2.6',
  termEnd: '1.1',
  agreedEnd: '2.6',
  invoiceIssue: '3.1',
  signingLapse: 'Parties',
  paymentReminder: '3.2',
  paymentOverdue: '3.2',
  reportReminder: '2.5',
  reportOverdue: '2.5',
  rightLapse: '2.6',
  close: '3.2',
};

/**
 * The deadlines ahead of a contract and its requests, the nearest first: what the core itself would fire, one after the
 * other, if nobody did anything.
 */
export function upcoming(
  terms: Terms,
  contract: ContractState,
  requests: readonly IncidentState[],
  limit: number,
): Upcoming[] {
  const own = ofContract(terms, contract, limit);
  const targets = requests.flatMap((request) => ofRequest(request, terms.zone));
  return [...own, ...targets].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(0, limit);
}

function ofContract(terms: Terms, contract: ContractState, limit: number): Upcoming[] {
  const found: Upcoming[] = [];
  let state = contract;
  for (let step = 0; step < MOST_STEPS && found.length < limit; step++) {
    const deadline = nextContractDeadline(terms, state);
    if (deadline === null) break;
    const { at, kind } = deadline;
    found.push({ at, kind, clause: CLAUSES[kind], request: null, text: deadlineSentence(deadline) });
    state = fireContractDeadline(terms, state, deadline, NOTHING_KNOWN).state;
  }
  return found;
}

function ofRequest({ request, targets }: IncidentState, zone: string): Upcoming[] {
  return targets.flatMap(({ kind, outcome, dueAt, terms }) => {
    if (outcome !== 'pending' || dueAt === null) return [];
    return [
      {
        at: dueAt,
        kind: `target.${kind}`,
        clause: terms.clause,
        request,
        text: targetSentence(request, kind, dueAt, zone),
      },
    ];
  });
}
