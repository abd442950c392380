// Bundles the workflows for workers, from what has been compiled, and says how large the bundle is: code that does not
// belong into a workflow (Node modules, an ORM, a rules engine) fails here. The build runs it.
import { buildWorkflowBundle } from '../dist/libs/temporal/src/bundle.js';

const bytes = await buildWorkflowBundle();
console.log(`workflow bundle: ${Math.round(bytes / 1024)} KiB`);
