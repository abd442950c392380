import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyReply } from 'fastify';
import { Logger } from 'nestjs-pino';
import { createLog, type Log } from '#telemetry/log';
import { ApiModule, type ApiParts } from './api.module.js';
import { SessionCookie } from './access/session-cookie.js';
import { serveConsoleFiles } from './console/console-files.js';
import { ApiDocument } from './docs/docs.controller.js';
import { openApiDocument } from './docs/openapi.js';
import { answerConditionally } from './http/conditional.js';
import { PROBLEM_TYPE, Problem } from './http/problem.js';
import { callsPerMinute, limitCalls } from './http/rate-limits.js';
import { newRequestId, watchRequests } from './http/watch-requests.js';
import { takeRawBodies } from './intake/raw-bodies.js';
import { limitSigningPage } from './signing/page-limits.js';
import { SigningSettings } from './signing/signing-settings.js';

const BODY_LIMIT_BYTES = 1_048_576;

/**
 * The API over parts that are connected already. It listens nowhere yet; `close()` leaves the parts open. With `isTraced`
 * each request is a span: see `startTracing`.
 */
export async function createApi(
  parts: Omit<ApiParts, 'log'>,
  { log = createLog('info'), isTraced = false }: { readonly log?: Log; readonly isTraced?: boolean } = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: 'idle',
    trustProxy: [...SigningSettings.read(process.env).trustedProxies],
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: sendUnreadable,
    genReqId: newRequestId,
  });
  const module = ApiModule.of({ ...parts, log });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    // Nest's own account of every route is not worth a log.
    logger: new ConsoleLogger({ json: true, logLevels: ['warn', 'error', 'fatal'] }),
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  watchRequests(fastify, app, { log, isTraced });
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
  fastify.addHook('onSend', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    void reply.header('x-content-type-options', 'nosniff');
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
  app.get(ApiDocument).document = openApiDocument(app);
  await app.init();
  app.useLogger(app.get(Logger));
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
