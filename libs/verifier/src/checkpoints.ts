import { digestBytes, sha256, utf8 } from './bytes.js';
import { finding, type Finding } from './finding.js';
import { canonicalJson, type JsonObject, listAt, numberAt, textAt } from './json.js';
import { hashOfJson, headFindings, type Ledger } from './ledger.js';
import { isSigned } from './signature.js';

const FIRST = `sha256:${'0'.repeat(64)}`;

/** Checks the chain of signed checkpoints: signatures, numbers, links, keys. */
export async function checkpointFindings(checkpoints: readonly JsonObject[]): Promise<Finding[]> {
  const found: Finding[] = [];
  let before: JsonObject | null = null;
  for (const checkpoint of checkpoints) {
    const sequence = numberAt(checkpoint, 'sequence');
    const where = `checkpoint ${sequence}`;
    const expected: number = before ? numberAt(before, 'sequence') + 1 : 1;
    if (!(await isSigned(checkpoint))) found.push(finding('checkpoint.changed', where));
    if (sequence !== expected)
      found.push(finding('checkpoint.missing', `checkpoint ${expected}`, `${sequence} stands in its place`));
    else found.push(...(await linkFindings(before, checkpoint, where)));
    before = checkpoint;
  }
  return found;
}

async function linkFindings(
  before: JsonObject | null,
  checkpoint: JsonObject,
  where: string,
): Promise<Finding[]> {
  const previous = before ? await hashOfJson(before) : FIRST;
  const signer = before && signerAfter(before);
  return [
    ...(textAt(checkpoint, 'previous') === previous ? [] : [finding('checkpoint.unlinked', where)]),
    ...(signer === null || signer === textAt(checkpoint, 'publicKey')
      ? []
      : [finding('checkpoint.signer', where)]),
  ];
}

/** The key that has to sign behind a checkpoint. */
export function signerAfter(checkpoint: JsonObject): string {
  return textAt(checkpoint, 'nextPublicKey') || textAt(checkpoint, 'publicKey');
}

/** Checks each proof: that it leads to the root of its checkpoint, and that the ledger still has what it proves. */
export async function proofFindings(
  proofs: readonly JsonObject[],
  checkpoints: readonly JsonObject[],
  ledger: Ledger,
  contract: string,
): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const proof of proofs) {
    const number = numberAt(proof, 'checkpoint');
    const [sequence, hash] = [numberAt(proof, 'sequence'), textAt(proof, 'hash')];
    const checkpoint = checkpoints.find((one) => numberAt(one, 'sequence') === number);
    const leaf = await sha256(Uint8Array.of(0), utf8(canonicalJson({ contract, sequence, hash })));
    const size = checkpoint ? numberAt(checkpoint, 'size') : 0;
    const root = await rootOfPath(leaf, numberAt(proof, 'index'), size, listAt(proof, 'path').map(String));
    if (!checkpoint || root !== textAt(checkpoint, 'root'))
      found.push(finding('proof.broken', `the proof of checkpoint ${number}`));
    else found.push(...headFindings(ledger, { sequence, hash, seenBy: `checkpoint ${number}` }));
  }
  const last = numberAt(checkpoints.at(-1), 'sequence');
  if (!proofs.some((proof) => numberAt(proof, 'checkpoint') === last))
    found.push(finding('proof.missing', 'proofs.jsonl', `the last checkpoint is ${last || 'none'}`));
  return found;
}

/** The root that a leaf and the hashes beside its way lead to (RFC 9162, 2.1.3.2); null where there is none. */
async function rootOfPath(
  leaf: string,
  index: number,
  size: number,
  path: readonly string[],
): Promise<string | null> {
  if (!Number.isInteger(index) || index < 0 || index >= size) return null;
  let [node, last, hash] = [index, size - 1, leaf];
  for (const beside of path) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      hash = await nodeHash(beside, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else hash = await nodeHash(hash, beside);
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? hash : null;
}

function nodeHash(left: string, right: string): Promise<string> {
  return sha256(Uint8Array.of(1), digestBytes(left), digestBytes(right));
}

function half(place: number): number {
  return Math.floor(place / 2);
}
