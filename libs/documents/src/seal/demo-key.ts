import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { access, link, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import forge from 'node-forge';
import { readSealKey } from './keys.js';
import { type SealKey } from './seal-pdf.js';

/** The file's mode keeps the key, not this word: whoever reads the folder may seal as the demonstration does. */
const PASSPHRASE = 'pacta-demo';

/**
 * The key that a demonstration seals with, "Pacta demo, not for legal use", RSA of 2048 bits: made once, then read from
 * `seal-demo.p12` (mode 0600) in the data folder. Its certificate is its own and vouches for nobody. Of processes that
 * start together all get the one that was first.
 */
export async function demoSealKey(folder: string): Promise<SealKey> {
  const known = await findDemoSealKey(folder);
  if (known !== null) return known;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const candidate = join(folder, `.seal-demo.${process.pid}.${randomBytes(4).toString('hex')}`);
  await writeFile(candidate, makePkcs12(), { mode: 0o600 });
  try {
    await link(candidate, fileIn(folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(candidate, { force: true });
  }
  return readSealKey(fileIn(folder), PASSPHRASE);
}

/** The demonstration's key where it was made already, else null. */
export async function findDemoSealKey(folder: string): Promise<SealKey | null> {
  const isThere = await access(fileIn(folder)).then(
    () => true,
    () => false,
  );
  return isThere ? readSealKey(fileIn(folder), PASSPHRASE) : null;
}

function fileIn(folder: string): string {
  return join(folder, 'seal-demo.p12');
}

function makePkcs12(): Buffer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const key = forge.pki.privateKeyFromPem(privateKey);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  // A serial number is positive (RFC 5280, 4.1.2.2).
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`;
  // No clock: a demonstration plays contracts of other years.
  certificate.validity.notBefore = new Date('2020-01-01T00:00:00Z');
  certificate.validity.notAfter = new Date('2049-12-31T23:59:59Z');
  const name = [{ name: 'commonName', value: 'Pacta demo, not for legal use' }];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  certificate.sign(key, forge.md.sha256.create());
  // Rounds make guessing slow, and there is nothing to guess.
  const file = forge.pkcs12.toPkcs12Asn1(key, [certificate], PASSPHRASE, { algorithm: 'aes256', count: 1 });
  return Buffer.from(forge.asn1.toDer(file).getBytes(), 'latin1');
}
