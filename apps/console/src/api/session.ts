import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client, problemOf } from './api';

export type Session = components['schemas']['Session'];
export type Role = Session['role'];

const KEY = ['session'];

/** Who is signed in; null where nobody is. */
export async function readSession(): Promise<Session | null> {
  try {
    return await answered(client.GET('/api/v1/sessions/current'));
  } catch (error) {
    if (problemOf(error)?.status === 401) return null;
    throw error;
  }
}

export const sessionQuery = { queryKey: KEY, queryFn: readSession, staleTime: 60_000 } as const;

/** The session of the page: pages behind the shell always have one. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('nobody is signed in');
  return data;
}

/** Signs out: the session ends on the server, and nothing that was read stays. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await answered(client.DELETE('/api/v1/sessions/current'));
    queries.clear();
    queries.setQueryData(KEY, null);
  };
}
