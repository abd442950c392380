import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Envelope, type Signer } from '#domain/signing/envelope';
import { clockText } from '#narration/words';
import { type SigningLinkRow } from '#persistence/entities/signing-link';
import { documentOfHash } from '#persistence/queries/documents';
import {
  findSigningLink,
  fingerprintOf,
  isAsked,
  lookBySigningLink,
  useSigningLink,
} from '#persistence/queries/signing-links';
import { type WriteCall } from '../access/call.js';
import { commandIdOf } from '../commands/write-path.js';
import { asOf, ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import { Problem, type ProblemDocument } from '../http/problem.js';
import { type Reply } from '../http/reply.js';
import { now } from '../time.js';
import { attemptOf, deedOf, type PageAct, type PageFault, type PageForm } from './page/forms.js';
import { plainPage } from './page/layout.js';
import { outcomePage } from './page/outcome.js';
import { signingSheet, type Sheet } from './page/sheet.js';
import { word, type PageLanguage } from './page/words.js';
import { type Origin } from './provenance.js';
import { type DeedOutcome, SigningActs, type SignerDeed } from './signing-acts.js';
import { subjectOf } from './signing-subject.js';

/** A page as it is sent. */
export interface Shown {
  readonly status: number;
  readonly body: string;
}

/** A link with what it leads to. */
interface Place {
  readonly token: string;
  readonly link: SigningLinkRow;
  readonly known: KnownContract;
  readonly envelope: Envelope;
  readonly signer: Signer;
}

/** A form that somebody has sent. */
interface SentForm {
  readonly language: PageLanguage;
  readonly from: Origin;
  readonly form: PageForm;
}

/** The link cannot be used any more: thrown where the command would be stored, so that nothing is. */
class LinkGone extends Error {
  override readonly name = 'LinkGone';
}

/** What happens behind a signer's link. Null is always the same: the link cannot be used, whatever the reason. */
@Injectable()
export class SigningDesk {
  constructor(
    private readonly reader: ContractReader,
    private readonly acts: SigningActs,
  ) {}

  /** The page; the first look at it is told to the contract. Without an origin nobody looks. */
  async show(token: string, language: PageLanguage, from: Origin | null): Promise<Shown | null> {
    const place = await this.placeOf(token);
    if (!place) return null;
    const { link, known, envelope, signer } = place;
    if (!isAsked(envelope, signer.id)) return null;
    if (!(await lookBySigningLink(this.reader.fork(), link.tokenHash, asOf(known)))) return null;
    if (from && signer.status === 'invited')
      await this.told(place, { type: 'signature.viewed' }, from, 'viewed');
    return { status: 200, body: signingSheet(await sheetOf(place, language)) };
  }

  /** The document to be signed, for as long as the link can be used. */
  async document(token: string): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
    const place = await this.placeOf(token);
    if (!place || !isUsable(place)) return null;
    const { known, envelope } = place;
    const document = await documentOfHash(known.em, envelope.documentHash, { contractId: known.row.id });
    return document && { name: `${known.row.id}-${envelope.id}.pdf`, bytes: document.bytes };
  }

  /** Carries a form out. One that comes again, by a second click or a reload, gets the answer of the first. */
  async act(act: PageAct, token: string, { language, from, form }: SentForm): Promise<Shown | null> {
    const place = await this.placeOf(token);
    if (!place) return null;
    const asked = deedOf(act, form, place.signer);
    if ('faults' in asked) return this.again(place, language, { act, form, faults: asked.faults });
    try {
      const reply = await this.carriedOut(place, asked.deed, from, attemptOf(form));
      if (reply.status === 202) {
        return { status: 202, body: plainPage(language, 'donePending', [word(language, 'nextPending')]) };
      }
      if (reply.status < 400) {
        return { status: 200, body: outcomePage(language, reply.body as DeedOutcome) };
      }
      const faults = [faultOf(reply.body as ProblemDocument)];
      return await this.again(place, language, { act, form, faults });
    } catch (error) {
      if (error instanceof LinkGone) return null;
      throw error;
    }
  }

  /** The page with what is wrong; not for a link that could not be used anyway. */
  private async again(
    { token }: Place,
    language: PageLanguage,
    sent: NonNullable<Sheet['sent']>,
  ): Promise<Shown | null> {
    const place = await this.placeOf(token);
    if (!place || !isUsable(place)) return null;
    return { status: 422, body: signingSheet(await sheetOf(place, language, sent)) };
  }

  /** Under the name of the page's showing; a page that was left and corrected after a refusal is a new one. */
  private async carriedOut(
    place: Place,
    deed: SignerDeed,
    from: Origin,
    attempt: string | null,
  ): Promise<Reply> {
    try {
      return await this.told(place, deed, from, attempt ?? randomUUID());
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'idempotencyKeyReused') throw error;
      return this.told(place, deed, from, randomUUID());
    }
  }

  /** Tells the contract of a deed. What ends the link uses it up with the same stroke. */
  private told(
    { link, envelope, signer }: Place,
    deed: SignerDeed,
    from: Origin,
    key: string,
  ): Promise<Reply> {
    const { tokenHash, contractId: contract } = link;
    const fingerprint = fingerprintOf(link);
    // No API key has a colon in its name. The role is nobody's business here: the link says what may be done.
    const caller = { name: `link:${fingerprint}`, role: 'integration', clients: null } as const;
    const call: WriteCall = {
      caller,
      key,
      ifVersion: null,
      method: 'POST',
      path: '/sign',
      body: { ...deed },
    };
    const command = commandIdOf(caller.name, key);
    return this.acts.tell({
      call,
      place: { contract, envelope: envelope.id, signer: signer.id },
      deed,
      provenance: { channel: 'page', ...from, identity: `link ${fingerprint}` },
      before: async (em, at) => {
        if (deed.type === 'signature.viewed') return;
        if (!(await useSigningLink(em, tokenHash, { at, now: now(), command }))) throw new LinkGone();
      },
    });
  }

  private async placeOf(token: string): Promise<Place | null> {
    const link = await findSigningLink(this.reader.fork(), token);
    if (!link) return null;
    const known = await this.reader.get(link.contractId);
    const envelope = known.row.state.envelopes.find(({ id }) => id === link.envelope);
    const signer = envelope?.signers.find(({ id }) => id === link.signer);
    return envelope && signer ? { token, link, known, envelope, signer } : null;
  }
}

