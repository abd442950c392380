import type { FactDefinition, FactValue, RuleCondition } from '#domain/decision';
import { type Path, valueAt } from './json-text.js';
import { isObject, plainText } from './reading.js';

type Facts = Readonly<Record<string, FactDefinition>>;
type Given = FactValue | { readonly fact: string };

/** A value that a condition compares a fact with, and where it stands in the file. */
export interface ComparedValue {
  readonly path: Path;
  readonly fact: string;
  readonly operator: string;
  readonly value: unknown;
}

export interface ReadRule {
  readonly name: string;
  readonly priority: number;
  readonly conditions: RuleCondition;
  readonly values: readonly ComparedValue[];
  readonly params: Readonly<Record<string, Given & {}>>;
  readonly at: Path;
}

export interface ReadRuleSet {
  readonly facts: Facts;
  readonly rules: readonly ReadRule[];
}

/** Reads a rule set from the text of its file; null where it has not got the shape of one. The highest priority comes first. */
export function readRuleSetText(text: string): ReadRuleSet | null {
  const value = valueAt(text, []);
  if (!isObject(value) || !isObject(value['facts']) || !Array.isArray(value['rules'])) return null;
  const rules = value['rules'].flatMap((rule: unknown, index) => readRule(rule, ['rules', index]) ?? []);
  if (rules.length !== value['rules'].length) return null;
  return { facts: value['facts'] as Facts, rules: rules.toSorted((a, b) => b.priority - a.priority) };
}

function readRule(rule: unknown, at: Path): ReadRule | null {
  if (!isObject(rule) || !isObject(rule['event']) || !isObject(rule['event']['params'])) return null;
  const conditions = rule['conditions'];
  if (!isCondition(conditions)) return null;
  return {
    name: plainText(rule['name']),
    priority: Number(rule['priority'] ?? 0),
    conditions,
    values: comparedIn(conditions, [...at, 'conditions']),
    params: rule['event']['params'] as ReadRule['params'],
    at,
  };
}

function comparedIn(condition: RuleCondition, path: Path): ComparedValue[] {
  if ('all' in condition)
    return condition.all.flatMap((each, index) => comparedIn(each, [...path, 'all', index]));
  if ('any' in condition)
    return condition.any.flatMap((each, index) => comparedIn(each, [...path, 'any', index]));
  if ('not' in condition) return comparedIn(condition.not, [...path, 'not']);
  const { fact, operator, value } = condition;
  return [{ path: [...path, 'value'], fact, operator, value }];
}

function isCondition(value: unknown): value is RuleCondition {
  if (!isObject(value)) return false;
  const { all, any, not, fact, operator } = value;
  if (Array.isArray(all)) return all.every(isCondition);
  if (Array.isArray(any)) return any.every(isCondition);
  return isCondition(not) || (typeof fact === 'string' && typeof operator === 'string' && 'value' in value);
}
