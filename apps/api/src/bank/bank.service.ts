import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import { type z } from 'zod';
import { readCamtStatement } from '#banking/camt';
import { mappingOf } from '#banking/columns';
import { readCsvStatement } from '#banking/csv';
import { decodeStatement } from '#banking/decode';
import { fingerprintOf, sortLines, type FreshLine, type SortedLines } from '#banking/identity';
import { propose, type OpenInvoice } from '#banking/proposals';
import { type ReadStatement, type Statement, type StatementLine } from '#banking/statement';
import { accountOrNull } from '#banking/values';
import { outstanding } from '#domain/contract/billing';
import { formatYuan, subtractFen, sumFen, type Fen } from '#domain/money/fen';
import { type BankLineRow, type ForeignReason } from '#persistence/entities/bank-line';
import { type BankStatementRow } from '#persistence/entities/bank-statement';
import {
  accountSums,
  bookingsOf,
  findLineOfBank,
  invoicedContracts,
  keepStatement,
  linesLike,
  listLines,
  lockAccounts,
  resemblances,
  type BookingWithFate,
  type LineStatus,
} from '#persistence/queries/bank';
import { numbersOf } from '#persistence/queries/paper-numbers';
import { type Page, type PageWish } from '#persistence/queries/page';
import { Problem } from '../http/problem.js';
import { now } from '../time.js';
import {
  type BankLineView,
  type NewStatement,
  type reconciliationView,
  type statementView,
} from './bank-schemas.js';

type Row = BankLineRow & { readonly status: LineStatus };

/** Takes statements in, and shows their lines with what they may pay. */
@Injectable()
export class BankService {
  constructor(private readonly orm: MikroORM) {}

  /** Throws a Problem with a fault for each thing that is wrong with the file; then nothing of it is taken. */
  async take(by: string, wish: NewStatement): Promise<z.infer<typeof statementView>> {
    const bytes = Buffer.from(wish.content, wish.encoding === 'base64' ? 'base64' : 'utf8');
    const { lines, skipped } = statementOf(wish, bytes);
    const accounts = [...new Set(lines.map(({ account }) => account))].toSorted();
    const contentHash = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    const frame = { id: randomUUID(), format: wish.format, contentHash, importedBy: by, importedAt: now() };
    const row = await this.orm.em.fork().transactional((em) => keptStatement(em, frame, accounts, lines));
    const { newLines, knownLines, foreignLines } = row;
    return {
      statement: row.id,
      format: row.format,
      contentHash,
      accounts,
      lines: lines.length,
      new: newLines,
      known: knownLines,
      foreign: foreignLines,
      skipped,
    };
  }

  /** Lines by their day, with what their rows say that is needed for the next page. */
  async list(
    filter: { readonly status: LineStatus | null; readonly account: string | null },
    wish: PageWish<{ bookedOn: string; id: string }>,
  ): Promise<Page<BankLineView>> {
    const em = this.orm.em.fork();
    const { rows, hasMore } = await listLines(em, filter, wish);
    return { rows: await viewsOf(em, rows), hasMore };
  }

  /** Throws a Problem when there is no such line. */
  async show(line: string): Promise<BankLineView> {
    const em = this.orm.em.fork();
    const row = await findLineOfBank(em, line);
    const [view] = row ? await viewsOf(em, [row]) : [];
    if (!view) throw new Problem('unknownBankLine', `There is no bank line ${line}`);
    return view;
  }

  async reconcile(): Promise<z.infer<typeof reconciliationView>> {
    const sums = await accountSums(this.orm.em.fork());
    const items = sums.map(({ account, currency, lines, imported, booked, ignored, open, foreign }) => ({
      account,
      currency,
      lines,
      imported: formatYuan(imported),
      booked: formatYuan(booked),
      ignored: formatYuan(ignored),
      open: formatYuan(open),
      foreign: formatYuan(foreign),
      addsUp: sumFen([booked, ignored, open, foreign]) === imported,
    }));
    return { items };
  }
}

function statementOf(wish: NewStatement, bytes: Buffer): Statement {
  const read = readStatement(wish, bytes);
  if ('faults' in read) throw Problem.ofFaults(read.faults);
  const account = accountOrNull(wish.account ?? '');
  const other = read.value.lines.find((line) => account !== null && line.account !== account);
  if (!other) return read.value;
  const problem = `is not the account of the file, ${other.account}`;
  throw Problem.ofFaults([{ path: 'account', problem, allowed: 'allowed is that one, or none' }]);
}

function readStatement(wish: NewStatement, bytes: Buffer): ReadStatement {
  const { format, encoding, account, preset, columns } = wish;
  if (encoding === 'base64' && !/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(wish.content)) {
    return { faults: [{ path: 'content', problem: 'is no base64', allowed: 'allowed is base64, or text' }] };
  }
  const text = decodeStatement(bytes);
  if ('faults' in text) return text;
  if (format === 'camt.053') return readCamtStatement(text.value);
  const mapping = mappingOf(preset ?? null, columns ?? {});
  return readCsvStatement(text.value, { mapping, account: account ?? null });
}