/** Whether a link can still be used, as far as it is known without asking the database again. */
function isUsable({ link, known, envelope, signer }: Place): boolean {
  return link.revokedAt == null && link.expiresAt >= asOf(known) && isAsked(envelope, signer.id);
}

async function sheetOf(
  { token, known, envelope, signer }: Place,
  language: PageLanguage,
  sent: Sheet['sent'] = null,
): Promise<Sheet> {
  const { row, terms } = known;
  const subject = await subjectOf(known, envelope, language);
  const nameOf = (role: Signer['party']): string => row.parties[role]['fullName'] ?? '';
  return {
    language,
    token,
    contract: row.id,
    subject,
    signer,
    sent,
    party: nameOf(signer.party),
    parties: [nameOf('client'), nameOf('provider')],
    dueBy: `${clockText(envelope.dueAt, terms.zone, 'deadline')} (${terms.zone})`,
    effective: subject.effectiveAt === null ? null : clockText(subject.effectiveAt, terms.zone),
    documentHash: envelope.documentHash,
  };
}

/** What the contract refused, at the field that it is about. */
function faultOf({ errors }: ProblemDocument): PageFault {
  switch (errors?.[0]?.path) {
    case 'to.email':
      return { field: 'toEmail', word: 'signsAlready' };
    case 'documentHash':
      return { field: 'form', word: 'documentDiffers' };
    case 'signer':
      return { field: 'form', word: 'tooOften' };
    default:
      return { field: 'form', word: 'notPossible' };
  }
}
