import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '~/app/root-routes';
import { searchOf } from './list/search';

const contracts = createRoute({
  getParentRoute: () => shell,
  path: '/contracts',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./list/contracts-page'), 'ContractsPage'),
});

const newContract = createRoute({
  getParentRoute: () => shell,
  path: '/contracts/new',
  component: lazyRouteComponent(() => import('./new/new-contract-page'), 'NewContractPage'),
});

const bulk = createRoute({
  getParentRoute: () => shell,
  path: '/contracts/bulk',
  component: lazyRouteComponent(() => import('./bulk/bulk-page'), 'BulkPage'),
});

const bulkOperation = createRoute({
  getParentRoute: () => shell,
  path: '/contracts/bulk/$operation',
  component: lazyRouteComponent(() => import('./bulk/operation-page'), 'OperationPage'),
});

/** What stands over every page of one contract: its head, its figures, its parts. */
const contract = createRoute({
  getParentRoute: () => shell,
  path: '/contracts/$contract',
  component: lazyRouteComponent(() => import('./contract/contract-layout'), 'ContractLayout'),
});

const overview = createRoute({
  getParentRoute: () => contract,
  path: '/',
  component: lazyRouteComponent(() => import('./overview/overview-page'), 'OverviewPage'),
});

const signing = createRoute({
  getParentRoute: () => contract,
  path: '/signing',
  component: lazyRouteComponent(() => import('./signing/signing-page'), 'SigningPage'),
});

const months = createRoute({
  getParentRoute: () => contract,
  path: '/months',
  component: lazyRouteComponent(() => import('./months/months-page'), 'MonthsPage'),
});

const month = createRoute({
  getParentRoute: () => contract,
  path: '/months/$period',
  component: lazyRouteComponent(() => import('./month/month-page'), 'MonthPage'),
});

const requests = createRoute({
  getParentRoute: () => contract,
  path: '/requests',
  component: lazyRouteComponent(() => import('./requests/contract-requests-page'), 'ContractRequestsPage'),
});

const documents = createRoute({
  getParentRoute: () => contract,
  path: '/documents',
  component: lazyRouteComponent(() => import('./documents/documents-page'), 'DocumentsPage'),
});

const changes = createRoute({
  getParentRoute: () => contract,
  path: '/changes',
  component: lazyRouteComponent(() => import('./changes/changes-page'), 'ChangesPage'),
});

const amendment = createRoute({
  getParentRoute: () => contract,
  path: '/changes/$amendment',
  component: lazyRouteComponent(() => import('./amendment/amendment-page'), 'AmendmentPage'),
});

const termination = createRoute({
  getParentRoute: () => contract,
  path: '/termination',
  component: lazyRouteComponent(() => import('./termination/termination-page'), 'TerminationPage'),
});

const terms = createRoute({
  getParentRoute: () => contract,
  path: '/terms',
  component: lazyRouteComponent(() => import('./terms/terms-page'), 'TermsPage'),
});

const parts = [
  overview,
  signing,
  months,
  month,
  requests,
  documents,
  changes,
  amendment,
  termination,
  terms,
] as const;

export const contractRoutes = [
  contracts,
  newContract,
  bulk,
  bulkOperation,
  contract.addChildren(parts),
] as const;
