import { randomBytes } from 'node:crypto';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import fc from 'fast-check';
import { PayloadCipher } from './payload-cipher.js';
import { type PayloadKey } from './payload-keys.js';

const keyOf = (id: string): PayloadKey => ({ id, secret: randomBytes(32) });
const [first, second] = [keyOf('first'), keyOf('second')];
const cipher = new PayloadCipher([first]);
const plain = (value: unknown): Payload => defaultPayloadConverter.toPayload(value) as Payload;
const read = (payload: Payload | undefined): unknown =>
  defaultPayloadConverter.fromPayload(payload as Payload);
const one = async (work: Promise<Payload[]>): Promise<Payload> => (await work)[0] as Payload;

it('gives back whatever it was given', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 5 }), async (values) => {
      const decoded = await cipher.decode(await cipher.encode(values.map(plain)));
      expect(decoded.map(read)).toEqual(values.map((value) => read(plain(value))));
    }),
  );
});

it('shows nothing of it, and never the same twice', async () => {
  const [a, b] = [await one(cipher.encode([plain('李雷')])), await one(cipher.encode([plain('李雷')]))];
  expect(Buffer.from(a.data ?? []).includes(Buffer.from('李雷'))).toBe(false);
  expect(Buffer.from(a.data ?? [])).not.toEqual(Buffer.from(b.data ?? []));
  expect(Object.keys(a.metadata ?? {})).toEqual(['encoding', 'encryption-cipher', 'encryption-key-id']);
});

it('rotates: a new key encrypts, the old one still decrypts', async () => {
  const old = await one(cipher.encode([plain('before')]));
  const rotated = new PayloadCipher([second, first]);
  expect(read(await one(rotated.decode([old])))).toBe('before');
  const fresh = await one(rotated.encode([plain('after')]));
  expect(Buffer.from(fresh.metadata?.['encryption-key-id'] ?? []).toString()).toBe('second');
  await expect(cipher.decode([fresh])).rejects.toThrow(
    'the key second, which is not among PACTA_PAYLOAD_KEYS',
  );
});

it('reads what was stored before there were keys', async () => {
  expect(read(await one(cipher.decode([plain({ a: 1 })])))).toEqual({ a: 1 });
});

it('finds every bit that was changed, also the name of the key', async () => {
  const payload = await one(cipher.encode([plain('secret')]));
  const data = Buffer.from(payload.data ?? []);
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: data.length * 8 - 1 }), async (bit) => {
      const changed = Buffer.from(data);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await expect(cipher.decode([{ ...payload, data: changed }])).rejects.toThrow('was changed');
    }),
  );
  const same = new PayloadCipher([first, { id: 'twin', secret: first.secret }]);
  const renamed = { ...payload.metadata, 'encryption-key-id': Buffer.from('twin') };
  await expect(same.decode([{ ...payload, metadata: renamed }])).rejects.toThrow('was changed');
});
