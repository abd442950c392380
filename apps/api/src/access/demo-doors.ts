import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type OpenSession } from '#persistence/queries/sessions';
import { Problem } from '../http/problem.js';
import { ROLES, type Role } from './roles.js';
import { SignIn } from './sign-in.js';

const accountsFile = z.array(z.object({ role: z.enum(ROLES), password: z.string() }));

type DemoAccount = z.infer<typeof accountsFile>[number];

/** Names of the machine itself: a page of anywhere else that has its own name lead here is told by it. */
const OWN_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];
const OWN_ADDRESSES: readonly string[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/**
 * Lets whoever sits at the machine of the demonstration in without a password, as any of its roles. There are no such
 * doors where `pacta start` has not made the accounts, and none for calls from elsewhere.
 */
@Injectable()
export class DemoDoors {
  constructor(private readonly signIn: SignIn) {}

  /** The roles that one can enter as; none but in the demonstration. */
  async roles(request: FastifyRequest): Promise<Role[]> {
    return (await this.accounts(request)).map(({ role }) => role);
  }

  /** Throws a Problem where there is no such door, or somebody has changed the account's password. */
  async enter(request: FastifyRequest, role: Role): Promise<OpenSession & { readonly token: string }> {
    const account = (await this.accounts(request)).find((each) => each.role === role);
    if (!account) throw new Problem('notFound', 'This is no demonstration: sign in with login and password');
    return this.signIn.enter({ login: role, password: account.password, address: request.ip });
  }

  private async accounts(request: FastifyRequest): Promise<DemoAccount[]> {
    const { PACTA_DEMO: demo, PACTA_DATA: folder } = process.env;
    if (demo !== '1' || !folder || !isFromHere(request)) return [];
    const text = await readFile(join(folder, 'accounts.json'), 'utf8').catch(() => '[]');
    return accountsFile.safeParse(JSON.parse(text)).data ?? [];
  }
}

function isFromHere({ ip, hostname }: FastifyRequest): boolean {
  return OWN_ADDRESSES.includes(ip) && OWN_NAMES.includes(hostname.replace(/:\d+$/, ''));
}
