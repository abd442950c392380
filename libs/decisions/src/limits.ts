/** What a rule set may hold at most. Rules are tried one after the other, so size is time. */
export const LIMITS = {
  rules: 100,
  facts: 50,
  values: 50,
  /** Groups within groups. */
  depth: 6,
  /** Conditions of all kinds in one rule. */
  conditionsPerRule: 100,
  /** Characters of the whole rule set as JSON. */
  size: 200_000,
  text: 500,
} as const;
