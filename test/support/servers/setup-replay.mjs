import { buildOnce } from './servers.mjs';

// Workflows are bundled from the build.
export default buildOnce;
