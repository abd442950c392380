import { pino, type DestinationStream, type Logger } from 'pino';
import type { Options } from 'pino-http';
import { activeTrace } from './tracing.js';

/** The least serious lines that are written. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export type Log = Logger;

interface Line {
  readonly level: string;
  readonly time: string;
  readonly context?: string;
  readonly msg?: string;
  readonly err?: { readonly stack?: string };
}

/** For a person at a terminal: `12:30:01 INFO  [Api] listening on …`. */
function readable(text: string): string {
  const { level, time, context, msg, err } = JSON.parse(text) as Line;
  const where = context === undefined ? '' : `[${context}] `;
  const stack = err?.stack === undefined ? '' : `\n${err.stack}`;
  return `${time.slice(11, 19)} ${level.toUpperCase().padEnd(5)} ${where}${msg ?? ''}${stack}\n`;
}

/** Written at once: what a process said before it ended is there. */
function standardOutput(): DestinationStream {
  const output = pino.destination({ fd: 1, sync: true });
  if (!process.stdout.isTTY) return output;
  return { write: (text) => void output.write(readable(text)) };
}

/**
 * The log of a process: lines of JSON on standard output with level, time (ISO), context and message, and the trace that
 * they belong to; at a terminal lines for people.
 */
export function createLog(level: LogLevel, destination = standardOutput()): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: activeTrace,
    },
    destination,
  );
}

/**
 * How the log goes along with requests: each line has the id of its request. Nothing of the request itself is written,
 * neither its address nor its headers, which hold keys and names.
 */
export function requestLog(logger: Log): Options {
  return {
    logger,
    autoLogging: false,
    quietReqLogger: true,
    customAttributeKeys: { reqId: 'requestId' },
    serializers: { req: () => undefined, res: () => undefined },
  };
}
