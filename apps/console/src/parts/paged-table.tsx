import { Button } from 'antd';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ListPage } from '#client/client';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { Asked } from './asked';
import { type Column, DataTable } from './data-table';
import { type ReactNode } from 'react';

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string | number;
  /** Names the list and its filters, as `api.queryOptions` does: `['get', '/api/v1/contracts', { params: { query } }]`. */
  readonly queryKey: readonly unknown[];
  readonly page: (cursor: string | undefined) => Promise<ListPage<Row>>;
  readonly empty: ReactNode;
  /** Milliseconds, where nothing tells of what changes. */
  readonly refetchInterval?: number;
}

/** A list of the API, a page at a time: the next one is fetched when it is asked for. */
export function PagedTable<Row>({
  caption,
  columns,
  rowKey,
  queryKey,
  page,
  empty,
  refetchInterval = 0,
}: Props<Row>) {
  const t = useWords(commonWords);
  const query = useInfiniteQuery({
    queryKey: [...queryKey, 'pages'],
    queryFn: ({ pageParam }) => page(pageParam),
    refetchInterval: refetchInterval === 0 ? false : refetchInterval,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  return (
    <Asked query={query} rows={6}>
      {({ pages }) => (
        <>
          <DataTable
            caption={caption}
            columns={columns}
            rows={pages.flatMap(({ items }) => [...items])}
            rowKey={rowKey}
            empty={empty}
          />
          {query.hasNextPage && (
            <Button
              block
              className="form-end"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('more')}
            </Button>
          )}
        </>
      )}
    </Asked>
  );
}
