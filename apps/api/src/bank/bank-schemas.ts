import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { PRESET_NAMES } from '#banking/columns';
import { LINE_STATUSES } from '#persistence/queries/bank';
import {
  amountIn,
  count,
  dateOut,
  instantOut,
  lateReasonIn,
  lineIn,
  moneyOut,
  nameIn,
  pageOut,
  listQuery,
  periodOut,
  reasonIn,
} from '../http/fields.js';

const headings = z.exactOptional(z.array(lineIn(100)).min(1).max(20));

const columnsIn = closedObject({
  bookedOn: headings,
  amount: headings,
  direction: headings,
  credit: headings,
  debit: headings,
  currency: headings,
  payerName: headings,
  payerAccount: headings,
  reference: headings,
  endToEndId: headings,
  bankReference: headings,
  account: headings,
});

export const newStatement = closedObject({
  format: z.enum(['csv', 'camt.053']),
  content: z.string().min(1).max(1_000_000).meta({ description: 'The file, as text or as base64' }),
  encoding: z.enum(['text', 'base64']).default('text').meta({
    description: 'base64 for a file that is not UTF-8: GB18030 and UTF-16 are recognised',
  }),
  account: z.exactOptional(
    lineIn(100).meta({
      description: 'Our account: needed for CSV without a column that says it, checked otherwise',
    }),
  ),
  preset: z.exactOptional(
    z.enum(PRESET_NAMES).meta({ description: 'The headings of a CSV file; left out, all are tried' }),
  ),
  columns: z.exactOptional(
    columnsIn.meta({ description: 'Headings of your own, in place of those of the preset' }),
  ),
}).meta({ id: 'NewBankStatement' });

export type NewStatement = z.infer<typeof newStatement>;

export const statementView = z
  .strictObject({
    statement: z.string(),
    format: z.enum(['csv', 'camt.053']),
    contentHash: z.string(),
    accounts: z.array(z.string()),
    lines: count.meta({ description: 'new + known + foreign' }),
    new: count.meta({ description: 'Lines that are new, and may be payments' }),
    known: count.meta({ description: 'Lines that were there before' }),
    foreign: count.meta({
      description: 'New lines that are no payments: debits, reversals, other currencies',
    }),
    skipped: count.meta({ description: 'What is not booked at the bank, and rows that move no money' }),
  })
  .meta({ id: 'BankStatement' });

export const linesQuery = closedObject({
  ...listQuery('asc'),
  status: z.exactOptional(z.enum(LINE_STATUSES)),
  account: z.exactOptional(lineIn(100)),
});

export const lineParams = closedObject({ line: nameIn });

export const newBooking = closedObject({
  contract: nameIn,
  amount: z.exactOptional(
    amountIn.meta({ description: 'Part of the line, where it pays several contracts; left out, all of it' }),
  ),
  reference: z.exactOptional(
    lineIn(100).meta({
      description:
        'A month, 2025-01, or the number of an invoice takes the money for it first; otherwise the oldest unpaid',
    }),
  ),
  lateReason: lateReasonIn,
}).meta({ id: 'NewBankBooking' });

export type NewBooking = z.infer<typeof newBooking>;

export const newIgnoring = closedObject({ reason: reasonIn }).meta({ id: 'IgnoredBankLine' });

const partView = z.strictObject({
  contract: z.string(),
  period: periodOut,
  number: z.string().nullable().meta({ description: 'The number of the invoice, where it has one' }),
  amount: moneyOut,
});

const proposalView = z
  .strictObject({
    clientId: z.string(),
    parts: z
      .array(partView)
      .meta({ description: 'What each invoice would get; book each contract by itself' }),
    rest: moneyOut.meta({ description: 'What would be left of the line' }),
    reasons: z.array(
      z.enum([
        'referenceNamesInvoice',
        'referenceNamesContract',
        'payerIsClient',
        'amountIsOutstanding',
        'amountIsSum',
        'referenceNamesPeriod',
      ]),
    ),
    weight: count.meta({ description: 'How well founded it is, beside the others' }),
  })
  .meta({ id: 'BankProposal' });

const bookingView = z.strictObject({
  contract: z.string(),
  amount: moneyOut,
  reference: z.string(),
  status: z.enum(['pending', 'applied', 'refused']),
  sequence: count
    .nullable()
    .meta({ description: 'The last entry of the ledger that it wrote; null while there is none' }),
  command: z.string(),
  bookedBy: z.string(),
  bookedAt: instantOut,
});

export const bankLineView = z
  .strictObject({
    line: z.string(),
    account: z.string(),
    bookedOn: dateOut,
    amount: moneyOut.meta({ description: 'Less than nothing for a debit' }),
    currency: z.string(),
    payerName: z.string().nullable(),
    payerAccount: z.string().nullable(),
    reference: z.string().nullable(),
    endToEndId: z.string().nullable(),
    bankReference: z.string().nullable(),
    status: z.enum(LINE_STATUSES),
    foreignReason: z
      .enum(['currency', 'debit', 'reversal'])
      .nullable()
      .meta({ description: 'Why it is no payment to us' }),
    booked: moneyOut,
    rest: moneyOut.meta({ description: 'What is not booked of it' }),
    bookings: z.array(bookingView),
    ignored: z.strictObject({ at: instantOut, by: z.string(), reason: z.string() }).nullable(),
    resembles: z.array(z.string()).meta({
      description:
        'Lines of the same account, day and amount, one of them without a bank reference: perhaps the same money',
    }),
    proposals: z.array(proposalView).meta({ description: 'The best founded first; of open lines only' }),
  })
  .meta({ id: 'BankLine' });

export type BankLineView = z.infer<typeof bankLineView>;

export const bankLinePage = pageOut(bankLineView).meta({ id: 'BankLinePage' });

export const lineKey = z.strictObject({ bookedOn: z.string(), id: z.string() });

export const reconciliationView = z
  .strictObject({
    items: z.array(
      z.strictObject({
        account: z.string(),
        currency: z.string(),
        lines: count,
        imported: moneyOut.meta({ description: 'booked + ignored + open + foreign' }),
        booked: moneyOut,
        ignored: moneyOut,
        open: moneyOut,
        foreign: moneyOut,
        addsUp: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'BankReconciliation' });
