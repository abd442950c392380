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
      : await this.tell(contractEvent(placed));
    if (answer?.kind !== 'applied')
      throw new Error(`${event.type} at ${at} was not applied: ${JSON.stringify(answer)}`);
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
    return rehearsalDocument({ terms: this.terms, contract, requests }, until, new Clerk());
  }

  private send(owner: Addressee['owner'], told: Command): Promise<Standpoint> {
    return sendCommand(
      this.engine.client,
      { contract: this.id, owner, clock: 'real', clientId: 'C-SAMPLE' },
      told,
    );
  }
}

/**
 * Plays the events of several contracts on one line of time, each when its instant has come. Those of one instant are
 * told at once, as by many people; those of one request, or of a contract itself, in their order.
 */
export async function playTogether(
  time: SkippedTime,
  parts: readonly { readonly contract: LiveContract; readonly events: readonly PlacedEvent[] }[],
): Promise<void> {
  const all = parts.flatMap(({ contract, events }) => events.map((placed) => ({ contract, placed })));
  const instants = Map.groupBy(all, ({ placed }) => placed.at);
  for (const at of [...instants.keys()].toSorted()) {
    await time.skipTo(at);
    const owners = Map.groupBy(instants.get(at) ?? [], ({ contract, placed }) => ownerOf(contract, placed));
    await Promise.all(
      [...owners.values()].map(async (told) => {
        for (const { contract, placed } of told) await contract.play(placed);
      }),
    );
  }
}

function ownerOf(contract: LiveContract, { event }: PlacedEvent): string {
  return 'request' in event && event.type !== 'miss.waived' ? `${contract.id}/${event.request}` : contract.id;
}
