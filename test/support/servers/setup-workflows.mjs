import { findTimeSkippingOnce } from './servers.mjs';

export default findTimeSkippingOnce;
