import { Injectable, StreamableFile } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { evidencePaper } from '#documents/evidence/evidence-paper';
import { roleWords } from '#documents/kinds/clause-blocks';
import { type PaperLanguage } from '#documents/paper';
import { setPdf } from '#documents/pdf/set-pdf';
import { type Envelope } from '#domain/signing/envelope';
import { textOf } from '#persistence/queries/contracts';
import { documentOfHash, listDocuments } from '#persistence/queries/documents';
import { linesOfKind } from '#persistence/queries/ledger';
import { type KnownContract } from '../contracts/contract-reader.js';
import { Problem } from '../http/problem.js';
import { titleOf } from './signing-subject.js';

const PDF = 'application/pdf';

const ROLES = {
  'zh-CN': { client: '客户', provider: '服务商' },
  en: { client: 'Client', provider: 'Provider' },
} as const;

/** The papers of a signing: what was sent, what became of it, and the evidence. */
@Injectable()
export class SigningPapers {
  /** What the signers get to see. Throws a Problem where it is not stored. */
  async sent({ row, em }: KnownContract, envelope: Envelope): Promise<StreamableFile> {
    return file(await bytesOf(em, row.id, envelope.documentHash), `${row.id}-${envelope.id}.pdf`);
  }

  /** The sealed final document. Throws a Problem while there is none. */
  async signed(
    { row, em }: KnownContract,
    envelope: Envelope,
    language: PaperLanguage,
  ): Promise<StreamableFile> {
    if (envelope.status !== 'completed') throw notThere(envelope, 'completed: all have signed');
    const line = (await linesOfKind(em, row.id, [`${envelope.subject}.signed`])).find(({ payload }) => {
      const { complete, envelope: of } = payload as {
        readonly complete?: unknown;
        readonly envelope?: unknown;
      };
      return complete === true && of === envelope.id;
    });
    const documents = line ? await listDocuments(em, row.id, line.sequence) : [];
    const document = documents.find(
      ({ kind, mediaType, ...each }) =>
        kind !== 'evidence' && mediaType === PDF && each.language === language,
    );
    if (!document) {
      throw new Problem(
        'unknownDocument',
        'The sealed document is not there: it is made by the worker soon after the last signature, in the languages that are set',
      );
    }
    return file(await bytesOf(em, row.id, document.sha256), document.fileName);
  }

  /** The certificate as it was issued; made now where none was. Throws a Problem for a signing that is still open. */
  async evidence(known: KnownContract, envelope: Envelope, language: PaperLanguage): Promise<StreamableFile> {
    if (envelope.status === 'open')
      throw notThere(envelope, 'over: completed, declined, withdrawn or expired');
    const { row, em } = known;
    const name = `${row.id}-${envelope.id}-evidence.${language}.pdf`;
    const stored = (await listDocuments(em, row.id)).findLast(
      ({ kind, key, ...each }) => kind === 'evidence' && key === envelope.id && each.language === language,
    );
    if (stored) return file(await bytesOf(em, row.id, stored.sha256), name);
    return file(await certificateOf(known, envelope, language), name);
  }
}

async function certificateOf(
  { row, terms, em }: KnownContract,
  envelope: Envelope,
  language: PaperLanguage,
): Promise<Uint8Array> {
  const text = (await textOf(em, row.id))[language];
  const roles = roleWords(text, ROLES[language]);
  const { client, provider } = row.parties;
  const paper = evidencePaper(
    {
      contract: row.id,
      title: titleOf(text.title, envelope, language),
      parties: {
        client: { role: roles.client, name: client['fullName'] ?? '' },
        provider: { role: roles.provider, name: provider['fullName'] ?? '' },
      },
      envelope,
      zone: terms.zone,
      documents: [{ name: `${row.id}-${envelope.id}.pdf`, hash: envelope.documentHash }],
    },
    language,
  );
  return setPdf(paper);
}

async function bytesOf(em: EntityManager, contract: string, hash: string): Promise<Uint8Array> {
  const document = await documentOfHash(em, hash, { contractId: contract });
  if (document) return document.bytes;
  throw new Problem('unknownDocument', `No document of ${contract} with the hash ${hash} is stored`);
}

function file(bytes: Uint8Array, name: string): StreamableFile {
  return new StreamableFile(bytes, { type: PDF, disposition: `inline; filename="${name}"` });
}

function notThere({ id, status }: Envelope, wanted: string): Problem {
  const fault = {
    path: 'envelope',
    problem: `the signing of ${id} is ${status}`,
    allowed: `allowed: ${wanted}`,
  };
  return new Problem('wrongState', `envelope: ${fault.problem}, ${fault.allowed}`, [fault]);
}
