import { setDocx } from '#documents/docx/set-docx';
import { reportSheets } from '#documents/kinds/report-sheets';
import { type Paper, type PaperKind } from '#documents/paper';
import { setPdf } from '#documents/pdf/set-pdf';
import { setWorkbook } from '#documents/xlsx/set-workbook';
import { parsePeriod } from '#domain/time/dates';
import { type RehearsedPaper } from './collect.js';

/** A document as a file. */
export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const NAMES: Readonly<Record<PaperKind, string>> = {
  contract: 'contract',
  amendment: 'amendment',
  invoice: 'invoice',
  creditNote: 'credit-note',
  report: 'report',
  statement: 'statement',
  terminationNotice: 'termination-notice',
  settlement: 'settlement',
  evidence: 'evidence',
};
/** What the parties go on working with is set as DOCX too. */
const EDITABLE: readonly PaperKind[] = ['contract', 'report'];

/**
 * Every document as its files, by name: `invoice-2025-03.pdf`. A second one of a name, such as the notice of a right that
 * arose again, is numbered. Throws a PaperError where one cannot be printed as it is.
 */
export async function filesOf(papers: readonly RehearsedPaper[]): Promise<DocumentFile[]> {
  const taken = new Map<string, number>();
  const files: DocumentFile[] = [];
  for (const { paper, facts } of papers) {
    const name = nameOf(paper, taken);
    files.push({ name: `${name}.pdf`, bytes: await setPdf(paper) });
    if (EDITABLE.includes(paper.kind)) files.push({ name: `${name}.docx`, bytes: await setDocx(paper) });
    const period = paper.kind === 'report' ? parsePeriod(paper.key ?? '') : null;
    const sheets = period && reportSheets(facts, period, paper.language);
    if (sheets) files.push({ name: `${name}.xlsx`, bytes: await setWorkbook(sheets, paper.at) });
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function nameOf({ kind, key }: Paper, taken: Map<string, number>): string {
  const name = key === null ? NAMES[kind] : `${NAMES[kind]}-${key}`;
  const count = (taken.get(name) ?? 0) + 1;
  taken.set(name, count);
  return count === 1 ? name : `${name}-${count}`;
}
