import { type Change, type RequestChange } from './comparison.js';
import { deepEqual } from './deep-equal.js';
import { type ContractView, type RequestView } from './views.js';

/** What differs between two views of a contract. */
export type Differences = Readonly<{
  requests: readonly RequestChange[];
}> & {
  readonly [
    Part in Exclude<keyof ContractView, 'status' | 'figures' | 'requests'>
  ]: ContractView[Part] extends ReadonlyMap<string, infer View> ? readonly Change<View>[] : never;
};

/** Compares two views part by part. */
export function differencesBetween(before: ContractView, after: ContractView): Differences {
  return {
    requests: requestChanges(before.requests, after.requests),
    misses: changes(before.misses, after.misses),
    months: changes(before.months, after.months),
    rights: changes(before.rights, after.rights),
    invoices: changes(before.invoices, after.invoices),
    charges: changes(before.charges, after.charges),
    reports: changes(before.reports, after.reports),
    obligations: changes(before.obligations, after.obligations),
    settlement: changes(before.settlement, after.settlement),
  };
}

/** Those that are only in one, or differ; in the order of the first, what is new behind. */
function changes<View>(before: ReadonlyMap<string, View>, after: ReadonlyMap<string, View>): Change<View>[] {
  const found: Change<View>[] = [];
  for (const [key, view] of before) {
    const other = after.get(key) ?? null;
    if (other === null || !deepEqual(view, other)) found.push({ key, before: view, after: other });
  }
  for (const [key, view] of after) if (!before.has(key)) found.push({ key, before: null, after: view });
  return found;
}

const NO_TARGETS: RequestView['targets'] = new Map();

function requestChanges(before: ContractView['requests'], after: ContractView['requests']): RequestChange[] {
  const found: RequestChange[] = [];
  const look = (request: string): void => {
    const [old, current] = [before.get(request), after.get(request)];
    const priority = { before: old?.priority ?? null, after: current?.priority ?? null };
    const targets = changes(old?.targets ?? NO_TARGETS, current?.targets ?? NO_TARGETS);
    if (priority.before !== priority.after || targets.length > 0) found.push({ request, priority, targets });
  };
  for (const request of before.keys()) look(request);
  for (const request of after.keys()) if (!before.has(request)) look(request);
  return found;
}
