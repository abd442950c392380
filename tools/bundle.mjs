// Bundles the workflows as a worker does, and says how large the bundle is: code that does not belong into a workflow
// (Node modules, an ORM, a rules engine) fails here.
import { buildOrExplain } from './build.mjs';

if (!buildOrExplain()) process.exit(1);
const { bundleWorkflows } = await import('../dist/libs/temporal/src/bundle.js');
const { code } = await bundleWorkflows();
console.log(`workflow bundle: ${Math.round(code.length / 1024)} KiB`);
