import { type KeyObject } from 'node:crypto';
import { Signer, SignPdf } from '@signpdf/signpdf';
import { holderOf, type SealCertificate } from './certificate.js';
import { checkSeal } from './check-seal.js';
import { cmsLength, signCms } from './cms.js';
import { addPlaceholder, type SealWish } from './placeholder.js';
import { SealProblem } from './seal-problem.js';

/** What documents are sealed with. */
export interface SealKey {
  /** RSA. */
  readonly privateKey: KeyObject;
  readonly certificate: SealCertificate;
  /** DER: the key's own certificate, then those that vouch for it. */
  readonly certificates: readonly Buffer[];
}

/**
 * Seals a document by a PAdES signature (ETSI EN 319 142-1, baseline B: SubFilter ETSI.CAdES.detached, SHA-256) as one
 * more revision of the file. The same document, key and wish give the same bytes. Throws {@link SealProblem}:
 * `sealKeyExpired` where the certificate is not valid at `signedAt`, `cannotBeSealed` for a file that pdfkit did not write
 * or that is sealed already.
 */
export async function sealPdf(pdf: Uint8Array, key: SealKey, wish: SealWish): Promise<Uint8Array> {
  assertValidAt(key, wish.signedAt);
  const [own = Buffer.alloc(0)] = key.certificates;
  const keyBytes = (key.privateKey.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  const room = cmsLength(key.certificates, keyBytes);
  const prepared = addPlaceholder(pdf, wish, holderOf(own), room);
  const sealed = await new SignPdf().sign(prepared, new CadesSigner(key));
  const check = checkSeal(sealed);
  if (check.kind !== 'intact' || check.certificate.fingerprint !== key.certificate.fingerprint) {
    throw new SealProblem(
      'cannotBeSealed',
      'the document cannot be sealed: its seal does not stand the check',
    );
  }
  return new Uint8Array(sealed);
}

/** Throws {@link SealProblem} `sealKeyExpired` where the key's certificate is not valid at that instant. */
export function assertValidAt({ certificate }: SealKey, at: SealWish['signedAt']): void {
  const { subject, notBefore, notAfter } = certificate;
  if (at >= notBefore && at <= notAfter) return;
  throw new SealProblem(
    'sealKeyExpired',
    `the certificate of ${subject} is valid from ${notBefore} to ${notAfter}, so nothing can be sealed by it at ${at}`,
  );
}

/** Signs what SignPdf hands it: all of the file but the room for the signature. */
class CadesSigner extends Signer {
  constructor(private readonly key: SealKey) {
    super();
  }

  override sign(bytes: Buffer): Promise<Buffer> {
    return Promise.resolve(signCms(bytes, this.key.privateKey, this.key.certificates));
  }
}
