import { useContract } from '../contract/contract';
import { CurrentMonth } from './current-month';
import { NowPanel } from './now-panel';
import { PartiesPanel } from './parties-panel';
import { TimelinePanels } from './timeline-panels';

/** How the contract stands, what comes next, and how it came here. */
export function OverviewPage() {
  const { id, currentMonth } = useContract();
  return (
    <>
      <NowPanel />
      {currentMonth !== null && <CurrentMonth contract={id} month={currentMonth} />}
      <TimelinePanels contract={id} />
      <PartiesPanel />
    </>
  );
}
