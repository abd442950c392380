import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { type FastifyRequest } from 'fastify';
import { recordAccess } from '#persistence/queries/access-log';
import { type OpenSession } from '#persistence/queries/sessions';
import { Problem } from '../http/problem.js';
import { now } from '../time.js';
import { Callers } from './callers.js';
import { type Caller } from './caller.js';
import { checkPartyBody } from './party.js';
import { OWN_SESSION, POLICY, type RoutePolicy } from './policy.js';
import { reachesContract } from './reach.js';

/** A request whose caller the guard has recognised. */
export type KnownRequest = FastifyRequest & { caller?: Caller; session?: OpenSession | null };

/**
 * Lets a call through when the table of the policy says so: a key first, then its role, then its clients. What an
 * auditor reads is put on record before it is answered.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly callers: Callers,
    private readonly orm: MikroORM,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const route = routeOf(request);
    const policy = POLICY[route];
    if (policy?.reach === 'open') return true;
    const { caller, session } = await this.callers.of(request);
    // From here on the log knows who it was, refused or not.
    request.caller = caller;
    request.session = session;
    if (session?.account.oneTimeUntil != null && !OWN_SESSION.includes(route)) throw firstChoosePassword();
    const { reach } = permitted(caller, policy);
    const ids = request.params as Readonly<Record<string, string>>;
    if (reach === 'contract') await this.checkContract(caller, ids['contract'] ?? '');
    if (caller.role === 'party') checkPartyBody(request.body);
    if (caller.role === 'auditor') {
      await recordAccess(this.orm.em.fork(), { caller: caller.name, role: caller.role, route, ids }, now());
    }
    return true;
  }

  /** A contract of another client is not there: nobody finds out by its absence or its faults that it exists. */
  private async checkContract(caller: Caller, contract: string): Promise<void> {
    if (await reachesContract(this.orm.em.fork(), caller, contract)) return;
    throw Problem.noContract(contract);
  }
}

/** The policy of a route, once it lets the caller's role and limits pass. Throws a Problem otherwise. */
function permitted({ name, role, clients }: Caller, policy: RoutePolicy | undefined): RoutePolicy {
  if (!policy?.roles.includes(role)) {
    const allowed = policy ? `allowed are ${policy.roles.join(', ')}` : 'nobody may';
    throw new Problem('forbidden', `${name} is ${role} and may not do this, ${allowed}`);
  }
  if (policy.reach === 'whole' && clients !== null) {
    const only = `${name} is limited to clients (${clients.join(', ')})`;
    throw new Problem(
      'forbidden',
      `${only}, and this concerns all of them: allowed is a key without clients`,
    );
  }
  return policy;
}

function firstChoosePassword(): Problem {
  const detail = 'The password was given by somebody else: allowed is PUT /api/v1/sessions/current/password';
  return new Problem('passwordChangeNeeded', detail);
}

/** `GET /api/v1/contracts/:contract`, as the policy has it. */
function routeOf(request: FastifyRequest): string {
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  return `${method} ${request.routeOptions.url ?? ''}`;
}
