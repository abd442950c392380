import { collectDefaultMetrics, type Registry } from 'prom-client';

/** Adds what Node says of the process: time, memory, event loop, garbage collection. Once per registry. */
export function collectProcessMetrics(registry: Registry): void {
  collectDefaultMetrics({ register: registry });
}
