import { Controller, Get, Header, Param, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { isFromOwnPage } from './page/own-page.js';
import { formOf, type PageAct } from './page/forms.js';
import { DOCUMENT_HEADERS, languageOf, PAGE_HEADERS } from './page/headers.js';
import { gonePage, plainPage } from './page/layout.js';
import { PAGE_STYLE } from './page/style.js';
import { word } from './page/words.js';
import { From, type Origin } from './provenance.js';
import { SigningDesk, type Shown } from './signing-desk.js';
import { SigningSettings } from './signing-settings.js';
import { TroublePageFilter } from './trouble-page.filter.js';

/** The page behind a signer's link. Whoever has the link is the signer: there is no key and no login. */
@ApiExcludeController()
@UseFilters(TroublePageFilter)
@Controller('sign')
export class SigningPageController {
  constructor(
    private readonly desk: SigningDesk,
    private readonly settings: SigningSettings,
  ) {}

  @Get('style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  style(): string {
    return PAGE_STYLE;
  }

  @Get(':token')
  async read(
    @Param('token') token: string,
    @Query() query: unknown,
    @From() from: Origin,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const language = languageOf(query);
    // A browser that only prepares for a click, and a program that only asks whether there is something, look at nothing.
    const purpose = request.headers['sec-purpose'] ?? request.headers['purpose'] ?? '';
    const isLook = request.method === 'GET' && !String(purpose).includes('prefetch');
    return page(reply, language, await this.desk.show(token, language, isLook ? from : null));
  }

  @Get(':token/document')
  async document(
    @Param('token') token: string,
    @Query() query: { readonly download?: unknown },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer | string> {
    const document = await this.desk.document(token);
    if (!document) return page(reply, languageOf(query), null);
    const disposition = query.download === 'yes' ? 'attachment' : 'inline';
    void reply.headers({
      ...DOCUMENT_HEADERS,
      'content-disposition': `${disposition}; filename="${document.name}"`,
    });
    return Buffer.from(document.bytes);
  }

  @Post(':token/sign')
  sign(
    @Param('token') token: string,
    @From() from: Origin,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.act('sign', token, from, request, reply);
  }

  @Post(':token/decline')
  decline(
    @Param('token') token: string,
    @From() from: Origin,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.act('decline', token, from, request, reply);
  }

  @Post(':token/delegate')
  delegate(
    @Param('token') token: string,
    @From() from: Origin,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.act('delegate', token, from, request, reply);
  }

  private async act(
    act: PageAct,
    token: string,
    from: Origin,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string> {
    const language = languageOf(request.query);
    if (!isFromOwnPage(request, this.settings)) {
      const body = plainPage(language, 'foreignTitle', [word(language, 'foreign')]);
      return page(reply, language, { status: 403, body });
    }
    return page(
      reply,
      language,
      await this.desk.act(act, token, { language, from, form: formOf(request.body) }),
    );
  }
}

/** Sends a page; without one, that the link cannot be used. */
function page(reply: FastifyReply, language: 'zh-CN' | 'en', shown: Shown | null): string {
  void reply.status(shown?.status ?? 404).headers(PAGE_HEADERS);
  return shown?.body ?? gonePage(language);
}
