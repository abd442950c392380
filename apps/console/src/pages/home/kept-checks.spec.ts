import { standingOf } from './kept-checks';

/** When an auditor has to look at a ledger. Pure. */
const at = '2026-11-28T08:00:00Z';

it.each([
  [undefined, 3, 'never'],
  [{ entries: 3, faults: 0, at }, 3, 'whole'],
  [{ entries: 3, faults: 0, at }, 5, 'grown'],
  // What was found stays until a check finds nothing.
  [{ entries: 3, faults: 1, at }, 3, 'faulty'],
  [{ entries: 3, faults: 1, at }, 5, 'faulty'],
] as const)('a ledger checked as %p that has %d entries is %s', (check, entries, standing) => {
  expect(standingOf(check, entries)).toBe(standing);
});
