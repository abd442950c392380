import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type FastifyAdapter } from '@nestjs/platform-fastify';
import { MikroORM } from '@mikro-orm/postgresql';
import { mintSigningLink } from '#persistence/queries/signing-links';
import { now } from '../time.js';
import { SigningSettings } from './signing-settings.js';

/** Makes links to the signing page. */
@Injectable()
export class SigningLinks {
  constructor(
    private readonly orm: MikroORM,
    private readonly settings: SigningSettings,
    private readonly host: HttpAdapterHost<FastifyAdapter>,
  ) {}

  /** The whole address for a signer, new; earlier ones of theirs end. Throws NobodyToSign. */
  mint(contract: string, envelope: string, signer: string): Promise<string> {
    const wish = { baseUrl: this.baseUrl(), now: now() };
    return mintSigningLink(this.orm.em.fork(), { contract, envelope, signer }, wish);
  }

  /** PACTA_PUBLIC_URL, else where this process listens. */
  private baseUrl(): string {
    if (this.settings.publicUrl !== null) return this.settings.publicUrl;
    const address: unknown = this.host.httpAdapter.getHttpServer().address();
    const isListening = typeof address === 'object' && address !== null && 'port' in address;
    if (!isListening) throw new Error('the API listens nowhere: set PACTA_PUBLIC_URL');
    const { address: own, family } = address as { readonly address?: string; readonly family?: string };
    const isAnywhere = own === undefined || own === '0.0.0.0' || own === '::';
    const name = isAnywhere ? 'localhost' : family === 'IPv6' ? `[${own}]` : own;
    return `http://${name}:${String(address.port)}`;
  }
}
