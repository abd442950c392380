import { type MikroORM } from '@mikro-orm/postgresql';
import { join } from 'node:path';
import { CheckpointFolder } from '#audit/checkpoint-folder';
import { compareCheckpoints } from '#evidence/compare-checkpoints';
import { dataFolderPath } from '../running.js';

/** Compares the folder of checkpoints with the database, and tells every difference; exit code 1 where there is one. */
export async function verifyCheckpoints(
  orm: MikroORM,
  { folder, key }: { readonly folder?: string; readonly key?: string },
): Promise<void> {
  const path = folder ?? process.env['PACTA_CHECKPOINTS'] ?? join(dataFolderPath(process.env), 'checkpoints');
  const report = await compareCheckpoints(orm.em.fork(), new CheckpointFolder(path));
  const faults = [...report.faults, ...keyFaults(report.keys, key)];
  const verdict = faults.length === 0 ? 'all as it should be' : `${faults.length} faults`;
  console.log(
    `${report.checkpoints} checkpoints over ${report.contracts} contracts, the last one of ${report.through ?? '-'}: ${verdict}`,
  );
  for (const one of report.keys)
    console.log(`  signed by ${one}${key === undefined ? ', which you must compare' : ''}`);
  for (const fault of faults) console.log(`  ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

function keyFaults(keys: readonly string[], wanted: string | undefined): string[] {
  if (wanted === undefined || keys.some((key) => plain(key) === plain(wanted))) return [];
  return [`none of them is signed by the key ${wanted}`];
}

function plain(fingerprint: string): string {
  return fingerprint.replaceAll(/[\s:]/g, '').toLowerCase();
}
