/** What a check that follows what is being typed has come to. */
export interface Following<Input, Answer> {
  /** The last run that ended: what it looked at, and what it said or why it could not be done. */
  readonly last: Ended<Input, Answer> | null;
  /** How long the last one took that said something, in milliseconds. */
  readonly took: number | null;
  /** When the one that runs now began, in milliseconds; null while none does. */
  readonly since: number | null;
}

interface Ended<Input, Answer> {
  readonly input: Input;
  readonly answer: Answer | null;
  readonly error: unknown;
}

export type Run<Input, Answer> = (input: Input, signal: AbortSignal) => Promise<Answer>;

/** One check and what it is wanted of next: never two runs at a time, and after the last wish once more. */
export class Follower<Input, Answer> {
  private wanted: Input | null = null;
  private isBusy = false;
  private last: Ended<Input, Answer> | null = null;
  private took: number | null = null;
  private life = new AbortController();

  constructor(
    private readonly run: Run<Input, Answer>,
    private readonly tell: (state: Following<Input, Answer>) => void,
  ) {}

  /** Gives what ends it: the page is left. */
  begin(): () => void {
    const life = new AbortController();
    this.life = life;
    return () => life.abort();
  }

  want(input: Input | null): void {
    this.wanted = input;
    if (!this.isBusy) void this.follow();
  }

  private async follow(): Promise<void> {
    this.isBusy = true;
    while (this.wanted !== null && this.wanted !== this.last?.input && !this.life.signal.aborted) {
      await this.once(this.wanted, this.life.signal);
    }
    this.isBusy = false;
  }

  private async once(input: Input, signal: AbortSignal): Promise<void> {
    const since = Date.now();
    this.tell({ last: this.last, took: this.took, since });
    const ended = await this.run(input, signal).then(
      (answer) => ({ answer, error: null }),
      (error: unknown) => ({ answer: null, error }),
    );
    // What was broken off has not been looked at.
    if (!signal.aborted) this.last = { input, ...ended };
    if (ended.answer !== null) this.took = Date.now() - since;
    this.tell({ last: this.last, took: this.took, since: null });
  }
}
