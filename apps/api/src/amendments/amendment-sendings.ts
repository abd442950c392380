import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type z } from 'zod';
import { recordedTemplate } from '#backtest/found-templates';
import { amendmentPaper } from '#documents/papers-of';
import { type EventOf } from '#domain/contract/events';
import { signingDueAt } from '#domain/contract/schedule';
import { Refusal } from '#domain/refusal';
import { type Instant } from '#domain/time/instant';
import { dateIn } from '#domain/time/zone';
import { type WriteCall } from '../access/call.js';
import { type Plan, WritePath } from '../commands/write-path.js';
import { commandAt, ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { ESIGN_SERVICE, type ESignService } from '../signing/esign-service.js';
import { PREVAILING, signable, storeSignable } from '../signing/signable-documents.js';
import { signingWish, UNKNOWN_HASH } from '../signing/signing-wish.js';
import { AmendmentDesk, definitionsOf } from './amendment-desk.js';
import { type amendmentSendBody } from './amendment-schemas.js';
import { AmendmentDrawing, type DrawnUp, refusalFault } from './drawing-up.js';

type Wanted = z.infer<typeof amendmentSendBody>;

/** Sends amendments for signing, and tells the contract of those that were signed elsewhere. */
@Injectable()
export class AmendmentSendings {
  constructor(
    private readonly contracts: ContractReader,
    private readonly desk: AmendmentDesk,
    private readonly drawing: AmendmentDrawing,
    private readonly writes: WritePath,
    @Inject(ESIGN_SERVICE) private readonly service: ESignService,
  ) {}

  /** The document first, then the command that names it by its hash. */
  send(call: WriteCall, contract: string, id: string, wanted: Wanted): Promise<Reply> {
    return this.told(
      call,
      contract,
      id,
      wanted.at,
      (em, known, drawnUp, at) => this.sent(em, known, drawnUp, { wanted, at, by: call.caller.name }),
      () => this.hand(contract, id),
    );
  }

  /** Both parties have signed elsewhere. */
  agree(call: WriteCall, contract: string, id: string, at: Instant | undefined): Promise<Reply> {
    return this.told(call, contract, id, at, (_em, _known, drawnUp, when) =>
      Promise.resolve({ type: 'amendment.agreed', at: when, ...bodyOf(drawnUp) }),
    );
  }

  private told(
    call: WriteCall,
    contract: string,
    id: string,
    given: Instant | undefined,
    body: (em: EntityManager, known: KnownContract, drawnUp: DrawnUp, at: Instant) => Promise<Plan['body']>,
    then: () => Promise<void> = () => Promise.resolve(),
  ): Promise<Reply> {
    return this.writes.write(
      call,
      async (em) => {
        const known = await this.contracts.get(contract, em);
        const draft = await this.desk.draft(known, id, em);
        const at = commandAt(known, given);
        const drawnUp = await this.desk.drawnUp(known, id, draft, at);
        return { contract, owner: { kind: 'contract' }, body: await body(em, known, drawnUp, at) };
      },
      async () => {
        await then();
        return new Reply(200, await this.desk.show(contract, id));
      },
    );
  }

  private async hand(contract: string, id: string): Promise<void> {
    const { row } = await this.contracts.get(contract);
    const envelope = row.state.envelopes.find((each) => each.id === id);
    if (envelope) await this.service.send({ contract, envelope });
  }

  private async sent(
    em: EntityManager,
    known: KnownContract,
    drawnUp: DrawnUp,
    { wanted, at, by }: { readonly wanted: Wanted; readonly at: Instant; readonly by: string },
  ): Promise<EventOf<'amendment.sent'>> {
    const { row, terms } = known;
    const wish = { ...signingWish(known, wanted), by };
    const event = {
      type: 'amendment.sent',
      at,
      ...bodyOf(drawnUp),
      dueAt: signingDueAt(terms, at),
      signing: { ...wish, documentHash: UNKNOWN_HASH },
    } as const;
    const state = await this.stepped(known, event);
    const { before, after, template } = drawnUp;
    const former = await recordedTemplate(em, before.terms.template);
    const facts = { contract: row.id, ...before, parties: row.parties, state, requests: [] };
    const paper = amendmentPaper(
      facts,
      {
        number: drawnUp.id,
        effectiveDate: dateIn(drawnUp.effectiveAt, terms.zone),
        reason: drawnUp.reason,
        before,
        after,
        parameterLabels: definitionsOf(template.template.parameters, former?.template.parameters ?? []),
      },
      PREVAILING,
      at,
    );
    const document = await signable(paper);
    await storeSignable(em, { contract: row.id, kind: 'amendment', number: drawnUp.id, at }, document);
    return { ...event, signing: { ...wish, documentHash: document.hash } };
  }

  private async stepped(known: KnownContract, event: EventOf<'amendment.sent'>) {
    try {
      return await this.drawing.stepped(known, event);
    } catch (error) {
      if (error instanceof Refusal) throw Problem.ofFaults([refusalFault(error)]);
      throw error;
    }
  }
}

function bodyOf({ id, effectiveAt, reason, after }: DrawnUp) {
  return { amendment: id, effectiveAt, reason, terms: after.terms, text: after.text };
}
