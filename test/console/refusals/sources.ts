import { basename } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A function of the sources and where it is. */
export type Callable =
  ts.FunctionDeclaration | ts.MethodDeclaration | ts.ArrowFunction | ts.FunctionExpression;

/** The sources that can refuse, read by TypeScript's parser, with what is declared and called in them by name. */
export class Sources {
  readonly files: readonly ts.SourceFile[];
  private readonly constants = new Map<string, ts.Expression[]>();
  private readonly functions = new Map<string, Callable[]>();
  private readonly calls = new Map<string, (ts.CallExpression | ts.NewExpression)[]>();

  constructor(folders: readonly string[]) {
    this.files = folders.flatMap(filesIn).map((file) => {
      const text = readFileSync(file, 'utf8');
      return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    });
    for (const file of this.files) each(file, (node) => this.note(node));
  }

  /** What a name of a file's outermost level is; of the file itself or of one that it imports. */
  constant(name: string, from: ts.SourceFile): ts.Expression | undefined {
    return nearest(this.constants.get(name) ?? [], from);
  }

  /** The function of this name; of the file itself or of one that it imports. */
  function(name: string, from: ts.SourceFile): Callable | undefined {
    return nearest(this.functions.get(name) ?? [], from);
  }

  /** Where a function is called, or a class is made: by its name, within its file and those that import the file. */
  callsOf(name: string, from: ts.SourceFile, isOwn: boolean): (ts.CallExpression | ts.NewExpression)[] {
    return (this.calls.get(name) ?? []).filter((call) => {
      const file = call.getSourceFile();
      return file === from || (!isOwn && imports(file, from));
    });
  }

  private note(node: ts.Node): void {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      const isFunction = ts.isArrowFunction(node.initializer) || ts.isFunctionExpression(node.initializer);
      if (isFunction) add(this.functions, node.name.text, node.initializer as ts.ArrowFunction);
      else if (isOutermost(node)) add(this.constants, node.name.text, node.initializer);
    } else if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) {
      if (node.name) add(this.functions, node.name.getText(), node);
    } else if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const { expression } = node;
      if (ts.isIdentifier(expression)) add(this.calls, expression.text, node);
      else if (ts.isPropertyAccessExpression(expression)) add(this.calls, expression.name.text, node);
    }
  }
}

/** Every node below one. */
export function each(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => each(child, visit));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name}`)
    .toSorted();
}

function nearest<Node extends ts.Node>(found: readonly Node[], from: ts.SourceFile): Node | undefined {
  const own = found.find((node) => node.getSourceFile() === from);
  return own ?? found.find((node) => imports(from, node.getSourceFile()));
}

/** Whether a file imports from another one, by the end of its name. */
function imports(file: ts.SourceFile, from: ts.SourceFile): boolean {
  const name = basename(from.fileName, '.ts');
  return file.statements.some(
    (each) =>
      ts.isImportDeclaration(each) &&
      ts.isStringLiteral(each.moduleSpecifier) &&
      basename(each.moduleSpecifier.text, '.js') === name,
  );
}

function isOutermost(node: ts.VariableDeclaration): boolean {
  return ts.isSourceFile(node.parent.parent.parent);
}

function add<Value>(map: Map<string, Value[]>, name: string, value: Value): void {
  const known = map.get(name);
  if (known) known.push(value);
  else map.set(name, [value]);
}
