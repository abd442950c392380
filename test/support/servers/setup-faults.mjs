import { findClusterOnce, startPostgresOnce, startTemporalOnce } from './servers.mjs';

export default async function setup() {
  // Built with Go, both servers share most of what is compiled: one after the other.
  await Promise.all([startPostgresOnce(), startTemporalOnce().then(findClusterOnce)]);
}
