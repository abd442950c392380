import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { sessionQuery } from '~/api/session';
import { queries } from './queries';
import { Shell } from './shell';

export const root = createRootRoute({
  notFoundComponent: lazyRouteComponent(() => import('./dead-ends'), 'NotFound'),
  errorComponent: lazyRouteComponent(() => import('./dead-ends'), 'Broken'),
});

/** Everything behind the sign-in. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const session = await queries.ensureQueryData(sessionQuery);
    if (session && !session.mustChangePassword) return;
    const to = location.href === '/' ? {} : { to: location.href };
    throw redirect({ to: '/sign-in', search: to });
  },
});
