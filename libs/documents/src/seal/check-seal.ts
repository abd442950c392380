import { fromSeconds, type Instant } from '#domain/time/instant';
import { describeCertificate, type SealCertificate } from './certificate.js';
import { type CmsSignature, isOurForm, isSignatureOver, readCms, UnknownForm } from './cms.js';
import { OUR_MARK } from './placeholder.js';

/**
 * What a file's seal says. `foreign`: signed, but in a form that is not ours and is not checked here. `intact` says that
 * nothing changed since the holder of the certificate signed; whose certificate that is, is for the reader to know.
 */
export type SealCheck =
  | { readonly kind: 'none' }
  | { readonly kind: 'foreign'; readonly why: string }
  | { readonly kind: 'broken'; readonly why: string }
  | {
      readonly kind: 'intact';
      readonly certificate: SealCertificate;
      readonly signedAt: Instant;
      readonly coversWholeFile: true;
    };

/** What signature dictionaries say. One of them may stand in a text; where two do, there was a signature. */
const TRACES = ['/ByteRange', '/SubFilter', '/ETSI.CAdES.detached', '/adbe.pkcs7.detached', '/Adobe.PPKLite'];

const BYTE_RANGE = /^\/ByteRange\s*\[\s*(\d{1,15})\s+(\d{1,15})\s+(\d{1,15})\s+(\d{1,15})\s*\]/;

/**
 * Checks the seal of a file without any key: that it covers the whole file but the signature itself, that the file has
 * the digest it signs, and that the key of the certificate in it made it. A seal of ours has one spelling, so that no
 * byte of the file can differ, those of the signature included. Bytes after the signed range are a change, whatever they say.
 */
export function checkSeal(pdf: Uint8Array): SealCheck {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  if (TRACES.filter((trace) => file.includes(trace, 0, 'latin1')).length < 2) return { kind: 'none' };
  const place = findSignature(file);
  if ('why' in place) return { kind: 'broken', why: place.why };
  const { isOurs } = place;
  try {
    return checked(file, place, readCms(Buffer.from(place.hex, 'hex')));
  } catch (error) {
    if (!isOurs && error instanceof UnknownForm) return { kind: 'foreign', why: error.message };
    return { kind: 'broken', why: 'the signature cannot be read' };
  }
}

/** Where the signature is: before `start` and from `end` on is what it signs. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly hex: string;
  readonly isOurs: boolean;
  readonly signedAt: Instant | null;
}

/**
 * The last signature of the file: what an author writes into a document stands before it, so that it cannot pose as one.
 * Its place is what its byte range, which it signs, says.
 */
function findSignature(file: Buffer): Place | { readonly why: string } {
  const at = file.lastIndexOf('/ByteRange', undefined, 'latin1');
  const range = BYTE_RANGE.exec(at < 0 ? '' : file.toString('latin1', at, at + 200));
  if (range === null) return { why: 'it says nowhere what is signed' };
  const [first = 0, start = 0, end = 0, rest = 0] = range.slice(1).map(Number);
  const added = file.length - end - rest;
  if (added > 0) return { why: `${bytes(added)} added after it was signed` };
  if (added < 0) return { why: `${bytes(-added)} cut off since it was signed` };
  const gap = file.toString('latin1', start, end);
  const isGap = /^<(?:[0-9a-fA-F]{2})+>$/.test(gap);
  const before = file.toString('latin1', Math.max(0, start - 20), start);
  if (first !== 0 || !isGap || !/\/Contents\s*$/.test(before)) {
    return { why: 'what it leaves unsigned is not the signature alone' };
  }
  const from = file.lastIndexOf(' obj', at, 'latin1');
  const to = file.indexOf('endobj', Math.max(at, end), 'latin1');
  const dictionary = file.toString('latin1', from, Math.min(at, start)) + file.toString('latin1', end, to);
  return {
    start,
    end,
    hex: gap.slice(1, -1),
    isOurs: dictionary.includes(OUR_MARK),
    signedAt: dateOf(dictionary),
  };
}

function checked(file: Buffer, place: Place, cms: CmsSignature): SealCheck {
  if (!isSignatureOver(cms, [file.subarray(0, place.start), file.subarray(place.end)])) {
    return { kind: 'broken', why: 'its content is not what was signed' };
  }
  if (place.isOurs && !(isOurForm(cms) && place.hex === cms.bytes.toString('hex'))) {
    return { kind: 'broken', why: 'the signature is not spelled as it was made' };
  }
  if (place.signedAt === null) return { kind: 'foreign', why: 'it does not say when it was signed' };
  return {
    kind: 'intact',
    certificate: describeCertificate(cms.signer),
    signedAt: place.signedAt,
    coversWholeFile: true,
  };
}

function bytes(count: number): string {
  return count === 1 ? '1 byte was' : `${count} bytes were`;
}

/** When it was signed, as the dictionary claims: `D:20250106091500+08'00'`; some write the colon by its number, `\\072`. */
function dateOf(dictionary: string): Instant | null {
  const date = /\/M\s*\(D(?::|\\072)(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)?'?)/.exec(
    dictionary,
  );
  if (date === null) return null;
  const [, year, month, day, hour, minute, second, offset, minutes = '00'] = date;
  const zone = offset === undefined ? 'Z' : `${offset}:${minutes}`;
  const milliseconds = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(milliseconds) ? null : fromSeconds(milliseconds / 1000);
}
