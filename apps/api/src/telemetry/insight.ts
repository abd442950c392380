import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Insight } from '#telemetry/inside';
import { collectProcessMetrics } from '#telemetry/process-metrics';
import { Readiness } from '../health/readiness.js';
import { ApiMetrics } from './api-metrics.js';

/** What the API says of itself within the house. */
export function apiInsight(app: NestFastifyApplication): Insight {
  const { registry } = app.get(ApiMetrics);
  const readiness = app.get(Readiness);
  collectProcessMetrics(registry);
  return {
    metrics: () => registry.metrics(),
    live: () => ({ isGood: true, detail: { status: 'live' } }),
    ready: async () => {
      const ready = await readiness.read();
      return { isGood: ready.status === 'ready', detail: { ...ready } };
    },
  };
}
