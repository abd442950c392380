import ts from 'typescript';
import { type Callable, each, type Sources } from './sources.js';

/** A text as the sources make it: what it says word for word, and the values between, by the expressions they are. */
export type Text = readonly (string | { readonly value: string })[];

const DEEPEST = 14;
const MOST = 80;

/** Follows an expression to the texts that it can be: literals, templates, both ways of a condition, what a function returns. */
export class Follower {
  /** What was followed before; of what is just being followed, nothing. */
  private readonly known = new Map<ts.Expression, readonly Text[]>();

  constructor(private readonly sources: Sources) {}

  /** The texts that an expression can be; a value alone where it is none that can be read off the sources. */
  texts(node: ts.Expression, depth = 0): readonly Text[] {
    const known = this.known.get(node);
    if (known) return known;
    this.known.set(node, []);
    const followed = distinct(this.follow(node, depth));
    this.known.set(node, followed);
    return followed;
  }

  private follow(node: ts.Expression, depth: number): readonly Text[] {
    if (depth > DEEPEST) return [opaque(node)];
    const inner = (next: ts.Expression): readonly Text[] => this.texts(next, depth + 1);
    if (ts.isStringLiteralLike(node)) return [[node.text]];
    if (ts.isTemplateExpression(node)) return this.template(node, depth);
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node))
      return inner(node.expression);
    if (ts.isSatisfiesExpression(node)) return inner(node.expression);
    if (ts.isConditionalExpression(node)) return [...inner(node.whenTrue), ...inner(node.whenFalse)];
    if (ts.isBinaryExpression(node)) return this.binary(node, depth);
    if (ts.isIdentifier(node)) return this.name(node, depth);
    if (ts.isCallExpression(node)) return this.call(node, depth);
    if (ts.isPropertyAccessExpression(node)) return this.member(node, node.name.text, depth);
    if (ts.isElementAccessExpression(node)) return this.member(node, null, depth);
    return node.kind === ts.SyntaxKind.NullKeyword ? [] : [opaque(node)];
  }

  private template(node: ts.TemplateExpression, depth: number): readonly Text[] {
    let made: Text[] = [[node.head.text]];
    for (const { expression, literal } of node.templateSpans) {
      const values = this.value(expression, depth);
      made = made.flatMap((before) => values.map((value) => [...before, ...value, literal.text]));
      if (made.length > MOST)
        return [
          node.templateSpans.reduce<Text>(
            (text, span) => [...text, ...opaque(span.expression), span.literal.text],
            [node.head.text],
          ),
        ];
    }
    return made.map(joined);
  }

  /** What stands in a template: words where it is words mostly, a value otherwise. */
  private value(node: ts.Expression, depth: number): readonly Text[] {
    const texts = this.texts(node, depth + 1);
    const said = texts.filter(
      (text) => text.some(isWord) || text.length === 0 || text[0] === '' || text[0] === '"',
    );
    return said.length * 2 >= texts.length && said.length > 0 ? texts : [opaque(node)];
  }

  private binary(node: ts.BinaryExpression, depth: number): readonly Text[] {
    const { kind } = node.operatorToken;
    const left = this.texts(node.left, depth + 1);
    const right = this.texts(node.right, depth + 1);
    if (kind === ts.SyntaxKind.PlusToken)
      return left.flatMap((before) => right.map((after) => joined([...before, ...after])));
    const isEither =
      kind === ts.SyntaxKind.QuestionQuestionToken ||
      kind === ts.SyntaxKind.BarBarToken ||
      kind === ts.SyntaxKind.AmpersandAmpersandToken;
    if (!isEither) return [opaque(node)];
    return kind === ts.SyntaxKind.AmpersandAmpersandToken ? right : [...left, ...right];
  }

  private name(node: ts.Identifier, depth: number): readonly Text[] {
    if (node.text === 'undefined') return [];
    const declared = declarationOf(node);
    if (declared === null) {
      const constant = this.sources.constant(node.text, node.getSourceFile());
      return constant ? this.texts(constant, depth + 1) : [opaque(node)];
    }
    if (ts.isParameter(declared)) return this.parameter(node, declared, depth);
    if (ts.isBindingElement(declared)) return this.bound(node, declared, depth);
    const given = [
      ...(declared.initializer ? [declared.initializer] : []),
      ...assignedTo(node.text, declared),
    ];
    return given.length > 0 ? given.flatMap((each) => this.texts(each, depth + 1)) : [opaque(node)];
  }

  private parameter(node: ts.Identifier, declared: ts.ParameterDeclaration, depth: number): readonly Text[] {
    const { parent } = declared;
    const place = parent.parameters.indexOf(declared);
    const name = calledAs(parent);
    if (name === null) return [opaque(node)];
    const calls = this.sources
      .callsOf(name, node.getSourceFile(), isOwn(parent))
      .filter((call) => isCallOf(call, parent));
    const given = calls.flatMap((call) => {
      const argument = call.arguments?.[place] ?? declared.initializer;
      return argument && !call.arguments?.some(ts.isSpreadElement) ? [argument] : [];
    });
    return given.length > 0 ? given.flatMap((each) => this.texts(each, depth + 1)) : [opaque(node)];
  }

  /** `const [problem, allowed] = is ? ['a', 'b'] : ['c', 'd']`. */
  private bound(node: ts.Identifier, declared: ts.BindingElement, depth: number): readonly Text[] {
    const pattern = declared.parent;
    const source = ts.isVariableDeclaration(pattern.parent) ? pattern.parent.initializer : undefined;
    if (!source) return [opaque(node)];
    const key = ts.isArrayBindingPattern(pattern)
      ? pattern.elements.indexOf(declared)
      : (declared.propertyName ?? declared.name).getText();
    const found = this.parts(source, key, depth + 1);
    return found.length > 0 ? found.flatMap((each) => this.texts(each, depth + 1)) : [opaque(node)];
  }

  /** The expressions that stand at a place of the lists or objects that an expression can be. */
  private parts(node: ts.Expression, key: string | number | null, depth: number): ts.Expression[] {
    if (depth > DEEPEST) return [];
    const inner = (next: ts.Expression): ts.Expression[] => this.parts(next, key, depth + 1);
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
      return inner(node.expression);
    if (ts.isConditionalExpression(node)) return [...inner(node.whenTrue), ...inner(node.whenFalse)];
    if (ts.isBinaryExpression(node)) return [...inner(node.left), ...inner(node.right)];
    if (ts.isArrayLiteralExpression(node))
      return typeof key === 'number' ? node.elements.slice(key, key + 1) : [...node.elements];
    if (ts.isObjectLiteralExpression(node)) return membersOf(node, key);
    if (ts.isIdentifier(node)) {
      const declared = declarationOf(node);
      const own = declared && !ts.isBindingElement(declared) ? declared.initializer : undefined;
      const known = own ?? (declared ? undefined : this.sources.constant(node.text, node.getSourceFile()));
      return known ? inner(known) : [];
    }
    if (ts.isElementAccessExpression(node))
      return this.parts(node.expression, null, depth + 1).flatMap(inner);
    if (ts.isCallExpression(node)) return this.returned(node).flatMap(inner);
    return [];
  }

  private member(
    node: ts.ElementAccessExpression | ts.PropertyAccessExpression,
    key: string | null,
    depth: number,
  ): readonly Text[] {
    const found = this.parts(node.expression, key, depth + 1);
    return found.length > 0 ? found.flatMap((each) => this.texts(each, depth + 1)) : [opaque(node)];
  }

  private call(node: ts.CallExpression, depth: number): readonly Text[] {
    // What `quote` returns is JSON: the values that are refused are texts mostly.
    if (node.expression.getText() === 'quote') return [['"', ...opaque(node), '"']];
    const returned = this.returned(node).flatMap((each) => this.texts(each, depth + 1));
    return returned.some((text) => text.some(isWord)) ? returned : [opaque(node)];
  }

  private returned(node: ts.CallExpression): ts.Expression[] {
    const { expression } = node;
    const isOwn =
      ts.isPropertyAccessExpression(expression) && expression.expression.kind === ts.SyntaxKind.ThisKeyword;
    const name = ts.isIdentifier(expression) ? expression.text : isOwn ? expression.name.text : null;
    const called = name === null ? undefined : this.sources.function(name, node.getSourceFile());
    return called ? returnsOf(called) : [];
  }
}

