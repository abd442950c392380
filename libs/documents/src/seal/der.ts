/** One value of DER (X.690): its tag, its content, and all its bytes. */
export interface DerValue {
  readonly tag: number;
  readonly content: Buffer;
  readonly bytes: Buffer;
}

/** The tags that a signature is made of; those in brackets in the standards are `[0]`. */
export const TAG = {
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
} as const;

/** The bytes are no DER. */
export class DerFault extends Error {
  readonly code = 'derFault';
}

/**
 * The value that begins the bytes; more may follow it. Throws {@link DerFault} for what is cut off, and for spellings that
 * BER allows and DER does not: an indefinite length, or one longer than it need be.
 */
export function readDer(bytes: Buffer): DerValue {
  const tag = at(bytes, 0);
  if ((tag & 0x1f) === 0x1f) throw new DerFault('a tag of several bytes');
  const first = at(bytes, 1);
  const more = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || more > 4) throw new DerFault('a length that DER does not know');
  let length = more === 0 ? first : 0;
  for (let index = 0; index < more; index++) length = length * 256 + at(bytes, 2 + index);
  if (!lengthBytes(length).equals(bytes.subarray(1, 2 + more)))
    throw new DerFault('a length in a long spelling');
  const end = 2 + more + length;
  if (end > bytes.length) throw new DerFault('a value that is cut off');
  return { tag, content: bytes.subarray(2 + more, end), bytes: bytes.subarray(0, end) };
}

/** The values that follow one another in the content of a sequence or set. Throws {@link DerFault}. */
export function readMembers(content: Buffer): DerValue[] {
  const members: DerValue[] = [];
  for (let rest = content; rest.length > 0;) {
    const member = readDer(rest);
    members.push(member);
    rest = rest.subarray(member.bytes.length);
  }
  return members;
}

/** The values in a value of the given tag. Throws {@link DerFault} where there is none, or one of another tag. */
export function membersOf(value: DerValue | undefined, tag: number): DerValue[] {
  return readMembers(contentOf(value, tag));
}

/** The content of a value of the given tag. Throws {@link DerFault} where there is none, or one of another tag. */
export function contentOf(value: DerValue | undefined, tag: number): Buffer {
  if (value?.tag !== tag) throw new DerFault(`not what is due here (${value?.tag ?? 'nothing'})`);
  return value.content;
}

/** The bytes of a value. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.of(tag), lengthBytes(content.length), content]);
}

export function sequence(...parts: readonly Uint8Array[]): Buffer {
  return der(TAG.sequence, ...parts);
}

/** A set in the one order that DER allows. `tag` is another one where the set is implicitly tagged. */
export function setOf(members: readonly Uint8Array[], tag: number = TAG.set): Buffer {
  return der(tag, ...members.toSorted((a, b) => Buffer.compare(a, b)));
}

/** An object identifier, from its dotted text. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(TAG.oid, Buffer.from([first * 40 + second, ...rest].flatMap(base128)));
}

function base128(arc: number): number[] {
  const digits = [arc & 0x7f];
  for (let rest = arc >>> 7; rest > 0; rest >>>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}

function lengthBytes(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const digits: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
  return Buffer.of(0x80 | digits.length, ...digits);
}

function at(bytes: Buffer, index: number): number {
  const byte = bytes[index];
  if (byte === undefined) throw new DerFault('a value that is cut off');
  return byte;
}
