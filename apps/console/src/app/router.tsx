import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { administrationRoutes } from '~/pages/administration/routes';
import { auditRoutes } from '~/pages/audit/routes';
import { billingRoutes } from '~/pages/billing/routes';
import { contractRoutes } from '~/pages/contracts/routes';
import { homeRoutes } from '~/pages/home/routes';
import { reportRoutes } from '~/pages/reports/routes';
import { requestRoutes } from '~/pages/requests/routes';
import { templateRoutes } from '~/pages/templates/routes';
import { root, shell } from './root-routes';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { to?: string } =>
    typeof search['to'] === 'string' && search['to'].startsWith('/') ? { to: search['to'] } : {},
  component: lazyRouteComponent(() => import('~/pages/sign-in/sign-in-page'), 'SignInPage'),
});

const pages = [
  ...homeRoutes,
  ...requestRoutes,
  ...contractRoutes,
  ...billingRoutes,
  ...templateRoutes,
  ...reportRoutes,
  ...auditRoutes,
  ...administrationRoutes,
] as const;

export const router = createRouter({
  routeTree: root.addChildren([signIn, shell.addChildren(pages)]),
  basepath: '/console',
  scrollRestoration: true,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
