import { X509Certificate } from 'node:crypto';
import { fromSeconds, type Instant } from '#domain/time/instant';

/** What a certificate says of itself; whether to believe it is for the reader, who knows the fingerprint or not. */
export interface SealCertificate {
  /** `sha256:…` over its DER. */
  readonly fingerprint: string;
  /** `O=Example, CN=Contracts` */
  readonly subject: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
}

/** Reads a certificate, DER or PEM. Throws Node's error for anything else. */
export function describeCertificate(bytes: Uint8Array): SealCertificate {
  const certificate = new X509Certificate(bytes);
  return {
    fingerprint: fingerprintOf(certificate.fingerprint256),
    subject: namesIn(certificate).join(', '),
    notBefore: fromSeconds(Date.parse(certificate.validFrom) / 1000),
    notAfter: fromSeconds(Date.parse(certificate.validTo) / 1000),
  };
}

/** The name its holder goes by: the common name, else the whole subject. */
export function holderOf(bytes: Uint8Array): string {
  const names = namesIn(new X509Certificate(bytes));
  return names.find((name) => name.startsWith('CN='))?.slice(3) ?? names.join(', ');
}

/** A fingerprint of SHA-256 as tools print it (with colons, in capitals, with `sha256:`) in our spelling; null for none. */
export function parseFingerprint(text: string): string | null {
  const digits = text
    .replace(/^sha-?256[:=]/i, '')
    .replaceAll(':', '')
    .toLowerCase();
  return /^[0-9a-f]{64}$/.test(digits) ? `sha256:${digits}` : null;
}

/** `CN=…`, `O=…`, as they are: Node gives one a line, with the marks of RFC 2253 before commas and the like. */
function namesIn({ subject }: X509Certificate): string[] {
  return subject.split('\n').map((name) => name.replaceAll(/\\([,+"\\<>;#= ])/g, '$1'));
}

function fingerprintOf(printed: string): string {
  return `sha256:${printed.replaceAll(':', '').toLowerCase()}`;
}
