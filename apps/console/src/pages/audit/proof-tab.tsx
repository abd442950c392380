import { BundlePanel } from './bundle-panel';
import { ChainPanel } from './chain-panel';
import { SeenPanel } from './seen-panel';
import { useMay } from '~/api/policy';
import { type OfContract } from './shared';
import { StoryPanel } from './story-panel';

/** That nothing was changed: the chain, the checkpoints that saw it, and all evidence to take away. */
export function ProofTab({ contract, zone }: OfContract) {
  const may = useMay();
  return (
    <>
      {may('GET /api/v1/contracts/:contract/ledger/verification') && <ChainPanel contract={contract} />}
      {may('GET /api/v1/contracts/:contract/story') && <StoryPanel contract={contract} />}
      <SeenPanel contract={contract} zone={zone} />
      {may('GET /api/v1/contracts/:contract/bundle') && <BundlePanel contract={contract} />}
    </>
  );
}
