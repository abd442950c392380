import { type Fault, joinPath, quote } from '#domain/fault';
import { type Fen } from '#domain/money/fen';
import { type DecimalText, isDecimalText } from '#domain/money/ratio';
import { type PlainDate } from '#domain/time/dates';
import { type Instant } from '#domain/time/instant';
import writeExcelFile, { type CellObject } from 'write-excel-file/node';
import { PaperError } from '../paper-error.js';
import { repack } from '../repack.js';

/** A cell of a workbook; null is an empty one. What is a number stays a number, so that it can be added up. */
export type SheetCell =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'integer'; readonly value: number }
  /** Shown in yuan with two decimals. */
  | { readonly type: 'money'; readonly value: Fen }
  | { readonly type: 'permille'; readonly value: DecimalText }
  | { readonly type: 'date'; readonly value: PlainDate }
  | null;

export interface Sheet {
  readonly name: string;
  /** `width` is in characters. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/**
 * The sheets as XLSX, the titles of the columns kept in sight. `at` is the file's date: the same sheets give the same
 * bytes. Throws a PaperError where Excel would not take a name, a cell or a row.
 */
export async function setWorkbook(sheets: readonly Sheet[], at: Instant): Promise<Uint8Array> {
  const faults = [...workbookFaults(sheets), ...sheets.flatMap(sheetFaults)];
  if (faults.length > 0) throw new PaperError(faults);
  const written = await writeExcelFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [columns.map(({ title }) => header(title)), ...rows.map((row) => row.map(cell))],
    })),
  ).toBuffer();
  return repack(new Uint8Array(written), nameCore, { 'docProps/core.xml': core(at) });
}

function header(title: string): CellObject {
  return { value: title, type: String, fontWeight: 'bold', backgroundColor: '#F1F3F6', wrap: true };
}

function cell(cell: SheetCell): CellObject | null {
  switch (cell?.type) {
    case undefined:
      return null;
    case 'text':
      return cell.value === '' ? null : { value: cell.value, type: String, wrap: true };
    case 'integer':
      return { value: cell.value, type: Number, format: '0' };
    case 'money':
      return { value: cell.value / 100, type: Number, format: '#,##0.00' };
    case 'permille':
      return { value: Number(cell.value), type: Number, format: 'General"‰"' };
    case 'date':
      return { value: new Date(`${cell.value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  }
}

const LONGEST_NAME = 31;
const LONGEST_TEXT = 32_767;

function workbookFaults(sheets: readonly Sheet[]): Fault[] {
  const names = sheets.map(({ name }) => name.toLowerCase());
  const repeated = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (sheets.length === 0) return [{ path: 'sheets', problem: 'is empty', allowed: 'one sheet at least' }];
  if (repeated === -1) return [];
  const path = joinPath('sheets', repeated, 'name');
  return [
    {
      path,
      problem: `${quote(sheets[repeated]?.name)} is there twice`,
      allowed: 'each sheet has a name of its own',
    },
  ];
}

function sheetFaults({ name, columns, rows }: Sheet, index: number): Fault[] {
  const path = joinPath('sheets', index);
  const isName =
    name.length > 0 && name.length <= LONGEST_NAME && !/[\\/?*[\]:]|^'|'$/.test(name) && isXml(name);
  return [
    ...(isName
      ? []
      : [
          {
            path: `${path}.name`,
            problem: `says ${quote(name)}`,
            allowed: `1 to ${LONGEST_NAME} characters, none of \\ / ? * [ ] :`,
          },
        ]),
    ...columns.flatMap(({ title }, column) => textFaults(title, joinPath(path, 'columns', column, 'title'))),
    ...rows.flatMap((row, number) =>
      row.length === columns.length
        ? row.flatMap((cell, column) => cellFaults(cell, joinPath(path, 'rows', number, column)))
        : [
            {
              path: joinPath(path, 'rows', number),
              problem: `has ${row.length} cells`,
              allowed: `a cell for each of the ${columns.length} columns`,
            },
          ],
    ),
  ];
}

function cellFaults(cell: SheetCell, path: string): Fault[] {
  if (cell?.type === 'text') return textFaults(cell.value, path);
  if (cell?.type === 'permille' && !isDecimalText(cell.value))
    return [{ path, problem: `says ${quote(cell.value)}`, allowed: 'a decimal' }];
  if ((cell?.type === 'integer' || cell?.type === 'money') && !Number.isSafeInteger(cell.value))
    return [{ path, problem: `says ${cell.value}`, allowed: 'a whole number' }];
  return [];
}

function textFaults(text: string, path: string): Fault[] {
  if (text.length <= LONGEST_TEXT && isXml(text)) return [];
  return [
    {
      path,
      problem: `${quote(text)} cannot be kept in a cell`,
      allowed: `up to ${LONGEST_TEXT} characters, line breaks but no other control characters`,
    },
  ];
}

/** Whether every character may stand in XML. */
function isXml(text: string): boolean {
  return !/[\p{Cs}\ufffe\uffff]|(?![\n\t])\p{Cc}/u.test(text);
}

const CORE_TYPE =
  '<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/>';
const CORE_RELATION =
  '<Relationship Id="rId-core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>';

/** Tells the archive of the part that says who made it and when: the writer has none. */
function nameCore(name: string, xml: string): string {
  if (name === '[Content_Types].xml') return xml.replace('</Types>', `${CORE_TYPE}</Types>`);
  return name === '_rels/.rels' ? xml.replace('</Relationships>', `${CORE_RELATION}</Relationships>`) : xml;
}

function core(at: Instant): string {
  const date = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Pacta</dc:creator>${date('created')}${date('modified')}</cp:coreProperties>`;
}
