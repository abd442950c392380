/** What a rule may look at, and what a receipt shows. */
export type FactValue = string | number | boolean | null;

/** Named facts handed to a rule set. Names and types are fixed by the rule set's vocabulary. */
export type Facts = Readonly<Record<string, FactValue>>;

/** One condition of a rule as it turned out; a group has children instead of a fact. */
export interface ConditionResult {
  readonly fact?: string;
  readonly operator: string;
  readonly expected?: FactValue | readonly FactValue[];
  readonly actual?: FactValue;
  readonly result: boolean;
  readonly conditions?: readonly ConditionResult[];
}

/** One rule of the set as it turned out. */
export interface RuleResult {
  readonly rule: string;
  readonly fired: boolean;
  readonly condition: ConditionResult;
}

/** What proves a decision: anyone can run it again and compare. */
export interface Receipt {
  readonly ruleSet: { readonly id: string; readonly version: string; readonly hash: string };
  readonly clause: string;
  readonly facts: Facts;
  /** The rules in the order they were tried; the first that fired decided. */
  readonly rules: readonly RuleResult[];
  readonly decidedBy: string;
  readonly outcome: Readonly<Record<string, FactValue>>;
}

/** A json-rules-engine rule set with its vocabulary, as the template's JSON carries it. */
export interface RuleSet {
  readonly id: string;
  readonly version: string;
  readonly clause: string;
  readonly outcome: string;
  readonly facts: Readonly<Record<string, FactDefinition>>;
  readonly rules: readonly RuleDefinition[];
}

/** A fact of the vocabulary: its type, unit, and what it means. */
export interface FactDefinition {
  readonly type: 'string' | 'number' | 'boolean' | 'decimal';
  readonly values?: readonly string[];
  readonly unit?: string;
  readonly description: { readonly 'zh-CN': string; readonly en: string };
}

/** One rule; the rule of the highest `priority` whose conditions hold decides. Priorities are unique in a set. */
export interface RuleDefinition {
  readonly name: string;
  readonly priority: number;
  readonly conditions: RuleCondition;
  readonly event: {
    readonly type: string;
    readonly params: Readonly<Record<string, FactValue | { readonly fact: string }>>;
  };
}

/** json-rules-engine's condition language, less paths, references and custom operators. */
export type RuleCondition =
  | { readonly all: readonly RuleCondition[] }
  | { readonly any: readonly RuleCondition[] }
  | { readonly not: RuleCondition }
  | {
      readonly fact: string;
      readonly operator: string;
      readonly value: FactValue | readonly FactValue[] | { readonly fact: string };
    };

/** What a rule set said, with its proof. */
export interface Decision {
  readonly outcome: { readonly type: string; readonly params: Readonly<Record<string, FactValue>> };
  readonly receipt: Receipt;
}
