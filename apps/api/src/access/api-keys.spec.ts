import { ApiKeys, ApiKeysProblem } from './api-keys.js';

const secret = 'a-secret-that-nobody-may-see';
const read = (keys: unknown) => ApiKeys.read(JSON.stringify(keys));

it('knows whose key it is', () => {
  const keys = read([
    { name: 'one', role: 'desk', key: `${secret}-1` },
    { name: 'two', role: 'auditor', key: `${secret}-2` },
    { name: 'three', role: 'party', key: `${secret}-3`, clients: ['acme'] },
    { name: 'four', role: 'desk', key: `${secret}-4`, expiresAt: '2025-01-01T00:00:00Z' },
    { name: 'five', role: 'desk', key: `${secret}-5`, expiresAt: '2125-01-01T00:00:00Z' },
  ]);
  expect(keys.callerOf(`${secret}-2`)).toEqual({ name: 'two', role: 'auditor', clients: null });
  expect(keys.callerOf(`${secret}-3`)).toEqual({ name: 'three', role: 'party', clients: ['acme'] });
  expect(keys.callerOf(`${secret}-4`)).toBeNull();
  expect(keys.callerOf(`${secret}-5`)).not.toBeNull();
  expect(keys.callerOf(`${secret}-6`)).toBeNull();
  expect(keys.callerOf('')).toBeNull();
});

it.each([
  ['nothing', undefined, 'is not set'],
  ['an empty text', '', 'is not set'],
  ['no JSON', `{${secret}`, 'is not JSON'],
  ['an empty list', '[]', 'at least 1'],
  ['an unknown role', JSON.stringify([{ name: 'a', role: 'boss', key: secret }]), '[0].role'],
  ['a party without clients', JSON.stringify([{ name: 'a', role: 'party', key: secret }]), '[0].clients'],
  [
    'no clients at all',
    JSON.stringify([{ name: 'a', role: 'desk', key: secret, clients: [] }]),
    '[0].clients',
  ],
  ['a key too short', JSON.stringify([{ name: 'a', role: 'desk', key: 'short' }]), 'at least 8'],
  [
    'a name twice',
    JSON.stringify([1, 2].map(() => ({ name: 'a', role: 'desk', key: secret }))),
    'given twice',
  ],
  ['an unknown member', JSON.stringify([{ name: 'a', role: 'desk', key: secret, secret }]), '[0].secret'],
])('refuses %s, and never shows a key', (_name, text, words) => {
  const refusal = (() => {
    try {
      return ApiKeys.read(text);
    } catch (error) {
      return error;
    }
  })();
  expect(refusal).toBeInstanceOf(ApiKeysProblem);
  expect(String(refusal)).toContain(words);
  expect(String(refusal)).not.toContain(secret);
});
