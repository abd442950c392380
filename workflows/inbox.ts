import { type Command, type Limit, type Standpoint } from '#domain/command';

/** What somebody asked of the workflow and waits for. */
export interface Job {
  readonly command: Command | null;
  readonly limit: Limit;
  answer(standpoint: Standpoint): void;
  fail(error: unknown): void;
}

/** One inbox, one loop: handlers only put jobs in and wait; nothing else touches the state. */
export class Inbox {
  private readonly jobs: Job[] = [];

  get isEmpty(): boolean {
    return this.jobs.length === 0;
  }

  ask(command: Command | null, limit: Limit): Promise<Standpoint> {
    return new Promise((resolve, reject) => {
      this.jobs.push({ command, limit, answer: resolve, fail: reject });
    });
  }

  next(): Job | undefined {
    return this.jobs.shift();
  }
}
