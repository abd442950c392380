import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';
import { ApiKeys, type Caller } from './api-keys.js';
import { OPEN, ROUTE_ROLES } from './roles.js';

/** A request whose caller the guard has recognised. */
export type KnownRequest = FastifyRequest & { caller?: Caller };

/** Lets a call through when the table of roles says so: a key first, then its role. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly keys: ApiKeys) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const roles = ROUTE_ROLES[routeOf(request)];
    if (roles === OPEN) return true;
    const caller = this.callerOf(request);
    if (!roles?.includes(caller.role)) {
      const allowed = roles ? `allowed are ${roles.join(', ')}` : 'nobody may';
      throw new Problem('forbidden', `${caller.name} is ${caller.role} and may not do this, ${allowed}`);
    }
    request.caller = caller;
    return true;
  }

  private callerOf(request: FastifyRequest): Caller {
    const key = keyOf(request);
    const caller = key === null ? null : this.keys.callerOf(key);
    if (caller) return caller;
    const detail =
      key === null ? 'Send Authorization: Bearer KEY, or X-API-Key: KEY' : 'The key is not one of ours';
    throw new Problem('unauthenticated', detail);
  }
}

/** `GET /api/v1/contracts/:contract`, as the table of roles has it. */
function routeOf(request: FastifyRequest): string {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  return `${method} ${request.routeOptions.url ?? ''}`;
}

function keyOf(request: FastifyRequest): string | null {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const header = request.headers['x-api-key'];
  return bearer ?? (typeof header === 'string' && header !== '' ? header : null);
}
