import { type EntityManager } from '@mikro-orm/postgresql';
import { contentHash } from '#decisions/hash';
import {
  type Answer,
  type Command,
  type DraftContract,
  type Limit,
  type Standpoint,
  type Turn,
} from '#domain/command';
import { inForce, requestTerms } from '#domain/contract/amendments';
import { EVENT_RANK, nextContractDeadline, rankOf } from '#domain/contract/deadlines';
import { type ContractContext, type ContractDeadline, type ContractEvent } from '#domain/contract/events';
import { looksAtRequests } from '#domain/contract/needs';
import { draftContract } from '#domain/contract/draft';
import { fireContractDeadline, stepContract } from '#domain/contract/step';
import { type ContractState } from '#domain/contract/state';
import { type Json, type Step } from '#domain/entry';
import { Refusal } from '#domain/refusal';
import { type Terms } from '#domain/terms';
import { later, type Instant } from '#domain/time/instant';
import { Contract, type ContractRow } from '#persistence/entities/contract';
import { type IncidentRow } from '#persistence/entities/incident';
import { openLedger, type LedgerLine } from '#persistence/ledger';
import { answered, incidentsOf, lockContract, takeCommand } from '#persistence/store';
import { SYSTEM, writeContractStep } from './contract-step.js';
import { checkVersion } from './precondition.js';
import { type Bench } from './executor.js';
import { endIncident } from './incident-turn.js';
import { toldInTime } from './told-in-time.js';
import { alreadyDrafted, contractStandpoint, nowhere, refusedAnswer, unknownContract } from './standpoint.js';

/** A turn of a contract itself: see `Executor`. */
export async function takeContractTurn(em: EntityManager, bench: Bench, turn: Turn): Promise<Standpoint> {
  const { contract: id, command } = turn;
  const stored = command && (await takeCommand(em, id, 'contract', command, turn.now));
  const row = await lockContract(em, id);
  if (stored?.answer) return standing(row, stored.answer as Answer);
  if (stored && command.body.type === 'contract.draft') {
    if (row) return standing(row, answered(stored, alreadyDrafted(id)));
    const desk = await ContractDesk.drafting(em, bench, turn, command, command.body);
    return desk.standpoint(answered(stored, desk.answer));
  }
  if (!row) return nowhere(stored && answered(stored, unknownContract(id)));
  const desk = new ContractDesk(em, bench, row, await bench.shelf.of(em, id), turn.now);
  await desk.fireDeadlines(turn.limit);
  if (!stored || desk.blocked) return desk.standpoint(null);
  const answer = await desk.carryOut(toldInTime(command, stored));
  return desk.standpoint(answer && answered(stored, answer));
}

/** The contract of one transaction, with what was written so far. */
class ContractDesk {
  blocked = false;
  answer: Answer = { kind: 'applied', sequence: 0 };
  private readonly lines: LedgerLine[] = [];
  private readonly endedRequests: string[] = [];

  constructor(
    private readonly em: EntityManager,
    private readonly bench: Bench,
    private readonly row: ContractRow,
    private readonly terms: Terms,
    private readonly now: Instant,
  ) {}

  static async drafting(
    em: EntityManager,
    bench: Bench,
    turn: Turn,
    command: Command,
    draft: DraftContract,
  ): Promise<ContractDesk> {
    const id = turn.contract;
    const { terms } = draft;
    const step = draftContract(terms, id, draft.at, { renews: draft.renews ?? null });
    const row = em.create(Contract, {
      id,
      clientId: draft.clientId,
      templateId: terms.template.id,
      templateVersion: terms.template.version,
      templateHash: terms.template.hash,
      clock: draft.clock,
      parties: draft.parties,
      terms,
      text: draft.text,
      termsHash: contentHash(terms),
      state: step.state,
      status: step.state.status,
      version: 0,
      nextAt: null,
      nextRank: null,
      createdAt: turn.now,
    });
    await openLedger(em, id);
    const desk = new ContractDesk(em, bench, row, terms, turn.now);
    await desk.take(step, command.actor, draft as unknown as Json);
    desk.answer = { kind: 'applied', sequence: 1 };
    return desk;
  }

