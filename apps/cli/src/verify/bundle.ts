import { readFile } from 'node:fs/promises';
import { decideAgain } from '#evidence/bundle/decide-again';
import { textOf } from '#verifier/bytes';
import { type BundleReport, verifyArchive } from '#verifier/verify';
import { reportLines } from '#verifier/words';
import { unzip } from '#verifier/zip';
import { fromHere, refuse } from '../faults.js';

/**
 * Verifies a bundle as its own verifier does, and, where its ledger holds, makes every decision again by the core and the
 * rules. Exit code 0: whole and decided the same, 1: not.
 */
export async function verifyBundle(file: string, { key }: { readonly key?: string }): Promise<void> {
  const bytes = await readFile(fromHere(file)).catch(() => null);
  if (bytes === null) {
    const allowed = 'allowed is the path of an archive that "pacta export bundle" wrote';
    return refuse([{ path: file, problem: 'there is no such file to read', allowed }]);
  }
  const archive = new Uint8Array(bytes);
  const report = await verifyArchive(archive, key === undefined ? {} : { key });
  for (const line of reportLines(report, key)) console.log(line);
  const isSame = canBeFolded(report) ? await tellDecisions(archive) : false;
  if (report.findings.length > 0 || !isSame) process.exitCode = 1;
}

/** A ledger that does not hold decides nothing. */
function canBeFolded({ counts, findings }: BundleReport): boolean {
  return counts.lines > 0 && !findings.some(({ kind }) => kind.startsWith('ledger.'));
}

async function tellDecisions(archive: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const files = unzip(archive)?.files;
  const text = (path: string) => textOf(files?.get(path) ?? new Uint8Array()) ?? '';
  const { decisions, differences } = await decideAgain(text('ledger.jsonl'), text('receipts.jsonl'));
  const verdict = differences.length === 0 ? 'the same to the letter' : `${differences.length} differences`;
  console.log(`  ${decisions} decisions made again: ${verdict}`);
  for (const difference of differences) console.log(`  ${difference}`);
  return differences.length === 0;
}
