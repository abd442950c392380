import { AmendmentsPanel } from './amendments-panel';
import { RenewalPanel } from './renewal-panel';

/** What changes while the contract runs, and what comes after it. */
export function ChangesPage() {
  return (
    <>
      <AmendmentsPanel />
      <RenewalPanel />
    </>
  );
}
