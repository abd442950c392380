import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type Standpoint, type Turn } from '#domain/command';
import { readBacklogs } from '#persistence/queries/backlogs';
import { collectProcessMetrics } from '#telemetry/process-metrics';
import { traced } from '#telemetry/tracing';

/** A turn is one transaction of some milliseconds; its activity is given up after 30 s. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30];

/** What is counted of a worker. Labels are kinds and outcomes: never an id, nor anything of a person. */
@Injectable()
export class WorkerMetrics {
  private readonly registry = new Registry();

  private readonly turns = new Histogram({
    name: 'pacta_turn_duration_seconds',
    help: 'How long turns took, to the commit of the ledger: written, nothing to write, blocked, or failed',
    labelNames: ['owner', 'outcome'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });

  private readonly entries = new Counter({
    name: 'pacta_ledger_entries_total',
    help: 'Entries of ledgers that turns of this process wrote',
    registers: [this.registry],
  });

  private readonly backlog = new Gauge({
    name: 'pacta_backlog_jobs',
    help: 'What waits or was given up, over all processes, by queue and state',
    labelNames: ['queue', 'state'] as const,
    registers: [this.registry],
    collect: () => this.readBacklog(),
  });

  constructor(private readonly orm: MikroORM) {
    collectProcessMetrics(this.registry);
  }

  /** In Prometheus' text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  /** Measures a turn, and makes a span of it, below that of whoever sent its command. */
  async watch(turn: Turn, take: () => Promise<Standpoint>): Promise<Standpoint> {
    const { contract, owner, command } = turn;
    const attributes = {
      'pacta.contract': contract,
      'pacta.owner': owner.kind,
      ...(command && { 'pacta.command': command.id, 'pacta.command.type': command.body.type }),
    };
    const stop = this.turns.startTimer({ owner: owner.kind });
    try {
      const name = command ? `turn ${command.body.type}` : 'turn of the clock';
      const parent = command?.trace;
      const standpoint = await traced({ name, kind: 'consumer', attributes, parent }, take);
      stop({ outcome: outcomeOf(standpoint) });
      this.entries.inc(standpoint.written.length);
      return standpoint;
    } catch (error) {
      stop({ outcome: 'failed' });
      throw error;
    }
  }

  /** Without the database nothing is said of what waits; the rest still is. */
  private async readBacklog(): Promise<void> {
    this.backlog.reset();
    const rows = await readBacklogs(this.orm.em.fork()).catch(() => []);
    for (const { queue, state, jobs } of rows) this.backlog.set({ queue, state }, jobs);
  }
}

function outcomeOf({ blocked, written }: Standpoint): string {
  if (blocked) return 'blocked';
  return written.length > 0 ? 'written' : 'nothing';
}
