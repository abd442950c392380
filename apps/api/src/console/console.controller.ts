import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { Controller, Get, Param, Redirect, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Problem } from '../http/problem.js';
import { consoleFolder } from './console-files.js';

/** Nothing but what this server sends; Ant Design writes its styles into the page. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** What the build makes; an address like `/templates/it-support-2025/1.0.0` is none of it. */
const FILES = /^assets\/|^pacta\.svg$|\.(?:js|css|map)$|\.\./;

const YEAR_SECONDS = 31_536_000;

/** The web page that people use. */
@ApiExcludeController()
@Controller()
export class ConsoleController {
  private readonly folder = consoleFolder();

  @Get()
  @Redirect('/console/', 302)
  root(): void {}

  @Get('console')
  @Redirect('/console/', 302)
  withoutSlash(): void {}

  /** Files by their names; any other address is one of the page's own, and the page knows what it shows. */
  @Get('console/*')
  file(@Param('*') path: string, @Res() reply: FastifyReply): void {
    const wanted = normalize(path);
    const isFile = FILES.test(wanted);
    if (this.folder === null)
      throw new Problem('unavailable', 'The console is not built here: run `npm run build`');
    if (isFile && (wanted.includes('..') || !existsSync(join(this.folder, wanted))))
      throw new Problem('notFound', 'The console has no such file');
    void reply
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .header('referrer-policy', 'same-origin')
      // The build names assets by their content.
      .header(
        'cache-control',
        wanted.startsWith('assets/') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
      )
      .sendFile(isFile ? wanted : 'index.html', { cacheControl: false });
  }
}
