import { type DraftContract, type IncidentCommand } from '#domain/command';
import { type ContractEvent } from '#domain/contract/events';
import { type IncidentEvent } from '#domain/incident/events';
import { later, type Instant } from '#domain/time/instant';
import { type FactLine, type RecordedStates } from '#persistence/queries/recorded-facts';
import { inOrder, type Reach, type RecordedContract, type RecordedFact } from './facts.js';

const CONTRACT = 'contract';
const REQUEST_PREFIX = 'request/';
/** Written when a month closes, and when the contract becomes active: what comes before the events of an instant. */
const BEFORE_EVENTS = 'month.assessed';

/** A contract with its recorded facts, of the lines of its ledger. `present` is the time of day. */
export function recordedContract(
  contract: string,
  states: RecordedStates,
  lines: readonly FactLine[],
  present: Instant,
): RecordedContract {
  const [draft] = lines;
  if (draft?.kind !== 'contract.drafted')
    throw new Error(`the ledger of ${contract} does not begin with a draft`);
  const reach = reachOf(states);
  return {
    contract,
    terms: states.terms,
    draftedAt: draft.at,
    renews: states.state.renews ?? null,
    facts: factsOf(lines),
    reach,
    asOf: states.clock === 'real' ? later(present, reach.until) : reach.until,
    recorded: { contract: states.state, requests: states.requests.map(({ state }) => state) },
  };
}

/** The facts that the lines of a ledger tell, each with when it is played. */
export function factsOf(lines: readonly FactLine[]): RecordedFact[] {
  const reader = new LineReader();
  return inOrder(lines.flatMap((line) => reader.read(line) ?? []));
}

/** Up to when everything of the contract is accounted for. */
function reachOf({ state, nextAt, requests }: RecordedStates): Reach {
  const until = requests.reduce((at, request) => later(at, request.state.through), state.through);
  const isPending = nextAt === until || requests.some((request) => request.nextAt === until);
  return { until, stage: isPending ? 'beforeEvents' : 'all' };
}

type Told = ContractEvent | DraftContract | (IncidentEvent & { readonly lateReason?: string });

/** Reads lines in the order in which they were written, and knows up to when each owner was accounted for then. */
class LineReader {
  private readonly through = new Map<string, Instant>();
  /** Where the deadlines of an instant had passed. */
  private readonly passed = new Map<string, Instant>();
  private closedAt: Instant | null = null;

  read(line: FactLine): RecordedFact | null {
    const fact = line.event === null ? null : this.factOf(line, line.event as unknown as Told);
    this.note(line);
    return fact;
  }

  private factOf(line: FactLine, event: Told): RecordedFact | null {
    const { sequence, owner } = line;
    if (event.type === 'contract.draft' || event.type === 'contract.ended' || event.type === 'miss.annulled')
      return null;
    if (owner === CONTRACT) {
      const told = event as ContractEvent;
      const looksBehind =
        told.type === 'miss.waived' && this.hasPassed(REQUEST_PREFIX + told.request, told.at);
      const afterDeadlines = looksBehind || this.hasPassed(CONTRACT, told.at);
      return { owner: 'contract', sequence, at: told.at, afterDeadlines, event: told };
    }
    const { lateReason = null, ...told } = event as IncidentCommand & { readonly lateReason?: string };
    const at = this.isBehind(line, told.at) ? this.accountedFor(owner, told.at) : told.at;
    return {
      owner: 'incident',
      sequence,
      at,
      afterDeadlines: this.hasPassed(owner, at) || (at !== told.at && this.hasPassed(CONTRACT, at)),
      request: owner.slice(REQUEST_PREFIX.length),
      event: told as IncidentCommand,
      lateReason,
    };
  }

  private note({ owner, kind, at, event }: FactLine): void {
    this.through.set(owner, later(this.through.get(owner) ?? at, at));
    if (kind === BEFORE_EVENTS) this.closedAt = at;
    else if (event === null) this.passed.set(owner, at);
  }

  /** Told late, or of a month that had closed by then: it is played when it was told. */
  private isBehind({ late }: FactLine, at: Instant): boolean {
    return late || (this.closedAt !== null && at < this.closedAt);
  }

  private accountedFor(owner: string, at: Instant): Instant {
    const ofContract = this.through.get(CONTRACT) ?? at;
    return later(at, later(ofContract, this.through.get(owner) ?? ofContract));
  }

  private hasPassed(owner: string, at: Instant): boolean {
    return this.passed.get(owner) === at;
  }
}
