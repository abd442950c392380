import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '~/app/root-routes';

export const TABS = ['decisions', 'ledger', 'happenings', 'runs', 'proof'] as const;
export type AuditTab = (typeof TABS)[number];

export const KINDS = [
  'priority',
  'deadline',
  'miss',
  'penalty',
  'month',
  'terminationRight',
  'invoice',
] as const;
export type ReceiptKind = (typeof KINDS)[number];

/** What of a contract's audit stands in its address, so that it can be handed on. */
export interface AuditSearch {
  readonly tab?: AuditTab;
  readonly kind?: ReceiptKind;
  /** A kind of the ledger's entries. */
  readonly entryKind?: string;
  readonly request?: string;
  readonly period?: string;
  /** A receipt that is open. */
  readonly receipt?: string;
  /** An entry of the ledger that is open. */
  readonly entry?: number;
}

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  component: lazyRouteComponent(() => import('./audit-page'), 'AuditPage'),
});

const contractAudit = createRoute({
  getParentRoute: () => shell,
  path: '/contracts/$contract/audit',
  validateSearch: searchOf,
  component: lazyRouteComponent(() => import('./contract-audit-page'), 'ContractAuditPage'),
});

export const auditRoutes = [audit, contractAudit] as const;

function searchOf(search: Record<string, unknown>): AuditSearch {
  const tab = TABS.find((each) => each === search['tab']);
  const kind = KINDS.find((each) => each === search['kind']);
  const entry = Number(search['entry']);
  return {
    ...(tab && { tab }),
    ...(kind && { kind }),
    ...textOf(search, 'entryKind'),
    ...textOf(search, 'request'),
    ...textOf(search, 'period'),
    ...textOf(search, 'receipt'),
    ...(Number.isInteger(entry) && entry > 0 && { entry }),
  };
}

/** A member that is there; an id of digits comes as a number. */
function textOf<Name extends string>(
  search: Record<string, unknown>,
  name: Name,
): { [Key in Name]?: string } {
  const value = search[name];
  if (typeof value !== 'string' && typeof value !== 'number') return {};
  return { [name]: String(value) } as { [Key in Name]?: string };
}
