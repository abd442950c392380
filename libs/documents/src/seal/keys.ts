import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import forge from 'node-forge';
import { type Instant } from '#domain/time/instant';
import { describeCertificate } from './certificate.js';
import { assertValidAt, type SealKey } from './seal-pdf.js';
import { SealProblem } from './seal-problem.js';

/** A key of fewer bits is not safe until the contracts end that it seals (NIST SP 800-131A). */
const LEAST_BITS = 2048;

/**
 * The operator's key: PACTA_SEAL_P12 names its PKCS#12 file, PACTA_SEAL_PASSPHRASE opens it. Null where none is named.
 * Throws {@link SealProblem} as {@link readSealKey} does.
 */
export async function operatorSealKey(
  env: Readonly<Record<string, string | undefined>>,
): Promise<SealKey | null> {
  const path = env['PACTA_SEAL_P12'];
  return path ? readSealKey(path, env['PACTA_SEAL_PASSPHRASE'] ?? '') : null;
}

/**
 * Reads a key with its certificate, and those that vouch for it, from a PKCS#12 file. Throws {@link SealProblem}:
 * `noSealKey` where there is no such file, `wrongPassphrase`, `sealKeyUnfit` for what is no PKCS#12 file, has no key with
 * its certificate, or no RSA key of 2048 bits or more; with `at`, `sealKeyExpired` where it is not valid then.
 */
export async function readSealKey(path: string, passphrase: string, at?: Instant): Promise<SealKey> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new SealProblem(
      'noSealKey',
      `the seal key ${path} cannot be read: name a PKCS#12 file in PACTA_SEAL_P12`,
      {
        cause,
      },
    );
  });
  const key = openPkcs12(path, bytes, passphrase);
  if (at !== undefined) assertValidAt(key, at);
  return key;
}

function openPkcs12(path: string, bytes: Buffer, passphrase: string): SealKey {
  const bags = readBags(path, bytes, passphrase);
  const privateKey = privateKeyIn(bags);
  if (privateKey === null) throw unfit(path, 'it has no private key');
  const bits = privateKey.asymmetricKeyDetails?.modulusLength ?? 0;
  if (privateKey.asymmetricKeyType !== 'rsa' || bits < LEAST_BITS) {
    throw unfit(path, `its key is not an RSA key of ${LEAST_BITS} bits or more`);
  }
  const certificates = bags.flatMap(({ type, cert, asn1 }) => {
    if (type !== forge.pki.oids['certBag']) return [];
    return [derOf(cert ? forge.pki.certificateToAsn1(cert) : asn1)];
  });
  const own = certificates.find((each) => new X509Certificate(each).checkPrivateKey(privateKey));
  if (own === undefined) throw unfit(path, 'it has no certificate of its key');
  return {
    privateKey,
    certificate: describeCertificate(own),
    certificates: [own, ...certificates.filter((each) => each !== own)],
  };
}

function readBags(path: string, bytes: Buffer, passphrase: string): forge.pkcs12.Bag[] {
  let file: forge.asn1.Asn1;
  try {
    file = forge.asn1.fromDer(bytes.toString('latin1'));
  } catch {
    throw unfit(path, 'it is no PKCS#12 file');
  }
  try {
    return forge.pkcs12
      .pkcs12FromAsn1(file, false, passphrase)
      .safeContents.flatMap(({ safeBags }) => safeBags);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    if (!/invalid password|could not be verified|decrypt/i.test(message)) {
      throw unfit(path, 'it is no PKCS#12 file of a form that is known here');
    }
    throw new SealProblem(
      'wrongPassphrase',
      `the passphrase does not open the seal key ${path}: set PACTA_SEAL_PASSPHRASE`,
      { cause },
    );
  }
}

/** The first private key; keys of other kinds than RSA come as they are in the file. */
function privateKeyIn(bags: readonly forge.pkcs12.Bag[]): KeyObject | null {
  const { keyBag, pkcs8ShroudedKeyBag } = forge.pki.oids;
  const bag = bags.find(({ type }) => type === keyBag || type === pkcs8ShroudedKeyBag);
  if (bag === undefined) return null;
  if (bag.key) return createPrivateKey(forge.pki.privateKeyToPem(bag.key));
  return createPrivateKey({ key: derOf(bag.asn1), format: 'der', type: 'pkcs8' });
}

function derOf(value: forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(value).getBytes(), 'latin1');
}

function unfit(path: string, why: string): SealProblem {
  return new SealProblem('sealKeyUnfit', `the seal key ${path} cannot be used: ${why}`);
}
