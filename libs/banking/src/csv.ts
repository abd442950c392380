import { CsvError, parse } from 'csv-parse/sync';
import { quote } from '#domain/fault';
import { fen, type Fen } from '#domain/money/fen';
import { type ColumnMapping, type ColumnName, placesOf, PRESET_NAMES } from './columns.js';
import { FaultList, MOST_LINES, type ReadStatement, type StatementLine, tooLarge } from './statement.js';
import {
  accountOrNull,
  identifierOrNull,
  parseCurrency,
  parseStatementAmount,
  parseStatementDate,
  textOrNull,
} from './values.js';

/** How a CSV file is to be read. */
export interface CsvOptions {
  readonly mapping: ColumnMapping;
  /** The account that the file is of, where no column says it. */
  readonly account: string | null;
}

interface Row {
  /** Its number in the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

type Places = NonNullable<ReturnType<typeof placesOf>>;

const DELIMITERS = [',', ';', '\t'] as const;
/** Banks put the account's owner and the days asked for above the headings. */
const MOST_ROWS_ABOVE = 40;
const LARGEST_ROW_CHARACTERS = 20_000;
const TOTALS = /^(合计|总计|小计|本页|total|sum)/iu;
const CREDIT = /^(贷|贷方|收|收入|转入|来账|C|CR|CRDT|CREDIT|IN)$/u;
const DEBIT = /^(借|借方|支|支出|转出|往账|D|DR|DBIT|DEBIT|OUT)$/u;

/**
 * Reads a bank's CSV export: delimiter and row of headings are found, rows without date and amounts and rows of totals
 * are left out. One fault for each cell that is wrong, with its line in the file; where there is any, nothing is taken.
 */
export function readCsvStatement(text: string, options: CsvOptions): ReadStatement {
  const large = tooLarge(text);
  if (large) return large;
  const faults = new FaultList();
  const table = tableOf(text, options.mapping);
  if (typeof table === 'string') {
    faults.add(
      'content',
      table,
      `allowed is a table with a date and an amount, or a preset: ${PRESET_NAMES.join(', ')}`,
    );
    return faults.or({ lines: [], skipped: 0 });
  }
  if (table.rows.length > MOST_LINES) {
    faults.add('content', `has ${table.rows.length} lines`, `allowed are ${MOST_LINES}`);
    return faults.or({ lines: [], skipped: 0 });
  }
  const reader = new RowReader(table, options, faults);
  const lines = table.rows.map((row) => reader.read(row)).filter((line) => line !== null);
  return faults.or({ lines, skipped: table.rows.length - lines.length });
}

interface Table {
  readonly headings: readonly string[];
  readonly places: Places;
  readonly rows: readonly Row[];
}

/** The table by the first delimiter with which the file has the headings; or what is wrong with the file. */
function tableOf(text: string, mapping: ColumnMapping): Table | string {
  let problem: string | null = null;
  for (const delimiter of DELIMITERS) {
    try {
      const rows = rowsOf(text, delimiter);
      for (const [index, { cells }] of rows.slice(0, MOST_ROWS_ABOVE).entries()) {
        const places = placesOf(mapping, cells);
        if (places) return { headings: cells, places, rows: rows.slice(index + 1) };
      }
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      problem ??= `is no CSV: ${error.message}`;
    }
  }
  return problem ?? `has no row of headings among its first ${MOST_ROWS_ABOVE}`;
}

function rowsOf(text: string, delimiter: string): Row[] {
  const records = parse(text, {
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LARGEST_ROW_CHARACTERS,
  }) as unknown as readonly {
    readonly info: { readonly lines: number };
    readonly record: readonly string[];
  }[];
  return records.map(({ info, record }) => ({ line: info.lines, cells: record.map(cellText) }));
}

/** A cell without what keeps spreadsheets from taking a number for one: `="6222"`, a tab or an apostrophe before it. */
function cellText(cell: string): string {
  const plain = cell.trim();
  return (/^="(.*)"$/u.exec(plain)?.[1] ?? plain).replace(/^['`]/u, '').trim();
}

/** Reads rows of one table. */
class RowReader {
  constructor(
    private readonly table: Table,
    private readonly options: CsvOptions,
    private readonly faults: FaultList,
  ) {}

  /** Null for a row that moves no money, and for one with faults. */
  read(row: Row): StatementLine | null {
    if (this.isNoLine(row)) return null;
    const bookedOn = parseStatementDate(this.cell(row, 'bookedOn'));
    if (bookedOn === null) this.fault(row, 'bookedOn', 'a day, 2025-03-08, 20250308 or 2025/3/8');
    const amount = this.amountOf(row);
    const account = this.accountOf(row);
    const currency = this.currencyOf(row);
    if (bookedOn === null || amount === null || account === null || currency === null) return null;
    if (amount.amount === 0) return null;
    return {
      account,
      bookedOn,
      ...amount,
      currency,
      payerName: textOrNull(this.cell(row, 'payerName')),
      payerAccount: accountOrNull(this.cell(row, 'payerAccount')),
      reference: textOrNull(this.texts(row)),
      endToEndId: identifierOrNull(this.cell(row, 'endToEndId')),
      bankReference: identifierOrNull(this.cell(row, 'bankReference')),
    };
  }

  private isNoLine(row: Row): boolean {
    if (TOTALS.test(row.cells.find((cell) => cell !== '') ?? '')) return true;
    const needed = ['bookedOn', 'amount', 'credit', 'debit'] as const;
    return needed.every((name) => this.cell(row, name) === '');
  }

  private amountOf(row: Row): { amount: Fen; isReversal: boolean } | null {
    const { places } = this.table;
    if (places.credit === undefined) return this.signedAmount(row);
    const credit = this.amountIn(row, 'credit');
    const debit = this.amountIn(row, 'debit');
    if (credit === null || debit === null) return null;
    if (credit !== 0 && debit !== 0) {
      return this.faults.add(
        this.pathOf(row, 'credit'),
        'is there beside a debit',
        'allowed is one of the two',
      );
    }
    // An amount in red takes back one of its own column.
    const isReversal = credit < 0 || debit < 0;
    return { amount: fen(credit - debit), isReversal };
  }

  private signedAmount(row: Row): { amount: Fen; isReversal: boolean } | null {
    const amount = this.amountIn(row, 'amount');
    if (amount === null) return null;
    const direction = this.cell(row, 'direction').normalize('NFKC').toUpperCase();
    if (this.table.places.direction === undefined || amount === 0) return { amount, isReversal: false };
    if (CREDIT.test(direction)) return { amount, isReversal: amount < 0 };
    // Some banks write debits with their sign and say 借 as well.
    if (DEBIT.test(direction)) return { amount: fen(0 - Math.abs(amount)), isReversal: false };
    this.fault(row, 'direction', '贷, 借, 收, 支, C, D, credit or debit');
    return null;
  }

  /** Nothing where the cell is empty; null with a fault where it is no amount. */
  private amountIn(row: Row, name: 'amount' | 'credit' | 'debit'): Fen | null {
    const cell = this.cell(row, name);
    if (textOrNull(cell) === null) return fen(0);
    const amount = parseStatementAmount(cell);
    if (amount === null) this.fault(row, name, 'an amount with at most two decimals, 1234.50 or 1,234.50');
    return amount;
  }

  private accountOf(row: Row): string | null {
    const given = accountOrNull(this.options.account ?? '');
    const own = accountOrNull(this.cell(row, 'account'));
    if (given === null && own === null) {
      return this.faults.add('account', 'is missing, and no column says it', 'allowed is an account number');
    }
    if (given !== null && own !== null && given !== own)
      this.fault(row, 'account', `the account given, ${given}`);
    return own ?? given;
  }

  private currencyOf(row: Row): string | null {
    const cell = this.cell(row, 'currency');
    const currency = cell === '' ? 'CNY' : parseCurrency(cell);
    if (currency === null) this.fault(row, 'currency', 'a currency, CNY or 人民币');
    return currency;
  }

  private texts(row: Row): string {
    const places = this.table.places.reference ?? [];
    const texts = places.map((place) => row.cells[place] ?? '').filter((text) => textOrNull(text) !== null);
    return [...new Set(texts)].join(' ');
  }

  private cell(row: Row, name: ColumnName): string {
    const place = this.table.places[name]?.[0];
    return place === undefined ? '' : (row.cells[place] ?? '');
  }

  private fault(row: Row, name: ColumnName, allowed: string): void {
    this.faults.add(this.pathOf(row, name), `is ${quote(this.cell(row, name))}`, `allowed is ${allowed}`);
  }

  private pathOf(row: Row, name: ColumnName): string {
    const place = this.table.places[name]?.[0] ?? 0;
    return `line ${row.line}, ${this.table.headings[place] ?? name}`;
  }
}
