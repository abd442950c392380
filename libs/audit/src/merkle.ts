import { createHash } from 'node:crypto';

/**
 * A Merkle tree as RFC 6962 (and RFC 9162) has it: hashes of leaves and of nodes begin with a byte of their own, so that
 * no node can be passed off as a leaf, and a tree of any size has one shape. Digests are written `sha256:` and hex.
 */

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const PREFIX = 'sha256:';

/** The hash of a leaf's bytes. */
export function leafHash(bytes: Uint8Array): string {
  return sha256(LEAF, bytes);
}

/** The hash at the top of the tree over these leaves' hashes; of none, the hash of nothing. */
export function merkleRoot(leaves: readonly string[]): string {
  if (leaves.length === 0) return sha256();
  return rootOf(leaves, 0, leaves.length);
}

/** The hashes beside the way from a leaf up to the root, the lowest first. Throws where there is no such leaf. */
export function inclusionPath(leaves: readonly string[], index: number): string[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
    throw new RangeError(`there is no leaf ${index} among ${leaves.length}`);
  const path: string[] = [];
  let [start, end] = [0, leaves.length];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    const isLeft = index < middle;
    path.push(isLeft ? rootOf(leaves, middle, end) : rootOf(leaves, start, middle));
    [start, end] = isLeft ? [start, middle] : [middle, end];
  }
  return path.toReversed();
}

/** The root that a leaf and the hashes beside its way lead to; null where they cannot be those of such a tree. */
export function rootOfPath(
  leaf: string,
  index: number,
  size: number,
  path: readonly string[],
): string | null {
  if (!Number.isInteger(index) || index < 0 || index >= size) return null;
  // RFC 9162, 2.1.3.2: `node` and `last` are the places of the way and of the tree's last leaf, level by level.
  let [node, last, hash] = [index, size - 1, leaf];
  for (const beside of path) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(beside, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else hash = nodeHash(hash, beside);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? hash : null;
}

function rootOf(leaves: readonly string[], start: number, end: number): string {
  const size = end - start;
  if (size === 1) return leaves[start] ?? '';
  const middle = start + splitOf(size);
  return nodeHash(rootOf(leaves, start, middle), rootOf(leaves, middle, end));
}

/** The largest power of two below a size. */
function splitOf(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1));
}

function half(place: number): number {
  return Math.floor(place / 2);
}

function nodeHash(left: string, right: string): string {
  return sha256(NODE, bytesOf(left), bytesOf(right));
}

function bytesOf(digest: string): Buffer {
  return Buffer.from(digest.slice(PREFIX.length), 'hex');
}

function sha256(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return `${PREFIX}${hash.digest('hex')}`;
}
