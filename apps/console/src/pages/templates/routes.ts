import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '~/app/root-routes';

const templates = createRoute({
  getParentRoute: () => shell,
  path: '/templates',
  component: lazyRouteComponent(() => import('./templates-page'), 'TemplatesPage'),
});

const version = createRoute({
  getParentRoute: () => shell,
  path: '/templates/$template/$version',
  component: lazyRouteComponent(() => import('./version-page'), 'VersionPage'),
});

export const templateRoutes = [templates, version] as const;
