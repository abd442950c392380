import { useNavigate, useSearch } from '@tanstack/react-router';
import { type AuditSearch } from './routes';

/** What every part of a contract's audit is told. */
export interface OfContract {
  readonly contract: string;
  readonly zone: string;
}

/** Changes what stands in the address of the page; undefined takes a member away. */
export function useAuditSearch(contract: string) {
  const search = useSearch({ from: '/shell/contracts/$contract/audit' });
  const navigate = useNavigate();
  const set = (change: { readonly [Key in keyof AuditSearch]?: AuditSearch[Key] | undefined }) => {
    const next = Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined);
    void navigate({
      to: '/contracts/$contract/audit',
      params: { contract },
      search: Object.fromEntries(next) as AuditSearch,
    });
  };
  return { search, set };
}
