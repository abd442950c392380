import { canonicalJson, contentHash } from './hash.js';

describe('contentHash', () => {
  it('is the SHA-256 of the canonical JSON', () => {
    // printf '{"a":[1,null,"é"],"b":true}' | sha256sum
    expect(canonicalJson({ b: true, a: [1, null, 'é'] })).toBe('{"a":[1,null,"é"],"b":true}');
    expect(contentHash({ b: true, a: [1, null, 'é'] })).toBe(
      'sha256:2572338816e46a5309b9098dfd01294b9e5f41aea805ed9b1295a938ed637ea8',
    );
  });

  it('does not depend on the order of members, and does on everything else', () => {
    expect(contentHash({ a: 1, b: { c: 2, d: 3 } })).toBe(contentHash({ b: { d: 3, c: 2 }, a: 1 }));
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
    expect(contentHash({ a: '1' })).not.toBe(contentHash({ a: 1 }));
  });

  it.each([undefined, Number.NaN, Infinity, '\ud800'])('refuses %p, which JSON cannot say', (value) => {
    expect(() => contentHash(value)).toThrow();
  });
});
