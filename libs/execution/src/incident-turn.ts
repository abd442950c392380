import { type EntityManager } from '@mikro-orm/postgresql';
import {
  type Answer,
  type Command,
  type IncidentCommand,
  ownerName,
  type Limit,
  type Standpoint,
  type Turn,
} from '#domain/command';
import { requestTerms } from '#domain/contract/amendments';
import { type IncidentEvent } from '#domain/incident/events';
import { correctIncident } from '#domain/incident/correction';
import { recordRequest } from '#domain/incident/record';
import { fireTargetDeadlines, stepIncident } from '#domain/incident/step';
import { nextTargetDeadline, type IncidentState } from '#domain/incident/state';
import { type Json, type Step } from '#domain/entry';
import { Refusal } from '#domain/refusal';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { Incident, type IncidentRow } from '#persistence/entities/incident';
import { type CommandRow } from '#persistence/entities/command';
import { type ContractRow } from '#persistence/entities/contract';
import { appendToLedger, type LedgerLine } from '#persistence/ledger';
import {
  answered,
  lockContract,
  lockIncident,
  shareContract,
  takeCommand,
  updateIncident,
} from '#persistence/store';
import { SYSTEM } from './contract-step.js';
import { annulInAccount } from './annulment.js';
import { type Bench } from './executor.js';
import { checkVersion } from './precondition.js';
import { recordRequestReceipts } from './record-receipts.js';
import { inOrder, toldInTimeOfRequest } from './told-in-time.js';
import { incidentStandpoint, nowhere, type Outcome, refusedAnswer, unknownContract } from './standpoint.js';

/** A turn of one request of a contract: see `Executor`. */
export async function takeIncidentTurn(
  em: EntityManager,
  bench: Bench,
  turn: Turn,
  request: string,
): Promise<Standpoint> {
  const { contract: id, command } = turn;
  const stored = command && (await takeCommand(em, id, ownerName(turn.owner), command, turn.now));
  const told = stored && toldInTimeOfRequest(command, stored, turn.now);
  const contract = await (told?.lateReason ? lockContract(em, id) : shareContract(em, id));
  if (!contract) return nowhere(stored && answered(stored, unknownContract(id)));
  const row = await lockIncident(em, id, request);
  if (stored?.answer) return standing(row, { lines: [], answer: stored.answer as Answer });
  const desk = new IncidentDesk(em, bench, contract, request, row, await bench.shelf.of(em, id), turn.now);
  await desk.fireDeadlines(turn.limit);
  if (!stored || !told) return desk.standpoint(null);
  if (desk.awaitsContract(told.body.at)) return desk.standpoint(null, true);
  return desk.standpoint(answered(stored, await desk.carryOut(told, stored)));
}

/** Ends a request with its contract, in the transaction of the contract's end. */
export async function endIncident(
  em: EntityManager,
  terms: Terms,
  row: IncidentRow,
  at: Instant,
  now: Instant,
): Promise<LedgerLine[]> {
  const event = { type: 'contract.ended', at } as const;
  return write(em, now, terms, row, stepIncident(terms, row.state, event), SYSTEM, { ...event });
}

class IncidentDesk {
  private readonly lines: LedgerLine[] = [];

  constructor(
    private readonly em: EntityManager,
    private readonly bench: Bench,
    private readonly contract: ContractRow,
    private readonly request: string,
    private row: IncidentRow | null,
    private readonly terms: Terms,
    private readonly now: Instant,
  ) {}

  async fireDeadlines(limit: Limit): Promise<void> {
    for (;;) {
      const at = this.row && nextTargetDeadline(this.row.state);
      if (!this.row || at === null || !isWithin(at, limit)) return;
      await this.take(
        fireTargetDeadlines(this.termsAt(at), this.row.state, { until: at, inclusive: true }),
        SYSTEM,
        null,
      );
    }
  }

  async carryOut(told: Command, stored: CommandRow): Promise<Answer> {
    try {
      checkVersion(told, this.row?.version ?? 0);
      const command = this.row ? inOrder(told, stored, this.now, this.row.state.through) : told;
      const event = await this.classified(command.body as IncidentCommand);
      if (this.row && this.isLate(event)) return await this.correct(this.row, event, command);
      const written = await this.take(this.step(event), command.actor, event as unknown as Json);
      return { kind: 'applied', sequence: written };
    } catch (error) {
      if (error instanceof Refusal) return refusedAnswer(error);
      throw error;
    }
  }

  standpoint(answer: Answer | null, blocked = false): Standpoint {
    return standing(this.row, { lines: this.lines, answer, blocked });
  }

