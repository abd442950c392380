import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** A read takes milliseconds, a command some hundredths of a second; 15 s are the most a caller waits. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];

/** What is counted of the API. Labels are routes, types and outcomes: never an id, nor anything of a person. */
@Injectable()
export class ApiMetrics {
  readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'pacta_http_request_duration_seconds',
    help: 'How long requests took, by the template of their route and the status of the answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });

  readonly inFlight = new Gauge({
    name: 'pacta_http_requests_in_flight',
    help: 'Requests that have no whole answer yet, streams included',
    registers: [this.registry],
  });

  readonly commands = new Counter({
    name: 'pacta_commands_total',
    help: 'Commands sent to workflows, by what they came to: applied, refused, or pending where no answer came in time',
    labelNames: ['type', 'outcome'] as const,
    registers: [this.registry],
  });

  constructor(orm: MikroORM) {
    const pool = new Gauge({
      name: 'pacta_postgres_connections',
      help: 'Connections of this process to PostgreSQL: open, idle of these, and callers that wait for one',
      labelNames: ['state'] as const,
      registers: [this.registry],
      collect: async () => {
        const { totalCount, idleCount, waitingCount } = await orm.driver.getConnection().getNativeClient();
        pool.set({ state: 'open' }, totalCount);
        pool.set({ state: 'idle' }, idleCount);
        pool.set({ state: 'waiting' }, waitingCount);
      },
    });
  }
}
