import { type ContractStatus } from '~/parts/tags';

/** What narrows the list down, as it stands in the address. */
export interface ContractsSearch {
  readonly status?: ContractStatus;
  readonly clientId?: string;
  readonly clock?: 'real' | 'manual';
}

export const STATUSES = [
  'draft',
  'signing',
  'signed',
  'active',
  'expired',
  'terminated',
  'closed',
  'declined',
  'withdrawn',
  'lapsed',
] as const satisfies readonly ContractStatus[];

export function searchOf(search: Readonly<Record<string, unknown>>): ContractsSearch {
  const status = STATUSES.find((each) => each === search['status']);
  const { clientId, clock } = search;
  return {
    ...(status && { status }),
    ...(typeof clientId === 'string' && clientId !== '' && { clientId }),
    ...((clock === 'real' || clock === 'manual') && { clock }),
  };
}
