import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { RECEIPT_KINDS } from '#receipts/receipt';
import { count, instantOut, nameIn, pageOut, listQuery, periodIn } from '../http/fields.js';
import { receiptOut } from './decision-schemas.js';

const source = z
  .strictObject({ sequence: count, hash: z.string() })
  .meta({ id: 'ReceiptSource', description: 'A line of the ledger' });

const hashed = z.strictObject({ id: z.string(), version: z.string(), hash: z.string() });
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A decision of the contract with everything it rests on. */
export const decisionReceiptOut = z
  .strictObject({
    id: z.string().meta({ example: '12-penalty' }),
    contract: z.string(),
    kind: z.enum(RECEIPT_KINDS),
    at: instantOut,
    clause: z.string(),
    request: z.string().nullable(),
    period: z.string().nullable(),
    law: z.string(),
    template: hashed,
    calendar: hashed,
    ruleSet: hashed.nullable(),
    entry: source,
    facts: z.array(
      z.strictObject({
        name: z.string(),
        value: z.unknown(),
        sources: z.array(source).meta({ description: 'The lines that say it; none where the terms do' }),
      }),
    ),
    conditions: z.array(
      z.strictObject({
        condition: z.string(),
        operator: z.string(),
        expected: z.unknown(),
        actual: z.unknown(),
        result: z.boolean(),
      }),
    ),
    rules: receiptOut.shape.rules,
    decidedBy: z.string().nullable(),
    arithmetic: z.array(
      z.strictObject({
        step: z.string(),
        formula: z.string(),
        operands: z.record(z.string(), scalar),
        exact: z.string().nullable().meta({ description: 'Before it was rounded; null where nothing is' }),
        rounding: z.enum(['halfUpToFen']).nullable(),
        result: scalar,
      }),
    ),
    caps: z.array(
      z.strictObject({
        window: z.string(),
        amount: z.string(),
        usedBefore: z.string(),
        usedAfter: z.string(),
      }),
    ),
    outcome: z.record(z.string(), z.unknown()),
    hash: z.string().meta({ description: 'Over the canonical JSON (RFC 8785) of all other members' }),
  })
  .meta({ id: 'DecisionReceipt' });

export const receiptPage = pageOut(decisionReceiptOut).meta({ id: 'DecisionReceiptPage' });

const receiptName = z.string().regex(/^\d{1,10}-[A-Za-z]{1,30}(-[a-z]{1,20})?$/, {
  error: 'allowed is the id of a receipt, 12-penalty',
});

export const receiptParams = closedObject({ contract: nameIn, receipt: receiptName });

export const receiptListQuery = closedObject({
  kind: z.exactOptional(z.enum(RECEIPT_KINDS)),
  request: z.exactOptional(nameIn),
  period: z.exactOptional(periodIn),
  ...listQuery('asc'),
});

export const receiptVerification = z
  .strictObject({
    contract: z.string(),
    id: z.string(),
    outcome: z.enum(['same', 'unreceipted', 'missing', 'unknown', 'changed', 'differs']).meta({
      description: 'How the decision, made again, stands to what was written down when it was made',
    }),
    hash: z.string().nullable(),
    hashNow: z.string().nullable(),
    differences: z.array(z.strictObject({ path: z.string(), recorded: z.unknown(), now: z.unknown() })),
    ledgerFaults: z.array(z.string()),
  })
  .meta({ id: 'ReceiptVerification' });
