import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { Observable, Subject } from 'rxjs';
import { type Change, changesSince } from '#persistence/queries/changes';
import { messageOf } from '../http/message.js';

const EVERY_MILLISECONDS = 1_000;
/** A line counts as recorded when its transaction began, and shows when it has ended. */
const OVERLAP_MILLISECONDS = 10_000;

/**
 * Tells of contracts that have changed, to whoever watches in this process, soon after it happened in any. PostgreSQL is
 * asked while somebody watches: its notifications would make all writers wait for each other.
 */
@Injectable()
export class Changes implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Changes');
  private readonly changes = new Subject<Change>();
  /** Up to which line each contract of late was told. */
  private told = new Map<string, number>();
  private timer: NodeJS.Timeout | null = null;
  private watchers = 0;
  private isEnding = false;

  constructor(private readonly orm: MikroORM) {}

  /** Changes from now on. Everything before is on record, and can be read. */
  watch(): Observable<Change> {
    return new Observable((watcher) => {
      const subscription = this.changes.subscribe(watcher);
      this.watchers += 1;
      if (this.watchers === 1) this.begin();
      return () => {
        subscription.unsubscribe();
        this.watchers -= 1;
      };
    });
  }

  /** The streams end by themselves; nobody asks a database that is gone. */
  beforeApplicationShutdown(): void {
    this.isEnding = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private begin(): void {
    if (this.timer !== null) return;
    this.told = new Map();
    // What is on record when the watching begins is no change.
    void this.look(false);
  }

  private async look(isTold: boolean): Promise<void> {
    try {
      const since = new Date(Date.now() - OVERLAP_MILLISECONDS);
      const found = await changesSince(this.orm.em.fork(), since);
      const fresh = found.filter(({ contract, sequence }) => sequence > (this.told.get(contract) ?? 0));
      this.told = new Map(found.map(({ contract, sequence }) => [contract, sequence]));
      if (isTold) for (const change of fresh) this.changes.next(change);
    } catch (error) {
      if (this.isEnding) return;
      this.logger.warn(`could not look for changes: ${messageOf(error)}`);
    }
    const isWatched = this.watchers > 0 && !this.isEnding;
    this.timer = isWatched ? setTimeout(() => void this.look(true), EVERY_MILLISECONDS) : null;
    this.timer?.unref();
  }
}
