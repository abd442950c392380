import {
  context,
  isSpanContextValid,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';

const TRACER = 'pacta';

/** Sends what is left of the spans. */
export interface Tracing {
  stop(): Promise<void>;
}

/**
 * Sends the spans of this process to where OTEL_EXPORTER_OTLP_ENDPOINT says (OTLP over HTTP, `http://collector:4318`);
 * does nothing where it is not set. `service` names the process unless OTEL_SERVICE_NAME does.
 */
export function startTracing(service: string, env: NodeJS.ProcessEnv): Tracing | null {
  if (!env['OTEL_EXPORTER_OTLP_ENDPOINT'] && !env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']) return null;
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  const resource = resourceFromAttributes({ 'service.name': env['OTEL_SERVICE_NAME'] || service });
  const provider = new TracerProvider({
    resource: defaultResource().merge(resource),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  trace.setGlobalTracerProvider(provider);
  // Spans that could not be sent must not keep a process from ending well.
  return { stop: () => provider.shutdown().catch(() => undefined) };
}

/** The trace that the code which runs belongs to, for the log; empty where there is none. */
export function activeTrace(): { traceId?: string; spanId?: string } {
  const span = trace.getActiveSpan()?.spanContext();
  return span && isSpanContextValid(span) ? { traceId: span.traceId, spanId: span.spanId } : {};
}

/** The trace that the code which runs belongs to, as a `traceparent` of W3C; undefined where there is none. */
export function traceparent(): string | undefined {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier['traceparent'];
}

function parentOf(given: string | undefined): Context {
  return given === undefined ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, { traceparent: given });
}

/** A span for a request that came in over HTTP, below the caller's where that gave a `traceparent`. */
export function beginRequest(method: string, given: string | undefined): { span: Span; within: Context } {
  const parent = parentOf(given);
  const attributes = { 'http.request.method': method };
  const span = trace.getTracer(TRACER).startSpan(method, { kind: SpanKind.SERVER, attributes }, parent);
  return { span, within: trace.setSpan(parent, span) };
}

/** Runs something within a context. */
export const runWithin = context.with.bind(context);

/** What work a span is for, and below which one: a `traceparent`, or the active one where `parent` is left out. */
export interface SpanOf {
  readonly name: string;
  readonly kind: 'client' | 'consumer' | 'internal';
  readonly attributes: Attributes;
  readonly parent?: string | undefined;
}

const KINDS = {
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
} as const;

/** Does some work within a span of its own. What it throws is noted by its name alone: messages may hold values. */
export async function traced<Value>(what: SpanOf, work: (span: Span) => Promise<Value>): Promise<Value> {
  const below = 'parent' in what ? parentOf(what.parent) : context.active();
  const options = { kind: KINDS[what.kind], attributes: what.attributes };
  return trace.getTracer(TRACER).startActiveSpan(what.name, options, below, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({
        code: SpanStatusCode.ERROR,
        message: error instanceof Error ? error.name : 'not an error',
      });
      throw error;
    } finally {
      span.end();
    }
  });
}
