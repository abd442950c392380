import { type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { addSeconds, instant } from '#domain/time/instant';
import {
  type Checkpoint,
  checkpointFaults,
  checkpointHash,
  checkpointSchema,
  NO_CHECKPOINT,
  signCheckpoint,
} from './checkpoint.js';
import { HeadTree } from './heads.js';
import { fingerprint, newKeyPem, privateKeyOf, publicKeyText } from './keys.js';
import { leafHash } from './merkle.js';

const key = privateKeyOf(newKeyPem());
const other = privateKeyOf(newKeyPem());
const start = instant('2025-01-06T01:00:00Z');

/** A chain of so many checkpoints; at one of them the key changes. */
function chain(length: number, signer: KeyObject = key, turn?: { at: number; to: KeyObject }): Checkpoint[] {
  const made: Checkpoint[] = [];
  let now = signer;
  for (let n = 1; n <= length; n += 1) {
    const hash = leafHash(Buffer.from(String(n)));
    const tree = new HeadTree([{ contract: 'C-1', sequence: n, hash }]);
    const turns = turn?.at === n ? { nextKey: turn.to } : {};
    made.push(
      signCheckpoint({ previous: made.at(-1) ?? null, tree, at: addSeconds(start, n), key: now, ...turns }),
    );
    if (turn?.at === n) now = turn.to;
  }
  return made;
}

describe('checkpoints', () => {
  it('follow one another, each signed, each naming the one before', () => {
    const made = chain(3);
    expect(made.map(({ previous }) => previous)).toEqual([
      NO_CHECKPOINT,
      ...made.slice(0, 2).map(checkpointHash),
    ]);
    expect(made.map((one) => checkpointSchema.parse(JSON.parse(JSON.stringify(one))))).toEqual(made);
    expect(checkpointFaults(made)).toEqual([]);
  });

  it('go on under a new key that the old one introduced, and under no other', () => {
    const made = chain(4, key, { at: 2, to: other });
    expect(made.map(({ publicKey }) => publicKey)).toEqual([key, key, other, other].map(publicKeyText));
    expect(checkpointFaults(made)).toEqual([]);
    const tree = new HeadTree([]);
    expect(() => signCheckpoint({ previous: made.at(-1) ?? null, tree, at: start, key })).toThrow(
      'the checkpoint before this one names another key',
    );
  });

  it('show a change of any member, and that the next one does not follow', () => {
    const made = chain(4);
    const members = Object.keys(checkpointSchema.shape) as (keyof Checkpoint)[];
    fc.assert(
      fc.property(fc.nat(2), fc.constantFrom(...members), (at, member) => {
        const changed = made.map((one, index) => (index === at ? bent(one, member) : one));
        const codes = checkpointFaults(changed).map(({ sequence, code }) => `${sequence} ${code}`);
        expect(codes).toContain(`${at + 2} previous`);
        const place = member === 'sequence' ? at + 1001 : at + 1;
        expect(codes).toContain(`${place} signature`);
      }),
    );
  });

  it('show which is missing, out of place, or from another chain', () => {
    const made = chain(4);
    const codesOf = (some: readonly (Checkpoint | undefined)[]) =>
      checkpointFaults(some.filter((one) => one !== undefined)).map(
        ({ sequence, code }) => `${sequence} ${code}`,
      );
    expect(codesOf([made[0], made[2], made[3]])).toEqual(['3 sequence', '3 previous']);
    expect(codesOf([made[1], made[2]])).toEqual(['2 sequence', '2 previous']);
    expect(codesOf([made[1], made[0]])).toEqual([
      '2 sequence',
      '2 previous',
      '1 sequence',
      '1 previous',
      '1 backwards',
    ]);
    expect(codesOf([made[0], chain(2, other)[1]])).toEqual(['2 previous', '2 signer']);
  });
});

describe('keys of checkpoints', () => {
  it('are Ed25519 or refused, without a word of what they hold', () => {
    for (const pem of ['', 'secret', newKeyPem().replace('MC4', 'MC5')])
      expect(() => privateKeyOf(pem)).toThrow('the key of the checkpoints cannot be read');
  });

  it('have a name to compare by eye', () => {
    expect(fingerprint(publicKeyText(key))).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
    expect(fingerprint(publicKeyText(other))).not.toBe(fingerprint(publicKeyText(key)));
  });
});

/** The checkpoint with another value of one member, which is still of its kind. */
function bent(checkpoint: Checkpoint, member: keyof Checkpoint): Checkpoint {
  const value = checkpoint[member];
  if (member === 'publicKey') return { ...checkpoint, publicKey: publicKeyText(other) };
  if (member === 'nextPublicKey') return { ...checkpoint, nextPublicKey: publicKeyText(other) };
  if (member === 'at') return { ...checkpoint, at: `${checkpoint.at.slice(0, -2)}9Z` };
  if (typeof value === 'number') return { ...checkpoint, [member]: value + 1000 };
  const text = String(value);
  const middle = Math.floor(text.length / 2);
  return {
    ...checkpoint,
    [member]: `${text.slice(0, middle)}${text[middle] === '7' ? '8' : '7'}${text.slice(middle + 1)}`,
  };
}
