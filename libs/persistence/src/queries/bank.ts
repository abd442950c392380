import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { type ContractState } from '#domain/contract/state';
import { type Fen } from '#domain/money/fen';
import { type Instant } from '#domain/time/instant';
import { BankBooking, type BankBookingRow, BankLine, type BankLineRow } from '../entities/bank-line.js';
import { BankStatement, type BankStatementRow } from '../entities/bank-statement.js';
import { type CommandStatus } from '../entities/command.js';
import { type PartyFields } from '../entities/contract.js';
import { pageOf, type Page, type PageWish } from './page.js';

/** How a line stands: `booked` when all its money is with contracts, `foreign` when none of it could be. */
export const LINE_STATUSES = ['open', 'booked', 'ignored', 'foreign'] as const;

export type LineStatus = (typeof LINE_STATUSES)[number];

/** Where a line stands in a list: by its day. */
export interface LineKey {
  readonly bookedOn: string;
  readonly id: string;
}

/** A booking with how its command fared, and the entry of the ledger that came of it. */
export interface BookingWithFate extends BankBookingRow {
  readonly status: CommandStatus;
  readonly sequence: number | null;
}

/** A line that is new, without what only later is decided on it. */
export type NewBankLine = Omit<BankLineRow, 'ignoredAt' | 'ignoredBy' | 'ignoredReason'>;

/** What the bookings of a line come to that count: not those that the contract refused. */
const BOOKED = `coalesce((select sum(booking.amount) from bank_booking as booking join command on command.id = booking.command_id
    where booking.line_id = line.id and command.status <> 'refused'), 0)`;

const STATUS = `case when line.foreign_reason is not null then 'foreign'
    when line.ignored_at is not null then 'ignored'
    when ${BOOKED} >= line.amount then 'booked' else 'open' end`;

/** A statement takes a bounded number of parameters: one has eighteen for each row. */
const ROWS_AT_ONCE = 500;

/** Keeps other imports of some accounts out until the transaction ends. */
export async function lockAccounts(em: EntityManager, accounts: readonly string[]): Promise<void> {
  for (const account of [...new Set(accounts)].toSorted()) {
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`bank/${account}`]);
  }
}

/** The lines of some accounts that have one of some fingerprints or bank references. */
export async function linesLike(
  em: EntityManager,
  accounts: readonly string[],
  fingerprints: readonly string[],
  bankReferences: readonly string[],
): Promise<BankLineRow[]> {
  return em.find(
    BankLine,
    {
      account: { $in: [...accounts] },
      $or: [{ fingerprint: { $in: [...fingerprints] } }, { bankReference: { $in: [...bankReferences] } }],
    },
    { disableIdentityMap: true },
  );
}

