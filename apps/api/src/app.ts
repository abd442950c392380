import { ConsoleLogger, Logger, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply } from 'fastify';
import { type KnownRequest } from './access/access.guard.js';
import { logNameOf } from './access/log-name.js';
import { ApiModule, type ApiParts } from './api.module.js';
import { SessionCookie } from './access/session-cookie.js';
import { serveConsoleFiles } from './console/console-files.js';
import { ApiDocument } from './docs/docs.controller.js';
import { openApiDocument } from './docs/openapi.js';
import { answerConditionally } from './http/conditional.js';
import { PROBLEM_TYPE, Problem } from './http/problem.js';
import { callsPerMinute, limitCalls } from './http/rate-limits.js';
import { takeRawBodies } from './intake/raw-bodies.js';
import { limitSigningPage } from './signing/page-limits.js';
import { SigningSettings } from './signing/signing-settings.js';

const BODY_LIMIT_BYTES = 1_048_576;

/** The API over parts that are connected already. It listens nowhere yet; `close()` leaves the parts open. */
export async function createApi(
  parts: ApiParts,
  logLevels: LogLevel[] = ['log', 'warn', 'error', 'fatal'],
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: 'idle',
    trustProxy: [...SigningSettings.read(process.env).trustedProxies],
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: sendUnreadable,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(parts), adapter, {
    bodyParser: false,
    // Nest's own account of every route is not worth a log.
    logger: new ConsoleLogger({ json: true, logLevels: ['warn', 'error', 'fatal'] }),
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  // JSON is the only body there is, but for the forms of the signing page, mails and files.
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (_request: unknown, body: string) => parsedBody(body),
  );
  takeRawBodies(fastify);
  await serveConsoleFiles(fastify);
  await limitSigningPage(fastify);
  limitCalls(fastify, callsPerMinute(process.env), SessionCookie.read(process.env));
  answerConditionally(fastify);
  const http = new Logger('Http');
  fastify.addHook('onSend', async (_request, reply) => {
    void reply.header('x-content-type-options', 'nosniff');
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
  fastify.addHook('onResponse', async (request: KnownRequest, reply) => {
    // Routes, not addresses, and names of programs, not of people: no secret and nothing personal gets into the log.
    if (request.method === 'GET' && reply.statusCode < 500) return;
    const { url } = request.routeOptions;
    http.log(
      `${request.method} ${url ?? '-'} ${reply.statusCode} ${Math.round(reply.elapsedTime)} ms ${request.caller ? logNameOf(request.caller.name) : '-'}`,
    );
  });
  app.get(ApiDocument).document = openApiDocument(app);
  await app.init();
  app.useLogger(new ConsoleLogger({ json: true, logLevels }));
  return app;
}

/** No body, or an empty one, says nothing; anything else must be JSON. */
function parsedBody(body: string): unknown {
  if (body.trim() === '') return undefined;
  try {
    return JSON.parse(body);
  } catch (error) {
    throw new Problem(
      'malformedJson',
      `The body is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}`,
    );
  }
}

/** What Fastify refuses before there is a route: an address that is none. Its types depend on a route, so none fit here. */
function sendUnreadable(error: Error, _request: unknown, reply: unknown): void {
  const problem = new Problem('badRequest', error.message);
  void (reply as FastifyReply)
    .status(problem.status)
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problem.document()));
}
