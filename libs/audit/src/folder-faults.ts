import { type Checkpoint, type CheckpointFaultCode, faultsAfter } from './checkpoint.js';
import {
  type CheckpointFile,
  type CheckpointFolder,
  CheckpointFileProblem,
  takeHeads,
} from './checkpoint-folder.js';
import { type Head, HeadTree } from './heads.js';

/** What is wrong with a checkpoint of a folder. */
export interface FolderFault {
  readonly sequence: number;
  readonly code: CheckpointFaultCode | 'missing' | 'unreadable' | 'root' | 'headGone' | 'headBackwards';
  /** Whose head it is about. */
  readonly contract: string | null;
}

/** What a folder says: its checkpoints, what is wrong with them, and what each contract's head was when. */
export interface FolderStory {
  readonly checkpoints: readonly Checkpoint[];
  readonly faults: readonly FolderFault[];
  /** By contract, each head with the first checkpoint that saw it. */
  readonly heads: ReadonlyMap<string, readonly SeenHead[]>;
}

export interface SeenHead extends Head {
  readonly checkpoint: number;
}

/** Reads all checkpoints of a folder and checks them: signatures, order, links, keys, roots, and that no head goes back. */
export async function folderStory(folder: CheckpointFolder): Promise<FolderStory> {
  const checkpoints: Checkpoint[] = [];
  const faults: FolderFault[] = [];
  const seen = new Map<string, SeenHead[]>();
  const heads = new Map<string, Head>();
  // Behind a file that is missing, heads are known again from the next file that lists all of them.
  let isKnown = true;
  const last = (await folder.sequences()).at(-1) ?? 0;
  for (let sequence = 1; sequence <= last; sequence += 1) {
    const file = await fileOrFault(folder, sequence);
    if ('code' in file) {
      faults.push(file);
      isKnown = false;
      continue;
    }
    const before = new Map(heads);
    takeHeads(heads, file);
    isKnown ||= file.isComplete;
    faults.push(...faultsOfFile(checkpoints.at(-1) ?? null, file, sequence));
    if (isKnown)
      faults.push(...faultsOfRoot(file, sequence, heads), ...faultsOfHeads(before, heads, sequence));
    noteHeads(seen, before, heads, sequence);
    checkpoints.push(file.checkpoint);
  }
  return { checkpoints, faults, heads: seen };
}

async function fileOrFault(
  folder: CheckpointFolder,
  sequence: number,
): Promise<CheckpointFile | FolderFault> {
  try {
    return await folder.read(sequence);
  } catch (error) {
    if (!(error instanceof CheckpointFileProblem)) throw error;
    return { sequence, code: error.reason === 'missing' ? 'missing' : 'unreadable', contract: null };
  }
}

function faultsOfFile(
  previous: Checkpoint | null,
  { checkpoint }: CheckpointFile,
  sequence: number,
): FolderFault[] {
  const codes: FolderFault['code'][] = faultsAfter(previous, checkpoint).map(({ code }) => code);
  // A checkpoint under another's name.
  if (checkpoint.sequence !== sequence && !codes.includes('sequence')) codes.push('sequence');
  return codes.map((code) => ({ sequence, code, contract: null }));
}

function faultsOfRoot(
  { checkpoint }: CheckpointFile,
  sequence: number,
  heads: ReadonlyMap<string, Head>,
): FolderFault[] {
  const { root, size } = new HeadTree(heads.values());
  const isRight = root === checkpoint.root && size === checkpoint.size;
  return isRight ? [] : [{ sequence, code: 'root', contract: null }];
}

function faultsOfHeads(
  before: ReadonlyMap<string, Head>,
  heads: ReadonlyMap<string, Head>,
  sequence: number,
): FolderFault[] {
  const faults: FolderFault[] = [];
  for (const [contract, was] of before) {
    const is = heads.get(contract);
    if (!is) faults.push({ sequence, code: 'headGone', contract });
    else if (is.sequence < was.sequence || (is.sequence === was.sequence && is.hash !== was.hash))
      faults.push({ sequence, code: 'headBackwards', contract });
  }
  return faults;
}

function noteHeads(
  seen: Map<string, SeenHead[]>,
  before: ReadonlyMap<string, Head>,
  heads: ReadonlyMap<string, Head>,
  checkpoint: number,
): void {
  for (const [contract, head] of heads) {
    const was = before.get(contract);
    if (was?.sequence === head.sequence && was.hash === head.hash) continue;
    const list = seen.get(contract) ?? [];
    list.push({ ...head, checkpoint });
    seen.set(contract, list);
  }
}
