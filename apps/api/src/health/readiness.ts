import { Injectable } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { lacksMigrations } from '#persistence/migrate';
import { Patience } from '../commands/patience.js';

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
    const isBehind = await within(lacksMigrations(this.orm.em.fork()));
    const postgresql = isBehind === null ? 'down' : 'up';
    const schema = isBehind === null ? 'unknown' : isBehind ? 'behind' : 'current';
    if (this.patience.draining.aborted) return { status: 'draining', postgresql, schema };
    return { status: schema === 'current' ? 'ready' : 'notReady', postgresql, schema };
  }
}

/** What an answer is, or null where it fails or takes longer than two seconds. */
export async function within<Value>(answer: Promise<Value>): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), TIMEOUT_MILLISECONDS);
  });
  const first = await Promise.race([answer.catch(() => null), late]);
  clearTimeout(timer);
  return first;
}
