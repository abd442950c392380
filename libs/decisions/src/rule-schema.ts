import { z } from 'zod';
import type { RuleCondition, RuleSet } from '#domain/decision';
import { LIMITS } from './limits.js';
import { closedObject } from './schema-faults.js';

const NAME = /^[a-z][A-Za-z0-9]{0,63}$/;
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
const VERSION = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/;

const text = z.string().min(1).max(LIMITS.text);
const name = z.string().regex(NAME);
const scalar = z.union([z.string().max(LIMITS.text), z.number(), z.boolean()]);
const factReference = closedObject({ fact: name });

const comparison = closedObject({
  fact: name,
  operator: z.string().max(64),
  value: z.union([scalar, z.array(scalar).max(LIMITS.values), factReference]),
});

const condition: z.ZodType<RuleCondition> = z.lazy(() =>
  z.union([
    closedObject({ all: z.array(condition).min(1) }),
    closedObject({ any: z.array(condition).min(1) }),
    closedObject({ not: condition }),
    comparison,
  ]),
);

const factDefinition = closedObject({
  type: z.enum(['string', 'number', 'boolean', 'decimal']),
  values: z.exactOptional(z.array(text).min(1).max(LIMITS.values)),
  unit: z.exactOptional(text),
  description: closedObject({ 'zh-CN': text, en: text }),
});

/** What a rule set and a decision table begin with alike. */
export const ruleSetHead = {
  id: z.string().regex(ID),
  version: z.string().regex(VERSION),
  clause: text,
  outcome: name,
  facts: z.record(name, factDefinition),
};

/** A rule's name and a fact's; what a rule gives. */
export const ruleName = text;
export const factName = name;
export const outcomeParams = z.record(name, z.union([scalar, factReference]));

function ruleSetWith<Condition extends z.ZodType>(conditions: Condition) {
  return closedObject({
    ...ruleSetHead,
    rules: z
      .array(
        closedObject({
          name: text,
          priority: z.int().min(1).max(1_000_000),
          conditions,
          event: closedObject({ type: name, params: outcomeParams }),
        }),
      )
      .min(1)
      .max(LIMITS.rules),
  });
}

/** The shape of a rule set, published as a JSON Schema. What only the vocabulary can tell is in `checkRuleSet`. */
export const ruleSetSchema: z.ZodType<RuleSet> = ruleSetWith(condition);

/** The same without a look at the conditions, which `checkRuleSet` walks itself so as to name their faults. */
export const ruleSetOutlineSchema = ruleSetWith(z.unknown());

export type RuleSetOutline = z.infer<typeof ruleSetOutlineSchema>;
