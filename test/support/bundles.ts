import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { signCheckpoint, type Checkpoint } from '#audit/checkpoint';
import { writeBundle } from '#evidence/bundle/bundle-writer';
import { hashOfLine, type LedgerLine } from '#persistence/ledger';
import { hashOfReceipt, type DecisionReceipt } from '#receipts/receipt';
import { unzip } from '#verifier/zip';

export type Files = Map<string, Uint8Array<ArrayBuffer>>;

/** A bundle's files, to be tampered with. */
export function filesOf(archive: Uint8Array<ArrayBuffer>): Files {
  const unzipped = unzip(archive);
  if (!unzipped) throw new Error('the archive cannot be read');
  return new Map(unzipped.files);
}

export function text(files: Files, path: string): string {
  return Buffer.from(files.get(path) ?? []).toString('utf8');
}

export function put(files: Files, path: string, content: string): void {
  files.set(path, new Uint8Array(Buffer.from(content, 'utf8')));
}

/** Changes the values of a file of JSON lines. */
export function edit<Value>(files: Files, path: string, change: (values: Value[]) => readonly Value[]): void {
  const values = text(files, path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Value);
  put(
    files,
    path,
    change(values)
      .map((value) => `${JSON.stringify(value)}\n`)
      .join(''),
  );
}

/** A ledger line as somebody would write it who can reckon hashes. */
export function rehashed(line: LedgerLine): LedgerLine {
  return { ...line, hash: hashOfLine(line) };
}

/** A whole chain made to fit from a line on. */
export function relinked(lines: readonly LedgerLine[]): LedgerLine[] {
  const again: LedgerLine[] = [];
  for (const line of lines)
    again.push(rehashed({ ...line, previousHash: again.at(-1)?.hash ?? line.previousHash }));
  return again;
}

export function resealedReceipt(receipt: DecisionReceipt): DecisionReceipt {
  return { ...receipt, hash: hashOfReceipt(receipt) };
}

/** Writes the archive anew over what the files are now, signed by a key. */
export async function sealedAgain(files: Files, key: KeyObject): Promise<Uint8Array<ArrayBuffer>> {
  const {
    files: _,
    publicKey: _key,
    signature: _seal,
    ...facts
  } = JSON.parse(text(files, 'manifest.json')) as Record<string, unknown>;
  async function* own() {
    for (const [path, bytes] of files) if (path !== 'manifest.json') yield { path, bytes };
  }
  const parts: Uint8Array[] = [];
  for await (const part of writeBundle(facts as never, own(), key)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

/** The same chain of checkpoints, signed by another key from the first one on. */
export function signedByAnother(checkpoints: readonly Checkpoint[], key: KeyObject): Checkpoint[] {
  const again: Checkpoint[] = [];
  for (const { size, root, at } of checkpoints)
    again.push(
      signCheckpoint({ previous: again.at(-1) ?? null, tree: { size, root }, at: at as never, key }),
    );
  return again;
}

export function newKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}

/** Writes the files into a folder, as a program does that unpacks the archive. */
export async function unpack(files: Files, folder: string): Promise<void> {
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}
