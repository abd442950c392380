import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Provenance } from '#domain/signing/envelope';

/** Where a call comes from, as far as the network says. */
export type Origin = Pick<Provenance, 'address' | 'userAgent'>;

const LONGEST_AGENT = 400;
/** A field of evidence is never empty. */
const NOT_GIVEN = 'not given';

/** Hands a handler the {@link Origin} of its call. */
export const From = createParamDecorator((_: unknown, context: ExecutionContext): Origin => {
  return originOf(context.switchToHttp().getRequest<FastifyRequest>());
});

function originOf({ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>): Origin {
  // A program may call itself anything: what could not be kept or printed is left out.
  const agent = (headers['user-agent'] ?? '').replaceAll(/\p{Cc}/gu, ' ').toWellFormed();
  const userAgent = [...agent.trim()].slice(0, LONGEST_AGENT).join('');
  return { address: ip || NOT_GIVEN, userAgent: userAgent || NOT_GIVEN };
}
