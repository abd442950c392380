import { z } from 'zod';
import { LIMITS } from './limits.js';
import { factName, outcomeParams, ruleName, ruleSetHead } from './rule-schema.js';
import { closedObject } from './schema-faults.js';

/** The shape of a decision table, published as a JSON Schema. What cells may say is in `decision-table-cell.ts`. */
export const decisionTableSchema = closedObject({
  ...ruleSetHead,
  /** The facts that the cells of `when` stand for, in their order. */
  inputs: z
    .array(closedObject({ fact: factName }))
    .min(1)
    .max(LIMITS.facts),
  /** The first row that holds decides. */
  hit: z.literal('first'),
  rows: z
    .array(
      closedObject({
        name: z.exactOptional(ruleName),
        when: z.array(z.string().max(LIMITS.text)),
        // oxlint-disable-next-line unicorn/no-thenable -- a member of a JSON document, never a function
        then: outcomeParams,
      }),
    )
    .min(1)
    .max(LIMITS.rules),
});

/** A decision table: the friendly form of a rule set. */
export type DecisionTable = z.infer<typeof decisionTableSchema>;
