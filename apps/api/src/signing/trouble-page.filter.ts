import { Catch, type ArgumentsHost } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ProblemFilter } from '../http/problem-filter.js';
import { languageOf, PAGE_HEADERS } from './page/headers.js';
import { plainPage } from './page/layout.js';
import { word } from './page/words.js';

/** Whatever goes wrong behind a signer's link is told as a page: people read it. The log gets what it always gets. */
@Catch()
export class TroublePageFilter extends ProblemFilter {
  override catch(error: unknown, host: ArgumentsHost): void {
    const { status, errorId } = this.documentOf(error);
    const http = host.switchToHttp();
    const language = languageOf(http.getRequest<FastifyRequest>().query);
    const number = errorId === undefined ? [] : [`${word(language, 'troubleNumber')}${errorId}`];
    const page = plainPage(language, 'troubleTitle', [word(language, 'trouble'), ...number]);
    void http.getResponse<FastifyReply>().status(status).headers(PAGE_HEADERS).send(page);
  }
}
