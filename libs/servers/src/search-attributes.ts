import type { SearchAttributeType } from './temporal-server.js';

/** The search attributes that Pacta's workflows carry. A server of our own registers them when it starts. */
export const searchAttributes: Readonly<Record<string, SearchAttributeType>> = {
  ContractId: 'Keyword',
  ClientId: 'Keyword',
  Kind: 'Keyword',
  ContractStatus: 'Keyword',
};
