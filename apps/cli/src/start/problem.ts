/** Pacta cannot be started. The message is the one line that the person sees. */
export class StartProblem extends Error {
  readonly code = 'startProblem';

  constructor(message: string) {
    super(message);
    this.name = 'StartProblem';
  }
}
