import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  moved,
  printed,
  replaced,
  valueAt,
  withItem,
  withMember,
  without,
} from '../../apps/console/src/pages/templates/rules/json-text.js';
import {
  givenOf,
  readTable,
  typedOf,
  withCell,
  withInput,
  withOutcome,
  withoutInput,
  withoutRow,
  withRow,
  withRowMoved,
  withRowName,
} from '../../apps/console/src/pages/templates/rules/table-text.js';
import {
  lineNumber,
  placeInClauses,
  placeInJson,
} from '../../apps/console/src/parts/code-editor/fault-place.js';
import { compileDecisionTable } from '../../libs/decisions/src/decision-table.js';

const RULES = 'rules';
const files = readdirSync(RULES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.json') && !path.startsWith('schemas'))
  .map((path) => [path, readFileSync(join(RULES, path), 'utf8')] as const);
const priority = readFileSync(join(RULES, 'tiered-support-2025/priority.table.json'), 'utf8');

/** The lines in which two texts differ, each without what is around it. */
function changedLines(before: string, after: string): string[] {
  const kept = new Set(before.split('\n'));
  return after
    .split('\n')
    .filter((line) => !kept.has(line))
    .map((line) => line.trim());
}

it('what is said again as it was leaves every file of the product as it is, byte for byte', () => {
  expect(files.length).toBeGreaterThan(50);
  for (const [, text] of files) {
    expect(replaced(text, [], JSON.parse(text))).toBe(text);
    const members = Object.entries(JSON.parse(text) as Record<string, unknown>);
    expect(members.reduce((now, [name, value]) => withMember(now, [], name, value), text)).toBe(text);
  }
});

it('a value is printed as the files of the product are', () => {
  const kinds = /(table|rules|targets|parameters|template)\.json$/;
  const own = files.filter(([path]) => kinds.test(path));
  expect(own.length).toBeGreaterThan(8);
  for (const [, text] of own) expect(`${printed(JSON.parse(text))}\n`).toBe(text);
});

it('items and members come, go and move, and nothing else does', () => {
  const text = '{\n  "a": [1, 2],\n  "b": {}\n}\n';
  expect(withItem(text, ['a'], 1, 5)).toBe('{\n  "a": [1, 5, 2],\n  "b": {}\n}\n');
  expect(withItem(text, ['a'], 9, 5)).toBe('{\n  "a": [1, 2, 5],\n  "b": {}\n}\n');
  expect(withMember(text, ['b'], 'c', true)).toBe('{\n  "a": [1, 2],\n  "b": {\n    "c": true\n  }\n}\n');
  expect(withMember(text, [], 'z', 0, 0)).toBe('{\n  "z": 0,\n  "a": [1, 2],\n  "b": {}\n}\n');
  expect(without(text, ['a', 0])).toBe('{\n  "a": [2],\n  "b": {}\n}\n');
  expect(without(without(text, ['a', 1]), ['a', 0])).toBe('{\n  "a": [],\n  "b": {}\n}\n');
  expect(without(text, ['b'])).toBe('{\n  "a": [1, 2]\n}\n');
  expect(moved(text, ['a'], 0, 1)).toBe('{\n  "a": [2, 1],\n  "b": {}\n}\n');
});

it('what leads nowhere, and what is no JSON, stays as it is', () => {
  const broken = '{ "a": [1, }';
  expect(replaced(broken, ['a', 0], 2)).toBe(broken);
  expect(valueAt(broken, ['a', 0])).toBeUndefined();
  expect(readTable(broken)).toBeNull();
  expect(readTable('{ "rows": [] }')).toBeNull();
  expect(moved('[1, 2]', [], 0, 2)).toBe('[1, 2]');
  expect(without('[1, 2]', [])).toBe('[1, 2]');
});

it('a cell, an outcome and a name change their own line only', () => {
  expect(changedLines(priority, withCell(priority, 2, 2, 'high | medium'))).toEqual([
    '"when": ["-", "-", "high | medium", "high"],',
  ]);
  expect(changedLines(priority, withOutcome(priority, 4, 'priority', 'p2'))).toEqual([]);
  expect(valueAt(withOutcome(priority, 4, 'priority', 'p2'), ['rows', 4, 'then'])).toEqual({
    priority: 'p2',
  });
  expect(changedLines(priority, withRowName(priority, 4, 'the rest'))).toEqual(['"name": "the rest",']);
  const unnamed = withRowName(priority, 4, '');
  expect(valueAt(unnamed, ['rows', 4, 'name'])).toBeUndefined();
  expect(withRowName(unnamed, 4, 'everything else')).toBe(priority);
});

it('rows and inputs come and go again without a trace, and the table still compiles', () => {
  const more = withRow(priority, 1);
  expect(readTable(more)?.rows).toHaveLength(6);
  expect(compileDecisionTable(JSON.parse(without(more, ['$schema'])))).toHaveProperty('ruleSet');
  expect(withoutRow(more, 1)).toBe(priority);
  expect(withoutRow(withRow(priority, 5), 5)).toBe(priority);
  const fewer = withoutInput(priority, 3);
  expect(readTable(fewer)?.inputs).toEqual(['coreBusinessDown', 'severeSecurityRisk', 'urgency']);
  expect(compileDecisionTable(JSON.parse(without(fewer, ['$schema'])))).toHaveProperty('ruleSet');
  const again = withInput(fewer, 'impact');
  expect(readTable(again)?.rows.map(({ when }) => when[3])).toEqual(['-', '-', '-', '-', '-']);
  const mended = ['-', '-', 'high', 'high | medium', '-'].reduce(
    (text, cell, index) => withCell(text, index, 3, cell),
    again,
  );
  expect(mended).toBe(priority);
  expect(withRowMoved(withRowMoved(priority, 0, 3), 3, 0)).toBe(priority);
  expect(readTable(withRowMoved(priority, 4, 0))?.rows[0]?.name).toBe('everything else');
});

it('an outcome is a value of the kind it was, or what a fact says', () => {
  expect(typedOf({ fact: 'permille' })).toBe('{permille}');
  expect(givenOf('{ permille }', '0.5')).toEqual({ fact: 'permille' });
  expect(givenOf('3', 2)).toBe(3);
  expect(givenOf('3', '2')).toBe('3');
  expect(givenOf('true', false)).toBe(true);
  expect(givenOf('perhaps', false)).toBe('perhaps');
});

it('a fault is found at the line that has it, or at the nearest thing around it', () => {
  const lineOf = (path: string) => lineNumber(priority, placeInJson(priority, path).from);
  const lines = priority.split('\n');
  expect(lines[lineOf('rows[2].when[2]') - 1]).toContain('"when": ["-", "-", "high", "high"]');
  expect(lineOf('rows[2].when[9]')).toBe(lineOf('rows[2].when'));
  expect(lineOf('nothing.there')).toBe(1);
  const clauses = '# Title\n\n## 2.3 Times\n\nText\n';
  expect(lineNumber(clauses, placeInClauses(clauses, '2.3', undefined).from)).toBe(3);
  expect(lineNumber(clauses, placeInClauses(clauses, '', 5).from)).toBe(5);
  expect(lineNumber(clauses, placeInClauses(clauses, '9.9', undefined).from)).toBe(1);
});
