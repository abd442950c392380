import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { formatFault } from '#domain/fault';
import { versionFault } from '#execution/precondition';
import { Problem } from './problem.js';

/** Says at which version the answer shows what it shows: what `If-Match` of a change is compared with. */
export type TellVersion = (version: number) => void;

/** Hands a handler its TellVersion. */
export const Version = createParamDecorator((_: unknown, context: ExecutionContext): TellVersion => {
  const reply = context.switchToHttp().getResponse<FastifyReply>();
  return (version) => void reply.header('etag', `"${version}"`);
});

/** How the header is documented where a version is told. */
export const ETAG_HEADER = {
  ETag: {
    description: 'The version, for If-Match of a change; then the hash of this answer, for If-None-Match',
    schema: { type: 'string' as const, pattern: '^"\\d{1,9}\\.[A-Za-z0-9_-]{22}"$' },
  },
};

/** A version, and behind it the hash of one answer that showed it: what a caller has read, or what it keeps of that. */
const VERSION_TAG = /^"(\d{1,9})(?:\.[A-Za-z0-9_-]{22})?"$/;

/** The pattern of an If-Match: any version, or one. */
export const IF_MATCH_PATTERN = `^(\\*|${VERSION_TAG.source.slice(1, -1)})$`;

/** The version that an `If-Match` names; null where any will do. Throws a Problem for what is none. */
export function versionNamed(header: string | undefined): number | null {
  if (header === undefined || header === '*') return null;
  const [, version] = VERSION_TAG.exec(header) ?? [];
  if (version !== undefined) return Number(version);
  const allowed = 'allowed is one ETag of what you looked at and want to change, or *';
  throw Problem.ofFaults([{ path: 'If-Match', problem: 'is no ETag of these', allowed }]);
}

/** Throws a Problem where a change is meant for another version than there is. Asked while the row is locked. */
export function checkIfMatch(
  { ifVersion = null }: { readonly ifVersion?: number | null },
  version: number,
): void {
  const fault = versionFault(ifVersion, version);
  if (fault) throw new Problem('preconditionFailed', formatFault(fault), [fault]);
}
