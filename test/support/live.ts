import { randomUUID } from 'node:crypto';
import { Clerk } from '#decisions/clerk';
import { type Command, type Standpoint } from '#domain/command';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { verifyContract } from '#execution/verify';
import { Contract, type ContractRow } from '#persistence/entities/contract';
import { type LedgerEntryRow } from '#persistence/entities/ledger-entry';
import { readLedger } from '#persistence/ledger';
import { incidentsOf } from '#persistence/store';
import { rehearsalDocument, type RehearsalDocument } from '#rehearsal/document';
import { contractEvent, incidentCommand } from '#rehearsal/events';
import { type PlacedEvent } from '#rehearsal/scenario';
import { type Addressee, sendCommand } from '#temporal/dispatch';
import { command, draftOf, freshName } from './contracts.js';
import { type Engine } from './engine.js';
import { type SkippedTime } from './time-skipping.js';

/** A contract by its workflows on a real clock: its deadlines pass by timers alone. */
export class LiveContract {
  readonly id = freshName('L');

  constructor(
    private readonly engine: Engine,
    readonly terms: Terms,
  ) {}

  /** Drafts it, sends it for signing up to an instant, and signs it for both. */
  async sign(at: Instant, dueAt: Instant): Promise<void> {
    await this.draftAndSend(at, dueAt);
    await this.tell({ type: 'contract.signed', at, by: 'client', signer: 'Wang' });
    await this.tell({ type: 'contract.signed', at, by: 'provider', signer: 'Li' });
  }

  async draftAndSend(at: Instant, dueAt: Instant): Promise<void> {
    await this.tell(draftOf(this.terms, 'real', at));
    await this.tell({ type: 'contract.sent', at, dueAt });
  }

  tell(body: Command['body'], id = randomUUID()): Promise<Standpoint> {
    return this.send({ kind: 'contract' }, command(body, { id }));
  }

  tellRequest(request: string, body: Command['body'], id = randomUUID()): Promise<Standpoint> {
    return this.send({ kind: 'incident', request }, command(body, { id }));
  }

  /** Tells an event of a scenario, as the conductor of a rehearsal would. Throws when the contract refuses it. */
  async play(placed: PlacedEvent): Promise<void> {
    const { event, at } = placed;
    const ofRequest = 'request' in event && event.type !== 'miss.waived';
    const { answer } = ofRequest
      ? await this.tellRequest(event.request, incidentCommand(placed))
      : await this.tell(contractEvent(event, at));
    if (answer?.kind !== 'applied')
      throw new Error(`${event.type} at ${at} was not applied: ${JSON.stringify(answer)}`);
  }

  async trace(): Promise<string> {
    const row = await this.row();
    const l = (await this.ledger()).slice(-8).map((x) => x.kind + '@' + x.at + '/' + x.recordedAt);
    const h = await this.engine.client.workflow.getHandle('contract/' + this.id).fetchHistory();
    return JSON.stringify([row.status, row.nextAt, l, h.events?.length, h.events?.slice(-12).map((e) => JSON.stringify(e).slice(0, 300))], null, 1);
  }
  row(): Promise<ContractRow> {
    return this.engine.orm.em.fork().findOneOrFail(Contract, { id: this.id });
  }

  ledger(): Promise<LedgerEntryRow[]> {
    return readLedger(this.engine.orm.em.fork(), this.id);
  }

  async faults(): Promise<readonly string[]> {
    return (await verifyContract(this.engine.orm.em.fork(), this.id)).faults;
  }

  /** The document of a rehearsal, made of what stands in the database. */
  async document(until: Instant): Promise<RehearsalDocument> {
    const contract = (await this.row()).state;
    const rows = await incidentsOf(this.engine.orm.em.fork(), this.id);
    const requests = rows.map((row) => row.state);
    const penalties = await new Clerk().penalties(this.terms, contract, requests);
    return rehearsalDocument({ terms: this.terms, contract, requests, penalties }, until);
  }

  private send(owner: Addressee['owner'], told: Command): Promise<Standpoint> {
    return sendCommand(
      this.engine.client,
      { contract: this.id, owner, clock: 'real', clientId: 'C-SAMPLE' },
      told,
    );
  }
}

/** Plays the events of several contracts on one line of time, each when its instant has come. */
export async function playTogether(
  time: SkippedTime,
  parts: readonly { readonly contract: LiveContract; readonly events: readonly PlacedEvent[] }[],
): Promise<void> {
  const all = parts.flatMap(({ contract, events }) => events.map((placed) => ({ contract, placed })));
  // A stable sort: events of one instant stay in their order.
  all.sort((a, b) => (a.placed.at < b.placed.at ? -1 : a.placed.at > b.placed.at ? 1 : 0));
  for (const { contract, placed } of all) {
    process.stderr.write(`TRACE ${Date.now() % 1000000} ${placed.at} ${placed.event.type} now=${await time.now()}\n`);
    await Promise.race([time.skipTo(placed.at), new Promise((r) => setTimeout(r, 12000))]);
    process.stderr.write(`TRACE skipped now=${await time.now()}\n`);
    if ((await time.now()) < placed.at) { for (const p of parts) process.stderr.write('TRACE ' + (await p.contract.trace()) + '\n'); throw new Error('x'); }
    await contract.play(placed);
  }
}
