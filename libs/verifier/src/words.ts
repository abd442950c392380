import { FINDINGS } from './finding.js';
import { type BundleReport } from './verify.js';

/** A report in words, a line each. */
export function reportLines(report: BundleReport, expectedKey?: string): string[] {
  const { contract, exportedAt, counts, keys, proved, findings } = report;
  const verdict = findings.length === 0 ? 'whole' : `${findings.length} findings`;
  return [
    `${contract || 'bundle'}, exported ${exportedAt || '-'}: ${verdict}`,
    `  ${counts.lines} lines, ${counts.receipts} receipts, ${counts.documents} documents, ${counts.runs} runs, ${counts.checkpoints} checkpoints, ${counts.files} files`,
    ...(proved ? [`  line ${proved.line} was seen by a checkpoint of ${proved.at}`] : []),
    ...(report.unreceipted > 0 ? [`  ${report.unreceipted} decisions are older than receipts`] : []),
    ...(report.unfinished > 0
      ? [`  the documents of ${report.unfinished} entries were not made when it was exported`]
      : []),
    ...keys.map((key) => `  signed by ${key}${expectedKey === undefined ? ', which you must compare' : ''}`),
    ...findings.map(({ kind, where, detail }) => {
      return `  ${kind}  ${where}: ${FINDINGS[kind]}${detail === '' ? '' : `; ${detail}`}`;
    }),
  ];
}
