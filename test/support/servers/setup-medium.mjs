import { startPostgresOnce } from './servers.mjs';

export default startPostgresOnce;
