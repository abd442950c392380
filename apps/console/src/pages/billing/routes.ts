import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '~/app/root-routes';

const billing = createRoute({
  getParentRoute: () => shell,
  path: '/billing',
  component: lazyRouteComponent(() => import('./billing-page'), 'BillingPage'),
});

export const billingRoutes = [billing] as const;
