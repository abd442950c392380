import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { PROBLEM_TYPE } from './problem.js';

/** An answer with a status and an address of its own. */
export class Reply {
  constructor(
    readonly status: number,
    readonly body: unknown,
    readonly location: string | null = null,
  ) {}
}

/** Sends a Reply as it says. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp().getResponse<FastifyReply>();
    return next
      .handle()
      .pipe(map((answer: unknown) => (answer instanceof Reply ? sent(http, answer) : answer)));
  }
}

function sent(http: FastifyReply, { status, body, location }: Reply): unknown {
  void http.status(status);
  if (location !== null) void http.header('location', location);
  if (status === 202) void http.header('retry-after', '15');
  // Health has a 503 that is no problem document.
  if (status < 400 || !isProblem(body)) return body;
  void http.type(PROBLEM_TYPE);
  return JSON.stringify(body);
}

function isProblem(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'code' in body && 'type' in body;
}
