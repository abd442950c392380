import { Injectable } from '@nestjs/common';
import { type Checkpoint, checkpointHash } from '#audit/checkpoint';
import { CheckpointFileProblem } from '#audit/checkpoint-folder';
import { fingerprint } from '#audit/keys';
import { type HeadProof } from '#audit/heads';
import { type CheckpointSettings, checkpointSettings } from '#audit/settings';
import { Problem } from '../http/problem.js';

/** The checkpoints that this process writes and reads; none where no folder is set. */
@Injectable()
export class Checkpoints {
  constructor(readonly settings: CheckpointSettings | null) {}

  static async of(env: NodeJS.ProcessEnv): Promise<Checkpoints> {
    return new Checkpoints(await checkpointSettings(env));
  }

  /** The numbers there are, in order. */
  async sequences(): Promise<number[]> {
    return this.settings ? this.settings.folder.sequences() : [];
  }

  /** Throws a Problem where there is no such checkpoint. */
  async get(sequence: number): Promise<Checkpoint> {
    if (!this.settings) throw unknown(sequence);
    return (await this.settings.folder.read(sequence).catch(rethrow)).checkpoint;
  }

  /** That a checkpoint saw a contract's ledger, and up to where; the latest one where none is named. */
  async proof(
    contract: string,
    wanted?: number,
  ): Promise<{ readonly checkpoint: Checkpoint; readonly proof: HeadProof }> {
    const sequence = wanted ?? (await this.sequences()).at(-1);
    if (!this.settings || sequence === undefined)
      throw new Problem('unknownCheckpoint', 'There is no checkpoint yet');
    const checkpoint = await this.get(sequence);
    const proof = (await this.settings.folder.headsAt(sequence).catch(rethrow)).proofOf(contract);
    if (!proof) throw new Problem('unknownCheckpoint', `Checkpoint ${sequence} is older than ${contract}`);
    return { checkpoint, proof };
  }
}

/** A checkpoint as it goes out: with its hash, and the name of its key. */
export function checkpointView(checkpoint: Checkpoint) {
  return {
    ...checkpoint,
    hash: checkpointHash(checkpoint),
    keyFingerprint: fingerprint(checkpoint.publicKey),
  };
}

function rethrow(error: unknown): never {
  if (error instanceof CheckpointFileProblem && error.reason === 'missing') throw unknown(error.sequence);
  throw error;
}

function unknown(sequence: number): Problem {
  return new Problem('unknownCheckpoint', `There is no checkpoint ${sequence}`);
}