async function keptStatement(
  em: EntityManager,
  frame: Pick<BankStatementRow, 'id' | 'format' | 'contentHash' | 'importedBy' | 'importedAt'>,
  accounts: readonly string[],
  lines: readonly StatementLine[],
): Promise<BankStatementRow> {
  await lockAccounts(em, accounts);
  const references = lines.flatMap(({ bankReference }) => bankReference ?? []);
  const prints = [...new Set(lines.map(fingerprintOf))];
  const likes = await linesLike(em, accounts, prints, references);
  const sorted: SortedLines = sortLines(
    lines,
    likes.map((row) => ({ ...row, bankReference: row.bankReference ?? null })),
  );
  const fresh = sorted.fresh.map((line) => rowOf(frame.id, line));
  const foreignLines = fresh.filter(({ foreignReason }) => foreignReason !== null).length;
  const newLines = fresh.length - foreignLines;
  const statement = { ...frame, newLines, knownLines: sorted.known, foreignLines } as BankStatementRow;
  await keepStatement(em, statement, fresh, sorted.learnt);
  return statement;
}

function rowOf(statementId: string, { id, line, fingerprint, ordinal }: FreshLine) {
  const { isReversal: _, ...rest } = line;
  return { id, statementId, ...rest, fingerprint, ordinal, foreignReason: foreignReason(line) };
}

/** Why a line is no payment to us. Money in another currency is shown, and not ours to match. */
function foreignReason({ currency, amount, isReversal }: StatementLine): ForeignReason | null {
  if (currency !== 'CNY') return 'currency';
  if (isReversal) return 'reversal';
  return amount < 0 ? 'debit' : null;
}

async function viewsOf(em: EntityManager, rows: readonly Row[]): Promise<BankLineView[]> {
  const ids = rows.map(({ id }) => id);
  const bookings = Map.groupBy(await bookingsOf(em, ids), ({ lineId }) => lineId);
  const alike = await resemblances(em, ids);
  const open = rows.some(({ status }) => status === 'open') ? await openInvoices(em) : [];
  return rows.map((row) => viewOf(row, bookings.get(row.id) ?? [], alike.get(row.id) ?? [], open));
}

function viewOf(
  row: Row,
  bookings: readonly BookingWithFate[],
  resembles: readonly string[],
  invoices: readonly OpenInvoice[],
): BankLineView {
  const { id, account, bookedOn, currency, status } = row;
  const amount = row.amount as Fen;
  const booked = bookedOf(bookings);
  const rest = subtractFen(amount, booked);
  const { payerName = null, reference = null, endToEndId = null } = row;
  const asked = { amount: rest, currency, isReversal: false, payerName, reference, endToEndId };
  return {
    line: id,
    account,
    bookedOn,
    amount: formatYuan(amount),
    currency,
    payerName,
    payerAccount: row.payerAccount ?? null,
    reference,
    endToEndId,
    bankReference: row.bankReference ?? null,
    status,
    foreignReason: row.foreignReason ?? null,
    booked: formatYuan(booked),
    rest: formatYuan(rest),
    bookings: bookings.map(bookingViewOf),
    ignored: ignoredOf(row),
    resembles: [...resembles],
    proposals: status === 'open' ? propose(asked, invoices).map(proposalViewOf) : [],
  };
}

/** What is booked of a line: not what a contract refused. */
export function bookedOf(bookings: readonly BookingWithFate[]): Fen {
  return sumFen(bookings.filter(({ status }) => status !== 'refused').map(({ amount }) => amount as Fen));
}

function bookingViewOf(booking: BookingWithFate): BankLineView['bookings'][number] {
  const { contractId, amount, reference, status, sequence, commandId, bookedBy, bookedAt } = booking;
  return {
    contract: contractId,
    amount: formatYuan(amount as Fen),
    reference,
    status,
    sequence,
    command: commandId,
    bookedBy,
    bookedAt,
  };
}

function ignoredOf({ ignoredAt, ignoredBy, ignoredReason }: Row): BankLineView['ignored'] {
  if (ignoredAt == null) return null;
  return { at: ignoredAt, by: ignoredBy ?? '', reason: ignoredReason ?? '' };
}

function proposalViewOf(proposal: ReturnType<typeof propose>[number]): BankLineView['proposals'][number] {
  const { clientId, parts, rest, reasons, weight } = proposal;
  return {
    clientId,
    parts: parts.map((part) => ({ ...part, amount: formatYuan(part.amount) })),
    rest: formatYuan(rest),
    reasons: [...reasons],
    weight,
  };
}

/** What is still to be paid, over all contracts that are no rehearsals. */
async function openInvoices(em: EntityManager): Promise<OpenInvoice[]> {
  const contracts = await invoicedContracts(em);
  const open = contracts.flatMap(({ id, clientId, parties, invoices }) =>
    invoices
      .filter((invoice) => outstanding(invoice) > 0)
      .map((invoice) => ({
        contract: id,
        clientId,
        clientName: parties.client['fullName'] ?? '',
        period: invoice.period,
        outstanding: outstanding(invoice),
        dueAt: invoice.dueAt,
      })),
  );
  const numbers = await numbersOf(em, 'invoice', [...new Set(open.map(({ contract }) => contract))]);
  return open.map((invoice) => ({
    ...invoice,
    number: numbers.get(invoice.contract)?.get(invoice.period) ?? null,
  }));
}
