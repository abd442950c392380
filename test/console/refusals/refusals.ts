import ts from 'typescript';
import { Follower, isWord, type Text } from './follow.js';
import { each, Sources } from './sources.js';

/** A text that a person may be refused with, and where it is said. */
export interface Told {
  readonly text: Text;
  /** `apps/api/src/http/problem.ts: first.problem` */
  readonly where: string;
}

/** Every text that the sources can refuse with. */
export function refusals(folders: readonly string[]): Told[] {
  const sources = new Sources(folders);
  const follower = new Follower(sources);
  const told = new Map<string, Told>();
  for (const file of sources.files)
    each(file, (node) => {
      for (const expression of saidBy(node))
        for (const text of follower.texts(expression)) {
          const where = `${file.fileName}: ${expression.getText().replaceAll(/\s+/g, ' ')}`;
          const key = text.some(isWord) ? written(text) : where;
          if (!told.has(key) && text.length > 0) told.set(key, { text, where });
        }
    });
  return [...told.values()];
}

/** A text with what its values are called: `there is no contract {id}`. */
export function written(text: Text): string {
  return text.map((part) => (typeof part === 'string' ? part : `{${part.value}}`)).join('');
}

/** The expressions of a node that a person gets to read when a call is refused. */
function saidBy(node: ts.Node): ts.Expression[] {
  if (ts.isObjectLiteralExpression(node)) return saidByObject(node);
  if (ts.isNewExpression(node)) return saidByNew(node);
  if (ts.isCallExpression(node)) return saidByCheck(node);
  return [];
}

function saidByObject(node: ts.ObjectLiteralExpression): ts.Expression[] {
  const members = new Map(
    node.properties.flatMap((member): [string, ts.Expression][] => {
      if (ts.isShorthandPropertyAssignment(member)) return [[member.name.text, member.name]];
      return ts.isPropertyAssignment(member) ? [[member.name.getText(), member.initializer]] : [];
    }),
  );
  const [problem, allowed] = [members.get('problem'), members.get('allowed')];
  if (problem && allowed && !isSchema(problem)) return [problem, allowed];
  return ['error', 'message']
    .flatMap((name) => members.get(name) ?? [])
    .filter((text) => !isSchema(text) && (isOfSchema(node) || saysAllowed(text)));
}

function saidByNew({ expression, arguments: list }: ts.NewExpression): ts.Expression[] {
  const given = [...(list ?? [])];
  const name = expression.getText();
  // Beside faults a detail is not shown: they say the same, one by one.
  if (name === 'Problem') return given.slice(1, given.length === 2 ? 2 : 1);
  return name === 'Refusal' ? given.slice(2, 4) : [];
}

/** `z.string('allowed is …')`, `z.string().regex(/x/, 'allowed is …')`. */
function saidByCheck({ arguments: given }: ts.CallExpression): ts.Expression[] {
  return given.filter((text) => saysAllowed(text));
}

function saysAllowed(text: ts.Expression): boolean {
  return (ts.isStringLiteralLike(text) || ts.isTemplateExpression(text)) && /^.allowed/.test(text.getText());
}

function isSchema(node: ts.Expression): boolean {
  return /^(z|closedObject|\w+(In|Out)|\w*[sS]chema)\b[\s.(]/.test(node.getText());
}

/** The object that a schema is told its words by. */
function isOfSchema(node: ts.ObjectLiteralExpression): boolean {
  return ts.isCallExpression(node.parent) && isSchema(node.parent);
}
