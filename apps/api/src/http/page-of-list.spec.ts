import fc from 'fast-check';
import { hasAll, pageOfList } from './page-of-list.js';
import { writeCursor } from './cursor.js';
import { Problem } from './problem.js';

interface Entry {
  readonly id: string;
  readonly open: boolean;
}

const keyOf = ({ id }: Entry) => id;
const entriesOf = (...ids: string[]): Entry[] => ids.map((id) => ({ id, open: id < 'c' }));
const listOf = (items: readonly Entry[], name = 'entries') => ({ name, items, keyOf });

/** All pages of a list, one after the other. */
function walk(
  items: readonly Entry[],
  limit: number,
  order: 'asc' | 'desc',
  matches?: (entry: Entry) => boolean,
) {
  const found: Entry[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit, order, ...(cursor !== null && { cursor }) };
    const page: { items: Entry[]; next: string | null } = pageOfList(listOf(items), query, matches);
    expect(page.items.length).toBeLessThanOrEqual(limit);
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

const sets = fc.uniqueArray(fc.record({ id: fc.string(), open: fc.boolean() }), {
  selector: keyOf,
  maxLength: 12,
});
const limits = fc.integer({ min: 1, max: 13 });
const orders = fc.constantFrom('asc' as const, 'desc' as const);

it('gives each entry once, in its order or the other way round, whatever the pages', () => {
  fc.assert(
    fc.property(sets, limits, orders, (items, limit, order) => {
      expect(walk(items, limit, order)).toEqual(order === 'asc' ? items : items.toReversed());
    }),
  );
});

it('narrowed down, gives what matches and no empty page before the last', () => {
  fc.assert(
    fc.property(sets, limits, orders, (items, limit, order) => {
      const open = items.filter((entry) => entry.open);
      expect(walk(items, limit, order, (entry) => entry.open)).toEqual(
        order === 'asc' ? open : open.toReversed(),
      );
    }),
  );
});

it('neither what comes in between nor what stops matching shifts a page', () => {
  const query = { limit: 2, order: 'asc' } as const;
  const { next } = pageOfList(listOf(entriesOf('a', 'b', 'c', 'd')), query);
  const behind = { ...query, cursor: next ?? '' };
  const later = entriesOf('0', 'a', 'a2', 'b', 'c', 'd', 'e');
  expect(pageOfList(listOf(later), behind).items.map(keyOf)).toEqual(['c', 'd']);
  // `b`, at which the page ended, is narrowed away by now.
  expect(pageOfList(listOf(later), behind, ({ open }) => !open).items.map(keyOf)).toEqual(['c', 'd']);
});

it.each([
  ['asc', ['c', 'd']],
  ['desc', ['a']],
] as const)('goes on where an entry stood that is there no more: %s', (order, rest) => {
  const cursor = writeCursor({ list: 'entries', entry: 'b', place: 1 });
  const { items } = pageOfList(listOf(entriesOf('a', 'c', 'd')), { limit: 9, order, cursor });
  expect(items.map(keyOf)).toEqual(rest);
});

it('refuses the cursor of another list, and what is none', () => {
  const { next } = pageOfList(listOf(entriesOf('a', 'b'), 'others'), { limit: 1 });
  for (const cursor of [next ?? '', 'abc', writeCursor({ list: 'entries', entry: 'a', place: -1 })]) {
    expect(() => pageOfList(listOf(entriesOf('a')), { limit: 1, cursor })).toThrow(Problem);
  }
});

it('has all that a query asks for, whatever page and order it asks for', () => {
  const isAsked = hasAll<Entry, { limit: number; order: 'asc'; open: boolean }>({
    limit: 1,
    order: 'asc',
    open: true,
  });
  expect(entriesOf('a', 'c').map(isAsked)).toEqual([true, false]);
});
