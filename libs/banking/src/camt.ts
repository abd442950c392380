import { quote } from '#domain/fault';
import { fen, formatYuan, sumFen, type Fen } from '#domain/money/fen';
import { type Entry, lineOf } from './camt-parties.js';
import { FaultList, MOST_LINES, type ReadStatement, type StatementLine, tooLarge } from './statement.js';
import {
  accountOrNull,
  identifierOrNull,
  parseCurrency,
  parseStatementAmount,
  parseStatementDate,
} from './values.js';
import { readXml, type XmlElement } from './xml.js';

const ROOT = /<(?:[\w.-]+:)?Document\b[^>]*>/;
const NAMESPACE = /urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.(\d{2})/;
const VERSIONS = { first: 2, last: 13 };
const ALLOWED = 'allowed is camt.053.001.02 to .13';

/**
 * Reads a bank statement of ISO 20022, camt.053. Only what is booked (BOOK) is taken. An entry of several payments gives
 * a line for each where their amounts add up to it; otherwise the entry is one line, as its amount is what moved. Where
 * a statement gives its balances, its entries must lead from one to the other. One fault for each element that is wrong.
 */
export function readCamtStatement(text: string): ReadStatement {
  const large = tooLarge(text);
  if (large) return large;
  const xml = readXml(text);
  if ('faults' in xml) return xml;
  const faults = new FaultList();
  const document = xml.value.at('Document');
  const statements = document?.at('BkToCstmrStmt')?.all('Stmt') ?? [];
  const root = ROOT.exec(text)?.[0] ?? '';
  const version = Number(NAMESPACE.exec(root)?.[1]);
  if (document === null || statements.length === 0) {
    faults.add('Document.BkToCstmrStmt.Stmt', 'is missing', `${ALLOWED} with a statement in it`);
  } else if (!(version >= VERSIONS.first && version <= VERSIONS.last)) {
    faults.add('Document', `is ${quote(root)}`, ALLOWED);
  }
  const reader = new StatementReader(faults);
  const read = statements.map((statement) => reader.read(statement));
  const lines = read.flatMap((part) => part.lines);
  if (lines.length > MOST_LINES) {
    faults.add('Document.BkToCstmrStmt', `has ${lines.length} lines`, `allowed are ${MOST_LINES}`);
  }
  return faults.or({ lines, skipped: read.reduce((sum, { skipped }) => sum + skipped, 0) });
}

class StatementReader {
  constructor(private readonly faults: FaultList) {}

  read(statement: XmlElement): { lines: StatementLine[]; skipped: number } {
    const id = statement.at('Acct', 'Id');
    const account = accountOrNull(id?.textAt('IBAN') || id?.textAt('Othr', 'Id') || '');
    if (account === null) {
      this.faults.add(`${statement.path}.Acct.Id`, 'is missing', 'allowed is an IBAN, or Othr.Id');
      return { lines: [], skipped: 0 };
    }
    const booked = statement.all('Ntry').filter((entry) => this.isBooked(entry));
    const entries = booked.map((entry) => this.entryOf(entry, account));
    const known = entries.filter((entry) => entry !== null);
    if (known.length === entries.length) this.checkBalances(statement, known);
    const lines = known.filter(({ amount }) => amount !== 0).flatMap((entry) => linesOf(entry));
    return { lines, skipped: statement.all('Ntry').length - booked.length };
  }

  /** `<Sts>BOOK</Sts>`, from version 8 on `<Sts><Cd>BOOK</Cd></Sts>`. */
  private isBooked(entry: XmlElement): boolean {
    const status = entry.textAt('Sts', 'Cd') || entry.textAt('Sts', 'Prtry') || entry.textAt('Sts');
    if (status === '')
      this.faults.add(`${entry.path}.Sts`, 'is missing', 'allowed are BOOK, PDNG, INFO, FUTR');
    return status === 'BOOK';
  }

