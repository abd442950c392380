import { type EntityManager } from '@mikro-orm/postgresql';
import { contentHash } from '#decisions/hash';
import { Clerk } from '#decisions/clerk';
import { Contract } from '#persistence/entities/contract';
import { LedgerHead } from '#persistence/entities/ledger-head';
import { readLedger, type LedgerLine } from '#persistence/ledger';
import { unfinishedPaperJobs } from '#persistence/queries/paper-jobs';
import { answeredLines, documentFacts } from '#persistence/queries/story';
import { differenceText } from '#receipts/differences';
import { receiptsOf } from '../receipts-of.js';
import { ledgerFaults, readModelFaults } from '../verify.js';
import { compareReceipts } from '../verify-decisions.js';
import { type DifferenceKind, type StoryDifference } from './difference.js';
import { documentDifferences } from './documents.js';
import { historyDifferences, stateKey, type ToldHistory } from './histories.js';
import { totalDifferences } from './totals.js';

/** What a check of one contract found: no difference, one story. Nothing is repaired. */
export interface Story {
  readonly contract: string;
  readonly lines: number;
  readonly decisions: number;
  readonly documents: number;
  /** Workflows whose histories were read; null where they were left out. */
  readonly histories: number | null;
  readonly differences: readonly StoryDifference[];
}

/**
 * Whether the workflow histories, the ledger, the read model and the documents of a contract tell one story. `histories`
 * is null to leave them out.
 */
export async function checkStory(
  em: EntityManager,
  contract: string,
  histories: readonly ToldHistory[] | null,
): Promise<Story> {
  const lines = await readLedger(em, contract);
  const documents = await documentFacts(em, contract);
  const counts = { lines: lines.length, documents: documents.length, histories: histories?.length ?? null };
  const head = await em.findOne(LedgerHead, { contractId: contract });
  const chain = ledgerFaults(lines, head).map((fault) => difference('ledger.broken', fault));
  const jobs = (await unfinishedPaperJobs(em, contract)).filter(({ status }) => status !== 'failed');
  const unfinished = new Set(jobs.map(({ ledgerSequence }) => ledgerSequence));
  const row = await em.findOneOrFail(Contract, { id: contract }, { populate: ['terms', 'text'] });
  const papers = documentDifferences(lines, documents, { unfinished, areTold: row.clock === 'real' });
  const answered = await answeredLines(em, contract);
  const folded = await fold(lines);
  // What is no fold of anything cannot be compared with the rest.
  if ('unfoldable' in folded) {
    const why = difference('ledger.notFolded', folded.unfoldable);
    const told = histories ? historyDifferences(lines, null, histories, answered) : [];
    return { contract, ...counts, decisions: 0, differences: [...chain, why, ...told, ...papers] };
  }
  const differences = [
    ...chain,
    ...folded.faults.map((fault) => difference('ledger.notFolded', fault)),
    ...(await receiptDifferences(em, contract, folded.receipts)),
    ...(await readModelFaults(em, row, folded)).map((fault) => difference('readModel.differs', fault)),
    ...(histories ? historyDifferences(lines, folded.hashes, histories, answered) : []),
    ...papers,
    ...totalDifferences(folded.terms, row.state, lines),
  ];
  return { contract, ...counts, decisions: folded.receipts.length, differences };
}

/** The ledger folded again, with the hash of every state on the way. */
async function fold(lines: readonly LedgerLine[]) {
  const hashes = new Map<string, string>();
  try {
    const folded = await receiptsOf(lines, new Clerk(), ({ lines: [first], after }) => {
      if (first) hashes.set(stateKey(first.owner, first.ownerVersion), contentHash(after));
    });
    return { ...folded, hashes };
  } catch (error) {
    return { unfoldable: error instanceof Error ? error.message : String(error) };
  }
}

async function receiptDifferences(
  em: EntityManager,
  contract: string,
  receipts: Parameters<typeof compareReceipts>[2],
): Promise<StoryDifference[]> {
  const decisions = await compareReceipts(em, contract, receipts);
  return decisions
    .filter(({ outcome }) => outcome !== 'same' && outcome !== 'unreceipted')
    .map(({ id, outcome, differences }) => {
      const detail = [outcome, ...differences.map(differenceText)].join('; ');
      return { kind: 'receipt.differs', where: id, detail };
    });
}

/** A fault that says itself what it is about. */
function difference(kind: DifferenceKind, fault: string): StoryDifference {
  const [where = '', ...rest] = fault.split(': ');
  return rest.length > 0
    ? { kind, where, detail: rest.join(': ') }
    : { kind, where: 'contract', detail: fault };
}
