import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type EntityManager } from '@mikro-orm/postgresql';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { canonicalJson } from '#decisions/hash';
import { documentPath } from '#evidence/bundle/document-path';
import { plainLine } from '#execution/facts-at';
import { readLedger } from '#persistence/ledger';
import { documentOfHash, listDocuments } from '#persistence/queries/documents';

/** ZIP files know local times only; one made of local parts is the same everywhere. */
const NO_TIME = new Date(1980, 0, 1);

const LEDGER = 'ledger.jsonl';

/** A ledger entry whose documents could not be made. */
interface Missing {
  readonly sequence: number;
  readonly error: string | null;
}

/**
 * A contract's documents, its ledger as one canonical JSON text (RFC 8785) a line, and a manifest that names each with
 * its hash. The same documents and the same ledger give the same bytes. One document at a time is in memory.
 */
export async function archiveOf(
  em: EntityManager,
  contract: string,
  missing: readonly Missing[],
): Promise<Readable> {
  const documents = await listDocuments(em, contract);
  const lines = await readLedger(em, contract);
  const ledger = Buffer.from(lines.map((line) => `${canonicalJson(plainLine(line))}\n`).join(''), 'utf8');
  const manifest = {
    contract,
    documents: documents.map(({ contractId: _, ledgerSequence: sequence, ...document }) => ({
      file: documentPath({ ...document, ledgerSequence: sequence }),
      sequence,
      ...document,
    })),
    missing,
    ledger: { file: LEDGER, entries: lines.length, head: lines.at(-1)?.hash ?? null, sha256: hashOf(ledger) },
  };
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const archive = new Archive();
    yield* archive.add('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8'), true);
    yield* archive.add(LEDGER, ledger, true);
    for (const document of documents) {
      const found = await documentOfHash(em, document.sha256, { contractId: contract });
      if (!found) throw new Error(`the document ${document.sha256} is gone`);
      yield* archive.add(documentPath(document), found.bytes, false);
    }
    yield* archive.end();
  }
  return Readable.from(chunks(), { objectMode: false });
}

function hashOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** A ZIP file that is written part by part. */
class Archive {
  private written: Uint8Array[] = [];
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.written.push(chunk);
  });

  /** PDF and DOCX are compressed already: they are put in as they are. */
  add(path: string, bytes: Uint8Array, compress: boolean): Uint8Array[] {
    const file = compress ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path);
    file.mtime = NO_TIME;
    this.zip.add(file);
    file.push(bytes, true);
    return this.taken();
  }

  end(): Uint8Array[] {
    this.zip.end();
    return this.taken();
  }

  private taken(): Uint8Array[] {
    const { written } = this;
    this.written = [];
    return written;
  }
}
