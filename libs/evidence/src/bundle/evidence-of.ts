import { type EntityManager } from '@mikro-orm/postgresql';
import { inSnapshot } from '#persistence/snapshot';
import { type DecisionReceiptRow } from '#persistence/entities/decision-receipt';
import { type LedgerLine, readLedger } from '#persistence/ledger';
import { plainLine } from '#execution/facts-at';
import { allReceipts } from '#persistence/queries/decision-receipts';
import { listDocuments, type StoredDocument } from '#persistence/queries/documents';
import { type ExportedRun, exportedRuns } from '#persistence/queries/workflow-histories';

/** All that is on record of a contract, as of one moment; the bytes of documents and histories are fetched later. */
export interface Evidence {
  readonly contract: string;
  readonly lines: readonly LedgerLine[];
  readonly receipts: readonly DecisionReceiptRow[];
  readonly documents: readonly StoredDocument[];
  readonly runs: readonly ExportedRun[];
}

/** Reads the evidence of a contract in one snapshot. What is on record is never changed, so bytes can wait. */
export function evidenceOf(em: EntityManager, contract: string): Promise<Evidence> {
  return inSnapshot(em, async (within) => ({
    contract,
    lines: (await readLedger(within, contract)).map(plainLine),
    receipts: await allReceipts(within, contract),
    documents: await listDocuments(within, contract),
    runs: await exportedRuns(within, contract),
  }));
}
