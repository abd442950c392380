import { payloadKeys, requirePayloadKeys } from './payload-keys.js';
import { TemporalSettingProblem } from './setting-problem.js';

const key = Buffer.alloc(32, 1).toString('base64');

it('reads keys, the one that encrypts first', () => {
  const keys = payloadKeys(
    JSON.stringify([
      { id: 'new', key },
      { id: 'old', key },
    ]),
  );
  expect(keys?.map(({ id, secret }) => [id, secret.length])).toEqual([
    ['new', 32],
    ['old', 32],
  ]);
  expect(payloadKeys(undefined)).toBeNull();
  expect(payloadKeys('none')).toBeNull();
});

it.each([
  ['no JSON', `[${key}`],
  ['no key at all', '[]'],
  ['a key too short', JSON.stringify([{ id: 'a', key: key.slice(8) }])],
  ['an id twice', JSON.stringify([1, 2].map(() => ({ id: 'a', key })))],
  ['a member that is none', JSON.stringify([{ id: 'a', key, secret: key }])],
  ['an id with a space', JSON.stringify([{ id: 'a b', key }])],
])('refuses %s, names the variable and never shows a key', (_name, text) => {
  const refusal = (() => {
    try {
      return payloadKeys(text);
    } catch (error) {
      return error;
    }
  })();
  expect(refusal).toBeInstanceOf(TemporalSettingProblem);
  expect(String(refusal)).toContain('PACTA_PAYLOAD_KEYS');
  expect(String(refusal)).not.toContain(key.slice(8));
});

it('has to be said, one way or the other', () => {
  expect(() => requirePayloadKeys({})).toThrow('PACTA_PAYLOAD_KEYS: is not set');
  expect(() => requirePayloadKeys({ PACTA_PAYLOAD_KEYS: ' ' })).toThrow('is not set');
  expect(() => requirePayloadKeys({ PACTA_PAYLOAD_KEYS: 'none' })).not.toThrow();
});
