import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';

/** A key that cannot sign checkpoints. The message says nothing of its content. */
export class AuditKeyProblem extends Error {
  override readonly name = 'AuditKeyProblem';
  readonly code = 'auditKey';
}

/** A new Ed25519 key as PKCS#8 PEM. */
export function newKeyPem(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The private key of a PEM. Throws an AuditKeyProblem for what is no Ed25519 key. */
export function privateKeyOf(pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch {
    throw new AuditKeyProblem(
      'the key of the checkpoints cannot be read: allowed is an Ed25519 key (PKCS#8, PEM)',
    );
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new AuditKeyProblem('the key of the checkpoints is of another kind: allowed is an Ed25519 key');
  return key;
}

/** The public half of a key, 32 bytes in base64url. */
export function publicKeyText(key: KeyObject): string {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  if (x === undefined) throw new AuditKeyProblem('the key has no public half');
  return x;
}

/** The key of such a text. */
export function publicKeyOf(text: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: text }, format: 'jwk' });
}

/** The name of a key that people compare: SHA-256 of its 32 bytes, in groups of four hex digits. */
export function fingerprint(publicKey: string): string {
  const hex = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex');
  return hex.replaceAll(/.{4}(?=.)/g, '$& ');
}
