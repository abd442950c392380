import { type Fault } from '#domain/fault';
import { type Fen } from '#domain/money/fen';
import { type PlainDate } from '#domain/time/dates';

/** One line of a bank statement, whatever file it came in. */
export interface StatementLine {
  /** The account that the statement is of: its number or IBAN, without spaces. */
  readonly account: string;
  readonly bookedOn: PlainDate;
  /** Hundredths of the currency, fen where it is CNY: more than nothing for a credit, less for a debit. */
  readonly amount: Fen;
  /** ISO 4217, `CNY`. */
  readonly currency: string;
  /** Who paid; of a debit, who was paid. */
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  /** What the payer wrote, 附言 or remittance information. */
  readonly reference: string | null;
  /** The payer's own name for the payment, where it is not the reference already. */
  readonly endToEndId: string | null;
  /** The bank's name for the line, 流水号. */
  readonly bankReference: string | null;
  /** Whether it takes back an earlier line, 冲正. */
  readonly isReversal: boolean;
}

/** What a file holds. `skipped`: entries that are not booked, and rows that move no money. */
export interface Statement {
  readonly lines: readonly StatementLine[];
  readonly skipped: number;
}

/** A file that was read, or why it cannot be. Of one that has faults, nothing is taken. */
export type ReadStatement = { readonly value: Statement } | { readonly faults: readonly Fault[] };

/** More characters than a statement of a month has by far. */
export const MOST_CHARACTERS = 4_000_000;
export const MOST_LINES = 20_000;

const MOST_FAULTS = 20;

/** Collects what is wrong with a file; after so many nobody reads on. */
export class FaultList {
  private readonly faults: Fault[] = [];

  add(path: string, problem: string, allowed: string): null {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ path, problem, allowed });
    return null;
  }

  /** The statement where nothing is wrong, else what is. */
  or(statement: Statement): ReadStatement {
    return this.faults.length > 0 ? { faults: this.faults } : { value: statement };
  }
}

/** Where a file is too large to be looked at; null where it is not. */
export function tooLarge(text: string): ReadStatement | null {
  if (text.length <= MOST_CHARACTERS) return null;
  const problem = `has ${text.length} characters`;
  return { faults: [{ path: 'content', problem, allowed: `allowed are ${MOST_CHARACTERS}` }] };
}
