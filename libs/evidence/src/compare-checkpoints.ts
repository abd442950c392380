import { type EntityManager } from '@mikro-orm/postgresql';
import { checkpointHash } from '#audit/checkpoint';
import { type CheckpointFolder } from '#audit/checkpoint-folder';
import { folderStory, type FolderFault, type FolderStory, type SeenHead } from '#audit/folder-faults';
import { fingerprint } from '#audit/keys';
import { chainFaults, type LedgerLine, readLedger } from '#persistence/ledger';
import { checkpointNotes } from '#persistence/queries/checkpoint-notes';

/** What comparing the checkpoints with the database came to. */
export interface CheckpointReport {
  readonly checkpoints: number;
  readonly contracts: number;
  /** The keys that signed, by their fingerprints, the first one first. */
  readonly keys: readonly string[];
  /** The time of the last checkpoint; null where there is none. */
  readonly through: string | null;
  /** In words, each naming the checkpoint, or the contract and the entry. */
  readonly faults: readonly string[];
}

/**
 * Compares every checkpoint with the database: each head that one saw must be a line of the ledger as it is now, in a chain
 * that holds. So a ledger that was rolled back, cut or written anew is found, even where its own chain holds.
 */
export async function compareCheckpoints(
  em: EntityManager,
  folder: CheckpointFolder,
): Promise<CheckpointReport> {
  const story = await folderStory(folder);
  const { checkpoints } = story;
  const faults = [
    ...story.faults.map(folderFaultText),
    ...(await faultsOfNotes(em, story)),
    ...(await faultsOfLedgers(em, story)),
  ];
  return {
    checkpoints: checkpoints.length,
    contracts: story.heads.size,
    keys: [...new Set(checkpoints.map(({ publicKey }) => fingerprint(publicKey)))],
    through: checkpoints.at(-1)?.at ?? null,
    faults,
  };
}

async function faultsOfNotes(em: EntityManager, { checkpoints }: FolderStory): Promise<string[]> {
  const notes = new Map((await checkpointNotes(em)).map(({ sequence, hash }) => [sequence, hash]));
  const lastNote = Math.max(0, ...notes.keys());
  const lastFile = checkpoints.at(-1)?.sequence ?? 0;
  const others = checkpoints
    .filter((one) => notes.has(one.sequence) && notes.get(one.sequence) !== checkpointHash(one))
    .map(({ sequence }) => `checkpoint ${sequence} was replaced: the database noted another one`);
  if (lastNote > lastFile)
    others.push(
      `checkpoints ${lastFile + 1} to ${lastNote} are missing: the database noted that they were written`,
    );
  if (lastFile > lastNote)
    others.push(
      `the database knows the checkpoints up to ${lastNote} of ${lastFile}: it was rolled back, or is just being written`,
    );
  return others;
}

async function faultsOfLedgers(em: EntityManager, { heads }: FolderStory): Promise<string[]> {
  const faults: string[] = [];
  for (const [contract, seen] of heads) {
    const lines = await readLedger(em.fork(), contract);
    for (const fault of chainFaults(lines)) faults.push(`${contract}: ${fault}`);
    faults.push(...seen.flatMap((head) => headFault(contract, head, lines) ?? []));
  }
  return faults;
}

function headFault(contract: string, head: SeenHead, lines: readonly LedgerLine[]): string | null {
  const { sequence, hash, checkpoint } = head;
  if (sequence === 0) return null;
  const line = lines[sequence - 1];
  if (lines.length === 0)
    return `${contract}: the whole ledger is gone: checkpoint ${checkpoint} saw ${sequence} entries`;
  if (!line)
    return `${contract}: cut off or rolled back: checkpoint ${checkpoint} saw ${sequence} entries, there are ${lines.length}`;
  return line.hash === hash
    ? null
    : `${contract}: another ledger stands in its place: entry ${sequence} is not the one that checkpoint ${checkpoint} saw`;
}

const FOLDER_FAULTS: Readonly<Record<FolderFault['code'], string>> = {
  missing: 'is missing',
  unreadable: 'cannot be read: its file was changed',
  signature: 'was changed: its signature does not fit',
  sequence: 'does not have the number that it should have',
  previous: 'does not follow the one before it: that one, or this one, was replaced',
  signer: 'is signed by a key that the one before it does not name',
  backwards: 'is earlier, or saw fewer contracts, than the one before it',
  root: 'does not fit the heads in its file: they were changed',
  headGone: 'does not see a contract any more that the one before it saw',
  headBackwards: 'saw a shorter or another ledger than the one before it',
};

function folderFaultText({ sequence, code, contract }: FolderFault): string {
  return `checkpoint ${sequence} ${FOLDER_FAULTS[code]}${contract === null ? '' : `: ${contract}`}`;
}
