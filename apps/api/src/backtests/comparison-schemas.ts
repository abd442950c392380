import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { count, instantOut, moneyOut, periodOut } from '../http/fields.js';

/** The comparison of a back-test as it goes out: see libs/backtest/src/comparison.ts. */

const signedMoney = z.string().meta({ description: 'Yuan with two decimals, may be less than nothing' });

function change<View extends z.ZodType>(view: View) {
  return z.strictObject({ key: z.string(), before: view.nullable(), after: view.nullable() });
}

const figures = z
  .strictObject({
    requests: count,
    misses: count,
    waived: count,
    failedMonths: count,
    rights: count,
    penalties: moneyOut,
    credits: signedMoney,
    interest: signedMoney,
    invoiced: moneyOut,
    credited: moneyOut,
    payable: signedMoney,
  })
  .meta({ id: 'BacktestFigures' });

const targetView = z.strictObject({
  dueAt: instantOut.nullable(),
  outcome: z.enum(['met', 'missed', 'pending', 'withdrawn']),
});

const requestChange = z.strictObject({
  request: z.string(),
  priority: z.strictObject({ before: z.string().nullable(), after: z.string().nullable() }),
  targets: z.array(change(targetView)),
});

const missView = z.strictObject({
  request: z.string(),
  target: z.string(),
  at: instantOut,
  period: periodOut,
  waived: z.boolean(),
  penalty: moneyOut,
  capped: z.boolean(),
});

const monthView = z.strictObject({ misses: count, waived: count, failed: z.boolean(), streak: count });

const rightView = z.strictObject({
  ground: z.enum(['failedMonths', 'delay']),
  arisenAt: instantOut,
  periods: z.array(periodOut),
  lapsesAt: instantOut,
  exercisedAt: instantOut.nullable(),
});

const invoiceView = z.strictObject({
  issuedAt: instantOut,
  dueAt: instantOut,
  amount: moneyOut,
  credited: moneyOut,
  interest: moneyOut,
  payable: signedMoney,
});

const chargeView = z.strictObject({ amount: signedMoney, capped: z.boolean() });
const reportView = z.strictObject({ dueAt: instantOut, late: z.boolean() });
const obligationView = z.strictObject({ dueAt: instantOut, missed: z.boolean(), daysLate: count });

const settlementView = z.strictObject({
  at: instantOut,
  outstanding: signedMoney,
  interest: signedMoney,
  penaltiesPaidOut: moneyOut,
  refund: moneyOut,
});

const refusedFact = z.strictObject({
  sequence: count,
  at: instantOut,
  type: z.string(),
  request: z.string().nullable(),
  code: z.string(),
  member: z.string(),
  problem: z.string(),
  allowed: z.string(),
});

export const comparisonOut = z
  .strictObject({
    contract: z.string(),
    zone: z.string(),
    changed: z.boolean(),
    reproduced: z.boolean().nullable().meta({
      description:
        'Whether the re-run of the terms as they are gives what is recorded; if not, `differs` says where',
    }),
    differs: z.array(z.string()),
    comparedAt: instantOut,
    runsOnAt: instantOut.nullable().meta({
      description: 'The recorded end, where the amended contract would have gone on: compared as of then',
    }),
    status: z.strictObject({ before: z.string(), after: z.string() }),
    before: figures,
    after: figures,
    requests: z.array(requestChange),
    misses: z.array(change(missView)),
    months: z.array(change(monthView)),
    rights: z.array(change(rightView)),
    invoices: z.array(change(invoiceView)),
    charges: z.array(change(chargeView)),
    reports: z.array(change(reportView)),
    obligations: z.array(change(obligationView)),
    settlement: z.array(change(settlementView)),
    refused: z
      .array(refusedFact)
      .meta({ description: 'Recorded facts that would no longer be possible, with why' }),
    notCarried: z.array(z.string()),
  })
  .meta({ id: 'BacktestComparison' });

const counts = z.strictObject({ arisen: count, gone: count, changed: count });

export const totalOut = z
  .strictObject({
    contracts: count,
    changed: count,
    notReproduced: count,
    failed: count,
    requests: count,
    requestsChanged: count,
    misses: counts,
    months: counts,
    rights: counts,
    invoices: counts,
    refused: count,
    before: figures,
    after: figures,
  })
  .meta({ id: 'BacktestTotal' });

/** One contract of many, in short. */
export const contractLine = z.strictObject({
  contract: z.string(),
  reproduced: z.boolean().nullable(),
  requests: count,
  misses: count,
  months: count,
  rights: count,
  refused: count,
  before: figures.nullable(),
  after: figures.nullable(),
  /** Why there is no comparison. */
  problem: z.string().nullable(),
});

export const shadowMonthOut = z
  .strictObject({
    period: periodOut,
    changed: z.boolean(),
    reproduced: z.boolean().nullable(),
    month: change(monthView).nullable(),
    misses: z.array(change(missView)),
    charges: z.array(change(chargeView)),
    invoices: z.array(change(invoiceView)),
    rights: z.array(change(rightView)),
    before: figures,
    after: figures,
  })
  .meta({ id: 'ShadowMonth' });

/** What a call amends: read whole by `readAmendment`, part by part, so that all faults are named at once. */
export const amendmentIn = z.record(z.string(), z.unknown()).meta({
  id: 'Amendment',
  description:
    '`template` {id, version}, in whatever state; `parameters` by name; `calendar`, a calendar file; `targets` by priority; `rules` by `priority` or the id of a consequence. One at least',
});

export const amendedBody = closedObject({ amendment: amendmentIn });
