import { createHash, sign, verify, X509Certificate, type KeyObject } from 'node:crypto';
import {
  contentOf,
  der,
  DerFault,
  type DerValue,
  membersOf,
  oid,
  readDer,
  readMembers,
  sequence,
  setOf,
  TAG,
} from './der.js';

const DATA = oid('1.2.840.113549.1.7.1');
const SIGNED_DATA = oid('1.2.840.113549.1.7.2');
const CONTENT_TYPE = oid('1.2.840.113549.1.9.3');
const MESSAGE_DIGEST = oid('1.2.840.113549.1.9.4');
const SIGNING_CERTIFICATE_V2 = oid('1.2.840.113549.1.9.16.2.47');
const RSA = oid('1.2.840.113549.1.1.1');
const NULL = der(TAG.null);
const ONE = der(TAG.integer, Buffer.of(1));

const DIGESTS = new Map([
  [hex(oid('2.16.840.1.101.3.4.2.1')), 'sha256'],
  [hex(oid('2.16.840.1.101.3.4.2.2')), 'sha384'],
  [hex(oid('2.16.840.1.101.3.4.2.3')), 'sha512'],
]);
const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'), NULL);

/** The digest a signature algorithm goes with (null: the one named beside it), and the kind of key it takes. */
const ALGORITHMS = new Map<string, { readonly digest: string | null; readonly key: 'rsa' | 'ec' }>([
  [hex(RSA), { digest: null, key: 'rsa' }],
  [hex(oid('1.2.840.113549.1.1.11')), { digest: 'sha256', key: 'rsa' }],
  [hex(oid('1.2.840.113549.1.1.12')), { digest: 'sha384', key: 'rsa' }],
  [hex(oid('1.2.840.113549.1.1.13')), { digest: 'sha512', key: 'rsa' }],
  [hex(oid('1.2.840.10045.4.3.2')), { digest: 'sha256', key: 'ec' }],
  [hex(oid('1.2.840.10045.4.3.3')), { digest: 'sha384', key: 'ec' }],
  [hex(oid('1.2.840.10045.4.3.4')), { digest: 'sha512', key: 'ec' }],
]);

/** A signature of a form that is not ours and that we do not check: another algorithm, several signers. */
export class UnknownForm extends Error {
  readonly code = 'unknownForm';
}

/** What a CMS signature (RFC 5652) of one signer says. */
export interface CmsSignature {
  /** The bytes of the signature itself, without what pads it. */
  readonly bytes: Buffer;
  /** DER of the signer's certificate, and of those that came with it. */
  readonly signer: Buffer;
  readonly others: readonly Buffer[];
  readonly digest: string;
  readonly key: 'rsa' | 'ec';
  /** The signed attributes, as the set whose bytes are signed. */
  readonly attributes: Buffer;
  readonly messageDigest: Buffer;
  readonly signature: Buffer;
}

/**
 * A detached CMS signature as CAdES and PAdES baseline B want it (ETSI EN 319 122-1, EN 319 142-1): the attributes
 * content-type, message-digest and signing-certificate-v2 (RFC 5035), and no signing-time, which the signature dictionary
 * tells. The last attribute has the hash of each certificate enclosed, so that none of them can be exchanged. RSA with
 * PKCS #1 v1.5 and SHA-256: the same content and key give the same bytes.
 */
export function signCms(content: Uint8Array, privateKey: KeyObject, certificates: readonly Buffer[]): Buffer {
  const attributes = signedAttributes(createHash('sha256').update(content).digest(), certificates);
  return encodeCms(certificates, attributes, sign('sha256', attributes, privateKey));
}

/** How many bytes {@link signCms} gives for these: it does not depend on the content. `keyBytes` is the RSA modulus's size. */
export function cmsLength(certificates: readonly Buffer[], keyBytes: number): number {
  const attributes = signedAttributes(Buffer.alloc(32), certificates);
  return encodeCms(certificates, attributes, Buffer.alloc(keyBytes)).length;
}

/** Whether the signature is, byte for byte, one that {@link signCms} makes: nothing in it lies outside what it signs. */
export function isOurForm({ bytes, signer, others, messageDigest, signature }: CmsSignature): boolean {
  const certificates = [signer, ...others];
  const attributes = signedAttributes(messageDigest, certificates);
  return encodeCms(certificates, attributes, signature).equals(bytes);
}

/** Whether the signer's key made the signature over its attributes, and these have the digest of the content. */
export function isSignatureOver(cms: CmsSignature, content: readonly Uint8Array[]): boolean {
  const hash = createHash(cms.digest);
  for (const part of content) hash.update(part);
  if (!hash.digest().equals(cms.messageDigest)) return false;
  const { publicKey } = new X509Certificate(cms.signer);
  if (publicKey.asymmetricKeyType !== cms.key) return false;
  return verify(cms.digest, cms.attributes, publicKey, cms.signature);
}

