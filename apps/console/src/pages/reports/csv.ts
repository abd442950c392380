import { saveBytes } from '~/parts/save-file';
import { type Portfolio } from './reports-page';

type Row = Portfolio['clients'][number];

const COLUMNS: readonly (readonly [string, (row: Row) => string | number | null])[] = [
  ['clientId', ({ clientId }) => clientId],
  ['clientName', ({ clientName }) => clientName],
  ['activeContracts', ({ contracts }) => contracts['active'] ?? 0],
  ['openRequests', ({ openRequests }) => openRequests.total],
  ['targetsMet', ({ serviceLevel }) => serviceLevel.met],
  ['targetsMissed', ({ serviceLevel }) => serviceLevel.missed],
  ['attainmentPercent', ({ serviceLevel }) => serviceLevel.attainmentPercent],
  ['penaltiesFixed', ({ penalties }) => penalties.fixed],
  ['penaltiesAccruing', ({ penalties }) => penalties.accruing],
  ['penaltyCap', ({ penalties }) => penalties.cap],
  ['invoiced', ({ money }) => money.invoiced],
  ['received', ({ money }) => money.received],
  ['outstanding', ({ money }) => money.outstanding],
  ['overdue', ({ money }) => money.overdue],
];

/** Saves the figures as a file that spreadsheets open. */
export function downloadCsv(fileName: string, rows: readonly Row[]): void {
  saveBytes(new TextEncoder().encode(csvOf(rows)), fileName, 'text/csv;charset=utf-8');
}

/** The figures as a CSV (RFC 4180), with a mark before it by which spreadsheets know that it is UTF-8. */
export function csvOf(rows: readonly Row[]): string {
  const head = COLUMNS.map(([name]) => name).join(',');
  const lines = rows.map((row) => COLUMNS.map(([, value]) => fieldOf(value(row))).join(','));
  return `\uFEFF${[head, ...lines].join('\r\n')}\r\n`;
}

/** A name that begins like a formula is none: spreadsheets would run it. */
function fieldOf(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
