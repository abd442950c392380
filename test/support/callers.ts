import { type Command, type Standpoint } from '#domain/command';
import { type Terms } from '#domain/terms';
import { verifyContract } from '#execution/verify';
import { Command as StoredCommand } from '#persistence/entities/command';
import { readLedger } from '#persistence/ledger';
import { type Addressee, sendAdvance, sendCommand } from '#temporal/dispatch';
import { command, draftOf, freshName } from './contracts.js';
import { type Engine } from './engine.js';

/** People who tell a rehearsal's contract and its requests things, and wait for their answers. */
export class Callers {
  readonly contract = freshName('C');
  /** The answers so far, each by the id of its command. */
  readonly answers = new Map<string, Standpoint['answer']>();

  constructor(
    private readonly engine: Engine,
    readonly terms: Terms,
  ) {}

  /** Drafts and signs the contract and moves its clock to the first instant of the term. */
  async begin(): Promise<void> {
    const at = this.terms.startsAt;
    await this.tell(null, draftOf(this.terms, 'manual', at));
    await this.tell(null, { type: 'contract.sent', at, dueAt: at });
    await this.tell(null, { type: 'contract.signed', at, by: 'client', signer: 'a' });
    await this.tell(null, { type: 'contract.signed', at, by: 'provider', signer: 'b' });
    await sendAdvance(this.engine.client, this.addressOf(null), { until: at, stage: 'all' });
  }

  /** Tells a request, or with null the contract. Answers once it was carried out or refused. */
  async tell(request: string | null, body: Command['body']): Promise<Standpoint> {
    const told = command(body);
    const standpoint = await sendCommand(this.engine.client, this.addressOf(request), told);
    this.answers.set(told.id, standpoint.answer);
    return standpoint;
  }

  async lines(): Promise<{ kind: string; owner: string }[]> {
    return readLedger(this.engine.orm.em.fork(), this.contract);
  }

  /** What is wrong: answers that are none, commands without an answer, faults of the ledger or the read model. */
  async complaints(): Promise<string[]> {
    const em = this.engine.orm.em.fork();
    const unanswered = [...this.answers].filter(([, answer]) => answer?.kind !== 'applied');
    const waiting = await em.find(StoredCommand, { contractId: this.contract, status: { $ne: 'applied' } });
    const { faults } = await verifyContract(em, this.contract);
    return [
      ...unanswered.map(([id, answer]) => `${id}: ${JSON.stringify(answer)}`),
      ...waiting.map((row) => `the command ${row.id} is ${row.status}`),
      ...faults,
    ];
  }

  private addressOf(request: string | null): Addressee {
    const owner =
      request === null ? ({ kind: 'contract' } as const) : ({ kind: 'incident', request } as const);
    return { contract: this.contract, owner, clock: 'manual', clientId: 'C-SAMPLE' };
  }
}
