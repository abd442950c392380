import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyReply } from 'fastify';

/** Says at which version the answer shows its contract or request: what `If-Match` of a change is compared with. */
export type TellVersion = (version: number) => void;

/** Hands a handler its TellVersion. */
export const Version = createParamDecorator((_: unknown, context: ExecutionContext): TellVersion => {
  const reply = context.switchToHttp().getResponse<FastifyReply>();
  return (version) => void reply.header('etag', `"${version}"`);
});

/** How the header is documented. */
export const ETAG_HEADER = {
  ETag: {
    description: 'The version, for If-Match of a change',
    schema: { type: 'string' as const, pattern: '^"\\d{1,9}"$' },
  },
};
