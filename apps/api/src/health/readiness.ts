import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { lacksMigrations } from '#persistence/migrate';
import { Patience } from '../commands/patience.js';
import { within } from '../within.js';

/** How long what is asked may take to answer. */
export const TIMEOUT_MILLISECONDS = 2_000;

export type Reach = 'up' | 'down';

/** Whether this process may be given requests. */
export interface Ready {
  readonly status: 'ready' | 'notReady' | 'draining';
  readonly postgresql: Reach;
  /** `unknown` where PostgreSQL cannot be asked. */
  readonly schema: 'current' | 'behind' | 'unknown';
}

/** Tells a proxy whether to send requests here: not while the database is away or old, nor on the way down. */
@Injectable()
export class Readiness {
  constructor(
    private readonly orm: MikroORM,
    private readonly patience: Patience,
  ) {}

  async read(): Promise<Ready> {
    const isBehind = await within(lacksMigrations(this.orm.em.fork()), TIMEOUT_MILLISECONDS);
    const postgresql = isBehind === null ? 'down' : 'up';
    const schema = isBehind === null ? 'unknown' : isBehind ? 'behind' : 'current';
    if (this.patience.draining.aborted) return { status: 'draining', postgresql, schema };
    return { status: schema === 'current' ? 'ready' : 'notReady', postgresql, schema };
  }
}
