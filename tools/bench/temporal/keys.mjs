const { payloadKeys } = await import('#temporal/payload-keys');

/** As in production, what the product stores in Temporal is encrypted. */
export const keysText = JSON.stringify([{ id: 'bench', key: Buffer.alloc(32, 7).toString('base64') }]);
export const keys = payloadKeys(keysText);
