import { existsSync, readFileSync } from 'node:fs';
import { readRuleSet } from '#decisions/decision-table';
import { type RuleSet } from '#domain/decision';
import { unknownName } from '#domain/fault';
import { TemplateError } from '#templates/template-error';
import { type ParameterDefinition } from '#templates/template';
import { type Found, fromHere } from '../faults.js';

/** A rule set with the parameters of the template around it; none where it is a file by itself. */
export interface RulesInput {
  readonly ruleSet: RuleSet;
  readonly parameters: readonly ParameterDefinition[];
}

/** A rule set or decision table from a file, or the rule set `set` of a template by the template's id. */
export async function readRules(source: string, set: string | undefined): Promise<Found<RulesInput>> {
  if (/\.json$/i.test(source) || existsSync(fromHere(source))) {
    const document = readDocument(source);
    if ('faults' in document) return document;
    const read = readRuleSet(document.value);
    return 'faults' in read ? read : { ruleSet: read.ruleSet, parameters: [] };
  }
  try {
    // Loaded only here: a rule set by itself needs neither clauses nor calendars.
    const { loadTemplate } = await import('#templates/load');
    const { rules, parameters } = await loadTemplate(source);
    return chosen(rules, set, parameters);
  } catch (error) {
    if (error instanceof TemplateError) return { faults: error.faults };
    throw error;
  }
}

function chosen(
  rules: Readonly<Record<string, RuleSet>>,
  set: string | undefined,
  parameters: readonly ParameterDefinition[],
): Found<RulesInput> {
  const names = Object.keys(rules);
  const name = set ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined) {
    const allowed = `allowed are ${names.join(', ')}`;
    return { faults: [{ path: '--set', problem: 'is missing', allowed }] };
  }
  const ruleSet = Object.hasOwn(rules, name) ? rules[name] : undefined;
  return ruleSet === undefined
    ? { faults: [unknownName('--set', 'rule set', name, names)] }
    : { ruleSet, parameters };
}

/** A JSON document from a file, `-` for standard input, less the `$schema` that is there for editors. */
export function readDocument(file: string): Found<{ readonly value: unknown }> {
  try {
    const text = readFileSync(file === '-' ? 0 : fromHere(file), 'utf8');
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && '$schema' in value) delete value.$schema;
    return { value };
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    const problem = `${file} cannot be read (${because})`;
    return { faults: [{ path: '', problem, allowed: 'allowed is a JSON file or -' }] };
  }
}
