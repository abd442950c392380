import type { RuleCondition, RuleDefinition } from '#domain/decision';
import { type Fault, joinPath, quote, unknownName } from '#domain/fault';
import { readCell } from './decision-table-cell.js';
import { type DecisionTable, decisionTableSchema } from './decision-table-schema.js';
import { LIMITS } from './limits.js';
import { type CheckedRuleSet, checkRuleSet, sizeFault } from './rule-set.js';
import { parseDocument } from './schema-faults.js';

/**
 * Reads what stands where a rule set belongs: a rule set, or a decision table (it has `rows`), which is compiled.
 * Never throws: what is wrong comes back as faults.
 */
export function readRuleSet(document: unknown): CheckedRuleSet {
  const isTable = typeof document === 'object' && document !== null && Object.hasOwn(document, 'rows');
  return isTable ? compileDecisionTable(document) : checkRuleSet(document);
}

/**
 * Compiles a decision table to a rule set: a rule for each row, the first row with the highest priority, so that the
 * first row whose cells all hold decides. Never throws; faults name the row and the cell, `rows[2].when[1]`.
 */
export function compileDecisionTable(document: unknown): CheckedRuleSet {
  const size = sizeFault(document);
  if (size !== null) return { faults: [size] };
  const parsed = parseDocument(decisionTableSchema, document);
  if ('faults' in parsed) return parsed;
  const table = parsed.value;
  const faults = inputFaults(table);
  if (faults.length > 0) return { faults };
  const rules = table.rows.map((row, index) => ruleOf(table, row, index, faults));
  if (faults.length > 0) return { faults };
  const { id, version, clause, outcome, facts } = table;
  const checked = checkRuleSet({ id, version, clause, outcome, facts, rules });
  return 'faults' in checked ? { faults: checked.faults.map(inTable) } : checked;
}

function inputFaults({ inputs, facts }: DecisionTable): Fault[] {
  return inputs.flatMap(({ fact }, index) => {
    const path = joinPath('inputs', index, 'fact');
    if (!Object.hasOwn(facts, fact)) return [unknownName(path, 'fact', fact, Object.keys(facts))];
    if (inputs.findIndex((each) => each.fact === fact) === index) return [];
    return [{ path, problem: `${quote(fact)} is given twice`, allowed: 'each is allowed once' }];
  });
}

type Row = DecisionTable['rows'][number];

function ruleOf(table: DecisionTable, row: Row, index: number, faults: Fault[]): RuleDefinition {
  const params = Object.entries(row.then).map(([name, value]) => [name, referenceOr(value)] as const);
  return {
    name: row.name ?? nameOf(table, row, index),
    priority: table.rows.length - index,
    conditions: { all: conditionsOf(table, row, index, faults) },
    event: { type: table.outcome, params: Object.fromEntries(params) },
  };
}

function conditionsOf(table: DecisionTable, { when }: Row, index: number, faults: Fault[]): RuleCondition[] {
  const { inputs, facts } = table;
  const path = joinPath('rows', index, 'when');
  if (when.length !== inputs.length) {
    const allowed = `allowed are ${inputs.length}: ${inputs.map(({ fact }) => fact).join(', ')}`;
    faults.push({ path, problem: `has ${when.length} cells`, allowed });
    return [];
  }
  const conditions = inputs.flatMap(({ fact }, column): RuleCondition[] => {
    const read = readCell(when[column] ?? '', fact, facts, joinPath(path, column));
    if ('condition' in read) return read.condition === null ? [] : [read.condition];
    faults.push(...read.faults);
    return [];
  });
  return conditions.length > 0 ? conditions : [always(inputs[0]?.fact ?? '')];
}

/** The language of conditions has no word for "always": a fact is what it is. */
function always(fact: string): RuleCondition {
  return { fact, operator: 'equal', value: { fact } };
}

/** `{permille}` is the fact of that name, all else is what it says. */
function referenceOr(value: Row['then'][string]): Row['then'][string] {
  const reference = typeof value === 'string' ? /^\{\s*([a-zA-Z0-9]+)\s*\}$/.exec(value)?.[1] : undefined;
  return reference === undefined ? value : { fact: reference };
}

/** `row 2: urgency high, impact medium | low`; `row 5: otherwise`. */
function nameOf({ inputs }: DecisionTable, { when }: Row, index: number): string {
  const cells = inputs.flatMap(({ fact }, column) => {
    const cell = (when[column] ?? '-').trim();
    return cell === '-' ? [] : [`${fact} ${cell}`];
  });
  return `row ${index + 1}: ${cells.join(', ') || 'otherwise'}`.slice(0, LIMITS.text);
}

/** A fault of the compiled rules where the table has it. */
function inTable(fault: Fault): Fault {
  const path = fault.path
    .replace(/^rules\b/, 'rows')
    .replace(/^(rows\[\d+\])\.event\.params/, '$1.then')
    .replace(/^(rows\[\d+\])\.conditions.*/, '$1.when');
  return { ...fault, path };
}
