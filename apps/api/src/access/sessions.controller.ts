import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { type z } from 'zod';
import { type OpenSession } from '#persistence/queries/sessions';
import { AnswersASecret, Refuses } from '../docs/answers.js';
import { Problem } from '../http/problem.js';
import { type KnownRequest } from './access.guard.js';
import { accountCaller } from './account-caller.js';
import {
  demoDoors,
  demoSignInBody,
  passwordChange,
  sessionEnded,
  sessionView,
  sessionViewOf,
  signInBody,
} from './account-schemas.js';
import { DemoDoors } from './demo-doors.js';
import { checkSameOrigin } from './same-origin.js';
import { SessionCookie } from './session-cookie.js';
import { SignIn, SignInBlocked } from './sign-in.js';

/**
 * People sign in with login and password, and are known by a cookie that no script of a page can read. Programs have
 * keys: no token is ever answered. Nothing here is kept under an idempotency key, for passwords would be in it.
 */
@ApiTags('access')
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly cookie: SessionCookie,
    private readonly doors: DemoDoors,
  ) {}

  @Post()
  @Refuses('signInFailed', 'crossOrigin', 'tooManyRequests')
  @ApiOperation({ summary: 'Signs in: the answer sets the cookie of the session' })
  @AnswersASecret()
  @ApiCreatedResponse({ standardSchema: sessionView })
  async enter(
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: signInBody }) body: z.infer<typeof signInBody>,
  ): Promise<z.infer<typeof sessionView>> {
    checkSameOrigin(request);
    return this.opened(request, reply, this.signIn.enter({ ...body, address: request.ip }));
  }

  @Get('demo')
  @ApiOperation({
    summary: 'The roles that whoever sits at the machine of a demonstration may enter as; none elsewhere',
  })
  @ApiOkResponse({ standardSchema: demoDoors })
  async demo(@Req() request: KnownRequest): Promise<z.infer<typeof demoDoors>> {
    return { roles: await this.doors.roles(request) };
  }

  @Post('demo')
  @Refuses('signInFailed', 'crossOrigin', 'tooManyRequests', 'notFound')
  @ApiOperation({
    summary: 'Enters a demonstration without a password: the answer sets the cookie of the session',
  })
  @AnswersASecret()
  @ApiCreatedResponse({ standardSchema: sessionView })
  async enterDemo(
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: demoSignInBody }) { role }: z.infer<typeof demoSignInBody>,
  ): Promise<z.infer<typeof sessionView>> {
    checkSameOrigin(request);
    return this.opened(request, reply, this.doors.enter(request, role));
  }

  private async opened(
    request: KnownRequest,
    reply: FastifyReply,
    entering: Promise<OpenSession & { readonly token: string }>,
  ): Promise<z.infer<typeof sessionView>> {
    const { token, session, account } = await waiting(reply, entering);
    request.caller = accountCaller(account);
    this.cookie.give(reply, token);
    return sessionViewOf(session, account);
  }

  @Get('current')
  @Refuses('noSession')
  @ApiOperation({ summary: 'Who is signed in, and until when' })
  @ApiOkResponse({ standardSchema: sessionView })
  read(@Req() request: KnownRequest): z.infer<typeof sessionView> {
    const { session, account } = sessionIn(request);
    return sessionViewOf(session, account);
  }

  @Delete('current')
  @Refuses('noSession')
  @ApiOperation({ summary: 'Signs out: the session ends at once' })
  @AnswersASecret()
  @ApiOkResponse({ standardSchema: sessionEnded })
  async leave(
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof sessionEnded>> {
    const open = sessionIn(request);
    await this.signIn.leave(open);
    this.cookie.take(reply);
    return { id: open.session.id, ended: true };
  }

  @Put('current/password')
  @HttpCode(200)
  @Refuses('noSession')
  @ApiOperation({ summary: 'Chooses another password; all other sessions of the account end' })
  @AnswersASecret()
  @ApiOkResponse({ standardSchema: sessionView })
  async choosePassword(
    @Req() request: KnownRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body({ schema: passwordChange }) body: z.infer<typeof passwordChange>,
  ): Promise<z.infer<typeof sessionView>> {
    const open = sessionIn(request);
    await waiting(reply, this.signIn.choosePassword(open, { ...body, address: request.ip }));
    return sessionViewOf(open.session, { ...open.account, oneTimeUntil: null });
  }
}

function sessionIn({ session }: KnownRequest): OpenSession {
  if (session) return session;
  throw new Problem('noSession', 'The call goes by a key: only people who have signed in have a session');
}

/** Says when to come again where too many attempts have failed. */
async function waiting<Value>(reply: FastifyReply, attempt: Promise<Value>): Promise<Value> {
  try {
    return await attempt;
  } catch (error) {
    if (error instanceof SignInBlocked) void reply.header('retry-after', String(error.seconds));
    throw error;
  }
}
