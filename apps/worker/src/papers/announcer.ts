import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Client } from '@temporalio/client';
import { type Command } from '#domain/command';
import { later, type Instant } from '#domain/time/instant';
import { SYSTEM } from '#execution/contract-step';
import { findContract } from '#persistence/queries/contracts';
import { type StoredDocument } from '#persistence/queries/documents';
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
   * Tells a contract of a document. Twice is once: the command's id is made of what the document is. Throws
   * {@link RefusedDocument}, and anything else when it is to be tried again.
   */
  async announce(em: EntityManager, document: StoredDocument, now: Instant): Promise<void> {
    const contract = document.contractId;
    const row = await findContract(em, contract);
    if (!row) throw new Error(`there is no contract ${contract}`);
    const { clock, clientId } = row;
    const to = { contract, owner: { kind: 'contract' }, clock, clientId } as const;
    const command = issued(document, later(now, row.state.through));
    const { answer } = await this.client.withAbortSignal(AbortSignal.timeout(ANSWER_MILLISECONDS), () =>
      sendCommand(this.client, to, command),
    );
    if (answer?.kind === 'refused') throw new RefusedDocument(`${answer.code}: ${answer.problem}`);
    if (!answer) throw new Error(`${contract} gave no answer`);
  }
}

function issued(document: StoredDocument, at: Instant): Command {
  const { kind, key, language, mediaType, number, sha256: documentHash, size } = document;
  const source = document.ledgerSequence;
  const said = { kind, key, language, mediaType, number, documentHash, size, source };
  return {
    id: issueIdOf(document),
    actor: SYSTEM,
    body: { type: 'document.issued', at, ...said },
  };
}

function issueIdOf(document: StoredDocument): string {
  const { contractId, ledgerSequence, kind, key, language, mediaType } = document;
  const name = JSON.stringify(['document', contractId, ledgerSequence, kind, key, language, mediaType]);
  return createHash('sha256').update(name, 'utf8').digest('hex').slice(0, 40);
}
