import { type EntityManager } from '@mikro-orm/postgresql';
import { type Checkpoint, checkpointHash, faultsAfter, signCheckpoint, signerAfter } from '#audit/checkpoint';
import { type CheckpointFile, type CheckpointFolder } from '#audit/checkpoint-folder';
import { HeadTree } from '#audit/heads';
import { publicKeyText } from '#audit/keys';
import { type CheckpointSettings } from '#audit/settings';
import { type Instant, instant, later, toSeconds } from '#domain/time/instant';
import {
  allHeads,
  checkpointNotes,
  lastCheckpointNote,
  lockCheckpoints,
  noteCheckpoint,
} from '#persistence/queries/checkpoint-notes';

/** Where no ledger has grown, a checkpoint is still due this often: it says that somebody was looking. */
const QUIET_SECONDS = 24 * 3600;

/** The folder is not the one that the last checkpoints were written to, or lost some of them. */
export class CheckpointsDiffer extends Error {
  override readonly name = 'CheckpointsDiffer';
  readonly code = 'checkpointsDiffer';
}

/** The checkpoint that counts now, and what it saw that must not be. */
export interface Taken {
  readonly checkpoint: Checkpoint;
  /** Whether it was made just now. */
  readonly isNew: boolean;
  /** Contracts whose ledger is shorter than at the checkpoint before, or another. */
  readonly backwards: readonly string[];
}

/**
 * Writes a checkpoint of all ledgers if one is due; `insist` makes one wherever a ledger has grown. One process at a time:
 * the others wait, and find it done. Throws a CheckpointsDiffer where the folder lacks what was written before, so that
 * lost files are not papered over.
 */
export async function takeCheckpoint(
  em: EntityManager,
  settings: CheckpointSettings,
  now: Instant,
  insist = false,
): Promise<Taken> {
  const { folder, everySeconds } = settings;
  return em.transactional(async (within) => {
    await lockCheckpoints(within);
    const last = await folder.last();
    await catchUp(within, folder, last);
    const age = last ? toSeconds(now) - toSeconds(instant(last.checkpoint.at)) : Infinity;
    const hasToSign = !last || isToHandOver(settings, last);
    // Most passes end here, before the heads of all ledgers are read.
    if (last && !hasToSign && !insist && age < Math.min(everySeconds, QUIET_SECONDS)) return unchanged(last);
    const tree = new HeadTree(
      (await allHeads(within)).map(({ contractId: contract, sequence, hash }) => ({
        contract,
        sequence,
        hash,
      })),
    );
    const hasGrown = tree.root !== last?.checkpoint.root;
    const isDue = hasGrown ? insist || age >= everySeconds : age >= QUIET_SECONDS;
    if (last && !hasToSign && !isDue) return unchanged(last);
    const before = last && (await folder.headsAt(last.checkpoint.sequence));
    const checkpoint = nextCheckpoint(settings, last?.checkpoint ?? null, tree, now);
    await folder.append(checkpoint, tree, before);
    await note(within, checkpoint);
    return { checkpoint, isNew: true, backwards: before ? wentBack(before, tree) : [] };
  });
}

function unchanged({ checkpoint }: CheckpointFile): Taken {
  return { checkpoint, isNew: false, backwards: [] };
}

/** Signed by the key that the chain names, which hands over to the last of the keys if that is another. */
function nextCheckpoint(
  { keys }: CheckpointSettings,
  previous: Checkpoint | null,
  tree: HeadTree,
  now: Instant,
): Checkpoint {
  const key = previous ? keys.of(signerAfter(previous)) : keys.current;
  const handsOver = publicKeyText(key) !== publicKeyText(keys.current);
  return signCheckpoint({
    previous,
    tree,
    // Clocks of several machines differ by a little; the chain never goes back.
    at: previous ? later(instant(previous.at), now) : now,
    key,
    ...(handsOver && { nextKey: keys.current }),
  });
}

function isToHandOver({ keys }: CheckpointSettings, { checkpoint }: CheckpointFile): boolean {
  return signerAfter(checkpoint) !== publicKeyText(keys.current);
}

/** A process may have died between file and note: the files count, if they follow what is noted. */
async function catchUp(
  em: EntityManager,
  folder: CheckpointFolder,
  last: CheckpointFile | null,
): Promise<void> {
  const noted = await lastCheckpointNote(em);
  const [there, known] = [last?.checkpoint.sequence ?? 0, noted?.sequence ?? 0];
  if (there < known)
    throw new CheckpointsDiffer(
      `checkpoint ${known} was written, and ${folder.path} ends at ${there}: it lost files, or is another folder`,
    );
  let previous = known > 0 ? (await folder.read(known)).checkpoint : null;
  if (previous && checkpointHash(previous) !== noted?.hash)
    throw new CheckpointsDiffer(
      `checkpoint ${known} in ${folder.path} is not the one that was written: another stands in its place`,
    );
  for (let sequence = known + 1; sequence <= there; sequence += 1) {
    const { checkpoint } = await folder.read(sequence);
    if (faultsAfter(previous, checkpoint).length > 0)
      throw new CheckpointsDiffer(
        `checkpoint ${sequence} in ${folder.path} does not follow the one before it`,
      );
    await note(em, checkpoint);
    previous = checkpoint;
  }
}

async function note(em: EntityManager, checkpoint: Checkpoint): Promise<void> {
  const [known] = await checkpointNotes(em, checkpoint.sequence - 1);
  if (known) return;
  const { sequence, at } = checkpoint;
  await noteCheckpoint(em, { sequence, hash: checkpointHash(checkpoint), at: instant(at) });
}

function wentBack(before: HeadTree, tree: HeadTree): string[] {
  return before.heads.flatMap(({ contract, sequence, hash }) => {
    const is = tree.headOf(contract);
    const isKept = is !== null && (is.sequence > sequence || (is.sequence === sequence && is.hash === hash));
    return isKept ? [] : [contract];
  });
}
