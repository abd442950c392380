import { type Command } from '#domain/command';
import { Refusal } from '#domain/refusal';

/**
 * Throws a Refusal where a command is meant for another version of its owner than there is now: what the caller looked at
 * has changed. It is asked in the turn itself, so nothing slips in between.
 */
export function checkVersion({ ifVersion }: Command, version: number): void {
  if (ifVersion === undefined || ifVersion === version) return;
  const allowed = `allowed is "${version}", after another look`;
  throw new Refusal('preconditionFailed', 'If-Match', `is "${ifVersion}", it has changed since`, allowed);
}
