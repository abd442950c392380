import { type Checkpoint } from '#audit/checkpoint';
import { type CheckpointFolder, takeHeads } from '#audit/checkpoint-folder';
import { type Head, type HeadProof, HeadTree } from '#audit/heads';

/** That a checkpoint saw a contract's ledger, and up to where. */
export interface LedgerProof extends HeadProof {
  readonly checkpoint: number;
}

/** The chain of checkpoints, and what proves a contract's ledger by it. */
export interface LedgerProofs {
  readonly checkpoints: readonly Checkpoint[];
  /** Of each checkpoint that was the first to see some line as the last one; and of the latest. */
  readonly proofs: readonly LedgerProof[];
}

/** Reads all checkpoints once. Throws a CheckpointFileProblem where one is missing or cannot be read. */
export async function ledgerProofs(folder: CheckpointFolder, contract: string): Promise<LedgerProofs> {
  const checkpoints: Checkpoint[] = [];
  const proofs: LedgerProof[] = [];
  const heads = new Map<string, Head>();
  const last = (await folder.sequences()).at(-1) ?? 0;
  for (let sequence = 1; sequence <= last; sequence += 1) {
    const file = await folder.read(sequence);
    takeHeads(heads, file);
    checkpoints.push(file.checkpoint);
    const head = heads.get(contract);
    const isNews = head !== undefined && head.sequence !== proofs.at(-1)?.head.sequence;
    // A tree is built only where it says something new: there may be thousands of checkpoints.
    if (!isNews && sequence !== last) continue;
    const proof = new HeadTree(heads.values()).proofOf(contract);
    if (proof) proofs.push({ ...proof, checkpoint: sequence });
  }
  return { checkpoints, proofs };
}
