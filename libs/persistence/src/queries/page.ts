/** A stretch of a list: so many entries behind the one that `after` names; `after` is null at the beginning. */
export interface PageWish<Key> {
  readonly limit: number;
  readonly after: Key | null;
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
