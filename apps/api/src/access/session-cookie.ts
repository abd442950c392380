import { type FastifyReply, type FastifyRequest } from 'fastify';
import { SettingProblem } from '../settings.js';

const VARIABLE = 'PACTA_COOKIE_SECURE';

/** The cookie of a session: how it is named, written and read. */
export class SessionCookie {
  private constructor(private readonly isSecure: boolean) {}

  /** Reads PACTA_COOKIE_SECURE: only `no`, as in the demo, lets the cookie go over plain HTTP. Throws a SettingProblem. */
  static read(env: NodeJS.ProcessEnv): SessionCookie {
    const text = env[VARIABLE] || 'yes';
    if (text === 'yes' || text === 'no') return new SessionCookie(text === 'yes');
    throw new SettingProblem(`${VARIABLE} is neither yes nor no`);
  }

  /** `__Host-` makes the browser refuse it of another host, another path, or without TLS. */
  get name(): string {
    return this.isSecure ? '__Host-pacta_session' : 'pacta_session';
  }

  /** The token that a call has brought; null when it has none. */
  tokenOf({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
    const given = (headers.cookie ?? '').split(';').map((each) => each.trim());
    const ours = given.find((each) => each.startsWith(`${this.name}=`));
    return ours?.slice(this.name.length + 1) ?? null;
  }

  /** It has no end of its own: it goes with the browser, and what counts is the session's end. */
  give(reply: FastifyReply, token: string): void {
    void reply.header('set-cookie', `${this.name}=${token}; ${this.attributes}`);
  }

  take(reply: FastifyReply): void {
    void reply.header('set-cookie', `${this.name}=; Max-Age=0; ${this.attributes}`);
  }

  private get attributes(): string {
    return `Path=/; HttpOnly; SameSite=Strict${this.isSecure ? '; Secure' : ''}`;
  }
}
