import { type z } from 'zod';
import { parseDocument } from '#decisions/schema-faults';
import { type Order, type Page, type PageWish } from '#persistence/queries/page';
import { Problem } from './problem.js';

/** The members that the queries of all lists share. */
export interface ListQuery {
  readonly cursor?: string;
  readonly limit: number;
  readonly order?: Order;
}

/** What a list was asked for, with its cursor read by the schema of its key. Throws a Problem for a cursor of another list. */
export function pageWish<Key>(schema: z.ZodType<Key>, { cursor, limit, order }: ListQuery): PageWish<Key> {
  return { limit, order, after: cursor === undefined ? null : readCursor(schema, cursor) };
}

/** What of a query narrows the list down: all but the page and the order. */
export function filtersOf<Query extends ListQuery>(query: Query): Omit<Query, keyof ListQuery> {
  const { cursor: _cursor, limit: _limit, order: _order, ...filters } = query;
  return filters;
}

/** A page as it goes out: its items, and the cursor of the next one. */
export function pageView<Row, Item>(
  page: Page<Row>,
  view: (row: Row) => Item,
  keyOf: (row: Row) => unknown,
): { items: Item[]; next: string | null } {
  const last = page.rows.at(-1);
  return {
    items: page.rows.map(view),
    next: page.hasMore && last !== undefined ? writeCursor(keyOf(last)) : null,
  };
}

export function writeCursor(key: unknown): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

function readCursor<Key>(schema: z.ZodType<Key>, cursor: string): Key {
  const parsed = parseDocument(schema, decoded(cursor));
  if ('value' in parsed) return parsed.value;
  throw Problem.ofFaults([
    {
      path: 'cursor',
      problem: 'is not a cursor of this list',
      allowed: 'allowed is `next` of the page before',
    },
  ]);
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
