import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '~/app/root-routes';

export const TABS = ['content', 'edit', 'rehearsal', 'checks', 'changes', 'history'] as const;
export type VersionTab = (typeof TABS)[number];

/** What of a version's page stands in its address, so that it can be handed on. */
export interface VersionSearch {
  readonly tab?: VersionTab;
  /** The versions that are compared, `it-support-2025@1.0.0`. */
  readonly from?: string;
  readonly to?: string;
  /** What the sample contract is given, `termMonths=12,monthlyFee=20000.00`. */
  readonly sample?: string;
}

const templates = createRoute({
  getParentRoute: () => shell,
  path: '/templates',
  component: lazyRouteComponent(() => import('./templates-page'), 'TemplatesPage'),
});

const version = createRoute({
  getParentRoute: () => shell,
  path: '/templates/$template/$version',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./version-page'), 'VersionPage'),
});

export const templateRoutes = [templates, version] as const;

function searchOf(search: Record<string, unknown>): VersionSearch {
  const tab = TABS.find((each) => each === search['tab']);
  const text = (name: 'from' | 'to' | 'sample') =>
    typeof search[name] === 'string' && search[name] !== '' ? { [name]: search[name] } : {};
  return { ...(tab && { tab }), ...text('from'), ...text('to'), ...text('sample') };
}
