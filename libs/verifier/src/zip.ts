import { type Bytes, joined, textOf, utf8 } from './bytes.js';

/**
 * The one layout of a bundle's ZIP file: stored, not compressed, without times, in the order given. So the same files give
 * the same bytes, and every byte of the archive is one that can be checked.
 */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** The first day that ZIP knows. */
const DATE = 0x0021;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;

/** What the ends of the format allow: more needs ZIP64, which this layout does not have. */
export const MOST_FILES = 0xffff;
export const MOST_BYTES = 0xffffffff;

/** A file as the archive's directory lists it. */
export interface Listed {
  readonly path: string;
  readonly crc: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** The bytes before a file's own. */
export function localHeader({ path, crc, size }: Omit<Listed, 'offset'>): Bytes {
  const name = utf8(path);
  return joined([
    fields([LOCAL, 4], [VERSION, 2], [FLAGS, 2], [0, 2], [0, 2], [DATE, 2], [crc, 4], [size, 4], [size, 4]),
    fields([name.length, 2], [0, 2]),
    name,
  ]);
}

/** The bytes behind all files, which begin at `offset`. */
export function directory(files: readonly Listed[], offset: number): Bytes {
  const entries = joined(files.map(centralHeader));
  const count = files.length;
  const end = fields(
    [END, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [entries.length, 4],
    [offset, 4],
    [0, 2],
  );
  return joined([entries, end]);
}

function centralHeader({ path, crc, size, offset }: Listed): Bytes {
  const name = utf8(path);
  return joined([
    fields([CENTRAL, 4], [VERSION, 2], [VERSION, 2], [FLAGS, 2], [0, 2], [0, 2], [DATE, 2], [crc, 4]),
    fields([size, 4], [size, 4], [name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
    name,
  ]);
}

/** Numbers, little end first, each with how many bytes it takes. */
function fields(...numbers: readonly (readonly [value: number, size: number])[]): Bytes {
  const bytes = numbers.flatMap(([value, size]) =>
    Array.from({ length: size }, (_, index) => Math.floor(value / 2 ** (8 * index)) % 256),
  );
  return Uint8Array.from(bytes);
}

/** The files of an archive, and whether it is laid out just as it was written. */
export interface Unzipped {
  readonly files: ReadonlyMap<string, Bytes>;
  readonly isExact: boolean;
}

/** Reads an archive by its directory, as any program does; null where it is none, or one of another kind. */
export function unzip(archive: Bytes): Unzipped | null {
  const end = endOf(archive);
  if (end === null) return null;
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length);
  const files = new Map<string, Bytes>();
  const listed: Listed[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const file = listedAt(archive, view, at);
    if (file === null || files.has(file.path)) return null;
    const start = startOf(view, file.offset);
    if (start === null || start + file.size > archive.length) return null;
    files.set(file.path, archive.slice(start, start + file.size));
    listed.push(file);
    at = file.next;
  }
  return { files, isExact: isExact(archive, listed, files) };
}

function endOf(archive: Bytes): number | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.length);
  for (let at = archive.length - END_SIZE; at >= 0; at -= 1) if (view.getUint32(at, true) === END) return at;
  return null;
}

function listedAt(archive: Bytes, view: DataView, at: number): (Listed & { readonly next: number }) | null {
  if (at + CENTRAL_SIZE > archive.length || view.getUint32(at, true) !== CENTRAL) return null;
  const isStored = view.getUint16(at + 10, true) === 0;
  const nameLength = view.getUint16(at + 28, true);
  const path = textOf(archive.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength));
  if (!isStored || path === null) return null;
  const next = at + CENTRAL_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const [crc, size, offset] = [16, 24, 42].map((place) => view.getUint32(at + place, true));
  return { path, crc: crc ?? 0, size: size ?? 0, offset: offset ?? 0, next };
}

/** Where a file's own bytes begin. */
function startOf(view: DataView, offset: number): number | null {
  if (offset + LOCAL_SIZE > view.byteLength || view.getUint32(offset, true) !== LOCAL) return null;
  return offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
}

function isExact(archive: Bytes, listed: readonly Listed[], files: ReadonlyMap<string, Bytes>): boolean {
  const parts: Bytes[] = [];
  let offset = 0;
  const again = listed.map(({ path }) => {
    const bytes = files.get(path) ?? new Uint8Array();
    const file = { path, crc: crc32(bytes), size: bytes.length, offset };
    const header = localHeader(file);
    parts.push(header, bytes);
    offset += header.length + bytes.length;
    return file;
  });
  parts.push(directory(again, offset));
  const exact = joined(parts);
  return exact.length === archive.length && exact.every((byte, index) => byte === archive[index]);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});

/** The check sum that ZIP keeps of each file. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