/** Keeps a statement with its new lines, and what it says of lines that are there. */
export async function keepStatement(
  em: EntityManager,
  statement: BankStatementRow,
  lines: readonly NewBankLine[],
  learnt: readonly { readonly id: string; readonly bankReference: string }[],
): Promise<void> {
  await em.insert(BankStatement, statement);
  const rows = lines.map((line) => ({ ...line, ignoredAt: null, ignoredBy: null, ignoredReason: null }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await em.insertMany(BankLine, rows.slice(from, from + ROWS_AT_ONCE));
  }
  for (const { id, bankReference } of learnt) await em.nativeUpdate(BankLine, { id }, { bankReference });
}

/** Lines by their day, oldest first unless the newest are wished, each with how it stands. */
export async function listLines(
  em: EntityManager,
  { status, account }: { readonly status: LineStatus | null; readonly account: string | null },
  { limit, after, order = 'asc' }: PageWish<LineKey>,
): Promise<Page<BankLineRow & { readonly status: LineStatus }>> {
  const rows = await em.execute<{ id: string; status: LineStatus }[]>(
    `select id, status from (select line.id, line.booked_on, line.account, ${STATUS} as status from bank_line as line) as line
      where (?::text is null or status = ?) and (?::text is null or account = ?)
        and (?::text is null or (booked_on, id) ${order === 'asc' ? '>' : '<'} (?, ?))
      order by booked_on ${order}, id ${order} limit ?`,
    [
      status,
      status,
      account,
      account,
      after?.bookedOn ?? null,
      after?.bookedOn ?? null,
      after?.id ?? null,
      limit + 1,
    ],
  );
  const lines = await em.find(
    BankLine,
    { id: { $in: rows.map(({ id }) => id) } },
    { disableIdentityMap: true },
  );
  const byId = new Map(lines.map((line) => [line.id, line]));
  const known = rows.flatMap(({ id, status }) => {
    const line = byId.get(id);
    return line ? [{ ...line, status }] : [];
  });
  return pageOf(known, limit);
}

/** One line with how it stands; null when there is none. */
export async function findLineOfBank(
  em: EntityManager,
  id: string,
): Promise<(BankLineRow & { readonly status: LineStatus }) | null> {
  const line = await em.findOne(BankLine, { id }, { disableIdentityMap: true });
  const [row] = await em.execute<{ status: LineStatus }[]>(
    `select ${STATUS} as status from bank_line as line where id = ?`,
    [id],
  );
  return line && row ? { ...line, status: row.status } : null;
}

/** Locks a line for a decision on it. */
export function lockLineOfBank(em: EntityManager, id: string): Promise<BankLineRow | null> {
  return em.findOne(BankLine, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** The bookings of some lines, refused ones as well, in the order of their attempts. */
export async function bookingsOf(em: EntityManager, lines: readonly string[]): Promise<BookingWithFate[]> {
  if (lines.length === 0) return [];
  const rows = await em.find(
    BankBooking,
    { lineId: { $in: [...lines] } },
    { orderBy: { bookedAt: 'asc', contractId: 'asc', attempt: 'asc' }, disableIdentityMap: true },
  );
  const fates = await em.execute<{ id: string; status: CommandStatus; sequence: number | null }[]>(
    `select command.id, command.status, (command.answer ->> 'sequence')::int as sequence
       from command join bank_booking as booking on booking.command_id = command.id
      where booking.line_id in (${lines.map(() => '?').join(', ')})`,
    [...lines],
  );
  const byId = new Map(fates.map((fate) => [fate.id, fate]));
  return rows.map((row) => {
    const { status = 'pending', sequence = null } = byId.get(row.commandId) ?? {};
    return { ...row, status, sequence };
  });
}

/** Keeps a booking; its command has to be stored before. */
export async function keepBooking(em: EntityManager, booking: BankBookingRow): Promise<void> {
  await em.insert(BankBooking, booking);
}

/** Other lines of the same account, day and amount: perhaps the same money, told in other words. By line. */
export async function resemblances(
  em: EntityManager,
  lines: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (lines.length === 0) return new Map();
  const rows = await em.execute<{ id: string; other: string }[]>(
    `select line.id, other.id as other from bank_line as line
       join bank_line as other on other.account = line.account and other.booked_on = line.booked_on
        and other.amount = line.amount and other.currency = line.currency and other.id <> line.id
      where line.id in (${lines.map(() => '?').join(', ')})
        and (line.bank_reference is null or other.bank_reference is null)
      order by line.id, other.id`,
    [...lines],
  );
  const byLine = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byLine].map(([id, some]) => [id, some.map(({ other }) => other)]));
}

/** What one account comes to in one currency: hundredths of it. */
export interface AccountSums {
  readonly account: string;
  readonly currency: string;
  readonly lines: number;
  readonly imported: Fen;
  readonly booked: Fen;
  readonly ignored: Fen;
  readonly open: Fen;
  readonly foreign: Fen;
}

/** Everything imported, and what became of it: what was booked of a line, and what is left of it by its status. */
export async function accountSums(em: EntityManager): Promise<AccountSums[]> {
  const rows = await em.execute<Record<string, string>[]>(
    `select account, currency, count(*) as lines, sum(amount) as imported, sum(booked) as booked,
            coalesce(sum(amount - booked) filter (where status = 'ignored'), 0) as ignored,
            coalesce(sum(amount - booked) filter (where status in ('open', 'booked')), 0) as open,
            coalesce(sum(amount) filter (where status = 'foreign'), 0) as foreign
       from (select line.account, line.currency, line.amount, ${BOOKED} as booked, ${STATUS} as status
               from bank_line as line) as line
      group by account, currency order by account, currency`,
  );
  return rows.map((row) => {
    const sum = (name: string): Fen => Number(row[name]) as Fen;
    return {
      account: row['account'] ?? '',
      currency: row['currency'] ?? '',
      lines: Number(row['lines']),
      imported: sum('imported'),
      booked: sum('booked'),
      ignored: sum('ignored'),
      open: sum('open'),
      foreign: sum('foreign'),
    };
  });
}

/** A contract that has issued invoices: whose, and the invoices as they stand. */
export interface Invoiced {
  readonly id: string;
  readonly clientId: string;
  readonly parties: PartyFields;
  readonly invoices: ContractState['invoices'];
}

/** The contracts with invoices that follow the time of day: a rehearsal gets no real money. */
export async function invoicedContracts(em: EntityManager): Promise<Invoiced[]> {
  return em.execute<Invoiced[]>(
    `select id, client_id as "clientId", parties, state -> 'invoices' as invoices from contract
      where clock = 'real' and jsonb_array_length(state -> 'invoices') > 0 order by id`,
  );
}

/** Decides that a locked line is no payment. */
export async function ignoreLine(
  em: EntityManager,
  line: BankLineRow,
  decision: { readonly at: Instant; readonly by: string; readonly reason: string },
): Promise<void> {
  line.ignoredAt = decision.at;
  line.ignoredBy = decision.by;
  line.ignoredReason = decision.reason;
  await em.flush();
}
