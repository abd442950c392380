/** What checking a ledger came to, in this browser. */
export interface KeptCheck {
  readonly entries: number;
  readonly faults: number;
  /** ISO UTC */
  readonly at: string;
}

export type KeptChecks = Readonly<Record<string, KeptCheck>>;

const KEY = 'pacta.checks';
/** Beyond that the oldest go. */
const MOST_KEPT = 500;

/** The checks that were made in this browser, by contract. */
export function keptChecks(): KeptChecks {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as KeptChecks;
  } catch {
    // Nothing that was kept is none.
    return {};
  }
}

/** Keeps one more, and gives them all. */
export function keepCheck(contract: string, check: KeptCheck): KeptChecks {
  const all = Object.entries({ ...keptChecks(), [contract]: check });
  const latest = all.toSorted(([, a], [, b]) => (a.at < b.at ? 1 : -1)).slice(0, MOST_KEPT);
  const checks = Object.fromEntries(latest);
  try {
    localStorage.setItem(KEY, JSON.stringify(checks));
  } catch {
    // A browser that keeps nothing: they hold for as long as the page is open.
  }
  return checks;
}

/** How a ledger stands: never checked, with entries that no check has seen, whole as it stands, or faulty. */
export type Standing = 'never' | 'grown' | 'whole' | 'faulty';

export function standingOf(check: KeptCheck | undefined, entries: number): Standing {
  if (check === undefined) return 'never';
  if (check.faults > 0) return 'faulty';
  return check.entries < entries ? 'grown' : 'whole';
}
