import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { isEmptyRedline } from '#templates/redline';
import { redlineText } from '#templates/redline-text';
import { Call, type WriteCall } from '../access/call.js';
import { Refuses } from '../docs/answers.js';
import { hasAll, pageOfList } from '../http/page-of-list.js';
import { Reply } from '../http/reply.js';
import { stateOf, TemplateShelf, versionOf } from './shelf.js';
import {
  templateDetail,
  templateList,
  templateListQuery,
  templateParams,
  templateQuery,
  type TemplateDetail,
  type TemplateItem,
} from './template-schemas.js';
import { invalidView, templateDetailView, templateItems } from './template-view.js';
import { PlainWrites } from '../commands/plain-writes.js';
import { VersionReader } from './version-reader.js';
import { diffQuery, packageIn, redlineOut, versionDetail } from './version-schemas.js';
import { TemplateVersions } from './versions.service.js';

type Params = z.infer<typeof templateParams>;

/** The templates there are: those of administrators, and those under `rules`, which are read anew at each call. */
@ApiTags('templates')
@Controller('api/v1/templates')
export class TemplatesController {
  constructor(
    private readonly shelf: TemplateShelf,
    private readonly reader: VersionReader,
    private readonly versions: TemplateVersions,
    private readonly writes: PlainWrites,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The contract templates there are, with their versions' })
  @ApiOkResponse({ standardSchema: templateList })
  async list(
    @Query({ schema: templateListQuery }) { state, ...query }: z.infer<typeof templateListQuery>,
  ): Promise<z.infer<typeof templateList>> {
    const shelf = await this.shelf.list();
    const list = { name: 'templates', items: templateItems(shelf, state), keyOf: nameOf };
    return { ...pageOfList(list, query, hasAll(query)), invalid: invalidView(shelf) };
  }

  @Get(':template')
  @Refuses('unknownTemplateVersion')
  @ApiOperation({
    summary: 'A template: parameters with types, limits, defaults and help, clauses, rules, targets, terms',
  })
  @ApiOkResponse({ standardSchema: templateDetail })
  async read(
    @Param({ schema: templateParams }) { template: id }: Params,
    @Query({ schema: templateQuery }) { language, version }: z.infer<typeof templateQuery>,
  ): Promise<TemplateDetail> {
    const versions = await this.reader.versions(id);
    const leading = versions.find((each) => stateOf(each) === 'published') ?? versions[0];
    const wanted = version ?? (leading && versionOf(leading)) ?? '';
    const found = await this.reader.version(id, wanted);
    const { template } = await this.reader.content(id, wanted);
    return templateDetailView(found, template, language);
  }

  @Post()
  @Refuses(
    'shippedTemplate',
    'duplicateTemplateVersion',
    'unknownTemplate',
    'unknownTemplateVersion',
    'templateInvalid',
  )
  @ApiOperation({ summary: 'Imports a package as a draft; what is wrong with its files is said all at once' })
  @ApiCreatedResponse({ standardSchema: versionDetail })
  import(
    @Call() call: WriteCall,
    @Body({ schema: packageIn }) { files }: z.infer<typeof packageIn>,
  ): Promise<Reply> {
    return this.writes.write(call, async (em) => {
      const { template, version } = await this.versions.import(em, call.caller.name, files);
      const address = `/api/v1/templates/${template}/versions/${version}`;
      return new Reply(201, await this.reader.detail(template, version, call.caller, em), address);
    });
  }

  @Get(':template/diff')
  @Refuses('unknownTemplateVersion')
  @ApiOperation({
    summary: 'What one version changes of another, or of one of its base, as data and as a redline to read',
  })
  @ApiOkResponse({ standardSchema: redlineOut })
  async diff(
    @Param({ schema: templateParams }) { template }: Params,
    @Query({ schema: diffQuery }) query: z.infer<typeof diffQuery>,
  ): Promise<z.infer<typeof redlineOut>> {
    const { from, fromTemplate = template, to, language } = query;
    const before = { template: fromTemplate, version: from };
    const redline = await this.reader.redline(before, { template, version: to });
    const changed = !isEmptyRedline(redline);
    const text = redlineText(redline, language);
    return { template, fromTemplate, from, to, language, changed, redline, text };
  }
}

function nameOf({ id }: TemplateItem): string {
  return id;
}