  private entryOf(element: XmlElement, account: string): Entry | null {
    const amount = this.amountOf(element);
    const day =
      element.textAt('BookgDt', 'Dt') ||
      element.textAt('BookgDt', 'DtTm') ||
      element.textAt('ValDt', 'Dt') ||
      element.textAt('ValDt', 'DtTm');
    const bookedOn = parseStatementDate(day);
    if (bookedOn === null) {
      const problem = day === '' ? 'is missing' : `is ${quote(day)}`;
      this.faults.add(`${element.path}.BookgDt`, problem, 'allowed is Dt, 2025-03-08, or DtTm');
    }
    if (amount === null || bookedOn === null) return null;
    const isReversal = /^(true|1)$/.test(element.textAt('RvslInd'));
    const bankReference = identifierOrNull(element.textAt('AcctSvcrRef'));
    return { element, account, bookedOn, ...amount, isReversal, bankReference };
  }

  private amountOf(element: XmlElement): { amount: Fen; currency: string } | null {
    const size = parseStatementAmount(element.textAt('Amt'));
    const path = `${element.path}.Amt`;
    if (size === null || size < 0) {
      this.faults.add(
        path,
        `is ${quote(element.textAt('Amt'))}`,
        'allowed is an amount with at most two decimals',
      );
    }
    const currency = parseCurrency(element.at('Amt')?.attribute('Ccy') ?? '');
    if (currency === null) this.faults.add(`${path}@Ccy`, 'is no currency', 'allowed is a code such as CNY');
    const direction = element.textAt('CdtDbtInd');
    if (direction !== 'CRDT' && direction !== 'DBIT') {
      this.faults.add(`${element.path}.CdtDbtInd`, `is ${quote(direction)}`, 'allowed are CRDT, DBIT');
      return null;
    }
    if (size === null || size < 0 || currency === null) return null;
    return { amount: direction === 'CRDT' ? size : fen(0 - size), currency };
  }

  /** A file that was cut off, or edited, does not lead from its first balance to its last. */
  private checkBalances(statement: XmlElement, entries: readonly Entry[]): void {
    const first = balanceOf(statement, ['OPBD', 'PRCD']);
    const last = balanceOf(statement, ['CLBD']);
    if (!first || !last || entries.some(({ currency }) => currency !== last.currency)) return;
    if (first.currency !== last.currency) return;
    const reached = sumFen([first.amount, ...entries.map(({ amount }) => amount)]);
    if (reached === last.amount) return;
    const problem = `its entries lead from ${formatYuan(first.amount)} to ${formatYuan(reached)}`;
    this.faults.add(statement.path, problem, `allowed is its closing balance, ${formatYuan(last.amount)}`);
  }
}

function balanceOf(
  statement: XmlElement,
  codes: readonly string[],
): { amount: Fen; currency: string } | null {
  const balances = statement.all('Bal');
  const found = codes
    .map((code) => balances.find((balance) => balance.textAt('Tp', 'CdOrPrtry', 'Cd') === code))
    .find((balance) => balance !== undefined);
  return found ? signed(found) : null;
}

/** An amount with its direction; null where an element lacks either, or names more than two decimals. */
function signed(element: XmlElement, direction = ''): { amount: Fen; currency: string } | null {
  const amount = element.at('Amt') ?? element.at('AmtDtls', 'TxAmt', 'Amt');
  const size = parseStatementAmount(amount?.text ?? '');
  const currency = parseCurrency(amount?.attribute('Ccy') ?? '');
  if (size === null || currency === null) return null;
  return { amount: (element.textAt('CdtDbtInd') || direction) === 'DBIT' ? fen(0 - size) : size, currency };
}

function linesOf(entry: Entry): StatementLine[] {
  const { element } = entry;
  const details = element.all('NtryDtls').flatMap((part) => part.all('TxDtls'));
  const direction = element.textAt('CdtDbtInd');
  const parts = details.map((detail) => signed(detail, direction));
  if (details.length < 2 || !addUp(entry, parts)) return [lineOf(entry, details, null)];
  return details.map((detail, index) =>
    lineOf({ ...entry, amount: parts[index]?.amount ?? entry.amount }, [detail], index),
  );
}

function addUp(entry: Entry, parts: readonly ({ amount: Fen; currency: string } | null)[]): boolean {
  const own = parts.filter((part) => part !== null && part.currency === entry.currency && part.amount !== 0);
  return own.length === parts.length && sumFen(own.map((part) => part?.amount ?? fen(0))) === entry.amount;
}