/** The words of a text that a person would read. */
export function isWord(part: Text[number]): boolean {
  return typeof part === 'string' && /\b[A-Za-z]{2,}\b/.test(part);
}

function opaque(node: ts.Expression): Text {
  return [{ value: node.getText() }];
}

function distinct(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [JSON.stringify(text), text])).values()];
}

function joined(parts: Text): Text {
  const made: (string | { readonly value: string })[] = [];
  for (const part of parts) {
    const last = made.at(-1);
    if (typeof part === 'string' && typeof last === 'string') made.splice(-1, 1, last + part);
    else if (part !== '') made.push(part);
  }
  return made;
}

function returnsOf(called: Callable): ts.Expression[] {
  const { body } = called;
  if (!body) return [];
  if (!ts.isBlock(body)) return [body];
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) found.push(node.expression);
    else if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  visit(body);
  return found;
}

function membersOf(node: ts.ObjectLiteralExpression, key: string | number | null): ts.Expression[] {
  return node.properties.flatMap((member) => {
    if (key !== null && member.name?.getText().replaceAll(/['"]/g, '') !== String(key)) return [];
    if (ts.isPropertyAssignment(member)) return [member.initializer];
    return ts.isShorthandPropertyAssignment(member) ? [member.name] : [];
  });
}

type Declaration = ts.VariableDeclaration | ts.ParameterDeclaration | ts.BindingElement;

/** Where a name is declared within the functions around it; null where it is of the file or from another one. */
export function declarationOf(node: ts.Identifier): Declaration | null {
  for (let scope: ts.Node = node.parent; !ts.isSourceFile(scope); scope = scope.parent) {
    const found = declaredIn(scope, node.text);
    if (found) return found;
  }
  return null;
}

function declaredIn(scope: ts.Node, name: string): Declaration | null {
  if (ts.isFunctionLike(scope))
    for (const parameter of scope.parameters) {
      const found = named(parameter, name);
      if (found) return found;
    }
  const lists = ts.isBlock(scope)
    ? scope.statements.filter(ts.isVariableStatement).map(({ declarationList }) => declarationList)
    : (ts.isForOfStatement(scope) || ts.isForStatement(scope)) && scope.initializer
      ? [scope.initializer].filter(ts.isVariableDeclarationList)
      : [];
  for (const declaration of lists.flatMap(({ declarations }) => [...declarations])) {
    const found = named(declaration, name);
    if (found) return found;
  }
  return null;
}

function named(declared: Declaration, name: string): Declaration | null {
  if (ts.isIdentifier(declared.name)) return declared.name.text === name ? declared : null;
  for (const element of declared.name.elements) {
    const found = ts.isBindingElement(element) ? named(element, name) : null;
    if (found) return found;
  }
  return null;
}

/** What is assigned to a `let` after its declaration. */
function assignedTo(name: string, declared: Declaration): ts.Expression[] {
  const found: ts.Expression[] = [];
  let scope: ts.Node = declared;
  while (!ts.isBlock(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
  each(scope, (node) => {
    if (!ts.isBinaryExpression(node) || !ts.isIdentifier(node.left) || node.left.text !== name) return;
    if (node.operatorToken.kind === ts.SyntaxKind.EqualsToken) found.push(node.right);
  });
  return found;
}

/** The name by which a function is called; of a constructor that of its class. */
function calledAs(node: ts.SignatureDeclaration): string | null {
  if (ts.isConstructorDeclaration(node)) return node.parent.name?.text ?? null;
  if (node.name) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : null;
}

/** `new Refusal(…)` makes a class, `this.fault(…)` calls a method, `fault(…)` a function. */
function isCallOf(call: ts.CallExpression | ts.NewExpression, called: ts.SignatureDeclaration): boolean {
  if (ts.isNewExpression(call)) return ts.isConstructorDeclaration(called);
  return ts.isPropertyAccessExpression(call.expression) === ts.isMethodDeclaration(called);
}

/** Whether a function can be called within its file only. */
function isOwn(node: ts.SignatureDeclaration): boolean {
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []).map(({ kind }) => kind) : [];
  if (ts.isConstructorDeclaration(node)) return false;
  if (ts.isMethodDeclaration(node)) return modifiers.includes(ts.SyntaxKind.PrivateKeyword);
  return !modifiers.includes(ts.SyntaxKind.ExportKeyword);
}
