import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseDocument } from '#decisions/schema-faults';
import { jsonOrNull } from '#domain/json-text';
import { type Checkpoint, checkpointSchema } from './checkpoint.js';
import { type Head, HeadTree } from './heads.js';

const headSchema = z.strictObject({
  contract: z.string(),
  sequence: z.int().nonnegative(),
  hash: z.string(),
});

const fileSchema = z.strictObject({
  checkpoint: checkpointSchema,
  /** Whether `heads` are all heads, or only those that differ from the checkpoint before. */
  isComplete: z.boolean(),
  heads: z.array(headSchema),
});

/** A checkpoint as it lies in the folder: what was signed, and the heads that its root stands for. */
export type CheckpointFile = z.infer<typeof fileSchema>;

const REASONS = {
  missing: 'is missing',
  unreadable: 'lies in a file that cannot be read as one',
  taken: 'is there already',
};

/** A file of the folder that is missing or unreadable, or was there already. */
export class CheckpointFileProblem extends Error {
  override readonly name = 'CheckpointFileProblem';
  readonly code = 'checkpointFile';

  constructor(
    readonly sequence: number,
    readonly reason: 'missing' | 'unreadable' | 'taken',
  ) {
    super(`checkpoint ${sequence} ${REASONS[reason]}`);
  }
}

/** Every so many checkpoints a file lists all heads: so many files at most are read for the heads at any of them. */
const COMPLETE_EVERY = 64;

const FILE_NAME = /^(\d{8})\.json$/;

/**
 * The folder of checkpoints, outside the database: a file for each, `00000001.json` and so on, written once and never
 * changed. Of several processes that write the same number, the first one has it.
 */
export class CheckpointFolder {
  constructor(readonly path: string) {}

  /** The numbers of the files there are, in order. */
  async sequences(): Promise<number[]> {
    const names = await readdir(this.path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    return names
      .flatMap((name) => FILE_NAME.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b);
  }

  /** Throws a CheckpointFileProblem where there is no such file, or it cannot be read. */
  async read(sequence: number): Promise<CheckpointFile> {
    const text = await readFile(join(this.path, fileName(sequence)), 'utf8').catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        throw new CheckpointFileProblem(sequence, 'missing');
      },
    );
    const parsed = parseDocument(fileSchema, jsonOrNull(text));
    if ('value' in parsed) return parsed.value;
    throw new CheckpointFileProblem(sequence, 'unreadable');
  }

  /** The latest one; null where there is none yet. */
  async last(): Promise<CheckpointFile | null> {
    const sequence = (await this.sequences()).at(-1);
    return sequence === undefined ? null : this.read(sequence);
  }

  /** The heads of all ledgers at a checkpoint. Throws a CheckpointFileProblem where files of it are missing. */
  async headsAt(sequence: number): Promise<HeadTree> {
    const files: CheckpointFile[] = [];
    for (let at = sequence; at > 0; at -= 1) {
      const file = await this.read(at);
      files.unshift(file);
      if (file.isComplete) break;
    }
    const heads = new Map<string, Head>();
    for (const file of files) takeHeads(heads, file);
    return new HeadTree(heads.values());
  }

  /**
   * Writes a checkpoint beside the heads that were before it. It is on the disk when this returns. Throws a
   * CheckpointFileProblem where another process has written that number.
   */
  async append(checkpoint: Checkpoint, tree: HeadTree, before: HeadTree | null): Promise<void> {
    const { sequence } = checkpoint;
    // A head that is gone can only be told by listing those there are.
    const isGone = before?.heads.some(({ contract }) => tree.headOf(contract) === null) ?? true;
    const isComplete = isGone || (sequence - 1) % COMPLETE_EVERY === 0;
    const heads = isComplete
      ? tree.heads
      : tree.heads.filter((head) => !isSame(before?.headOf(head.contract) ?? null, head));
    const file: CheckpointFile = { checkpoint, isComplete, heads: [...heads] };
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    const candidate = join(this.path, `.${sequence}.${randomBytes(6).toString('hex')}`);
    await writeThrough(candidate, `${JSON.stringify(file)}\n`);
    try {
      // Unlike a rename, a link never takes the place of a file that is there.
      await link(candidate, join(this.path, fileName(sequence)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new CheckpointFileProblem(sequence, 'taken');
    } finally {
      await rm(candidate, { force: true });
    }
    await flushFolder(this.path);
  }
}

/** Brings heads up to a checkpoint: from the one before it, or from anything where the file lists all of them. */
export function takeHeads(heads: Map<string, Head>, file: CheckpointFile): void {
  if (file.isComplete) heads.clear();
  for (const head of file.heads) heads.set(head.contract, head);
}

function isSame(before: Head | null, { sequence, hash }: Head): boolean {
  return before?.sequence === sequence && before.hash === hash;
}

function fileName(sequence: number): string {
  return `${String(sequence).padStart(8, '0')}.json`;
}

async function writeThrough(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name of a new file is on the disk only when its folder is. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => null);
  // Windows has no such thing, and needs none.
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
