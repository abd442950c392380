/** How long the API waits for Temporal, and whether it is about to end: first it drains, then it ends. */
export class Patience {
  private readonly controller = new AbortController();
  private readonly drainage = new AbortController();

  constructor(
    /** For the answer of a command, before the caller is told that it is stored and will be carried out. */
    readonly commandMilliseconds = 15_000,
    /** For a manual clock to be moved. */
    readonly clockMilliseconds = 60_000,
    /** A command without an answer is sent again after this long. */
    readonly sweepAfterSeconds = 15,
    readonly sweepEveryMilliseconds = 5_000,
  ) {}

  get ending(): AbortSignal {
    return this.controller.signal;
  }

  /** Nothing new is to begin: the process is taken out of service, and finishes what it is at. */
  get draining(): AbortSignal {
    return this.drainage.signal;
  }

  drain(): void {
    this.drainage.abort();
  }

  /** No more waiting: what has no answer yet stays stored. */
  end(): void {
    this.drain();
    this.controller.abort();
  }
}
