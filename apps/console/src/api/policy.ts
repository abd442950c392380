import { api } from './api';
import { type Role, useSession } from './session';

/** `POST /api/v1/contracts/:contract/payments`, as the policy has it. */
export type Route = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`;

/**
 * Whether the signed-in account may call a route, by the same table that guards it: `const may = useMay();
 * may('POST /api/v1/contracts/:contract/payments')`. False until the table has been read.
 */
export function useMay(): (route: Route) => boolean {
  const { role, clients } = useSession();
  const { data } = usePolicy();
  const rows = new Map(data?.routes.map((row) => [row.route, row]));
  return (route) => {
    const row = rows.get(route);
    if (!row?.roles.includes(role)) return false;
    return row.reach !== 'whole' || clients === null;
  };
}

/** The roles that somebody can be given; none until the table has been read. */
export function useRoles(): readonly Role[] {
  return usePolicy().data?.roles ?? [];
}

function usePolicy() {
  return api.useQuery('get', '/api/v1/policy', {}, { staleTime: Infinity });
}
