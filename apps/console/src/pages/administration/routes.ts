import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '~/app/root-routes';
import { searchOf } from './search';

const administration = createRoute({
  getParentRoute: () => shell,
  path: '/administration',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./administration-page'), 'AdministrationPage'),
});

const webhook = createRoute({
  getParentRoute: () => shell,
  path: '/administration/webhooks/$webhook',
  component: lazyRouteComponent(() => import('./webhooks/webhook-page'), 'WebhookPage'),
});

export const administrationRoutes = [administration, webhook] as const;
