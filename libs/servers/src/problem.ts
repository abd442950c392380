/** A server could not be provided. The message is the one line that the person sees: what is wrong and what to do. */
export class ServerProblem extends Error {
  readonly code = 'serverProblem';

  constructor(message: string) {
    super(message);
    this.name = 'ServerProblem';
  }
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  // A connection that was tried at several addresses has no message of its own.
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
