import { Link } from '@tanstack/react-router';

/** Leads to the page of a contract. */
export function ContractLink({ contract }: { readonly contract: string }) {
  return (
    <Link to="/contracts/$contract" params={{ contract }}>
      {contract}
    </Link>
  );
}

/** Leads to the page of a request. */
export function RequestLink({ contract, request }: { readonly contract: string; readonly request: string }) {
  return (
    <Link to="/contracts/$contract/requests/$request" params={{ contract, request }}>
      {request}
    </Link>
  );
}
