import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Problem } from './problem.js';
import { pageOf, problemPage } from './problem-pages.js';
import { PROBLEMS } from './problem-table.js';

/** What the `type` of a problem leads to. */
@ApiExcludeController()
@Controller('problems')
export class ProblemsController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  list(): string {
    const lines = Object.entries(PROBLEMS).map(
      ([code, { status, title }]) => `- [${code}](/problems/${code}) ${status}: ${title}`,
    );
    return pageOf('Problems', `# Problems\n\n${lines.join('\n')}`);
  }

  @Get(':code')
  @Header('content-type', 'text/html; charset=utf-8')
  read(@Param('code') code: string): Promise<string> {
    if (!Object.hasOwn(PROBLEMS, code))
      throw new Problem('notFound', 'There is no such problem: see /problems for those there are');
    return problemPage(code);
  }
}
