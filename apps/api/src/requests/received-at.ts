import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { Problem } from '../http/problem.js';

/** A notice is of a contract's term. Throws a Problem for one from before it; that it is not later than the record, the core says. */
export function checkReceivedAt({ startsAt }: Terms, receivedAt: Instant | null): void {
  if (receivedAt === null || receivedAt >= startsAt) return;
  const allowed = `allowed: ${startsAt} or later`;
  const fault = { path: 'receivedAt', problem: 'is before the start of the term', allowed };
  throw new Problem('beforeTerm', `receivedAt: ${fault.problem}, ${allowed}`, [fault]);
}
