import type { FactDefinition } from '#domain/decision';
import { type Fault, joinPath, oneOf, quote, unknownName } from '#domain/fault';
import { valueFault, type Vocabulary } from './fact-value.js';
import { LIMITS } from './limits.js';
import { OPERATORS, takesList } from './operator-names.js';

const GROUPS = ['all', 'any', 'not'];
const MEMBERS = ['fact', 'operator', 'value'];

/** What is wrong with a rule's conditions: every fault with its path, none where they fit the vocabulary. */
export function conditionFaults(conditions: unknown, vocabulary: Vocabulary, path: string): Fault[] {
  if (isObject(conditions) && groupOf(conditions) === null) {
    return [{ path, problem: 'is no group of conditions', allowed: oneOf(GROUPS) }];
  }
  const walk: Walk = { vocabulary, faults: [], count: 0 };
  checkCondition(conditions, path, 1, walk);
  return walk.faults;
}

interface Walk {
  readonly vocabulary: Vocabulary;
  readonly faults: Fault[];
  count: number;
}

function checkCondition(condition: unknown, path: string, depth: number, walk: Walk): void {
  walk.count += 1;
  if (walk.count > LIMITS.conditionsPerRule) {
    if (walk.count === LIMITS.conditionsPerRule + 1) walk.faults.push(tooMany(path));
    return;
  }
  if (!isObject(condition)) {
    walk.faults.push({
      path,
      problem: `is ${quote(condition)}`,
      allowed: 'allowed is a condition or a group',
    });
    return;
  }
  const group = groupOf(condition);
  if (group === null) checkComparison(condition, path, walk);
  else checkGroup(condition, group, path, depth, walk);
}

function checkGroup(condition: JsonObject, group: string, path: string, depth: number, walk: Walk): void {
  checkMembers(condition, [group], path, walk);
  const inner = joinPath(path, group);
  if (depth > LIMITS.depth) {
    walk.faults.push({
      path: inner,
      problem: 'is nested too deep',
      allowed: `at most ${LIMITS.depth} groups deep`,
    });
    return;
  }
  const members = condition[group];
  if (group === 'not') {
    checkCondition(members, inner, depth + 1, walk);
  } else if (!Array.isArray(members) || members.length === 0) {
    walk.faults.push({
      path: inner,
      problem: 'is no list of conditions',
      allowed: 'allowed is at least one',
    });
  } else {
    members.forEach((member, index) => checkCondition(member, joinPath(inner, index), depth + 1, walk));
  }
}

function checkComparison(condition: JsonObject, path: string, walk: Walk): void {
  checkMembers(condition, MEMBERS, path, walk);
  const name = condition['fact'];
  if (typeof name !== 'string' || !Object.hasOwn(walk.vocabulary, name)) {
    walk.faults.push(unknownName(joinPath(path, 'fact'), 'fact', text(name), Object.keys(walk.vocabulary)));
    return;
  }
  const definition = walk.vocabulary[name] as FactDefinition;
  const operators = OPERATORS[definition.type];
  const operator = condition['operator'];
  if (typeof operator !== 'string' || !operators.includes(operator)) {
    const kind = `operator for the ${definition.type} fact ${quote(name)}`;
    walk.faults.push(unknownName(joinPath(path, 'operator'), kind, text(operator), operators));
    return;
  }
  checkExpected(condition['value'], takesList(operator), definition, joinPath(path, 'value'), walk);
}

function checkExpected(
  value: unknown,
  list: boolean,
  definition: FactDefinition,
  path: string,
  walk: Walk,
): void {
  if (list) {
    if (Array.isArray(value) && value.length > 0 && value.length <= LIMITS.values) {
      value.forEach((each, index) => checkValue(each, definition, joinPath(path, index), walk));
    } else {
      walk.faults.push({
        path,
        problem: `is ${quote(value)}`,
        allowed: `allowed is a list of 1 to ${LIMITS.values} values`,
      });
    }
  } else if (isObject(value)) checkReference(value, definition, path, walk);
  else checkValue(value, definition, path, walk);
}

function checkReference(value: JsonObject, definition: FactDefinition, path: string, walk: Walk): void {
  checkMembers(value, ['fact'], path, walk);
  const alike = Object.keys(walk.vocabulary).filter(
    (each) => walk.vocabulary[each]?.type === definition.type,
  );
  const name = value['fact'];
  if (typeof name !== 'string' || !alike.includes(name)) {
    walk.faults.push(unknownName(joinPath(path, 'fact'), `${definition.type} fact`, text(name), alike));
  }
}

function checkValue(value: unknown, definition: FactDefinition, path: string, walk: Walk): void {
  const fault = valueFault(value, definition, path);
  if (fault !== null) walk.faults.push(fault);
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function groupOf(condition: JsonObject): string | null {
  return GROUPS.find((group) => Object.hasOwn(condition, group)) ?? null;
}

function checkMembers(value: JsonObject, allowed: readonly string[], path: string, walk: Walk): void {
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key)) walk.faults.push(unknownName(joinPath(path, key), 'member', key, allowed));
  }
}

function tooMany(path: string): Fault {
  const allowed = `at most ${LIMITS.conditionsPerRule} conditions in one rule`;
  return { path, problem: 'is one condition too many', allowed };
}

function text(name: unknown): string {
  return typeof name === 'string' ? name : (JSON.stringify(name) ?? 'nothing');
}
