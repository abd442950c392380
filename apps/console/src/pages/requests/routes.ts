import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '~/app/root-routes';

/** What of the list stands in its address, so that it can be handed on. */
export interface RequestsSearch {
  readonly view?: 'queue' | 'all';
  readonly sort?: 'moneyAtRisk' | 'dueAt' | 'due' | 'recorded';
  readonly clock?: 'real' | 'manual';
  readonly status?: 'open' | 'paused' | 'resolved' | 'closed';
  readonly priority?: string;
  readonly contract?: string;
}

const requests = createRoute({
  getParentRoute: () => shell,
  path: '/requests',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./requests-page'), 'RequestsPage'),
});

const request = createRoute({
  getParentRoute: () => shell,
  path: '/contracts/$contract/requests/$request',
  component: lazyRouteComponent(() => import('./request-page'), 'RequestPage'),
});

export const requestRoutes = [requests, request] as const;

function searchOf(search: Record<string, unknown>): RequestsSearch {
  const view = oneOf(search['view'], ['queue', 'all'] as const);
  const sort = oneOf(search['sort'], ['moneyAtRisk', 'dueAt', 'due', 'recorded'] as const);
  const clock = oneOf(search['clock'], ['real', 'manual'] as const);
  const status = oneOf(search['status'], ['open', 'paused', 'resolved', 'closed'] as const);
  return {
    ...(view && { view }),
    ...(sort && { sort }),
    ...(clock && { clock }),
    ...(status && { status }),
    ...(typeof search['priority'] === 'string' && { priority: search['priority'] }),
    ...(typeof search['contract'] === 'string' && { contract: search['contract'] }),
  };
}

function oneOf<Value extends string>(value: unknown, allowed: readonly Value[]): Value | undefined {
  return allowed.find((each) => each === value);
}
