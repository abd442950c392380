import { type Bytes } from './bytes.js';
import { type BundleReport, verifyArchive, verifyFiles } from './verify.js';
import { reportLines } from './words.js';

/**
 * `node verify.js [BUNDLE] [--key FINGERPRINT]`: a bundle's archive, or the folder that one was unpacked into; without
 * one, the folder that this file lies in. Exit code 0: whole, 1: something is wrong, 2: it cannot be read.
 */
export async function runInNode(): Promise<void> {
  const given = process.argv.slice(2);
  const at = given.indexOf('--key');
  const key = at < 0 ? undefined : given[at + 1];
  const path = given.find((_, index) => at < 0 || (index !== at && index !== at + 1));
  try {
    const report = await reportOn(path, key);
    for (const line of reportLines(report, key)) console.log(line);
    process.exitCode = report.findings.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
}

async function reportOn(given: string | undefined, key: string | undefined): Promise<BundleReport> {
  const { readFile, stat } = await import('node:fs/promises');
  const path = await import('node:path');
  const place = given ?? path.dirname(process.argv[1] ?? '.');
  const expected = key === undefined ? {} : { key };
  if ((await stat(place)).isDirectory()) return verifyFiles(await filesOf(place), expected);
  return verifyArchive(new Uint8Array(await readFile(place)), expected);
}

async function filesOf(folder: string): Promise<Map<string, Bytes>> {
  const { readdir, readFile } = await import('node:fs/promises');
  const names = await import('node:path');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Bytes>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = names.join(entry.parentPath, entry.name);
    files.set(names.relative(folder, path).split(names.sep).join('/'), new Uint8Array(await readFile(path)));
  }
  return files;
}
