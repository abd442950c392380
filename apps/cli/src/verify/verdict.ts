import { type Instant } from '#domain/time/instant';
import { type SealCheck } from '#documents/seal/check-seal';

/** What the API knows of a file by its hash: that this Pacta issued it. */
export interface Issue {
  readonly contract: string;
  readonly kind: string;
  readonly key: string | null;
  readonly issuedAt: Instant;
}

/** What was asked for, and whether anybody could be asked. */
export type Lookup =
  | { readonly outcome: 'known'; readonly issue: Issue; readonly url: string }
  | { readonly outcome: 'unknown'; readonly url: string }
  | { readonly outcome: 'notAsked'; readonly why: string };

/** The certificate to compare with, and what to call it: `the certificate in PACTA_SEAL_P12`. */
export interface Trusted {
  readonly fingerprint: string;
  readonly source: string;
}

export interface Verdict {
  readonly word: 'signed original' | 'original, not sealed' | 'changed' | 'unknown';
  readonly why: string;
  readonly exitCode: 0 | 1 | 3;
}

/** Whether the seal alone shows that the file is the signed original, or changed; null where it takes the API to tell. */
export function verdictOfSeal(seal: SealCheck, trusted: Trusted | null): Verdict | null {
  if (seal.kind === 'broken') return { word: 'changed', why: seal.why, exitCode: 1 };
  if (seal.kind !== 'intact' || seal.certificate.fingerprint !== trusted?.fingerprint) return null;
  const { notBefore, notAfter } = seal.certificate;
  // The instant is the signer's own word: outside the days of the certificate nobody vouches for it.
  if (seal.signedAt < notBefore || seal.signedAt > notAfter) return null;
  return { word: 'signed original', why: `sealed by ${trusted.source}`, exitCode: 0 };
}

/** The verdict where the seal does not give one: an original if the API issued that very file, else unknown. */
export function verdictOfLookup(seal: SealCheck, trusted: Trusted | null, lookup: Lookup): Verdict {
  if (lookup.outcome === 'known') {
    const { contract, kind, key, issuedAt } = lookup.issue;
    return {
      word: seal.kind === 'none' ? 'original, not sealed' : 'signed original',
      why: `${lookup.url} issued it as ${kind}${key === null ? '' : ` ${key}`} of ${contract} on ${issuedAt}`,
      exitCode: 0,
    };
  }
  const asked = lookup.outcome === 'unknown' ? `${lookup.url} does not know it` : lookup.why;
  return { word: 'unknown', why: `${sealDoubt(seal, trusted)}, and ${asked}`, exitCode: 3 };
}

function sealDoubt(seal: SealCheck, trusted: Trusted | null): string {
  if (seal.kind === 'none') return 'it has no seal';
  if (seal.kind !== 'intact') return `its signature is not checked here (${'why' in seal ? seal.why : ''})`;
  if (trusted === null) return 'its seal is intact, but no certificate is known to compare it with';
  if (trusted.fingerprint === seal.certificate.fingerprint)
    return 'its seal is dated outside the days of its certificate';
  return `its seal is intact, but not by ${trusted.source}`;
}

/** The verdict in a line, and what was found below it. */
export function verdictLines(verdict: Verdict, seal: SealCheck, hash: string): string[] {
  const found: (readonly [string, string])[] = [];
  if (seal.kind === 'intact') {
    const { subject, fingerprint, notBefore, notAfter } = seal.certificate;
    found.push(
      ['sealed by', subject],
      ['sealed at', seal.signedAt],
      ['certificate', `${fingerprint}, valid from ${notBefore} to ${notAfter}`],
    );
  }
  found.push(['SHA-256', hash]);
  return [
    `${verdict.word}: ${verdict.why}`,
    ...found.map(([label, value]) => `  ${label.padEnd(12)} ${value}`),
  ];
}
