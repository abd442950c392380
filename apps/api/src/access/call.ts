import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Json } from '#domain/entry';
import { versionNamed } from '../http/entity-tag.js';
import { Problem } from '../http/problem.js';
import { type KnownRequest } from './access.guard.js';
import { type Caller } from './caller.js';

/** One call that wants to change something: who, under which key, and what exactly. */
export interface WriteCall {
  readonly caller: Caller;
  /** The `Idempotency-Key`; null when there is none. */
  readonly key: string | null;
  /** The version of `If-Match` that the change is meant for; null where any will do. */
  readonly ifVersion: number | null;
  readonly method: string;
  readonly path: string;
  readonly body: Json;
}

const IDEMPOTENCY_KEY = /^[\x21-\x7e](?:[\x20-\x7e]{0,198}[\x21-\x7e])?$/;

/** Hands a handler its WriteCall. */
export const Call = createParamDecorator((_: unknown, context: ExecutionContext): WriteCall => {
  const request = context.switchToHttp().getRequest<KnownRequest>();
  const { caller, method, body, url } = request;
  if (!caller) throw new Error('a write without a caller: its route is open');
  return {
    caller,
    key: idempotencyKeyOf(request),
    ifVersion: versionNamed(request.headers['if-match']),
    method,
    path: url.split('?')[0] ?? url,
    body: (body ?? {}) as Json,
  };
});

/** Hands a handler who calls. */
export const WhoCalls = createParamDecorator((_: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<KnownRequest>();
  if (!caller) throw new Error('a handler asks who calls: its route is open');
  return caller;
});

function idempotencyKeyOf(request: KnownRequest): string | null {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return null;
  if (typeof header === 'string' && IDEMPOTENCY_KEY.test(header)) return header;
  throw Problem.ofFaults([
    {
      path: 'Idempotency-Key',
      problem: 'is not a key',
      allowed: 'allowed are 1 to 200 printable characters',
    },
  ]);
}
