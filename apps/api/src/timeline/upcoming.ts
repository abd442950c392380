import { nextContractDeadline } from '#domain/contract/deadlines';
import { type ContractContext, type ContractDeadline } from '#domain/contract/events';
import { type ContractState } from '#domain/contract/state';
import { fireContractDeadline } from '#domain/contract/step';
import { type IncidentState } from '#domain/incident/state';
import { NO_ANSWERS } from '#domain/question';
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

/** Deadlines alone are looked at: what months close with does not move them. */
const NOTHING_KNOWN: ContractContext = { requests: [], answers: NO_ANSWERS };

/** A contract of ten years has some 700 deadlines ahead. */
const MOST_STEPS = 2_000;

/** What a deadline is about, for the clause that it rests on. */
const CLAUSES = {
  activation: 'term',
  monthClose: 'penalties',
  termEnd: 'term',
  agreedEnd: 'termination',
  invoiceIssue: 'fee',
  signingLapse: 'parties',
  signingReminder: 'parties',
  envelopeExpiry: 'parties',
  amendmentEffect: 'parties',
  renewalNotice: 'term',
  paymentReminder: 'payment',
  paymentOverdue: 'payment',
  reportReminder: 'report',
  reportOverdue: 'report',
  obligationOverdue: 'obligation',
  delayRight: 'termination',
  rightLapse: 'termination',
  close: 'payment',
} as const satisfies Readonly<
  Record<ContractDeadline['kind'], keyof Terms['clauses'] | 'termination' | 'obligation'>
>;

function clauseOf(terms: Terms, deadline: ContractDeadline): string | null {
  if (deadline.kind === 'obligationOverdue')
    return terms.obligations.find(({ id }) => id === deadline.obligation)?.clause ?? null;
  const about = CLAUSES[deadline.kind];
  return about === 'termination' ? terms.termination.clause : terms.clauses[about];
}

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
  // Neither does what anything costs: without consequences no rule has to be asked.
  const unpriced = unpricedTerms(terms);
  const found: Upcoming[] = [];
  let state = unpricedState(contract);
  for (let step = 0; step < MOST_STEPS && found.length < limit; step++) {
    const deadline = nextContractDeadline(unpriced, state);
    if (deadline === null) break;
    const { at, kind } = deadline;
    found.push({
      at,
      kind,
      clause: clauseOf(terms, deadline),
      request: null,
      text: deadlineSentence(deadline),
    });
    state = fireContractDeadline(unpriced, state, deadline, NOTHING_KNOWN).state;
  }
  return found;
}

/** Without consequences no rule has to be asked, also after an amendment. */
function unpricedTerms(terms: Terms): Terms {
  const earlier = terms.earlier?.map((each) => ({ ...each, terms: { ...each.terms, consequences: [] } }));
  return { ...terms, consequences: [], ...(earlier && { earlier }) };
}

function unpricedState(state: ContractState): ContractState {
  const amendments = state.amendments.map((each) => ({ ...each, terms: unpricedTerms(each.terms) }));
  return amendments.length === 0 ? state : { ...state, amendments };
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
