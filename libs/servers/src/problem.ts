/** A server could not be provided. The message is the one line that the person sees: what is wrong and what to do. */
export class ServerProblem extends Error {
  readonly code = 'serverProblem';

  constructor(message: string) {
    super(message);
    this.name = 'ServerProblem';
  }
}

/** The message of anything that was thrown. (Tests have an `Error` of their own: `instanceof` would not do.) */
export function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  // A connection that was tried at several addresses has no message of its own.
  if ('errors' in error && Array.isArray(error.errors)) return error.errors.map(messageOf).join(', ');
  return 'message' in error ? String(error.message) : JSON.stringify(error);
}

/** The code of an error of Node's or of ours: `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode ? String(error.code) : undefined;
}
