import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { Call, WhoCalls, type WriteCall } from '../access/call.js';
import { type Caller } from '../access/caller.js';
import { Refuses, TakesIfMatch } from '../docs/answers.js';
import { ETAG_HEADER, type TellVersion, Version } from '../http/entity-tag.js';
import { hasAll, pageOfList } from '../http/page-of-list.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { templateParams } from './template-schemas.js';
import { PlainWrites } from '../commands/plain-writes.js';
import { VersionReader } from './version-reader.js';
import {
  packageIn,
  packageOut,
  packageQuery,
  transitionIn,
  transitionOut,
  versionDetail,
  versionList,
  versionParams,
  versionsQuery,
  type VersionLine,
} from './version-schemas.js';
import { ACTION_ROLES, versionLineView } from './version-view.js';
import { TemplateVersions } from './versions.service.js';

type Params = z.infer<typeof versionParams>;

/** Versions of templates: written by administrators, reviewed by somebody else, published for good. */
@ApiTags('templates')
@Controller('api/v1/templates/:template/versions')
export class VersionsController {
  constructor(
    private readonly reader: VersionReader,
    private readonly versions: TemplateVersions,
    private readonly writes: PlainWrites,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The versions of a template, the newest number first' })
  @ApiOkResponse({ standardSchema: versionList })
  async list(
    @Param({ schema: templateParams }) { template }: z.infer<typeof templateParams>,
    @Query({ schema: versionsQuery }) query: z.infer<typeof versionsQuery>,
  ): Promise<z.infer<typeof versionList>> {
    const items = (await this.reader.versions(template)).map(versionLineView).toReversed();
    const list = { name: 'versions', items, keyOf: ({ version }: VersionLine) => version };
    return { template, ...pageOfList(list, query, hasAll(query)) };
  }

  @Get(':version')
  @ApiOperation({
    summary:
      'A version: state, hash, author and reviewer, proof and acceptance results, history, what a variant changes',
  })
  @ApiOkResponse({ standardSchema: versionDetail, headers: ETAG_HEADER })
  async read(
    @Param({ schema: versionParams }) { template, version }: Params,
    @WhoCalls() caller: Caller,
    @Version() tellVersion: TellVersion,
  ): Promise<z.infer<typeof versionDetail>> {
    const detail = await this.reader.detail(template, version, caller);
    tellVersion(detail.revision);
    return detail;
  }

  @Get(':version/package')
  @ApiOperation({ summary: 'Exports the files of a version' })
  @ApiOkResponse({ standardSchema: packageOut })
  async export(
    @Param({ schema: versionParams }) { template, version }: Params,
  ): Promise<z.infer<typeof packageOut>> {
    const { template: read, files } = await this.reader.content(template, version);
    return { template, version, hash: read.hash, files: { ...files } };
  }

  @Put(':version/package')
  @TakesIfMatch()
  @Refuses('shippedTemplate', 'versionChanged', 'notTheAuthor', 'wrongState')
  @ApiOperation({ summary: "Replaces a draft's files" })
  @ApiOkResponse({ standardSchema: versionDetail })
  edit(
    @Call() call: WriteCall,
    @Param({ schema: versionParams }) { template, version }: Params,
    @Query({ schema: packageQuery }) { revision }: z.infer<typeof packageQuery>,
    @Body({ schema: packageIn }) { files }: z.infer<typeof packageIn>,
  ): Promise<Reply> {
    return this.writes.write(call, async (em) => {
      const { ifVersion } = call;
      await this.versions.edit(em, call.caller.name, { template, version, revision, ifVersion }, files);
      return new Reply(200, await this.reader.detail(template, version, call.caller, em));
    });
  }

  @Post(':version/transitions')
  @TakesIfMatch()
  @Refuses(
    'shippedTemplate',
    'versionChanged',
    'notTheAuthor',
    'needsAnotherPerson',
    'checksFailed',
    'wrongState',
  )
  @ApiOperation({
    summary: 'Submits, withdraws, returns, approves, retires or discards a version',
    description:
      'Author and reviewer are two people. An approval runs the proof and the acceptance cases, and publishes only when all of them hold.',
  })
  @ApiOkResponse({ standardSchema: transitionOut })
  transition(
    @Call() call: WriteCall,
    @Param({ schema: versionParams }) { template, version }: Params,
    @Body({ schema: transitionIn }) { action, reason, revision }: z.infer<typeof transitionIn>,
  ): Promise<Reply> {
    const { name: actor, role } = call.caller;
    const roles = ACTION_ROLES[action];
    if (!roles.includes(role)) {
      throw new Problem(
        'forbidden',
        `${actor} is ${role} and may not ${action}, allowed are ${roles.join(', ')}`,
      );
    }
    return this.writes.write(call, async (em) => {
      const { ifVersion } = call;
      const wish = { template, version, revision, ifVersion, action, actor, reason: reason ?? null };
      const state = await this.versions.transition(em, wish);
      const detail =
        state === 'discarded' ? null : await this.reader.detail(template, version, call.caller, em);
      return new Reply(200, { template, version, state, detail });
    });
  }
}
