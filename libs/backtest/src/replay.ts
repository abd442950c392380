import { type Clerk } from '#decisions/clerk';
import { type IncidentCommand } from '#domain/command';
import {
  comesFirst,
  DEADLINE_RANK,
  EVENT_RANK,
  isBeforeLimit,
  nextContractDeadline,
  rankOf,
} from '#domain/contract/deadlines';
import { inForce, requestTerms } from '#domain/contract/amendments';
import { type ContractContext, type ContractDeadline, type ContractEvent } from '#domain/contract/events';
import { looksAtRequests } from '#domain/contract/needs';
import { fireContractDeadline, stepContract } from '#domain/contract/step';
import { annulmentsOf } from '#domain/contract/waivers';
import { type ContractState } from '#domain/contract/state';
import { type Step } from '#domain/entry';
import { correctIncident, type Correction } from '#domain/incident/correction';
import { type IncidentEvent } from '#domain/incident/events';
import { recordRequest, unknownRequest } from '#domain/incident/record';
import { type IncidentState } from '#domain/incident/state';
import { fireTargetDeadlines, stepIncident } from '#domain/incident/step';
import { Refusal } from '#domain/refusal';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { DeadlineQueue } from './deadline-queue.js';
import { type Reach, type RecordedFact } from './facts.js';

/** A contract and its requests as a replay left them. */
export interface ReplayedStanding {
  readonly terms: Terms;
  readonly contract: ContractState;
  readonly requests: readonly IncidentState[];
}

/**
 * A driver of the core that plays recorded facts under whatever terms, without any writing down: deadlines and facts in
 * the order of the law, requests classified anew, late facts set in their place and the misses that they undo annulled,
 * as the live driver does.
 */
export class Replay {
  private readonly requests = new DeadlineQueue();
  /** Worked out once for each state of the contract; undefined: not yet. */
  private contractDeadline: ContractDeadline | null | undefined;

  constructor(
    private readonly terms: Terms,
    private readonly clerk: Clerk,
    private contract: ContractState,
  ) {}

  /** When the contract ended; null while it runs. */
  get endedAt(): Instant | null {
    return this.contract.end?.at ?? null;
  }

  standing(): ReplayedStanding {
    return { terms: this.terms, contract: this.contract, requests: this.requests.all() };
  }

  /** Fires every deadline up to an instant. */
  async advance({ until, stage }: Reach): Promise<void> {
    const limit = { until, rank: stage === 'all' ? Infinity : EVENT_RANK };
    for (;;) {
      const deadline = this.nextOfContract();
      const due = this.requests.first();
      if (deadline && comesFirst(deadline, due?.at ?? null)) {
        if (!isBeforeLimit(deadline.at, rankOf(deadline), limit)) return;
        await this.stepContract(deadline.kind, (context) =>
          fireContractDeadline(this.terms, this.contract, deadline, context),
        );
      } else if (due) {
        if (!isBeforeLimit(due.at, DEADLINE_RANK, limit)) return;
        const terms = this.termsOf(due.state.recordedAt, due.at);
        const fired = fireTargetDeadlines(terms, due.state, { until: due.at, inclusive: true });
        this.requests.put(fired.state);
      } else return;
    }
  }

  /** Plays one fact; the deadlines before it are fired first. Throws a Refusal and changes nothing else then. */
  async play(fact: RecordedFact): Promise<void> {
    await this.advance({ until: fact.at, stage: fact.afterDeadlines ? 'all' : 'beforeEvents' });
    if (fact.owner === 'contract') await this.playContract(fact.event);
    else await this.playRequest(fact.request, fact.event, fact.lateReason);
  }

  private playContract(event: ContractEvent): Promise<void> {
    return this.stepContract(event.type, (context) =>
      stepContract(this.terms, this.contract, event, context),
    );
  }

  private async playRequest(
    request: string,
    command: IncidentCommand,
    lateReason: string | null,
  ): Promise<void> {
    const state = this.requests.get(request);
    const recordedAt = state?.recordedAt ?? command.at;
    const event = await this.classified(command, recordedAt);
    if (event.type === 'request.recorded') {
      const terms = this.termsOf(event.at, event.at);
      this.requests.put(recordRequest(terms, this.contract, request, state, event).state);
      return;
    }
    if (!state) throw unknownRequest(request);
    if (this.isLate(state, event)) await this.correct(state, event, lateReason);
    else this.requests.put(stepIncident(this.termsOf(state.recordedAt, event.at), state, event).state);
  }

  /** The priority is what the rules of these terms say of the severity that was recorded. */
  private async classified(
    command: IncidentCommand,
    recordedAt: Instant,
  ): Promise<Exclude<IncidentEvent, EndedWithContract>> {
    if (command.type !== 'request.recorded' && command.type !== 'request.reclassified') return command;
    return {
      ...command,
      classification: await this.clerk.classify(this.termsOf(recordedAt, command.at), command.severity),
    };
  }

  /** Before what is accounted for: an earlier fact, a deadline that has passed, or a month that has closed. */
  private isLate(state: IncidentState, event: IncidentEvent): boolean {
    const closedAt = this.contract.closedMonths.at(-1)?.closedAt;
    return event.at < state.through || (closedAt !== undefined && event.at < closedAt);
  }

  private async correct(
    state: IncidentState,
    event: Exclude<IncidentEvent, { type: 'request.recorded' | 'contract.ended' }>,
    lateReason: string | null,
  ): Promise<void> {
    if (lateReason === null)
      throw new Refusal(
        'lateFact',
        'at',
        `${event.at} lies before what is accounted for already`,
        'allowed: with lateReason, which says why it comes late',
      );
    const terms = this.termsOf(state.recordedAt, event.at);
    const correction = correctIncident(terms, state, event, lateReason);
    this.requests.put(correction.state);
    await this.annul(correction, lateReason);
  }

  private async annul(correction: Correction, reason: string): Promise<void> {
    for (const event of annulmentsOf(this.contract, correction, reason)) await this.playContract(event);
  }

  private termsOf(recordedAt: Instant, at: Instant): Terms {
    return requestTerms(this.terms, this.contract, recordedAt, at);
  }

  private nextOfContract(): ContractDeadline | null {
    if (this.contractDeadline === undefined)
      this.contractDeadline = nextContractDeadline(this.terms, this.contract);
    return this.contractDeadline;
  }

  /** A step of the contract, with what the rules say of it; its requests are looked at where the step needs them. */
  private async stepContract(
    trigger: ContractDeadline['kind'] | ContractEvent['type'],
    take: (context: ContractContext) => Step<ContractState>,
  ): Promise<void> {
    const requests =
      trigger !== 'miss.annulled' && looksAtRequests(inForce(this.terms, this.contract), trigger)
        ? this.requests.all()
        : [];
    const step = await this.clerk.answering((answers) => take({ requests, answers }));
    const ended = this.contract.end === null && step.state.end !== null;
    this.contract = step.state;
    this.contractDeadline = undefined;
    if (ended && step.state.end) this.endRequests(step.state.end.at);
  }

  private endRequests(at: Instant): void {
    for (const state of this.requests.all()) {
      const terms = this.termsOf(state.recordedAt, at);
      this.requests.put(stepIncident(terms, state, { type: 'contract.ended', at }).state);
    }
  }
}

type EndedWithContract = Extract<IncidentEvent, { type: 'contract.ended' }>;
