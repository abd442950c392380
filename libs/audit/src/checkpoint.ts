import { sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson, contentHash } from '#decisions/hash';
import { type Instant } from '#domain/time/instant';
import { type TreeTop } from './heads.js';
import { publicKeyOf, publicKeyText } from './keys.js';

/** What `previous` says of the first checkpoint. */
export const NO_CHECKPOINT = `sha256:${'0'.repeat(64)}`;

const FORMAT = 'pacta-checkpoint/1';

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
/** 32 bytes in base64url. */
const publicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What was the last line of every ledger at a moment, signed: one of a chain. */
export const checkpointSchema = z.strictObject({
  format: z.literal(FORMAT),
  /** From 1, without gaps. */
  sequence: z.int().positive(),
  /** The hash of the checkpoint before it. */
  previous: digest,
  at: z.string(),
  /** How many contracts there were. */
  size: z.int().nonnegative(),
  /** The top of the Merkle tree over their heads. */
  root: digest,
  /** The key that signs it (Ed25519). */
  publicKey,
  /** The key that signs from the next checkpoint on, where that is another. */
  nextPublicKey: publicKey.nullable(),
  /** Over `pacta-checkpoint/1`, a line feed, and the canonical JSON (RFC 8785) of all other members. */
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});

export type Checkpoint = z.infer<typeof checkpointSchema>;

/** What a new checkpoint is made of. */
export interface NewCheckpoint {
  /** The one before it; null for the first. */
  readonly previous: Checkpoint | null;
  readonly tree: TreeTop;
  readonly at: Instant;
  readonly key: KeyObject;
  readonly nextKey?: KeyObject;
}

/** The next checkpoint of a chain. Throws where the key is not the one that the chain says. */
export function signCheckpoint({ previous, tree, at, key, nextKey }: NewCheckpoint): Checkpoint {
  const statement = {
    format: FORMAT,
    sequence: (previous?.sequence ?? 0) + 1,
    previous: previous ? checkpointHash(previous) : NO_CHECKPOINT,
    at,
    size: tree.size,
    root: tree.root,
    publicKey: publicKeyText(key),
    nextPublicKey: nextKey ? publicKeyText(nextKey) : null,
  } as const;
  if (previous && signerAfter(previous) !== statement.publicKey)
    throw new RangeError('the checkpoint before this one names another key');
  return { ...statement, signature: sign(null, signedBytes(statement), key).toString('base64url') };
}

/** The hash by which the next checkpoint names this one: its signature is part of it. */
export function checkpointHash(checkpoint: Checkpoint): string {
  return contentHash(checkpoint);
}

/** The key that has to sign the next one. */
export function signerAfter({ publicKey, nextPublicKey }: Checkpoint): string {
  return nextPublicKey ?? publicKey;
}

/** Whether its own key signed it. */
export function isSigned({ signature, ...statement }: Checkpoint): boolean {
  return verify(
    null,
    signedBytes(statement),
    publicKeyOf(statement.publicKey),
    Buffer.from(signature, 'base64url'),
  );
}

export type CheckpointFaultCode = 'signature' | 'sequence' | 'previous' | 'signer' | 'backwards';

/** What is wrong with a checkpoint as the one after another. */
export interface CheckpointFault {
  readonly sequence: number;
  readonly code: CheckpointFaultCode;
}

/** Checks checkpoints from the first on: signatures, order, links, keys. Gives the faults found, in order. */
export function checkpointFaults(checkpoints: readonly Checkpoint[]): CheckpointFault[] {
  let previous: Checkpoint | null = null;
  const faults: CheckpointFault[] = [];
  for (const checkpoint of checkpoints) {
    faults.push(...faultsAfter(previous, checkpoint));
    previous = checkpoint;
  }
  return faults;
}

/** What is wrong with a checkpoint as the one after `previous`, which is null where it is to be the first. */
export function faultsAfter(previous: Checkpoint | null, checkpoint: Checkpoint): CheckpointFault[] {
  const codes: CheckpointFaultCode[] = [];
  if (!isSigned(checkpoint)) codes.push('signature');
  if (checkpoint.sequence !== (previous?.sequence ?? 0) + 1) codes.push('sequence');
  if (checkpoint.previous !== (previous ? checkpointHash(previous) : NO_CHECKPOINT)) codes.push('previous');
  if (previous && signerAfter(previous) !== checkpoint.publicKey) codes.push('signer');
  if (previous && (checkpoint.at < previous.at || checkpoint.size < previous.size)) codes.push('backwards');
  return codes.map((code) => ({ sequence: checkpoint.sequence, code }));
}

function signedBytes(statement: Omit<Checkpoint, 'signature'>): Buffer {
  return Buffer.from(`${FORMAT}\n${canonicalJson(statement)}`, 'utf8');
}
