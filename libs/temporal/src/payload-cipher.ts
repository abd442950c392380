import { type Payload, type PayloadCodec, ValueError } from '@temporalio/common';
import proto from '@temporalio/proto';
import { CIPHER, seal, SealProblem, unseal } from '#secrets/seal';
import { type PayloadKey, type PayloadKeys } from './payload-keys.js';

const ENCODING = 'binary/encrypted';

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
    const { id } = this.current;
    return {
      metadata: {
        encoding: Buffer.from(ENCODING),
        'encryption-cipher': Buffer.from(CIPHER),
        'encryption-key-id': Buffer.from(id),
      },
      data: seal(this.current, PayloadMessage.encode(payload).finish()),
    };
  }

  private decrypted(payload: Payload): Payload {
    const id = textOf(payload, 'encryption-key-id');
    const key = this.keys.get(id);
    if (!key)
      throw new ValueError(`a payload was encrypted by the key ${id}, which is not among PACTA_PAYLOAD_KEYS`);
    let opened: Buffer;
    try {
      opened = unseal(key, payload.data ?? new Uint8Array());
    } catch (error) {
      if (!(error instanceof SealProblem)) throw error;
      throw new ValueError(`a payload of the key ${id} was changed, or encrypted by another key of that id`);
    }
    return PayloadMessage.decode(opened);
  }
}

function textOf({ metadata }: Payload, name: string): string {
  const value = metadata?.[name];
  return value ? Buffer.from(value).toString('utf8') : '';
}
