import { useEffect, useRef } from 'react';
import { Link, useRouterState } from '@tanstack/react-router';
import { type Route, useMay } from '~/api/policy';
import { useWords } from '~/words/words';
import { contractWords } from './words';
import './contract.css';

/** The pages of a contract; those that the role may not read are left out. */
const PARTS = [
  { name: 'overview', to: '/contracts/$contract', route: 'GET /api/v1/contracts/:contract/timeline' },
  { name: 'signing', to: '/contracts/$contract/signing', route: 'GET /api/v1/contracts/:contract' },
  { name: 'months', to: '/contracts/$contract/months', route: 'GET /api/v1/contracts/:contract/months' },
  {
    name: 'requests',
    to: '/contracts/$contract/requests',
    route: 'GET /api/v1/contracts/:contract/requests',
  },
  {
    name: 'documents',
    to: '/contracts/$contract/documents',
    route: 'GET /api/v1/contracts/:contract/documents',
  },
  {
    name: 'changes',
    to: '/contracts/$contract/changes',
    route: 'GET /api/v1/contracts/:contract/amendments',
  },
  {
    name: 'termination',
    to: '/contracts/$contract/termination',
    route: 'GET /api/v1/contracts/:contract/termination',
  },
  { name: 'terms', to: '/contracts/$contract/terms', route: 'GET /api/v1/contracts/:contract/terms' },
  { name: 'audit', to: '/contracts/$contract/audit', route: 'GET /api/v1/contracts/:contract/receipts' },
] as const satisfies readonly { readonly name: string; readonly to: string; readonly route: Route }[];

export function ContractParts({ contract }: { readonly contract: string }) {
  const t = useWords(contractWords);
  const may = useMay();
  const nav = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(() => {
    const { current: bar } = nav;
    const here = bar?.querySelector<HTMLElement>(`[href$="${path}"], [aria-current]`);
    // On a narrow screen the bar scrolls: where one is has to be seen.
    if (bar && here) bar.scrollLeft = here.offsetLeft - bar.offsetLeft - bar.clientWidth / 3;
  }, [path]);
  return (
    <nav ref={nav} className="contract-parts" aria-label={t('parts')}>
      {PARTS.filter(({ route }) => may(route)).map(({ name, to }) => (
        <Link
          key={name}
          to={to}
          params={{ contract }}
          activeOptions={{ exact: name === 'overview' }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
