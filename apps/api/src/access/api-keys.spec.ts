import { ApiKeys, ApiKeysProblem } from './api-keys.js';

const secret = 'a-secret-that-nobody-may-see';
const read = (keys: unknown) => ApiKeys.read(JSON.stringify(keys));

it('knows whose key it is', () => {
  const keys = read([
    { name: 'one', role: 'desk', key: `${secret}-1` },
    { name: 'two', role: 'auditor', key: `${secret}-2` },
  ]);
  expect(keys.callerOf(`${secret}-2`)).toEqual({ name: 'two', role: 'auditor' });
  expect(keys.callerOf(`${secret}-3`)).toBeNull();
  expect(keys.callerOf('')).toBeNull();
});

it.each([
  ['nothing', undefined, 'is not set'],
  ['an empty text', '', 'is not set'],
  ['no JSON', `{${secret}`, 'is not JSON'],
  ['an empty list', '[]', 'at least 1'],
  ['an unknown role', JSON.stringify([{ name: 'a', role: 'boss', key: secret }]), '[0].role'],
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