  /**
   * Whether the contract begins or ends before an event of the request, and its own turn for that is still to come: on
   * a real clock turns are spread over some seconds. A manual clock is moved before the event.
   */
  awaitsContract(at: Instant): boolean {
    if (this.contract.clock === 'manual') return false;
    const { status, signedAt, earlyEndAt } = this.contract.state;
    const { startsAt, endsAt } = this.terms;
    if (status === 'signed') return startsAt <= at && signedAt !== null && signedAt <= at;
    return status === 'active' && (earlyEndAt ?? endsAt) <= at;
  }

  private step(event: IncidentEvent): Step<IncidentState> {
    if (event.type === 'request.recorded') {
      return recordRequest(this.termsAt(event.at), this.contract.state, this.request, this.row?.state, event);
    }
    if (!this.row)
      throw new Refusal(
        'unknownRequest',
        'request',
        `there is no request ${this.request}`,
        'allowed: a request that was recorded before',
      );
    return stepIncident(this.termsAt(event.at), this.row.state, event);
  }

  /** Before what is accounted for: an earlier fact, a deadline that has fired, or a month that has closed. */
  private isLate(event: IncidentEvent): boolean {
    const closedAt = this.contract.state.closedMonths.at(-1)?.closedAt;
    return (
      this.row !== null &&
      (event.at < this.row.state.through || (closedAt !== undefined && event.at < closedAt))
    );
  }

  /** A late fact needs a reason; misses that it annuls are annulled in the contract's account in the same transaction. */
  private async correct(row: IncidentRow, event: IncidentEvent, command: Command): Promise<Answer> {
    const { lateReason } = command;
    if (event.type === 'request.recorded' || event.type === 'contract.ended')
      throw lateRefusal(event.at, 'allowed: now');
    if (lateReason === undefined)
      throw lateRefusal(event.at, 'allowed: with lateReason, which says why it comes late');
    const correction = correctIncident(this.termsAt(event.at), row.state, event, lateReason);
    const written = await this.take(correction, command.actor, { ...event, lateReason } as unknown as Json);
    this.lines.push(
      ...(await annulInAccount(
        this.em,
        this.contract,
        this.terms,
        correction,
        lateReason,
        this.now,
        this.bench.clerk,
      )),
    );
    return { kind: 'applied', sequence: written };
  }

  /** The priority is the rules' to say: they are asked here, and their receipt goes into the ledger. */
  private async classified(body: IncidentCommand): Promise<IncidentEvent> {
    if (body.type !== 'request.recorded' && body.type !== 'request.reclassified') return body;
    return { ...body, classification: await this.bench.clerk.classify(this.termsAt(body.at), body.severity) };
  }

  /** What holds for the request at an instant: the contract's amendments looked at. */
  private termsAt(at: Instant): Terms {
    return requestTerms(this.terms, this.contract.state, this.row?.state.recordedAt ?? at, at);
  }

  private async take(step: Step<IncidentState>, actor: string, event: Json | null): Promise<number> {
    this.row ??= blankRow(this.em, this.contract.id, step.state);
    const terms = this.termsAt(step.entries[0]?.at ?? step.state.through);
    const written = await write(this.em, this.now, terms, this.row, step, actor, event);
    this.lines.push(...written);
    return written.at(-1)?.sequence ?? 0;
  }
}

function lateRefusal(at: Instant, allowed: string): Refusal {
  return new Refusal('lateFact', 'at', `${at} lies before what is accounted for already`, allowed);
}

async function write(
  em: EntityManager,
  now: Instant,
  terms: Terms,
  row: IncidentRow,
  step: Step<IncidentState>,
  actor: string,
  event: Json | null,
): Promise<LedgerLine[]> {
  const isNew = row.version === 0;
  const before = isNew ? null : row.state;
  updateIncident(row, step.state, nextTargetDeadline(step.state));
  const common = {
    contractId: row.contractId,
    owner: ownerName({ kind: 'incident', request: row.request }),
    ownerVersion: row.version,
    recordedAt: now,
  };
  const written = await appendToLedger(em, { ...common, actor, entries: step.entries, event });
  // The first line's place in the ledger orders the contract's requests: no counter of their own is needed.
  if (isNew) {
    row.ordinal = written[0]?.sequence ?? 0;
    em.persist(row);
  }
  const { contractId: contract, request } = row;
  await recordRequestReceipts(em, { contract, terms, before, after: step.state, lines: written }, request);
  return written;
}

function blankRow(em: EntityManager, contractId: string, state: IncidentState): IncidentRow {
  const { request, status, priority, recordedAt } = state;
  return em.create(
    Incident,
    { contractId, request, ordinal: 0, state, status, priority, recordedAt, version: 0, nextAt: null },
    { persist: false },
  );
}

function standing(row: IncidentRow | null, outcome: Outcome): Standpoint {
  return row
    ? incidentStandpoint(row, outcome)
    : { ...nowhere(outcome.answer), blocked: outcome.blocked ?? false };
}

function isWithin(at: Instant, limit: Limit): boolean {
  return at < limit.until || (at === limit.until && limit.stage === 'all');
}
