import { canonicalJson } from '#decisions/hash';
import { inclusionPath, leafHash, merkleRoot, rootOfPath } from './merkle.js';

/** The last line of a contract's ledger at some moment. */
export interface Head {
  readonly contract: string;
  /** 0 before the first line. */
  readonly sequence: number;
  readonly hash: string;
}

/** That a head was among those of a tree. */
export interface HeadProof {
  readonly head: Head;
  /** The place among the heads, by contract, from 0. */
  readonly index: number;
  /** The hashes beside the way up to the root. */
  readonly path: readonly string[];
}

/** A tree by its size and its top: what a checkpoint says of it. */
export interface TreeTop {
  readonly size: number;
  readonly root: string;
}

/** The heads of all contracts, in the order of the contracts' ids, under one root. */
export class HeadTree implements TreeTop {
  readonly heads: readonly Head[];
  readonly root: string;
  private readonly leaves: readonly string[];
  private readonly places: ReadonlyMap<string, number>;

  /** Throws where a contract has two heads. */
  constructor(heads: Iterable<Head>) {
    this.heads = [...heads].sort((a, b) => (a.contract < b.contract ? -1 : 1));
    this.places = new Map(this.heads.map(({ contract }, index) => [contract, index]));
    for (const [index, { contract }] of this.heads.entries())
      if (this.places.get(contract) !== index) throw new RangeError(`${contract} has two heads`);
    this.leaves = this.heads.map(leafOf);
    this.root = merkleRoot(this.leaves);
  }

  get size(): number {
    return this.heads.length;
  }

  headOf(contract: string): Head | null {
    return this.heads[this.placeOf(contract)] ?? null;
  }

  /** That the tree has a contract's head, and which; null where it has none. */
  proofOf(contract: string): HeadProof | null {
    const index = this.placeOf(contract);
    const head = this.heads[index];
    return head ? { head, index, path: inclusionPath(this.leaves, index) } : null;
  }

  private placeOf(contract: string): number {
    return this.places.get(contract) ?? -1;
  }
}

/** Whether a head is among those under a root. */
export function isIncluded({ head, index, path }: HeadProof, { size, root }: TreeTop): boolean {
  return rootOfPath(leafOf(head), index, size, path) === root;
}

function leafOf({ contract, sequence, hash }: Head): string {
  return leafHash(Buffer.from(canonicalJson({ contract, sequence, hash }), 'utf8'));
}
