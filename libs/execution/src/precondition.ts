import { type Command } from '#domain/command';
import { type Fault } from '#domain/fault';
import { Refusal } from '#domain/refusal';

/**
 * Throws a Refusal where a command is meant for another version of its owner than there is now: what the caller looked at
 * has changed. It is asked in the turn itself, so nothing slips in between.
 */
export function checkVersion({ ifVersion }: Command, version: number): void {
  const fault = versionFault(ifVersion ?? null, version);
  if (fault) throw new Refusal('preconditionFailed', fault.path, fault.problem, fault.allowed);
}

/** What is wrong where a change is meant for one version and there is another; null where any will do. */
export function versionFault(ifVersion: number | null, version: number): Fault | null {
  if (ifVersion === null || ifVersion === version) return null;
  return {
    path: 'If-Match',
    problem: `is "${ifVersion}", it has changed since`,
    allowed: `allowed is "${version}", after another look`,
  };
}
