import { Inject, Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { parseMail, UnreadableMail, type InboundMail } from '#intake/mail';
import { attachmentTypeOf } from '#intake/media-type';
import { type Answer } from '#domain/command';
import { earlier, type Instant } from '#domain/time/instant';
import { type IntakeMessageRow } from '#persistence/entities/attachment';
import { attach, keepContent } from '#persistence/queries/attachments';
import { findIncident } from '#persistence/queries/incidents';
import {
  claimMessage,
  dropMessage,
  findMessage,
  nameRequest,
  recordingOf,
} from '#persistence/queries/intake';
import { nextRequestNumber } from '#persistence/queries/numbers';
import { type WriteCall } from '../access/call.js';
import { commandAddress, WritePath, type Plan } from '../commands/write-path.js';
import { commandAt, ContractReader } from '../contracts/contract-reader.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { checkReceivedAt } from '../requests/received-at.js';
import { now } from '../time.js';
import { hashOf, MOST_ATTACHMENTS, writtenAttachments } from './attachments.js';
import { type MailQuery, type MailTaken } from './intake-schemas.js';
import { type SenderRule } from './intake-settings.js';
import { contractOf } from './mail-routing.js';

export const SENDER_RULE = 'SENDER_RULE';

/** A mail with what it has to have. */
interface TakenMail {
  readonly bytes: Buffer;
  readonly mail: InboundMail;
  readonly messageId: string;
  readonly contract: string;
  readonly receivedAt: Instant;
}

type Refused = MailTaken['refused'];

/** The mail was taken before. */
class Repeated extends Error {
  override readonly name = 'Repeated';
}

/** Turns mails into requests, each once. */
@Injectable()
export class MailIntake {
  constructor(
    private readonly orm: MikroORM,
    private readonly contracts: ContractReader,
    private readonly writes: WritePath,
    @Inject(SENDER_RULE) private readonly rule: SenderRule,
  ) {}

  /** Takes a mail; one that no person wrote is ignored, one that is known is answered with its request. Throws a Problem. */
  async take(call: WriteCall, bytes: Buffer, severity: MailQuery): Promise<Reply> {
    const mail = await readable(bytes);
    if (mail.automatic !== null) return new Reply(200, { ...NOTHING, reason: mail.automatic });
    const { messageId } = mail;
    if (messageId === null) throw withoutId();
    const contract = await contractOf(this.orm.em.fork(), call.caller, mail, this.rule);
    const receivedAt = earlier(mail.receivedAt ?? now(), now());
    const taken = { bytes, mail, messageId, contract, receivedAt };
    const said = { ...call, body: { ...severity, sha256: hashOf(bytes) } };
    try {
      const refused: Refused = [];
      const plan = (em: EntityManager): Promise<Plan> => this.planOf(em, said, taken, severity, refused);
      const reply = await this.writes.write(said, plan, () => this.answered(taken, refused, false));
      // What is refused changes nothing: the mail may come again.
      if (reply.status >= 400) await dropMessage(this.orm.em.fork(), contract, messageId);
      return reply;
    } catch (error) {
      if (!(error instanceof Repeated)) throw error;
      return this.answered(taken, await refusedOf(mail), true);
    }
  }

  private async planOf(
    em: EntityManager,
    { caller }: WriteCall,
    taken: TakenMail,
    { urgency, impact }: MailQuery,
    refused: Refused,
  ): Promise<Plan> {
    const { bytes, mail, messageId, contract, receivedAt } = taken;
    const known = await this.contracts.get(contract, em);
    checkReceivedAt(known.terms, receivedAt);
    const sha256 = hashOf(bytes);
    await keepContent(em, sha256, bytes);
    const sender = mail.sender ?? '';
    const message = { contractId: contract, messageId, sha256, sender, receivedAt, takenAt: now() };
    if (!(await claimMessage(em, message))) throw new Repeated();
    const at = commandAt(known);
    const request = await nextRequestNumber(em, contract);
    await nameRequest(em, { contractId: contract, messageId, request });
    refused.push(
      ...(await attachFiles(em, taken, {
        contractId: contract,
        request,
        addedAt: now(),
        addedBy: caller.name,
      })),
    );
    const severity = { urgency, impact, coreBusinessDown: false, severeSecurityRisk: false };
    const body = { type: 'request.recorded', at, severity, receivedAt, channel: 'mailbox' } as const;
    return { contract, owner: { kind: 'incident', request }, body };
  }

  /** The request that a mail became; where it is not there yet, the command that will put it on record. */
  private async answered(
    { contract, messageId }: TakenMail,
    refused: Refused,
    repeated: boolean,
  ): Promise<Reply> {
    const em = this.orm.em.fork();
    const message = await findMessage(em, contract, messageId);
    if (!message) throw justNow();
    const { request, receivedAt } = message;
    const row = await findIncident(em, contract, request);
    if (!row) return this.unfinished(em, message);
    const address = `/api/v1/contracts/${contract}/requests/${request}`;
    const body: MailTaken = {
      outcome: 'recorded',
      reason: null,
      repeated,
      contract,
      request,
      address,
      priority: row.priority,
      receivedAt,
      recordedAt: row.recordedAt,
      attachments: await writtenAttachments(em, contract, request),
      refused,
    };
    return new Reply(repeated ? 200 : 201, body, address);
  }

  /** The command waits for its workflow, or was refused meanwhile: then the mail may come again. Throws a Problem. */
  private async unfinished(em: EntityManager, message: IntakeMessageRow): Promise<Reply> {
    const { contractId, messageId, request } = message;
    const command = await recordingOf(em, contractId, request);
    const answer = command?.answer as Answer | null | undefined;
    if (answer?.kind === 'refused') {
      await dropMessage(em, contractId, messageId);
      throw Problem.ofRefusal(answer);
    }
    if (!command) throw justNow();
    const address = commandAddress(command.id);
    const detail = 'The request is stored and will be put on record as soon as the workflow service answers.';
    return new Reply(202, { command: command.id, status: 'pending', address, detail }, address);
  }
}

const NOTHING: MailTaken = {
  outcome: 'ignored',
  reason: null,
  repeated: false,
  contract: null,
  request: null,
  address: null,
  priority: null,
  receivedAt: null,
  recordedAt: null,
  attachments: [],
  refused: [],
};

type Owner = { contractId: string; request: string; addedAt: Instant; addedBy: string };

/** Attaches the mail as it came, and those of its files that may be. Gives the others. */
async function attachFiles(em: EntityManager, { bytes, mail }: TakenMail, owner: Owner): Promise<Refused> {
  const original = { fileName: 'original.eml', mediaType: 'message/rfc822', source: 'original' } as const;
  await attach(em, { ...owner, ...original, sha256: hashOf(bytes), bytes });
  for (const file of await allowedFiles(mail)) {
    await attach(em, { ...owner, ...file, sha256: hashOf(file.bytes), source: 'mail' });
  }
  return refusedOf(mail);
}

async function allowedFiles({ files }: InboundMail) {
  const typed = await Promise.all(
    files.slice(0, MOST_ATTACHMENTS - 1).map(async (file) => {
      const mediaType = await attachmentTypeOf(file.bytes);
      return mediaType === null ? [] : [{ ...file, mediaType }];
    }),
  );
  return typed.flat();
}

async function refusedOf(mail: InboundMail): Promise<Refused> {
  const allowed = new Set((await allowedFiles(mail)).map(({ bytes }) => bytes));
  return mail.files.flatMap(({ fileName, bytes }, index): Refused => {
    if (allowed.has(bytes)) return [];
    const reason = bytes.length === 0 ? 'empty' : index >= MOST_ATTACHMENTS - 1 ? 'count' : 'type';
    return [{ fileName, size: bytes.length, reason }];
  });
}

/** Throws a Problem for a mail that no program can read. */
async function readable(bytes: Buffer): Promise<InboundMail> {
  try {
    return await parseMail(bytes);
  } catch (error) {
    if (!(error instanceof UnreadableMail)) throw error;
    const allowed = 'allowed is a mail as RFC 5322 has it, its parts not nested too deep';
    throw Problem.ofFaults([{ path: 'body', problem: 'cannot be read as a mail', allowed }]);
  }
}

function withoutId(): Problem {
  const allowed = 'allowed are up to 250 printable characters (RFC 5322)';
  return Problem.ofFaults([{ path: 'Message-ID', problem: 'is missing, or none', allowed }]);
}

function justNow(): Problem {
  return new Problem('unavailable', 'The mail is just being taken: try again in a moment');
}