/**
 * Reads a signature; only bytes of zero may follow it, as they fill the room left for it. Throws DerFault for what is no
 * signature at all, {@link UnknownForm} for one that is not checked here.
 */
export function readCms(padded: Buffer): CmsSignature {
  const outer = readDer(padded);
  if (padded.subarray(outer.bytes.length).some((byte) => byte !== 0))
    throw new DerFault('more than one value');
  const [type, wrapped] = membersOf(outer, TAG.sequence);
  if (type === undefined || !type.bytes.equals(SIGNED_DATA)) throw new UnknownForm('no signed data');
  const data = membersOf(membersOf(wrapped, TAG.context0)[0], TAG.sequence);
  const enclosed = data.find(({ tag }) => tag === TAG.context0);
  const [info, ...more] = membersOf(data.at(-1), TAG.set);
  if (more.length > 0) throw new UnknownForm('several signers');
  const [, who, digestAlgorithm, attributes, algorithm, signature] = membersOf(info, TAG.sequence);
  if (attributes?.tag !== TAG.context0) throw new UnknownForm('no signed attributes');
  const digest = nameOf(DIGESTS, digestAlgorithm);
  const method = nameOf(ALGORITHMS, algorithm);
  if (method.digest !== null && method.digest !== digest) throw new UnknownForm('two digests');
  const certificates = membersOf(enclosed, TAG.context0).map(({ bytes }) => bytes);
  const signer = certificates.find((certificate) => who?.bytes.equals(issuerAndSerial(certificate)));
  if (signer === undefined) throw new UnknownForm('the certificate of its signer is not enclosed');
  const asSet = der(TAG.set, attributes.content);
  return {
    bytes: outer.bytes,
    signer,
    others: certificates.filter((certificate) => certificate !== signer),
    digest,
    key: method.key,
    attributes: asSet,
    messageDigest: attributeOf(asSet, MESSAGE_DIGEST),
    signature: contentOf(signature, TAG.octets),
  };
}

function attributeOf(attributes: Buffer, type: Buffer): Buffer {
  for (const attribute of readMembers(readDer(attributes).content)) {
    const [name, values] = membersOf(attribute, TAG.sequence);
    if (name?.bytes.equals(type)) return contentOf(membersOf(values, TAG.set)[0], TAG.octets);
  }
  throw new UnknownForm('no digest of what it signs');
}

function nameOf<Value>(names: ReadonlyMap<string, Value>, algorithm: DerValue | undefined): Value {
  const [name] = membersOf(algorithm, TAG.sequence);
  const found = name && names.get(hex(name.bytes));
  if (found === undefined) throw new UnknownForm('an algorithm that is not checked here');
  return found;
}

function signedAttributes(digest: Buffer, certificates: readonly Buffer[]): Buffer {
  const hashes = certificates.map((certificate) =>
    sequence(der(TAG.octets, createHash('sha256').update(certificate).digest())),
  );
  return setOf([
    attribute(CONTENT_TYPE, DATA),
    attribute(MESSAGE_DIGEST, der(TAG.octets, digest)),
    attribute(SIGNING_CERTIFICATE_V2, sequence(sequence(...hashes))),
  ]);
}

function attribute(type: Buffer, value: Buffer): Buffer {
  return sequence(type, setOf([value]));
}

function encodeCms(certificates: readonly Buffer[], attributes: Buffer, signature: Buffer): Buffer {
  const [signer = Buffer.alloc(0)] = certificates;
  const info = sequence(
    ONE,
    issuerAndSerial(signer),
    SHA256,
    der(TAG.context0, readDer(attributes).content),
    sequence(RSA, NULL),
    der(TAG.octets, signature),
  );
  // The signer's comes first and the others in their order, which signing-certificate-v2 repeats: no set of DER has to
  // be sorted by readers, and none of them minds.
  const enclosed = der(TAG.context0, ...certificates);
  const data = sequence(ONE, setOf([SHA256]), sequence(DATA), enclosed, setOf([info]));
  return sequence(SIGNED_DATA, der(TAG.context0, data));
}

/** By what a signature names its certificate: issuer and serial number, the first fields of one (RFC 5280, 4.1). */
function issuerAndSerial(certificate: Buffer): Buffer {
  const [body] = membersOf(readDer(certificate), TAG.sequence);
  const fields = membersOf(body, TAG.sequence).filter(({ tag }) => tag !== TAG.context0);
  const [serial, , issuer] = fields;
  if (serial === undefined || issuer === undefined) throw new DerFault('no certificate');
  return sequence(issuer.bytes, serial.bytes);
}

function hex(bytes: Buffer): string {
  return bytes.toString('hex');
}
