import { type Role } from './roles.js';

/** Who calls: the name, which the ledger keeps, what it may do, and for whom. */
export interface Caller {
  readonly name: string;
  readonly role: Role;
  /** The clients whose contracts it reaches; null when it reaches all. */
  readonly clients: readonly string[] | null;
}

/** Whether a caller reaches what belongs to a client. */
export function reaches({ clients }: Pick<Caller, 'clients'>, clientId: string): boolean {
  return clients === null || clients.includes(clientId);
}
