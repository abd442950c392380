import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { count, instantOut, nameIn, pageOut, listQuery } from '../http/fields.js';

const factValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const condition = z
  .strictObject({
    fact: z.exactOptional(z.string()),
    operator: z.string(),
    expected: z.exactOptional(z.union([factValue, z.array(factValue)])),
    actual: z.exactOptional(factValue),
    result: z.boolean(),
    get conditions() {
      return z.exactOptional(z.array(condition));
    },
  })
  .meta({ id: 'ReceiptCondition' });

/** What proves a decision: anyone can run it again and compare. */
export const receiptOut = z
  .strictObject({
    ruleSet: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
    clause: z.string(),
    facts: z.record(z.string(), factValue),
    rules: z
      .array(z.strictObject({ rule: z.string(), fired: z.boolean(), condition }))
      .meta({ description: 'The rules in the order they were tried; the first that fired decided' }),
    decidedBy: z.string(),
    outcome: z.record(z.string(), factValue),
  })
  .meta({ id: 'Receipt' });

export const decisionParams = closedObject({
  contract: nameIn,
  sequence: z.coerce.number().int().min(1).max(2_147_483_647),
});

export const decisionListQuery = closedObject({ request: z.exactOptional(nameIn), ...listQuery('asc') });

export const decisionView = z
  .strictObject({
    contract: z.string(),
    sequence: count,
    at: instantOut,
    recordedAt: instantOut,
    kind: z.string(),
    clause: z.string(),
    request: z.string().nullable(),
    receipt: receiptOut,
    facts: z
      .record(z.string(), z.unknown())
      .meta({ description: 'What the entry says beside the receipt: amounts, cap, rounding' }),
    verification: z.string().meta({ description: 'The address that runs the rules again' }),
  })
  .meta({ id: 'Decision' });

export const decisionPage = pageOut(decisionView).meta({ id: 'DecisionPage' });

export const verificationView = z
  .strictObject({
    contract: z.string(),
    sequence: count,
    same: z.boolean().meta({
      description:
        'The rules of the contract, run again on the recorded facts, give the receipt to the letter',
    }),
    differences: z.array(z.string()),
    entryIntact: z.boolean().meta({ description: "The entry's own hash fits its content" }),
    ruleSet: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
  })
  .meta({ id: 'Verification' });
