import { canonicalJson } from '#decisions/hash';
import { joinPath } from '#domain/fault';

/** One value of a document that differs: without `before` it is new, without `after` it is gone. */
export interface ValueChange {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The members by which entries of a list are known again, wherever they stand. */
const KEYS = ['id', 'name', 'kind', 'window'] as const;

/**
 * What differs between two JSON documents, each at its path. Entries of a list that all have a name of their own (`id`,
 * `name`, `kind`, `window`) are compared by it, and so are lists of plain values, whose entries come or go; other lists
 * are compared place by place.
 */
export function valueChanges(before: unknown, after: unknown, path = ''): ValueChange[] {
  if (before === undefined || after === undefined) {
    if (before === after) return [];
    return [{ path, ...(before === undefined ? { after } : { before }) }];
  }
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, path);
  if (isObject(before) && isObject(after)) return memberChanges(before, after, path);
  return [{ path, before, after }];
}

type Members = Readonly<Record<string, unknown>>;

function memberChanges(before: Members, after: Members, path: string): ValueChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) =>
    valueChanges(own(before, name), own(after, name), joinPath(path, name)),
  );
}

function own(members: Members, name: string): unknown {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

function listChanges(before: readonly unknown[], after: readonly unknown[], path: string): ValueChange[] {
  const key = KEYS.find((each) => areKnownBy(before, each) && areKnownBy(after, each));
  if (key !== undefined) return namedChanges(byKey(before, key), byKey(after, key), path);
  if ([...before, ...after].every((each) => typeof each !== 'object' || each === null)) {
    return plainChanges(before, after, path);
  }
  const places = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => index);
  return places.flatMap((index) => valueChanges(before[index], after[index], joinPath(path, index)));
}

function areKnownBy(list: readonly unknown[], key: string): boolean {
  const names = list.map((each) => (isObject(each) ? own(each, key) : undefined));
  return names.every((name) => typeof name === 'string') && new Set(names).size === names.length;
}

function byKey(list: readonly unknown[], key: string): Members {
  const entries = list.filter(isObject).map((each) => [String(each[key]), each] as const);
  return Object.fromEntries(entries);
}

function namedChanges(before: Members, after: Members, path: string): ValueChange[] {
  const changes = memberChanges(before, after, path);
  const stay = (names: Members, others: Members): string[] =>
    Object.keys(names).filter((name) => Object.hasOwn(others, name));
  const [order, newOrder] = [stay(before, after), stay(after, before)];
  if (order.join('\n') === newOrder.join('\n')) return changes;
  return [...changes, { path: joinPath(path, 'order'), before: order, after: newOrder }];
}

function plainChanges(before: readonly unknown[], after: readonly unknown[], path: string): ValueChange[] {
  const changes = [
    ...without(before, after).map((each) => ({ path, before: each })),
    ...without(after, before).map((each) => ({ path, after: each })),
  ];
  return changes.length > 0 ? changes : [{ path, before, after }];
}

/** The entries of a list without as many of each as the other list has. */
function without(list: readonly unknown[], other: readonly unknown[]): unknown[] {
  const left = [...other];
  return list.filter((each) => {
    const index = left.indexOf(each);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
