import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type z } from 'zod';
import { papersOf } from '#documents/papers-of';
import { sendAgreement } from '#domain/contract/agreements';
import { type EventOf } from '#domain/contract/events';
import { signingDueAt } from '#domain/contract/schedule';
import { type ContractState } from '#domain/contract/state';
import { type Entry, type Step } from '#domain/entry';
import { textOf } from '#persistence/queries/contracts';
import { type WriteCall } from '../access/call.js';
import { WritePath } from '../commands/write-path.js';
import { commandAt, ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import { allowed } from '../http/allowed.js';
import { Reply } from '../http/reply.js';
import { ESIGN_SERVICE, type ESignService } from '../signing/esign-service.js';
import { PREVAILING, signable, type SignableDocument, storeSignable } from '../signing/signable-documents.js';
import { signingWish, UNKNOWN_HASH } from '../signing/signing-wish.js';
import { type agreementBody } from './termination-schemas.js';
import { terminationView } from './termination-view.js';

type Wanted = z.infer<typeof agreementBody>;

/** Sends agreements to end a contract for signing: the document first, then the command that names it by its hash. */
@Injectable()
export class TerminationAgreements {
  constructor(
    private readonly contracts: ContractReader,
    private readonly writes: WritePath,
    @Inject(ESIGN_SERVICE) private readonly service: ESignService,
  ) {}

  send(call: WriteCall, contract: string, wanted: Wanted): Promise<Reply> {
    return this.writes.write(
      call,
      async (em) => {
        const known = await this.contracts.get(contract, em);
        const body = await this.sent(em, known, wanted, call.caller.name);
        return { contract, owner: { kind: 'contract' }, body };
      },
      async ({ body }) => {
        const known = await this.contracts.get(contract);
        const id = (body as EventOf<'termination.sent'>).agreement;
        const envelope = known.row.state.envelopes.find((each) => each.id === id);
        if (envelope) await this.service.send({ contract, envelope });
        return new Reply(200, terminationView(known));
      },
    );
  }

  private async sent(
    em: EntityManager,
    known: KnownContract,
    wanted: Wanted,
    by: string,
  ): Promise<EventOf<'termination.sent'>> {
    const { row, terms } = known;
    const at = commandAt(known, wanted.at);
    const { effectiveAt, reason } = wanted;
    const wish = { ...signingWish(known, wanted), by };
    const event: EventOf<'termination.sent'> = {
      type: 'termination.sent',
      at,
      agreement: `T-${row.state.agreements.length + 1}`,
      effectiveAt,
      dueAt: signingDueAt(terms, at),
      reason,
      signing: { ...wish, documentHash: UNKNOWN_HASH },
    };
    // Where it is not possible at all the contract says so, and no document is made.
    if (row.status !== 'active') return event;
    const step = allowed(() => sendAgreement(terms, { ...row.state, through: at }, event));
    const document = await this.documentOf(em, known, step);
    await storeSignable(em, { contract: row.id, kind: 'amendment', number: event.agreement, at }, document);
    return { ...event, signing: { ...wish, documentHash: document.hash } };
  }

  private async documentOf(
    em: EntityManager,
    { row, terms }: KnownContract,
    { state, entries }: Step<ContractState>,
  ): Promise<SignableDocument> {
    const text = await textOf(em, row.id);
    const facts = { contract: row.id, terms, text, parties: row.parties, state, requests: [] };
    const [paper] = papersOf(facts, firstOf(entries), PREVAILING);
    if (!paper) throw new Error('an agreement to end a contract brings no paper about');
    return signable(paper);
  }
}

function firstOf(entries: readonly Entry[]): Entry {
  const [first] = entries;
  if (!first) throw new Error('the step wrote nothing');
  return first;
}
