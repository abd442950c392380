import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type z } from 'zod';
import { type ContractEvent, type SigningRequest } from '#domain/contract/events';
import { signingDueAt } from '#domain/contract/schedule';
import { sendContract } from '#domain/contract/signing';
import { textOf } from '#persistence/queries/contracts';
import { type WriteCall } from '../access/call.js';
import { WritePath } from '../commands/write-path.js';
import { commandAt, ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import { type sendBody } from '../contracts/contract-schemas.js';
import { ContractsService } from '../contracts/contracts.service.js';
import { allowed } from '../http/allowed.js';
import { Reply } from '../http/reply.js';
import { ESIGN_SERVICE, type ESignService } from './esign-service.js';
import { signingWish, UNKNOWN_HASH } from './signing-wish.js';
import { SIGNABLE_DOCUMENTS, type SignableDocuments, storeSignable } from './signable-documents.js';

type Wanted = z.infer<typeof sendBody>;
type Sent = Extract<ContractEvent, { type: 'contract.sent' }>;

/** Sends contracts for signing: the document first, then the command that names it by its hash. */
@Injectable()
export class Sendings {
  constructor(
    private readonly reader: ContractReader,
    private readonly writes: WritePath,
    private readonly contracts: ContractsService,
    @Inject(SIGNABLE_DOCUMENTS) private readonly documents: SignableDocuments,
    @Inject(ESIGN_SERVICE) private readonly service: ESignService,
  ) {}

  send(call: WriteCall, contract: string, wanted: Wanted): Promise<Reply> {
    return this.writes.write(
      call,
      async (em) => {
        const known = await this.reader.get(contract, em);
        const body = await this.sent(em, known, wanted, call.caller.name);
        return { contract, owner: { kind: 'contract' }, body };
      },
      async () => {
        await this.hand(contract);
        return new Reply(200, await this.contracts.show(contract));
      },
    );
  }

  private async hand(contract: string): Promise<void> {
    const { row } = await this.reader.get(contract);
    const envelope = row.state.envelopes.find(({ id }) => id === 'contract');
    if (envelope) await this.service.send({ contract, envelope });
  }

  /** What the contract is told. Its document is made and stored with it; not for one that is no draft: that is refused. */
  private async sent(em: EntityManager, known: KnownContract, wanted: Wanted, by: string): Promise<Sent> {
    const at = commandAt(known, wanted.at);
    const event: Sent = { type: 'contract.sent', at, dueAt: signingDueAt(known.terms, at) };
    if (known.row.status !== 'draft') return event;
    const wish = signingWish(known, wanted);
    const draft = { ...event, signing: { ...wish, by, documentHash: UNKNOWN_HASH } };
    const { row, terms } = known;
    const { state } = allowed(() =>
      sendContract(terms, { ...row.state, status: 'signing', through: at }, draft),
    );
    const text = await textOf(em, row.id);
    const facts = { contract: row.id, terms, text, parties: row.parties, state, requests: [] };
    const document = await this.documents.ofContract(facts, at);
    await storeSignable(em, { contract: row.id, kind: 'contract', number: null, at }, document);
    const signing: SigningRequest = { ...wish, by, documentHash: document.hash };
    return { ...event, signing };
  }
}
