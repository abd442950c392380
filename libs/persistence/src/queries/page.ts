import { type EntityManager, type EntityName, type FilterQuery } from '@mikro-orm/postgresql';

/** Which way a list runs. */
export type Order = 'asc' | 'desc';

/** A stretch of a list: so many entries behind the one that `after` names; `after` is null at the beginning. */
export interface PageWish<Key> {
  readonly limit: number;
  readonly after: Key | null;
  /** Left out, the list runs as it usually does. */
  readonly order?: Order | undefined;
}

/** The entries of a page, and whether there are more behind them. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
}

/** Makes a page of rows that were read with one more than the limit. */
export function pageOf<Row>(rows: readonly Row[], limit: number): Page<Row> {
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
}

/**
 * How a table is listed: the columns that it is ordered by, which together tell its rows apart, as they run in the
 * order `asc`; and the order that a list has where none is wished.
 */
export interface Listing<Row extends object, Key> {
  readonly entity: EntityName<Row>;
  readonly columns: readonly (readonly [column: keyof Key & string, order: Order])[];
  readonly usual: Order;
  /** The columns that are read; all of them where none are named. */
  readonly fields?: readonly (keyof Row & string)[];
}

/**
 * A page of a table by its keys: what is behind the last row of the page before, wherever that stands by now. Rows that
 * come in between shift nothing.
 */
export async function keysetPage<Row extends object, Key extends object>(
  em: EntityManager,
  { entity, columns, usual, fields }: Listing<Row, Key>,
  where: FilterQuery<NoInfer<Row>>,
  { limit, after, order = usual }: PageWish<Key>,
): Promise<Page<Row>> {
  const running = columns.map(
    ([column, ascending]) => [column, order === 'asc' ? ascending : turned(ascending)] as const,
  );
  const behind =
    after === null ? {} : { $or: running.map((_, place) => isBehind(running.slice(0, place + 1), after)) };
  const rows = await em.find(entity, { $and: [where, behind] } as never, {
    orderBy: running.map(([column, way]) => ({ [column]: way })) as never,
    limit: limit + 1,
    ...(fields && { fields: fields as never }),
    disableIdentityMap: true,
  });
  return pageOf(rows as unknown as Row[], limit);
}

/** Equal in all columns but the last, and behind in that. */
function isBehind<Key extends object>(
  columns: readonly (readonly [column: keyof Key & string, order: Order])[],
  after: Key,
): Record<string, unknown> {
  return Object.fromEntries(
    columns.map(([column, order], place) => [
      column,
      place < columns.length - 1 ? after[column] : { [order === 'asc' ? '$gt' : '$lt']: after[column] },
    ]),
  );
}

function turned(order: Order): Order {
  return order === 'asc' ? 'desc' : 'asc';
}
