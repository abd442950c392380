import { z } from 'zod';
import { pageOf } from '#persistence/queries/page';
import { filtersOf, type ListQuery, pageView, pageWish } from './cursor.js';

/** A list that is worked out whole, as from the state of a contract. */
export interface WorkedOutList<Item> {
  /** Its cursors bear this name: that of another list is refused. */
  readonly name: string;
  /** In the order `asc`. */
  readonly items: readonly Item[];
  /** What tells an entry from all others of the list, and stays the same while the entry changes. */
  readonly keyOf: (item: Item) => string;
}

/**
 * A page of a list that is worked out whole: what `matches`, behind the entry that the cursor names. The entry is looked
 * for by its key in the list before it is narrowed down, so that neither what comes in between nor what stops matching
 * shifts the page. Where the entry itself is there no more, the page begins where it stood.
 */
export function pageOfList<Item>(
  { name, items, keyOf }: WorkedOutList<Item>,
  query: ListQuery,
  matches: (item: Item) => boolean = () => true,
): { items: Item[]; next: string | null } {
  const cursor = z.strictObject({ list: z.literal(name), entry: z.string(), place: z.int().min(0) });
  const { limit, after, order } = pageWish(cursor, query);
  const placed = items.map((item, place) => ({ item, entry: keyOf(item), place }));
  const found = after && placed.find(({ entry }) => entry === after.entry);
  const ahead = order === 'desc' ? placed.toReversed() : placed;
  const rows = ahead.filter(({ item, place }) => isBehind(place) && matches(item));
  return pageView(
    pageOf(rows, limit),
    ({ item }) => item,
    ({ entry, place }) => ({ list: name, entry, place }),
  );

  function isBehind(place: number): boolean {
    if (after === null) return true;
    if (order === 'desc') return place < (found ?? after).place;
    return found ? place > found.place : place >= after.place;
  }
}

/** Whether an entry has the values that a query asks for, member by member: its own, and those worked out of it. */
export function hasAll<
  Item extends object,
  Query extends ListQuery & Partial<Omit<Item, keyof Worked> & Worked>,
  Worked extends object = object,
>(query: Query, workedOut?: (item: Item) => Worked): (item: Item) => boolean {
  const wished = Object.entries(filtersOf(query));
  return (item) => {
    const values = new Map(Object.entries({ ...item, ...workedOut?.(item) }));
    return wished.every(([name, value]) => values.get(name) === value);
  };
}
