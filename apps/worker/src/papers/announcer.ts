import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Client } from '@temporalio/client';
import { type Command } from '#domain/command';
import { type IssuedDocument } from '#domain/contract/events';
import { later, type Instant } from '#domain/time/instant';
import { SYSTEM } from '#execution/contract-step';
import { findContract } from '#persistence/queries/contracts';
import { type StoredDocument } from '#persistence/queries/documents';
import { type PaperJobKey } from '#persistence/queries/paper-jobs';
import { sendCommand } from '#temporal/dispatch';

const ANSWER_MILLISECONDS = 15_000;

/** The contract refused to take a document into its ledger: to ask again would get the same answer. */
export class RefusedDocument extends Error {
  override readonly name = 'RefusedDocument';
}

/** Tells contracts, through their workflows, which documents were made: their hashes go into the ledger. */
@Injectable()
export class Announcer {
  constructor(private readonly client: Client) {}

  /**
   * Tells a contract of the documents of one of its lines. Twice is once: the command's id is made of the line. Throws
   * {@link RefusedDocument}, and anything else when it is to be tried again.
   */
  async announce(
    em: EntityManager,
    { contractId: contract, ledgerSequence: source }: PaperJobKey,
    documents: readonly StoredDocument[],
    now: Instant,
  ): Promise<void> {
    const row = await findContract(em, contract);
    if (!row) throw new Error(`there is no contract ${contract}`);
    const { clock, clientId } = row;
    const to = { contract, owner: { kind: 'contract' }, clock, clientId } as const;
    const at = later(now, row.state.through);
    const command: Command = {
      id: announcementIdOf(contract, source),
      actor: SYSTEM,
      body: { type: 'documents.issued', at, source, documents: documents.map(issued) },
    };
    const { answer } = await this.client.withAbortSignal(AbortSignal.timeout(ANSWER_MILLISECONDS), () =>
      sendCommand(this.client, to, command),
    );
    if (answer?.kind === 'refused') throw new RefusedDocument(`${answer.code}: ${answer.problem}`);
    if (!answer) throw new Error(`${contract} gave no answer`);
  }
}

function issued(document: StoredDocument): IssuedDocument {
  const { kind, key, language, mediaType, number, sha256: documentHash, size } = document;
  return { kind, key, language, mediaType, number, documentHash, size };
}

function announcementIdOf(contract: string, source: number): string {
  const name = JSON.stringify(['documents', contract, source]);
  return createHash('sha256').update(name, 'utf8').digest('hex').slice(0, 40);
}
