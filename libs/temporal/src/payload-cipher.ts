import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type Payload, type PayloadCodec, ValueError } from '@temporalio/common';
import proto from '@temporalio/proto';
import { type PayloadKey, type PayloadKeys } from './payload-keys.js';

const ENCODING = 'binary/encrypted';
const CIPHER = 'A256GCM';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const PayloadMessage = proto.temporal.api.common.v1.Payload;

/**
 * Encrypts what goes through Temporal, whole payloads with their metadata, by AES-256-GCM; a nonce of its own each, the
 * id of the key beside it and sealed with it. What was stored before there were keys is read as it is. Throws a
 * ValueError for what was encrypted by a key that is not there, or was changed since.
 */
export class PayloadCipher implements PayloadCodec {
  private readonly keys: ReadonlyMap<string, PayloadKey>;
  private readonly current: PayloadKey;

  constructor(keys: PayloadKeys) {
    this.current = keys[0];
    this.keys = new Map(keys.map((key) => [key.id, key]));
  }

  encode(payloads: Payload[]): Promise<Payload[]> {
    return Promise.resolve(payloads.map((payload) => this.encrypted(payload)));
  }

  async decode(payloads: Payload[]): Promise<Payload[]> {
    return payloads.map((payload) =>
      textOf(payload, 'encoding') === ENCODING ? this.decrypted(payload) : payload,
    );
  }

  private encrypted(payload: Payload): Payload {
    const { id, secret } = this.current;
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(sealedWith(id));
    const sealed = [cipher.update(PayloadMessage.encode(payload).finish()), cipher.final()];
    return {
      metadata: {
        encoding: Buffer.from(ENCODING),
        'encryption-cipher': Buffer.from(CIPHER),
        'encryption-key-id': Buffer.from(id),
      },
      data: Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]),
    };
  }

  private decrypted(payload: Payload): Payload {
    const id = textOf(payload, 'encryption-key-id');
    const key = this.keys.get(id);
    if (!key)
      throw new ValueError(`a payload was encrypted by the key ${id}, which is not among PACTA_PAYLOAD_KEYS`);
    const data = Buffer.from(payload.data ?? []);
    try {
      const decipher = createDecipheriv('aes-256-gcm', key.secret, data.subarray(0, NONCE_BYTES))
        .setAAD(sealedWith(id))
        .setAuthTag(data.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const opened = [decipher.update(data.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
      return PayloadMessage.decode(Buffer.concat(opened));
    } catch {
      throw new ValueError(`a payload of the key ${id} was changed, or encrypted by another key of that id`);
    }
  }
}

function sealedWith(id: string): Buffer {
  return Buffer.from(`${CIPHER} ${id}`, 'utf8');
}

function textOf({ metadata }: Payload, name: string): string {
  const value = metadata?.[name];
  return value ? Buffer.from(value).toString('utf8') : '';
}
