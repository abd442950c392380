import { type PayloadKeys, payloadKeys } from '#temporal/payload-keys';

/** PACTA_PAYLOAD_KEYS of the tests: a secret that everybody may know. */
export const testPayloadKeysText = JSON.stringify([
  { id: 'test', key: Buffer.alloc(32, 7).toString('base64') },
]);

export const TEST_PAYLOAD_KEYS = payloadKeys(testPayloadKeysText) as PayloadKeys;
