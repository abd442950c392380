import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type Head, HeadTree, isIncluded } from './heads.js';
import { inclusionPath, leafHash, merkleRoot, rootOfPath } from './merkle.js';

const hashText = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => `sha256:${Buffer.from(bytes).toString('hex')}`);
const heads = fc.uniqueArray(
  fc.record({ contract: fc.string({ minLength: 1 }), sequence: fc.nat(), hash: hashText }),
  { selector: ({ contract }) => contract, minLength: 1, maxLength: 40 },
);

describe('the Merkle tree of RFC 6962', () => {
  // The published vectors of the reference implementation (certificate-transparency, merkle_tree_test).
  const inputs = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];
  const leaves = inputs.map((hex) => leafHash(Buffer.from(hex, 'hex')));
  it.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('has the published root over %i leaves', (size, root) => {
    expect(merkleRoot(leaves.slice(0, size))).toBe(`sha256:${root}`);
  });

  it('has the published way of the fifth of eight leaves', () => {
    const path = inclusionPath(leaves, 5);
    expect(path[0]).toBe('sha256:bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b');
    expect(rootOfPath(leaves[5] ?? '', 5, 8, path)).toBe(merkleRoot(leaves));
  });

  it('tells leaves from nodes', () => {
    const [left = '', right = ''] = leaves;
    const joined = Buffer.concat([left, right].map((hash) => Buffer.from(hash.slice(7), 'hex')));
    expect(merkleRoot([leafHash(joined)])).not.toBe(merkleRoot([left, right]));
    expect(merkleRoot([left, right])).not.toBe(`sha256:${createHash('sha256').update(joined).digest('hex')}`);
  });
});

describe('the tree over the heads of all ledgers', () => {
  it('proves every head, in whatever order they came', () => {
    fc.assert(
      fc.property(heads, fc.nat(), (some, seed) => {
        const tree = new HeadTree(some);
        const turned = new HeadTree([
          ...some.slice(seed % some.length),
          ...some.slice(0, seed % some.length),
        ]);
        expect(turned.root).toBe(tree.root);
        for (const head of some) {
          const proof = tree.proofOf(head.contract);
          expect(proof?.head).toEqual(head);
          expect(proof && isIncluded(proof, tree)).toBe(true);
        }
      }),
    );
  });

  it('proves nothing else: neither another head, nor place, size, way or root', () => {
    fc.assert(
      fc.property(heads, heads, hashText, (some, others, hash) => {
        const tree = new HeadTree(some);
        const proof = tree.proofOf(some[0]?.contract ?? '');
        if (!proof) throw new Error('no proof');
        const { head, index, path } = proof;
        const wrong = (changed: Partial<typeof proof>) => isIncluded({ ...proof, ...changed }, tree);
        expect(wrong({ head: { ...head, sequence: head.sequence + 1 } })).toBe(false);
        expect(wrong({ head: { ...head, hash } })).toBe(false);
        expect(wrong({ head: { ...head, contract: `${head.contract}x` } })).toBe(false);
        expect(wrong({ index: index + 1 })).toBe(false);
        expect(wrong({ path: [...path, hash] })).toBe(false);
        expect(path.length > 0 && wrong({ path: path.slice(1) })).toBe(false);
        const other = new HeadTree(others);
        expect(isIncluded(proof, other)).toBe(other.root === tree.root);
      }),
    );
  });

  it('has another root when any head changes', () => {
    fc.assert(
      fc.property(heads, fc.nat(), hashText, (some, at, hash) => {
        const changed: Head[] = some.map((head, i) => (i === at % some.length ? { ...head, hash } : head));
        expect(new HeadTree(changed).root).not.toBe(new HeadTree(some).root);
      }),
    );
  });

  it('refuses two heads of one contract, and has no proof of a contract that is not there', () => {
    const head = { contract: 'C-1', sequence: 1, hash: leafHash(new Uint8Array()) };
    expect(() => new HeadTree([head, head])).toThrow('C-1 has two heads');
    expect(new HeadTree([head]).proofOf('C-2')).toBeNull();
  });
});
