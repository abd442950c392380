import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';

/** Where in a document, from its root: `['rows', 0, 'when', 1]`. */
export type Path = readonly (string | number)[];

/*
 * Changes of a JSON file that are changes of its text: what is not meant stays as it is, byte for byte: the order of members,
 * lists on one line or on many, the line end. A path that leads nowhere changes nothing.
 */

/** The text with another value at the path. */
export function replaced(text: string, path: Path, value: unknown): string {
  const node = nodeAt(text, path);
  if (!node || sameValue(text, node, value)) return text;
  return spliced(text, node.offset, node.offset + node.length, printed(value, indentAt(text, node.offset)));
}

/** The text with the member of an object: replaced where there is one, else added, as the last if nothing else is said. */
export function withMember(text: string, path: Path, name: string, value: unknown, at = Infinity): string {
  if (nodeAt(text, [...path, name])) return replaced(text, [...path, name], value);
  const object = nodeAt(text, path);
  if (object?.type !== 'object') return text;
  const said = (indent: string) => `${JSON.stringify(name)}: ${printed(value, indent)}`;
  return withChild(text, object, at, said);
}

/** The text with an item put into a list, before the one that has the index now. */
export function withItem(text: string, path: Path, index: number, value: unknown): string {
  const list = nodeAt(text, path);
  if (list?.type !== 'array') return text;
  return withChild(text, list, index, (indent) => printed(value, indent));
}

/** The text without an item of a list or a member of an object. */
export function without(text: string, path: Path): string {
  const node = nodeAt(text, path);
  const child = node?.parent?.type === 'property' ? node.parent : node;
  const parent = child?.parent;
  const children = parent?.children ?? [];
  const index = child ? children.indexOf(child) : -1;
  const [before, after] = [children[index - 1], children[index + 1]];
  if (!child || !parent) return text;
  if (after) return spliced(text, child.offset, after.offset, '');
  if (before) return spliced(text, endOf(before), endOf(child), '');
  return spliced(text, parent.offset + 1, endOf(parent) - 1, '');
}

/** The text with an item of a list at another place of it; what stands between the items stays between them. */
export function moved(text: string, path: Path, from: number, to: number): string {
  const items = nodeAt(text, path)?.children ?? [];
  if (!items[from] || !items[to] || from === to) return text;
  const order = items.map((item) => text.slice(item.offset, endOf(item)));
  order.splice(to, 0, ...order.splice(from, 1));
  return items
    .map((item, index) => ({ item, put: order[index] ?? '' }))
    .toReversed()
    .reduce((now, { item, put }) => spliced(now, item.offset, endOf(item), put), text);
}

/** The value at the path; undefined where there is none, or the text is no JSON. */
export function valueAt(text: string, path: Path): unknown {
  const node = nodeAt(text, path);
  return node && JSON.parse(text.slice(node.offset, endOf(node)));
}

function nodeAt(text: string, path: Path): Node | undefined {
  const faults: { error: number }[] = [];
  const root = parseTree(text, faults as never[], { disallowComments: true });
  return root && faults.length === 0 ? findNodeAtLocation(root, [...path]) : undefined;
}

function withChild(text: string, parent: Node, index: number, said: (indent: string) => string): string {
  const children = parent.children ?? [];
  const own = indentAt(text, parent.offset);
  const [first] = children;
  if (!first) {
    const [open, close] = parent.type === 'array' ? '[]' : '{}';
    const whole = `${open}\n${own}${STEP}${said(own + STEP)}\n${own}${close}`;
    return spliced(text, parent.offset, endOf(parent), whole);
  }
  const isOnLines = text.slice(parent.offset, first.offset).includes('\n');
  const indent = isOnLines ? indentAt(text, first.offset) : own;
  const between = isOnLines ? `,\n${indent}` : ', ';
  const next = children[index];
  if (next) return spliced(text, next.offset, next.offset, `${said(indent)}${between}`);
  const end = endOf(children.at(-1) ?? first);
  return spliced(text, end, end, `${between}${said(indent)}`);
}

const STEP = '  ';
/** As wide as the files of the product are. */
const WIDTH = 110;

/** A value as the product's own files have it: two spaces, short lists of plain values on one line. */
export function printed(value: unknown, indent = ''): string {
  const inner = `${indent}${STEP}`;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const line = `[${value.map((each) => JSON.stringify(each)).join(', ')}]`;
    const isPlain = value.every((each) => typeof each !== 'object' || each === null);
    if (isPlain && line.length + inner.length <= WIDTH) return line;
    return `[\n${value.map((each) => inner + printed(each, inner)).join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, each]) => each !== undefined);
  if (members.length === 0) return '{}';
  const lines = members.map(([name, each]) => `${inner}${JSON.stringify(name)}: ${printed(each, inner)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function sameValue(text: string, node: Node, value: unknown): boolean {
  const now: unknown = JSON.parse(text.slice(node.offset, endOf(node)));
  return JSON.stringify(now) === JSON.stringify(value);
}

function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function endOf(node: Node): number {
  return node.offset + node.length;
}

function spliced(text: string, from: number, to: number, put: string): string {
  return text.slice(0, from) + put + text.slice(to);
}