  /** Fires what is due by the limit, in order; stops where a month cannot close yet. */
  async fireDeadlines(limit: Limit): Promise<void> {
    for (;;) {
      const deadline = nextContractDeadline(this.terms, this.row.state);
      if (deadline === null || !isWithin(deadline, limit)) return;
      const looks = looksAtRequests(inForce(this.terms, this.row.state), deadline.kind);
      const requests = looks ? await incidentsOf(this.em, this.row.id, true) : [];
      if (requests.some((request) => isUndecidedBefore(request, deadline.at))) {
        this.blocked = true;
        return;
      }
      const step = await this.answered(requests, (context) =>
        fireContractDeadline(this.terms, this.row.state, deadline, context),
      );
      await this.take(step, SYSTEM, null, requests);
    }
  }

  /**
   * Carries a command out, or refuses it and changes nothing. Null where it has to wait: what looks at the requests
   * comes after the deadlines of theirs that lie before it.
   */
  async carryOut(command: Command): Promise<Answer | null> {
    const event = inTime(command.body as ContractEvent, this.row.state.through, command.lateReason);
    const looks = looksAtRequests(inForce(this.terms, this.row.state), event.type);
    const requests = looks ? await incidentsOf(this.em, this.row.id, true) : [];
    this.blocked = requests.some((request) => isUndecidedBefore(request, event.at));
    if (this.blocked) return null;
    try {
      checkVersion(command, this.row.version);
      const step = await this.answered(requests, (context) =>
        stepContract(this.terms, this.row.state, event, context),
      );
      const written = await this.take(step, command.actor, { ...event } as Json, requests);
      return { kind: 'applied', sequence: written };
    } catch (error) {
      if (error instanceof Refusal) return refusedAnswer(error);
      throw error;
    }
  }

  standpoint(answer: Answer | null): Standpoint {
    const { lines, blocked, endedRequests } = this;
    return contractStandpoint(this.row, { lines, blocked, endedRequests, answer });
  }

  /** A step of the contract, with what the rules say of it. */
  private answered(
    requests: readonly IncidentRow[],
    take: (context: ContractContext) => Step<ContractState>,
  ): Promise<Step<ContractState>> {
    const states = requests.map((request) => request.state);
    return this.bench.clerk.answering((answers) => take({ requests: states, answers }));
  }

  /** Takes a step into the row and the ledger; when it ended the contract, its requests end with it. */
  private async take(
    step: Step<ContractState>,
    actor: string,
    event: Json | null,
    requests: readonly IncidentRow[] = [],
  ): Promise<number> {
    const ended = this.row.state.end === null && step.state.end !== null;
    const cause = { actor, event, now: this.now };
    const written = await writeContractStep(this.em, this.row, this.terms, step, cause);
    this.lines.push(...written);
    if (ended && step.state.end) await this.endRequests(requests, step.state.end.at);
    return written.at(-1)?.sequence ?? 0;
  }

  private async endRequests(requests: readonly IncidentRow[], at: Instant): Promise<void> {
    for (const request of requests) {
      const terms = requestTerms(this.terms, this.row.state, request.state.recordedAt, at);
      this.lines.push(...(await endIncident(this.em, terms, request, at, this.now)));
      this.endedRequests.push(request.request);
    }
  }
}

/**
 * A payment or a report told late, with a reason, is taken now and counts from when it was. A document is told of when
 * it is made, which never comes too late.
 */
function inTime(event: ContractEvent, through: Instant, lateReason: string | undefined): ContractEvent {
  if (event.type === 'documents.issued') return { ...event, at: later(event.at, through) };
  if (lateReason === undefined || event.at >= through) return event;
  // A signature or a notice that was told at once and delivered later: it comes behind what was accounted for since.
  if (event.type !== 'payment.received' && event.type !== 'report.submitted')
    return { ...event, at: through };
  return { ...event, at: through, late: { countsAt: event.at, reason: lateReason } };
}

function standing(row: ContractRow | null, answer: Answer): Standpoint {
  return row ? contractStandpoint(row, { lines: [], answer }) : nowhere(answer);
}

function isWithin(deadline: ContractDeadline, limit: Limit): boolean {
  if (deadline.at !== limit.until) return deadline.at < limit.until;
  return limit.stage === 'all' || rankOf(deadline) < EVENT_RANK;
}

function isUndecidedBefore(request: IncidentRow, at: Instant): boolean {
  return request.nextAt !== null && request.nextAt !== undefined && request.nextAt < at;
}
