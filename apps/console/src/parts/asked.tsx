import { type ReactNode } from 'react';
import { type UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { ProblemAlert } from './problem-alert';

interface Props<Data> {
  readonly query: Pick<UseQueryResult<Data, unknown>, 'data' | 'error' | 'isPending' | 'refetch'>;
  /** How many lines stand in for what is being loaded. */
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}

/** What was asked of the API: its shape while it loads, why where it was refused, else what the children make of it. */
export function Asked<Data>({ query, rows = 4, children }: Props<Data>) {
  const { data, error, isPending, refetch } = query;
  if (data !== undefined) return <>{children(data)}</>;
  if (isPending) return <Skeleton active paragraph={{ rows }} aria-busy="true" />;
  return <ProblemAlert error={error} onRetry={() => void refetch()} />;
}
