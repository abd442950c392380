import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '~/app/root-routes';

const reports = createRoute({
  getParentRoute: () => shell,
  path: '/reports',
  component: lazyRouteComponent(() => import('./reports-page'), 'ReportsPage'),
});

export const reportRoutes = [reports] as const;
