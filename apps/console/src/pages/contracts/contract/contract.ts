import { createContext, useContext } from 'react';
import { type components } from '#client/openapi';
import { type Route, useMay } from '~/api/policy';

export type Contract = components['schemas']['Contract'];
export type Party = 'client' | 'provider';

export const ContractContext = createContext<Contract | null>(null);

/** The contract that the page is of. */
export function useContract(): Contract {
  const contract = useContext(ContractContext);
  if (!contract) throw new Error('this page is of no contract');
  return contract;
}

/**
 * Whether something can be done now and may be done by whoever is signed in: `can('pay', 'POST …/payments')`, with the
 * contract's `actions` and the policy of the API.
 */
export function useCan(): (action: string, route: Route) => boolean {
  const { actions } = useContract();
  const may = useMay();
  return (action, route) => actions.includes(action) && may(route);
}

/** What its clock shows, where that is moved by hand: what counts down stands still between two moves. */
export function ownClock({ clock, accountedThrough }: Contract): string | undefined {
  return clock === 'manual' ? accountedThrough : undefined;
}
