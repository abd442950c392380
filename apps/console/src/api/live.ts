import { useEffect, useState } from 'react';
import { type Query, useQueryClient } from '@tanstack/react-query';

/** Whether what changes shows by itself. */
export type Liveness = 'connecting' | 'live' | 'lost';

/** What the server says of a change. */
interface Change {
  readonly contract: string;
}

/** Queries of one contract name it in their path; lists and figures name none, and may show any. */
function shows(contract: string, { queryKey }: Query): boolean {
  const [, path, init] = queryKey as [
    string,
    unknown,
    { readonly params?: { readonly path?: { readonly contract?: string } } } | undefined,
  ];
  if (typeof path !== 'string') return false;
  const named = init?.params?.path?.contract;
  return named === undefined ? LISTS.some((list) => path.startsWith(list)) : named === contract;
}

const LISTS = [
  '/api/v1/contracts',
  '/api/v1/requests',
  '/api/v1/desk',
  '/api/v1/portfolio',
  '/api/v1/bank',
  '/api/v1/operations',
];

/** Changes come in bursts: a deadline writes a dozen lines. */
const GATHER_MILLISECONDS = 400;

/**
 * Keeps the page as the server is: each change that it tells of makes what shows it be read again. After the connection
 * was lost everything is, so that nothing is missed.
 */
export function useLive(): Liveness {
  const client = useQueryClient();
  const [liveness, setLiveness] = useState<Liveness>('connecting');
  useEffect(() => {
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasLost = false;
    const refresh = () => {
      timer = undefined;
      const contracts = [...changed];
      changed.clear();
      void client.invalidateQueries({
        predicate: (query) => contracts.some((contract) => shows(contract, query)),
      });
    };
    const source = new EventSource('/api/v1/changes');
    source.addEventListener('open', () => {
      setLiveness('live');
      if (wasLost) void client.invalidateQueries();
      wasLost = false;
    });
    source.addEventListener('change', ({ data }: MessageEvent<string>) => {
      changed.add((JSON.parse(data) as Change).contract);
      timer ??= setTimeout(refresh, GATHER_MILLISECONDS);
    });
    source.addEventListener('error', () => {
      wasLost = true;
      setLiveness('lost');
    });
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [client]);
  return liveness;
}
