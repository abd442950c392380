import { QueryClient } from '@tanstack/react-query';
import { problemOf } from '~/api/api';

/** What has been read of the API. A refusal is an answer; only what nobody answered is asked again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, error) => count < 2 && (problemOf(error)?.status ?? 500) >= 500,
    },
  },
});
