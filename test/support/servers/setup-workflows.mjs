import { findTimeSkippingOnce, startPostgresOnce, startTemporalOnce } from './servers.mjs';

export default async function setup() {
  await Promise.all([startPostgresOnce(), startTemporalOnce(), findTimeSkippingOnce()]);
}
