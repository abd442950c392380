import { DriverException } from '@mikro-orm/core';

/** The message of whatever was thrown, with the one it was caused by. Fit for the log. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const message = withoutValues(error);
  return error.cause instanceof Error && !isOfDatabase(error)
    ? `${message} (${withoutValues(error.cause)})`
    : message;
}

/** What an error says, but of the database its code alone: its words repeat statements with their values. */
export function withoutValues(error: Error): string {
  return isOfDatabase(error) ? `${error.name} ${codeOf(error)}`.trim() : error.message;
}

/** Whether an error comes from the database, through the ORM or past it. */
export function isOfDatabase(error: Error): boolean {
  return error instanceof DriverException || 'severity' in error;
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
