import { commandIdOf, requestHash } from './write-path.js';

describe('what makes two calls the same', () => {
  const call = { method: 'POST', path: '/api/v1/contracts', body: { a: 1, b: { c: '二', d: [1, 2] } } };

  it('is not the order of members', () => {
    expect(requestHash({ ...call, body: { b: { d: [1, 2], c: '二' }, a: 1 } })).toBe(requestHash(call));
  });

  it.each([
    ['a value', { ...call, body: { ...call.body, a: 2 } }],
    ['a type', { ...call, body: { ...call.body, a: '1' } }],
    ['the order of a list', { ...call, body: { ...call.body, b: { c: '二', d: [2, 1] } } }],
    ['a member more', { ...call, body: { ...call.body, e: null } }],
    ['the address', { ...call, path: '/api/v1/contracts/C-1' }],
    ['the method', { ...call, method: 'PUT' }],
  ])('is %s', (_name, other) => {
    expect(requestHash(other)).not.toBe(requestHash(call));
  });
});

describe('the id of a command', () => {
  it('comes from the caller and the key, and from nothing else', () => {
    expect(commandIdOf('desk', 'key')).toBe(commandIdOf('desk', 'key'));
    expect(commandIdOf('desk', 'key')).toMatch(/^[0-9a-f]{40}$/);
  });

  it('keeps callers apart, whatever they write into a key', () => {
    const ids = [
      commandIdOf('desk', 'key'),
      commandIdOf('desk2', 'key'),
      commandIdOf('desk', '2key'),
      commandIdOf('des', 'kkey'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
