import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';
import { type Log } from '#telemetry/log';
import { beginRequest, runWithin } from '#telemetry/tracing';
import { type KnownRequest } from '../access/access.guard.js';
import { logNameOf } from '../access/log-name.js';
import { ApiMetrics } from '../telemetry/api-metrics.js';
import { InFlight } from './in-flight.js';

/** What the log and the answer call a request by. What a caller sends as its id is not taken: it could be a name. */
export function newRequestId(request: IncomingMessage): string {
  const id = randomUUID();
  request.id = id;
  return id;
}

/** Counts, measures and logs requests, and begins a span for each where there is tracing. */
export function watchRequests(
  fastify: FastifyInstance,
  app: NestFastifyApplication,
  { log, isTraced }: { readonly log: Log; readonly isTraced: boolean },
): void {
  countInFlight(fastify, app.get(InFlight));
  if (isTraced) traceRequests(fastify);
  const { requests } = app.get(ApiMetrics);
  fastify.addHook('onResponse', async (request: KnownRequest, reply) => {
    const { method, id: requestId } = request;
    const { statusCode: status, elapsedTime } = reply;
    // Routes, not addresses, and names of programs, not of people: no secret and nothing personal gets into the log.
    const route = request.routeOptions.url ?? '-';
    requests.observe({ method, route, status }, elapsedTime / 1000);
    if (method === 'GET' && status < 500) return;
    const milliseconds = Math.round(elapsedTime);
    const caller = request.caller ? logNameOf(request.caller.name) : '-';
    const msg = `${method} ${route} ${status} ${milliseconds} ms ${caller}`;
    // By its own log: the framework has one a process, which another application in it would share.
    log.info({ context: 'Http', requestId, method, route, status, milliseconds, caller }, msg);
  });
}

function countInFlight(fastify: FastifyInstance, inFlight: InFlight): void {
  fastify.addHook('onRequest', (_request, reply, done) => {
    const ended = inFlight.began();
    // Also where the caller goes away before the answer.
    reply.raw.once('close', ended);
    done();
  });
}

function traceRequests(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request: KnownRequest, reply, done) => {
    const given = request.headers['traceparent'];
    const { span, within } = beginRequest(request.method, typeof given === 'string' ? given : undefined);
    reply.raw.once('close', () => {
      const route = request.routeOptions.url ?? '-';
      span.updateName(`${request.method} ${route}`);
      span.setAttributes({ 'http.route': route, 'http.response.status_code': reply.statusCode });
      span.end();
    });
    runWithin(within, done);
  });
}
