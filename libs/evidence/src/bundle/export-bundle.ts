import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type CheckpointSettings } from '#audit/settings';
import { canonicalJson } from '#decisions/hash';
import { type Instant } from '#domain/time/instant';
import { documentOfHash } from '#persistence/queries/documents';
import { type ExportedRun, historyBytes } from '#persistence/queries/workflow-histories';
import { CheckpointsDiffer, takeCheckpoint } from '../take-checkpoint.js';
import { bundlePage } from './bundle-page.js';
import { type BundleFile, writeBundle } from './bundle-writer.js';
import { documentPath } from './document-path.js';
import { type Evidence, evidenceOf } from './evidence-of.js';
import { type LedgerProofs, ledgerProofs } from './proofs.js';
import { rulesOfLedger } from './rules-of-ledger.js';

/** Who asks for a bundle of what, and when. */
export interface BundleWish {
  readonly contract: string;
  readonly exportedAt: Instant;
  readonly exportedBy: string;
  /** Entries whose documents are not made yet, or could not be. */
  readonly unfinished: readonly number[];
}

/**
 * All evidence of a contract as one signed archive. A checkpoint is taken first where the ledgers have grown, so that the
 * proofs reach up to now. Throws a CheckpointFileProblem where the folder of checkpoints has gaps.
 */
export async function exportBundle(
  em: EntityManager,
  settings: CheckpointSettings,
  { contract, exportedAt, exportedBy, unfinished }: BundleWish,
): Promise<Readable> {
  await takeCheckpoint(em.fork(), settings, exportedAt, true).catch((error: unknown) => {
    // What is wrong with the folder shows in the bundle: it is no reason to keep the rest back.
    if (!(error instanceof CheckpointsDiffer)) throw error;
  });
  const proofs = await ledgerProofs(settings.folder, contract);
  const evidence = await evidenceOf(em, contract);
  const facts = {
    contract,
    exportedAt,
    exportedBy,
    ledger: { entries: evidence.lines.length, head: evidence.lines.at(-1)?.hash ?? null },
    unfinished,
    checkpoint: proofs.checkpoints.at(-1)?.sequence ?? 0,
  };
  const files = filesOf(em.fork(), evidence, proofs, exportedAt);
  return Readable.from(writeBundle(facts, files, settings.keys.current), { objectMode: false });
}

async function* filesOf(
  em: EntityManager,
  evidence: Evidence,
  { checkpoints, proofs }: LedgerProofs,
  exportedAt: Instant,
): AsyncGenerator<BundleFile> {
  const { contract, lines, receipts, documents, runs } = evidence;
  yield file('index.html', bundlePage(evidence, exportedAt));
  yield { path: 'verify.js', bytes: await readFile(verifierFile()) };
  yield file('README.txt', README);
  // As they are kept: the order of members is part of what the rules are asked.
  yield file('ledger.jsonl', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  yield file('receipts.jsonl', receipts.map(({ content }) => `${content}\n`).join(''));
  yield file('documents.jsonl', jsonLines(documents.map(documentRow)));
  yield file('histories.jsonl', jsonLines(runs.map(runRow)));
  yield file('checkpoints.jsonl', jsonLines(checkpoints));
  yield file('proofs.jsonl', jsonLines(proofs.map(({ head, ...proof }) => ({ ...head, ...proof }))));
  for (const { path, text } of rulesOfLedger(lines)) yield file(path, text);
  for (const document of documents) {
    const found = await documentOfHash(em, document.sha256, { contractId: contract });
    if (found) yield { path: documentPath(document), bytes: found.bytes };
  }
  for (const run of runs) {
    const bytes = await historyBytes(em, contract, run.runId);
    if (bytes) yield { path: historyPath(run), bytes };
  }
}

function documentRow({
  contractId: _,
  ledgerSequence: sequence,
  ...document
}: Evidence['documents'][number]) {
  return { ...document, sequence, file: documentPath({ ...document, ledgerSequence: sequence }) };
}

function runRow({ reckoned: _, ...run }: ExportedRun) {
  return { ...run, file: historyPath(run) };
}

/** `histories/request-R001-1-….json` */
function historyPath({ owner, place, runId }: Pick<ExportedRun, 'owner' | 'place' | 'runId'>): string {
  return `histories/${owner.replaceAll('/', '-')}-${place}-${runId}.json`;
}

function jsonLines(values: readonly unknown[]): string {
  return values.map((value) => `${canonicalJson(value)}\n`).join('');
}

function file(path: string, text: string): BundleFile {
  return { path, bytes: Buffer.from(text, 'utf8') };
}

/** The verifier as one file: the build makes it. */
export function verifierFile(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    for (const place of ['verifier/verify.js', 'dist/verifier/verify.js'])
      if (existsSync(join(folder, place))) return join(folder, place);
    const parent = dirname(folder);
    if (parent === folder) throw new Error('verify.js is missing from the installation: run `npm run build`');
    folder = parent;
  }
}

const README = `All evidence of a contract, readable and verifiable without any server.

  index.html         the ledger in words; open it in a browser and drop this archive on it
  verify.js          node verify.js [--key FINGERPRINT], in the folder or with the archive's path
  manifest.json      every file with its SHA-256, signed (Ed25519)
  ledger.jsonl       what happened, an entry a line, each with the hash of the one before it
  receipts.jsonl     why it was decided so: facts, conditions, arithmetic, caps
  rules/ calendars/  by what it was decided
  documents/         what the parties got; documents.jsonl says which and when
  histories/         what the workflows did, run by run; their payloads are encrypted
  checkpoints.jsonl  signed statements of what was the last entry of every ledger
  proofs.jsonl       that they saw this ledger

A bundle can carry a verifier that was changed as well. Take verify.js from a bundle that you trust, or use
"pacta verify bundle", and compare the fingerprint of the key with the one that you were told.
`;
