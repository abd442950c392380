import { type Clerk } from '#decisions/clerk';
import { requestTerms } from '#domain/contract/amendments';
import { type ContractContext, type ContractDeadline } from '#domain/contract/events';
import {
  comesFirst,
  DEADLINE_RANK,
  EVENT_RANK,
  isBeforeLimit,
  nextContractDeadline,
  rankOf,
} from '#domain/contract/deadlines';
import { fireContractDeadline, stepContract } from '#domain/contract/step';
import { type ContractState } from '#domain/contract/state';
import { type Entry, type Step } from '#domain/entry';
import { recordRequest, unknownRequest } from '#domain/incident/record';
import { fireTargetDeadlines, stepIncident } from '#domain/incident/step';
import { nextTargetDeadline, type IncidentState } from '#domain/incident/state';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { type Standing } from './document.js';
import { type RoutedEvent } from './events.js';

/** A request with its next deadline. */
interface Waiting {
  readonly at: Instant;
  readonly state: IncidentState;
}

/**
 * The simulator: one of the two drivers of the core. It holds a contract and its requests in memory and fires
 * deadlines and events in the order of the law; the other driver does the same through workflows.
 */
export class Simulator {
  private readonly requests = new Map<string, IncidentState>();
  /** Those of them that have a deadline ahead: of a year's requests a few. */
  private readonly waiting = new Map<string, Waiting>();
  /** The contract's next deadline, as it stood when it was last looked for. */
  private ahead: { readonly of: ContractState; readonly deadline: ContractDeadline | null } | null = null;
  /** Everything that was written down, in order. */
  readonly entries: Entry[] = [];

  /** `terms` are those the contract was signed with; `told` hears of each step, with everything as it stands after it. */
  constructor(
    private readonly terms: Terms,
    private readonly clerk: Clerk,
    private contract: ContractState,
    private readonly told: (entries: readonly Entry[], standing: Standing) => void = () => undefined,
  ) {}

  /** Fires every deadline before the events of an instant. */
  async advanceTo(at: Instant): Promise<void> {
    await this.fireDeadlines({ until: at, rank: EVENT_RANK });
  }

  /** Fires every deadline up to an instant, those at it included. */
  async advanceThrough(at: Instant): Promise<void> {
    await this.fireDeadlines({ until: at, rank: Infinity });
  }

  /** One event at its instant; deadlines before it must have been fired. Throws a Refusal and changes nothing then. */
  async apply(routed: RoutedEvent): Promise<void> {
    if (routed.owner === 'incident') this.applyToRequest(routed);
    else
      this.takeContractStep(
        await this.answered((context) => stepContract(this.terms, this.contract, routed.event, context)),
      );
  }

  /** Whether the request was recorded. */
  knows(request: string): boolean {
    return this.requests.has(request);
  }

  standing(): Standing {
    return { terms: this.terms, contract: this.contract, requests: [...this.requests.values()] };
  }

  private applyToRequest({ request, event }: Extract<RoutedEvent, { owner: 'incident' }>): void {
    const state = this.requests.get(request);
    const step =
      event.type === 'request.recorded'
        ? recordRequest(this.termsBetween(event.at, event.at), this.contract, request, state, event)
        : stepIncident(this.termsOf(known(request, state), event.at), known(request, state), event);
    this.takeRequestStep(request, step);
  }

  private async fireDeadlines(limit: { until: Instant; rank: number }): Promise<void> {
    for (;;) {
      const contractDeadline = this.nextOfContract();
      const request = this.nextRequest();
      if (contractDeadline && comesFirst(contractDeadline, request?.at ?? null)) {
        if (!isBeforeLimit(contractDeadline.at, rankOf(contractDeadline), limit)) return;
        this.takeContractStep(
          await this.answered((context) =>
            fireContractDeadline(this.terms, this.contract, contractDeadline, context),
          ),
        );
      } else if (request) {
        const { at, state } = request;
        if (!isBeforeLimit(at, DEADLINE_RANK, limit)) return;
        const step = fireTargetDeadlines(this.termsOf(state, at), state, { until: at, inclusive: true });
        this.takeRequestStep(state.request, step);
      } else return;
    }
  }

  /** It changes with the contract alone: many events of requests come between two steps of the contract. */
  private nextOfContract(): ContractDeadline | null {
    if (this.ahead?.of !== this.contract)
      this.ahead = { of: this.contract, deadline: nextContractDeadline(this.terms, this.contract) };
    return this.ahead.deadline;
  }

  /** The request whose deadline comes first: by instant, then by name. */
  private nextRequest(): Waiting | null {
    let first: Waiting | null = null;
    for (const each of this.waiting.values()) {
      const isFirst =
        first === null ||
        each.at < first.at ||
        (each.at === first.at && each.state.request < first.state.request);
      if (isFirst) first = each;
    }
    return first;
  }

  /** A step of the contract, with what the rules say of it. */
  private answered(take: (context: ContractContext) => Step<ContractState>): Promise<Step<ContractState>> {
    const requests = [...this.requests.values()];
    return this.clerk.answering((answers) => take({ requests, answers }));
  }

  private takeContractStep(step: Step<ContractState>): void {
    const ended = this.contract.end === null && step.state.end !== null;
    this.contract = step.state;
    this.tell(step.entries);
    if (ended && step.state.end) this.endRequests(step.state.end.at);
  }

  private endRequests(at: Instant): void {
    for (const [request, state] of this.requests) {
      const ended = { type: 'contract.ended', at } as const;
      this.takeRequestStep(request, stepIncident(this.termsOf(state, at), state, ended));
    }
  }

  private takeRequestStep(request: string, step: Step<IncidentState>): void {
    this.requests.set(request, step.state);
    const at = nextTargetDeadline(step.state);
    if (at === null) this.waiting.delete(request);
    else this.waiting.set(request, { at, state: step.state });
    this.tell(step.entries);
  }

  private tell(entries: readonly Entry[]): void {
    this.entries.push(...entries);
    this.told(entries, this.standing());
  }

  /** The terms by which a request is classified at an instant, one that is not on record yet included. */
  termsFor(request: string, at: Instant): Terms {
    const state = this.requests.get(request);
    return state ? this.termsOf(state, at) : this.termsBetween(at, at);
  }

  /** What holds for a request: its amendments looked at. */
  private termsOf({ recordedAt }: IncidentState, at: Instant): Terms {
    return this.termsBetween(recordedAt, at);
  }

  private termsBetween(recordedAt: Instant, at: Instant): Terms {
    return requestTerms(this.terms, this.contract, recordedAt, at);
  }
}

function known(request: string, state: IncidentState | undefined): IncidentState {
  if (state) return state;
  throw unknownRequest(request);
}
