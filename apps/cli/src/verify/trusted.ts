import { readFile } from 'node:fs/promises';
import { describeCertificate, parseFingerprint } from '#documents/seal/certificate';
import { findDemoSealKey } from '#documents/seal/demo-key';
import { operatorSealKey } from '#documents/seal/keys';
import { SealProblem } from '#documents/seal/seal-problem';
import { quote } from '#domain/fault';
import { type Found, fromHere } from '../faults.js';
import { dataFolderPath } from '../running.js';
import { type Trusted } from './verdict.js';

/**
 * The operator's certificate: the given one (a PEM file or a fingerprint), else that of the key in PACTA_SEAL_P12, else the
 * demo key's of the data folder; null where there is none of them. A key that cannot be read is a fault.
 */
export async function trustedCertificate(
  given: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<Found<{ readonly trusted: Trusted | null }>> {
  if (given !== undefined) return givenCertificate(given);
  try {
    const operator = await operatorSealKey(env);
    if (operator)
      return {
        trusted: {
          fingerprint: operator.certificate.fingerprint,
          source: 'the certificate in PACTA_SEAL_P12',
        },
      };
    const demo = await findDemoSealKey(dataFolderPath(env));
    const source = 'the demo certificate (not for legal use)';
    return { trusted: demo && { fingerprint: demo.certificate.fingerprint, source } };
  } catch (error) {
    if (!(error instanceof SealProblem)) throw error;
    const allowed = 'allowed is to name the certificate by --certificate instead';
    return { faults: [{ path: error.code, problem: error.message, allowed }] };
  }
}

async function givenCertificate(given: string): Promise<Found<{ readonly trusted: Trusted }>> {
  const fingerprint = parseFingerprint(given);
  if (fingerprint !== null) return { trusted: { fingerprint, source: 'the certificate of --certificate' } };
  try {
    const certificate = describeCertificate(await readFile(fromHere(given)));
    return { trusted: { fingerprint: certificate.fingerprint, source: `the certificate ${given}` } };
  } catch {
    const problem = `${quote(given)} is no certificate that can be read`;
    const allowed = 'allowed is a certificate file (PEM) or a SHA-256 fingerprint';
    return { faults: [{ path: '--certificate', problem, allowed }] };
  }
}
