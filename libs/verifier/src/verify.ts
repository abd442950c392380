import { type Bytes, textOf } from './bytes.js';
import { checkpointFindings, proofFindings, signerAfter } from './checkpoints.js';
import { finding, type Finding, type FindingKind } from './finding.js';
import { type JsonObject, listAt, numberAt, parseJson, textAt, type Json } from './json.js';
import { headFindings, ledgerFindings, ledgerOf } from './ledger.js';
import { jsonLines, MANIFEST, manifestFindings, manifestOf } from './manifest.js';
import { documentFindings, historyFindings } from './papers.js';
import { receiptFindings, rulesFindings, unreceipted } from './receipts.js';
import { fingerprint, isSameFingerprint } from './signature.js';
import { unzip } from './zip.js';

/** What a bundle came to. Whole: no findings. */
export interface BundleReport {
  readonly contract: string;
  readonly exportedAt: string;
  readonly counts: {
    readonly files: number;
    readonly lines: number;
    readonly receipts: number;
    readonly documents: number;
    readonly runs: number;
    readonly checkpoints: number;
  };
  /** The keys that signed checkpoints and manifest, by their fingerprints. */
  readonly keys: readonly string[];
  /** When the last checkpoint was signed that saw the ledger, and up to which line; null where none did. */
  readonly proved: { readonly at: string; readonly line: number } | null;
  /** Decisions from before receipts were kept. */
  readonly unreceipted: number;
  /** Entries whose documents were not made when it was exported. */
  readonly unfinished: number;
  /** Everything that is wrong. */
  readonly findings: readonly Finding[];
}

/** What the verifier is told besides. */
export interface Expectations {
  /** The fingerprint of the key that must have signed, as it was told by another way. */
  readonly key?: string;
}

/** Verifies an archive. */
export async function verifyArchive(archive: Bytes, expected: Expectations = {}): Promise<BundleReport> {
  const unzipped = unzip(archive);
  if (unzipped === null) return emptyReport([finding('archive.unreadable', 'the archive')]);
  const report = await verifyFiles(unzipped.files, expected);
  if (unzipped.isExact) return report;
  return { ...report, findings: [finding('archive.layout', 'the archive'), ...report.findings] };
}

/** Verifies the files of a bundle, by their paths in it. Goes on behind whatever is wrong, so that all of it is named. */
export async function verifyFiles(
  files: ReadonlyMap<string, Bytes>,
  expected: Expectations = {},
): Promise<BundleReport> {
  const manifest = manifestOf(files);
  const findings: Finding[] = manifest
    ? await manifestFindings(files, manifest)
    : [finding('manifest.unreadable', MANIFEST)];
  const read = (path: string, kind: FindingKind): readonly JsonObject[] => {
    const { values, unreadable } = jsonLines(files.get(path));
    findings.push(...unreadable.map((line) => finding(kind, `${path} line ${line}`)));
    return values;
  };
  const lines = read('ledger.jsonl', 'ledger.unreadable');
  const receipts = read('receipts.jsonl', 'receipt.unreadable');
  const documents = read('documents.jsonl', 'document.changed');
  const runs = read('histories.jsonl', 'history.changed');
  const checkpoints = read('checkpoints.jsonl', 'checkpoint.unreadable');
  const proofs = read('proofs.jsonl', 'proof.broken');
  const ledger = ledgerOf(lines);
  const contract = manifest ? textAt(manifest, 'contract') : textAt(lines[0], 'contractId');
  findings.push(
    ...(await ledgerFindings(lines, contract)),
    ...(manifest ? endFindings(manifest, ledger, checkpoints) : []),
    ...(await checkpointFindings(checkpoints)),
    ...(await proofFindings(proofs, checkpoints, ledger, contract)),
    ...(await receiptFindings(receipts, ledger)),
    ...(await rulesFindings(rulesIn(files), receipts)),
    ...(await documentFindings(files, documents, ledger)),
    ...(await historyFindings(files, runs)),
    ...(manifest ? strangerFindings(manifest, checkpoints) : []),
  );
  const keys = await keysOf(manifest, checkpoints);
  const counts = {
    files: files.size,
    lines: lines.length,
    receipts: receipts.length,
    documents: documents.length,
    runs: runs.length,
    checkpoints: checkpoints.length,
  };
  return {
    contract,
    exportedAt: manifest ? textAt(manifest, 'exportedAt') : '',
    counts,
    keys,
    proved: provedBy(proofs, checkpoints),
    unreceipted: unreceipted(receipts, ledger),
    unfinished: manifest ? listAt(manifest, 'unfinished').length : 0,
    findings: [...findings, ...otherKeyFindings(keys, expected.key)],
  };
}

/** What the manifest says of the ends of ledger and checkpoints: a chain that was cut off is whole by itself. */
function endFindings(
  manifest: JsonObject,
  ledger: ReadonlyMap<number, JsonObject>,
  checkpoints: readonly JsonObject[],
): Finding[] {
  const head = manifest['ledger'] ?? null;
  const seen = { sequence: numberAt(head, 'entries'), hash: textAt(head, 'head'), seenBy: 'the manifest' };
  const [last, wanted] = [numberAt(checkpoints.at(-1), 'sequence'), numberAt(manifest, 'checkpoint')];
  const isCut = wanted > 0 && !(last >= wanted);
  return [
    ...headFindings(ledger, seen),
    ...(isCut ? [finding('checkpoint.missing', `checkpoint ${wanted}`, 'the manifest saw it')] : []),
  ];
}

/** Rule sets and calendars by their paths; what cannot be read fits no hash. */
function rulesIn(files: ReadonlyMap<string, Bytes>): ReadonlyMap<string, Json> {
  const own = [...files].filter(([path]) => path.startsWith('rules/') || path.startsWith('calendars/'));
  return new Map(own.map(([path, bytes]) => [path, parseJson(textOf(bytes) ?? '') ?? null]));
}

function strangerFindings(manifest: JsonObject, checkpoints: readonly JsonObject[]): Finding[] {
  const signers = checkpoints.flatMap((one) => [textAt(one, 'publicKey'), signerAfter(one)]);
  return signers.includes(textAt(manifest, 'publicKey')) ? [] : [finding('seal.stranger', MANIFEST)];
}

async function keysOf(manifest: JsonObject | null, checkpoints: readonly JsonObject[]): Promise<string[]> {
  const signers = [...checkpoints, ...(manifest ? [manifest] : [])].map((one) => textAt(one, 'publicKey'));
  return Promise.all([...new Set(signers)].map(fingerprint));
}

function otherKeyFindings(keys: readonly string[], expected: string | undefined): Finding[] {
  if (expected === undefined || keys.some((key) => isSameFingerprint(key, expected))) return [];
  return [finding('seal.otherKey', MANIFEST, `it should be ${expected}`)];
}

function provedBy(proofs: readonly JsonObject[], checkpoints: readonly JsonObject[]): BundleReport['proved'] {
  const proof = proofs.at(-1);
  const checkpoint = checkpoints.find(
    (one) => proof && numberAt(one, 'sequence') === numberAt(proof, 'checkpoint'),
  );
  return proof && checkpoint ? { at: textAt(checkpoint, 'at'), line: numberAt(proof, 'sequence') } : null;
}

function emptyReport(findings: readonly Finding[]): BundleReport {
  const counts = { files: 0, lines: 0, receipts: 0, documents: 0, runs: 0, checkpoints: 0 };
  return {
    contract: '',
    exportedAt: '',
    counts,
    keys: [],
    proved: null,
    unreceipted: 0,
    unfinished: 0,
    findings,
  };
}
