import { randomUUID } from 'node:crypto';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { methodsOf } from '../access/methods.js';
import { isOfDatabase, withoutValues } from './message.js';
import { PROBLEM_TYPE, Problem, type ProblemDocument } from './problem.js';

/** Turns whatever was thrown into `application/problem+json`; the details of the unexpected go to the log only. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Api');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    // Whatever went wrong of it: no route takes this method here, another would.
    const methods = methodsOf(request.url);
    const isOtherMethod = methods.length > 0 && !methods.includes(request.method);
    if (isOtherMethod) void reply.header('allow', methods.join(', '));
    const document = isOtherMethod ? wrongMethod(request.method, methods) : this.documentOf(error);
    if (document.status === 401) void reply.header('www-authenticate', 'Bearer');
    if (document.status === 503) void reply.header('retry-after', '5');
    void reply.status(document.status).type(PROBLEM_TYPE).send(JSON.stringify(document));
  }

  protected documentOf(error: unknown): ProblemDocument {
    const expected = problemOf(error);
    if (expected) return expected.document();
    const errorId = randomUUID();
    this.logger.error(`${errorId} ${describe(error)}`);
    if (isDatabaseAway(error)) {
      return {
        ...new Problem('unavailable', 'The database does not answer: try again soon').document(),
        errorId,
      };
    }
    const detail = `An unexpected error: the log has more under ${errorId}`;
    return { ...new Problem('internalError', detail).document(), errorId };
  }
}

function wrongMethod(method: string, methods: readonly string[]): ProblemDocument {
  return new Problem(
    'methodNotAllowed',
    `${method} is not taken here, allowed are ${methods.join(', ')}`,
  ).document();
}

function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  const status = error instanceof HttpException ? error.getStatus() : numberMember(error, 'statusCode');
  if (status === 404)
    return new Problem('notFound', 'There is nothing at this address: see /api/docs for what there is');
  if (status === 413)
    return new Problem(
      'bodyTooLarge',
      'The body is larger than allowed: 1 MiB, 8 MiB for an upload of many lines, 10 MiB for a mail or a file',
    );
  if (status === 415) return new Problem('wrongContentType', 'The content type must be application/json');
  if (status >= 400 && status < 500)
    return new Problem('badRequest', error instanceof Error ? error.message : 'see the documentation');
  return null;
}

/** What pg says without a code when a connection breaks under it. */
const BROKEN =
  /^Connection terminated|^Client has encountered a connection error|^timeout exceeded when trying/;

/**
 * The database cannot be reached, has sent us away while it starts or stops, lacks room, memory or connections (class
 * 53), cannot use its disk (58), or takes no writes for now (25006), as one that has just become a replica.
 */
function isDatabaseAway(error: unknown): boolean {
  const codes = [
    stringMember(error, 'code'),
    stringMember(error instanceof Error ? error.cause : null, 'code'),
  ];
  const isAway = (code: string): boolean =>
    /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|08\w{3}|25006|53\w{3}|57P0[1-5]|58\w{3})$/.test(code);
  const messages = error instanceof Error ? [error, error.cause] : [];
  const isBroken = messages.some((each) => each instanceof Error && BROKEN.test(each.message));
  return (
    isBroken || codes.some(isAway) || (error instanceof Error && error.name.endsWith('ConnectionException'))
  );
}

/** For the log: the error with its stack and its causes; never a body, nor a statement with its values. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${describe(error.cause)}`;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  const message = isOfDatabase(error) ? withoutValues(error) : `${error.name}: ${error.message}`;
  return `${message}\n${frames}${cause}`;
}

function stringMember(value: unknown, name: string): string {
  const member = memberOf(value, name);
  return typeof member === 'string' ? member : '';
}

function numberMember(value: unknown, name: string): number {
  const member = memberOf(value, name);
  return typeof member === 'number' ? member : 0;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
