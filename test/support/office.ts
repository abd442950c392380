import { type EntityManager, type MikroORM } from '@mikro-orm/postgresql';
import { type Command, type Limit, limitBefore, type Owner, type Standpoint } from '#domain/command';
import { type ContractState } from '#domain/contract/state';
import { type IncidentState } from '#domain/incident/state';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { Executor } from '#execution/executor';
import { verifyContract, type Verification } from '#execution/verify';
import { Contract, type ContractRow } from '#persistence/entities/contract';
import { Incident, type IncidentRow } from '#persistence/entities/incident';
import { type LedgerEntryRow } from '#persistence/entities/ledger-entry';
import { readLedger } from '#persistence/ledger';
import { incidentsOf } from '#persistence/store';
import { command, draftOf, freshName } from './contracts.js';

interface Telling {
  readonly id?: string;
  readonly lateReason?: string;
  /** The time of day of the turn; the instant of what is told, unless given. */
  readonly now?: Instant;
}

/** One contract, told things turn by turn without any workflow: the tester orders the turns. */
export class Office {
  readonly executor: Executor;

  constructor(
    readonly orm: MikroORM,
    readonly terms: Terms,
    readonly contract = freshName('C'),
  ) {
    this.executor = new Executor(orm);
  }

  /** A contract that is active from the first instant of its term. */
  static async opened(orm: MikroORM, terms: Terms): Promise<Office> {
    const office = await Office.signed(orm, terms, 'manual');
    await office.moveContract({ until: terms.startsAt, stage: 'all' });
    return office;
  }

  /** A contract that both parties have signed, and that has not become active yet. */
  static async signed(orm: MikroORM, terms: Terms, clock: 'real' | 'manual'): Promise<Office> {
    const office = new Office(orm, terms);
    const at = terms.startsAt;
    await office.tell(draftOf(terms, clock, at));
    await office.tell({ type: 'contract.sent', at, dueAt: at });
    await office.tell({ type: 'contract.signed', at, by: 'client', signer: 'a' });
    await office.tell({ type: 'contract.signed', at, by: 'provider', signer: 'b' });
    return office;
  }

  /** Tells the contract something. */
  tell(body: Command['body'], telling: Telling = {}): Promise<Standpoint> {
    return this.carryOut({ kind: 'contract' }, body, telling);
  }

  /** Tells a request of the contract something. */
  tellRequest(request: string, body: Command['body'], telling: Telling = {}): Promise<Standpoint> {
    return this.carryOut({ kind: 'incident', request }, body, telling);
  }

  moveContract(limit: Limit, now = limit.until): Promise<Standpoint> {
    const owner: Owner = { kind: 'contract' };
    return this.executor.take({ contract: this.contract, owner, now, limit, command: null });
  }

  moveRequest(request: string, limit: Limit): Promise<Standpoint> {
    const owner: Owner = { kind: 'incident', request };
    return this.executor.take({ contract: this.contract, owner, now: limit.until, limit, command: null });
  }

  /** Moves everything through an instant in the order of the law. Gives where the contract stands. */
  async moveThrough(until: Instant): Promise<Standpoint> {
    for (;;) {
      const { nextAt } = await this.row();
      if (nextAt == null || nextAt > until) break;
      await this.moveRequests({ until: nextAt, stage: 'beforeEvents' });
      await this.moveContract({ until: nextAt, stage: 'all' });
    }
    await this.moveRequests({ until, stage: 'all' });
    return this.moveContract({ until, stage: 'all' });
  }

  async row(): Promise<ContractRow> {
    return this.em().findOneOrFail(Contract, { id: this.contract });
  }

  async requestRow(request: string): Promise<IncidentRow> {
    return this.em().findOneOrFail(Incident, { contractId: this.contract, request });
  }

  async state(): Promise<ContractState> {
    return (await this.row()).state;
  }

  async requestState(request: string): Promise<IncidentState> {
    return (await this.requestRow(request)).state;
  }

  ledger(): Promise<LedgerEntryRow[]> {
    return readLedger(this.em(), this.contract);
  }

  /** `kind@instant` of every line from a sequence on. */
  async linesAfter(sequence: number): Promise<string[]> {
    const lines = await readLedger(this.em(), this.contract, sequence);
    return lines.map(({ kind, at }) => `${kind}@${at}`);
  }

  verify(): Promise<Verification> {
    return verifyContract(this.em(), this.contract);
  }

  em(): EntityManager {
    return this.orm.em.fork();
  }

  private carryOut(owner: Owner, body: Command['body'], { now, ...rest }: Telling): Promise<Standpoint> {
    const told = command(body, rest);
    const turn = { contract: this.contract, owner, now: now ?? body.at, limit: limitBefore(told) };
    return this.executor.take({ ...turn, command: told });
  }

  private async moveRequests(limit: Limit): Promise<void> {
    for (const { request, nextAt } of await incidentsOf(this.em(), this.contract)) {
      if (nextAt != null && nextAt <= limit.until) await this.moveRequest(request, limit);
    }
  }
}
