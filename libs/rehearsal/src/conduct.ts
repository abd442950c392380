import { randomUUID } from 'node:crypto';
import { Clerk } from '#decisions/clerk';
import {
  type Answer,
  type Command,
  type IncidentCommand,
  type Limit,
  type Standpoint,
} from '#domain/command';
import { joinPath, type Fault } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { Contract } from '#persistence/entities/contract';
import { incidentsOf } from '#persistence/store';
import { type Addressee, sendAdvance, sendCommand } from '#temporal/dispatch';
import { contractText } from '#templates/contract-text';
import { loadTemplate } from '#templates/load';
import { withAmendments } from './amending.js';
import { rehearsalDocument, type RehearsalDocument, type Standing } from './document.js';
import { contractEvent, incidentCommand } from './events.js';
import { type ManualContract, moveRequests, type Stage } from './manual-clock.js';
import { outsideScenario } from './outside.js';
import { type PlacedEvent, type Scenario } from './scenario.js';
import { scenarioTerms } from './scenario-terms.js';

const CLIENT_ID = 'rehearsal';
const ACTOR = 'rehearsal';
const MOST_AT_ONCE = 24;

/**
 * The other driver of a scenario: the same workflows, database and documents as a live contract, under a manual clock.
 * The conductor alone orders them: requests go side by side between two instants of the contract, which waits for them.
 */
export async function conductScenario(
  stage: Stage,
  scenario: Scenario & { readonly until: Instant },
  terms: Terms,
): Promise<{ contract: string; document: RehearsalDocument } | { faults: readonly Fault[] }> {
  const conductor = new Conductor(stage, `R-${randomUUID()}`, terms);
  await conductor.sign(scenario);
  const { events, faults } = await withAmendments(scenario, terms, scenarioTerms);
  conductor.faults.push(...faults);
  for (const placed of events) {
    const outside = outsideScenario(terms, placed, scenario.until);
    if (outside) conductor.faults.push({ path: `events[${placed.index}].at`, ...outside });
    else await conductor.play(placed);
  }
  await conductor.advanceThrough(scenario.until);
  if (conductor.faults.length > 0) return { faults: conductor.faults };
  return {
    contract: conductor.contract,
    document: await rehearsalDocument(await conductor.standing(), scenario.until, new Clerk()),
  };
}

class Conductor {
  readonly faults: Fault[] = [];
  private readonly address: ManualContract;
  private contractNextAt: Instant | null = null;
  /** What each request is still doing; a request does one thing at a time. */
  private readonly busy = new Map<string, Promise<void>>();

  constructor(
    private readonly stage: Stage,
    readonly contract: string,
    private readonly terms: Terms,
  ) {
    this.address = { contract, clientId: CLIENT_ID };
  }

  /** Signing is done before the start, as in the simulator. */
  async sign(scenario: Scenario): Promise<void> {
    const at = this.terms.startsAt;
    const { terms, contract } = this;
    await this.tellContract({
      type: 'contract.draft',
      at,
      clientId: CLIENT_ID,
      clock: 'manual',
      parties: scenario.parties,
      terms,
      text: contractText(await loadTemplate(scenario.template), terms, scenario.parties),
    });
    await this.tellContract({ type: 'contract.sent', at, dueAt: at });
    for (const by of ['client', 'provider'] as const)
      await this.tellContract({ type: 'contract.signed', at, by, signer: contract });
    await this.moveContract({ until: at, stage: 'beforeEvents' });
  }

  async play(placed: PlacedEvent): Promise<void> {
    await this.advanceTo(placed.at);
    const { event, at } = placed;
    if ('request' in event && event.type !== 'miss.waived') return this.tellRequest(event.request, placed);
    await this.settleRequestsBefore(at);
    this.note(await this.tellContract(contractEvent(placed)), placed);
  }

  async advanceThrough(until: Instant): Promise<void> {
    await this.passContractDeadlines((at) => at <= until);
    await this.quiet();
    await moveRequests(this.stage, this.address, { until, stage: 'all' });
  }

  async standing(): Promise<Standing> {
    const em = this.stage.orm.em.fork();
    const row = await em.findOneOrFail(Contract, { id: this.contract });
    const requests = (await incidentsOf(em, this.contract)).map((incident) => incident.state);
    const inOrder = requests.toSorted((a, b) =>
      a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0,
    );
    return { terms: this.terms, contract: row.state, requests: inOrder };
  }

  /** Everything of the contract that comes before the events of an instant. */
  private async advanceTo(at: Instant): Promise<void> {
    await this.passContractDeadlines((deadlineAt) => deadlineAt < at);
    if (this.contractNextAt !== at) return;
    await this.settleRequestsBefore(at);
    await this.moveContract({ until: at, stage: 'beforeEvents' });
  }

  private async passContractDeadlines(isDue: (at: Instant) => boolean): Promise<void> {
    while (this.contractNextAt !== null && isDue(this.contractNextAt)) {
      const until = this.contractNextAt;
      await this.settleRequestsBefore(until);
      await this.moveContract({ until, stage: 'all' });
    }
  }

  /** A step of the contract looks at its requests: their deadlines before it must have passed. */
  private async settleRequestsBefore(at: Instant): Promise<void> {
    await this.quiet();
    await moveRequests(this.stage, this.address, { until: at, stage: 'beforeEvents' });
  }

  private async tellRequest(request: string, placed: PlacedEvent): Promise<void> {
    if (this.busy.size >= MOST_AT_ONCE) await Promise.race(this.busy.values());
    const before = this.busy.get(request) ?? Promise.resolve();
    const command = this.command(incidentCommand(placed));
    const done: Promise<void> = before
      .then(() => sendCommand(this.stage.client, this.requestAddress(request), command))
      .then((standpoint) => {
        this.note(standpoint.answer, placed);
        if (this.busy.get(request) === done) this.busy.delete(request);
      });
    this.busy.set(request, done);
  }

  private async quiet(): Promise<void> {
    await Promise.all(this.busy.values());
  }

  private async tellContract(body: Command['body']): Promise<Answer | null> {
    const standpoint = await sendCommand(this.stage.client, this.contractAddress(), this.command(body));
    this.contractNextAt = standpoint.nextAt;
    return standpoint.answer;
  }

  private async moveContract(limit: Limit): Promise<void> {
    const standpoint: Standpoint = await sendAdvance(this.stage.client, this.contractAddress(), limit);
    this.contractNextAt = standpoint.nextAt;
  }

  private note(answer: Answer | null, placed: PlacedEvent): void {
    if (answer?.kind !== 'refused') return;
    const { member, problem, allowed } = answer;
    this.faults.push({ path: joinPath(`events[${placed.index}]`, member), problem, allowed });
  }

  private command(body: Command['body'] | IncidentCommand): Command {
    return { id: randomUUID(), actor: ACTOR, body };
  }

  private contractAddress(): Addressee {
    return { ...this.address, owner: { kind: 'contract' }, clock: 'manual' };
  }

  private requestAddress(request: string): Addressee {
    return { ...this.address, owner: { kind: 'incident', request }, clock: 'manual' };
  }
}
