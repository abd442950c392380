import { Link } from '@tanstack/react-router';

/** Leads to the page of a contract. */
export function ContractLink({ contract }: { readonly contract: string }) {
  return <Link to={`/contracts/${contract}` as '/contracts'}>{contract}</Link>;
}

/** Leads to the page of a request. */
export function RequestLink({ contract, request }: { readonly contract: string; readonly request: string }) {
  const path = `/contracts/${contract}/requests/${encodeURIComponent(request)}`;
  return <Link to={path as '/requests'}>{request}</Link>;
}
