import { Controller, Get, Header, Param, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { type z } from 'zod';
import { ATTACHMENT_TYPES } from '#intake/media-type';
import { attachmentOfHash, attachmentPage } from '#persistence/queries/attachments';
import { Call, type WriteCall } from '../access/call.js';
import { WritePath } from '../commands/write-path.js';
import { ContractReader } from '../contracts/contract-reader.js';
import { Refuses, Sends } from '../docs/answers.js';
import { filtersOf, pageView, pageWish } from '../http/cursor.js';
import { requestParams } from '../http/fields.js';
import { Problem } from '../http/problem.js';
import { type Reply } from '../http/reply.js';
import { RequestsService } from '../requests/requests.service.js';
import { Attachments, attachmentView, hashOf } from './attachments.js';
import {
  attachmentKey,
  attachmentList,
  attachmentOut,
  attachmentParams,
  attachmentQuery,
  attachmentsQuery,
} from './intake-schemas.js';
import { RawBody } from './raw-bodies.js';

type Params = z.infer<typeof requestParams>;

/** Files of requests, by the hash of their bytes. */
@ApiTags('requests')
@Controller('api/v1/contracts/:contract/requests/:request/attachments')
export class AttachmentsController {
  constructor(
    private readonly contracts: ContractReader,
    private readonly requests: RequestsService,
    private readonly attachments: Attachments,
    private readonly writes: WritePath,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The files of a request, in the order in which they came' })
  @ApiOkResponse({ standardSchema: attachmentList })
  async list(
    @Param({ schema: requestParams }) { contract, request }: Params,
    @Query({ schema: attachmentsQuery }) query: z.infer<typeof attachmentsQuery>,
  ): Promise<z.infer<typeof attachmentList>> {
    const em = this.contracts.fork();
    await this.requests.get(em, contract, request);
    const wish = pageWish(attachmentKey, query);
    const page = await attachmentPage(em, { contract, request }, filtersOf(query), wish);
    return pageView(page, attachmentView, ({ addedAt, source, fileName, sha256 }) => {
      return { list: 'attachments', addedAt, source, fileName, sha256 };
    });
  }

  @Post()
  @Refuses('attachmentTypeNotAllowed', 'tooManyAttachments')
  @ApiOperation({
    summary: 'Attaches a file, at most 10 MiB; the same bytes once: then they are answered with 200',
  })
  @ApiConsumes('application/octet-stream')
  @ApiBody({ required: true, schema: { type: 'string', format: 'binary' } })
  @ApiCreatedResponse({ standardSchema: attachmentOut })
  @ApiOkResponse({ standardSchema: attachmentOut, description: 'The request had it already' })
  async add(
    @Call() call: WriteCall,
    @Param({ schema: requestParams }) { contract, request }: Params,
    @Query({ schema: attachmentQuery }) { fileName }: z.infer<typeof attachmentQuery>,
    @RawBody('application/octet-stream') bytes: Buffer,
  ): Promise<Reply> {
    const said = { ...call, body: { fileName, sha256: hashOf(bytes) } };
    const handedIn = { contract, request, fileName, bytes, by: call.caller.name };
    return this.writes.once(said, () => this.attachments.add(handedIn));
  }

  @Get(':attachment')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @ApiOperation({ summary: 'A file of a request, byte for byte, to be saved' })
  @Sends(...ATTACHMENT_TYPES, 'message/rfc822')
  async get(
    @Param({ schema: attachmentParams }) params: z.infer<typeof attachmentParams>,
  ): Promise<StreamableFile> {
    const { contract, request, attachment } = params;
    const em = this.contracts.fork();
    await this.requests.get(em, contract, request);
    const sha256 = attachment.startsWith('sha256:') ? attachment : `sha256:${attachment}`;
    const file = await attachmentOfHash(em, contract, request, sha256);
    if (!file) throw new Problem('unknownAttachment', `${request} has no file ${sha256}`);
    const { bytes, mediaType: type, fileName, size: length } = file;
    return new StreamableFile(bytes, { type, disposition: dispositionOf(fileName), length });
  }
}

/** To be saved under its name, in ASCII for old programs and whole for others (RFC 6266). */
function dispositionOf(fileName: string): string {
  const ascii = fileName.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replaceAll(/['()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
