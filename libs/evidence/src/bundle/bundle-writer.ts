import { createHash, type KeyObject, sign } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { publicKeyText } from '#audit/keys';
import { canonicalJson } from '#decisions/hash';
import { FORMAT, MANIFEST } from '#verifier/manifest';
import { directory, type Listed, localHeader, MOST_BYTES, MOST_FILES } from '#verifier/zip';

/** A file of a bundle. */
export interface BundleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the manifest says besides its files. */
export interface BundleFacts {
  readonly contract: string;
  readonly exportedAt: string;
  /** By the name of the key that asked for it. */
  readonly exportedBy: string;
  readonly ledger: { readonly entries: number; readonly head: string | null };
  /** Entries whose documents were not made yet, or could not be. */
  readonly unfinished: readonly number[];
  /** The number of the last checkpoint. */
  readonly checkpoint: number;
}

/** More than a ZIP file without extensions holds. */
export class BundleTooLarge extends Error {
  override readonly name = 'BundleTooLarge';
  readonly code = 'bundleTooLarge';
}

/**
 * Writes a bundle part by part, in the one layout that the verifier knows: the files, the signed manifest over all of
 * them, the directory. One file at a time is in memory. Throws a BundleTooLarge.
 */
export async function* writeBundle(
  facts: BundleFacts,
  files: AsyncIterable<BundleFile>,
  key: KeyObject,
): AsyncGenerator<Uint8Array> {
  const writer = new Writer();
  const listed: { readonly path: string; readonly size: number; readonly sha256: string }[] = [];
  for await (const { path, bytes } of files) {
    const hex = createHash('sha256').update(bytes).digest('hex');
    listed.push({ path, size: bytes.length, sha256: `sha256:${hex}` });
    yield* writer.add(path, bytes);
  }
  const manifest = signedManifest({ ...facts, format: FORMAT, files: listed }, key);
  yield* writer.add(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`, 'utf8'));
  yield writer.end();
}

/** A manifest with its signature: over its format, a line feed, and the canonical JSON of all other members. */
export function signedManifest<Statement extends { readonly format: string }>(
  unsigned: Statement,
  key: KeyObject,
): Statement & { readonly publicKey: string; readonly signature: string } {
  const statement = { ...unsigned, publicKey: publicKeyText(key) };
  const signed = Buffer.from(`${statement.format}\n${canonicalJson(statement)}`, 'utf8');
  return { ...statement, signature: sign(null, signed, key).toString('base64url') };
}

class Writer {
  private readonly listed: Listed[] = [];
  private offset = 0;

  *add(path: string, bytes: Uint8Array): Generator<Uint8Array> {
    const file = { path, crc: crc32(bytes), size: bytes.length, offset: this.offset };
    const header = localHeader(file);
    this.listed.push(file);
    this.offset += header.length + bytes.length;
    if (this.listed.length > MOST_FILES || this.offset > MOST_BYTES)
      throw new BundleTooLarge('the bundle has more files or bytes than a ZIP file can hold');
    yield header;
    yield bytes;
  }

  end(): Uint8Array {
    return directory(this.listed, this.offset);
  }
}
