import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { documentOfHash, documentPage } from '#persistence/queries/documents';
import { unfinishedPaperJobs } from '#persistence/queries/paper-jobs';
import { WhoCalls } from '../access/call.js';
import { type Caller } from '../access/caller.js';
import { ContractReader } from '../contracts/contract-reader.js';
import { Refuses, Sends } from '../docs/answers.js';
import { filtersOf, pageView, pageWish } from '../http/cursor.js';
import { contractParams } from '../http/fields.js';
import { Problem } from '../http/problem.js';
import { archiveOf } from './archive.js';
import {
  documentKey,
  documentKeyOf,
  documentList,
  documentParams,
  documentQuery,
  documentViewOf,
  foundDocument,
  hashParams,
} from './document-schemas.js';
import { DocumentsService } from './documents.service.js';

const DOCUMENT_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

type Params = z.infer<typeof contractParams>;

/** What the parties get to hold: contract, invoices, reports, statements, settlement. */
@ApiTags('documents')
@Controller('api/v1/contracts/:contract')
export class DocumentsController {
  constructor(
    private readonly contracts: ContractReader,
    private readonly documents: DocumentsService,
  ) {}

  @Get('documents')
  @ApiOperation({
    summary: 'The documents of a contract in the order of its ledger, and what is not made yet',
  })
  @ApiOkResponse({ standardSchema: documentList })
  async list(
    @Param({ schema: contractParams }) { contract }: Params,
    @Query({ schema: documentQuery }) query: z.infer<typeof documentQuery>,
  ): Promise<z.infer<typeof documentList>> {
    const { em } = await this.contracts.get(contract);
    const { sequence, ...named } = filtersOf(query);
    const left =
      sequence === undefined
        ? await unfinishedPaperJobs(em, contract)
        : await this.documents.settled(em, contract, sequence);
    const filter = { ...named, ...(sequence !== undefined && { ledgerSequence: sequence }) };
    const page = await documentPage(em, contract, filter, pageWish(documentKey, query));
    return {
      ...pageView(page, documentViewOf, documentKeyOf),
      unfinished: left.flatMap(({ ledgerSequence, status, attempts, error }) =>
        status === 'done' ? [] : [{ sequence: ledgerSequence, status, attempts, error: error ?? null }],
      ),
    };
  }

  @Get('documents/:sha256')
  @ApiOperation({ summary: 'A document, byte for byte' })
  @Sends(...DOCUMENT_TYPES)
  async get(
    @Param({ schema: documentParams }) { contract, sha256 }: z.infer<typeof documentParams>,
  ): Promise<StreamableFile> {
    const { em } = await this.contracts.get(contract);
    return this.documents.bytes(em, sha256, contract);
  }

  @Get('archive')
  @ApiOperation({
    summary:
      'Everything on paper as one ZIP file: documents, the ledger as JSON lines, a manifest with hashes. Asked for again, the same bytes',
  })
  @Sends('application/zip')
  @Refuses('documentsUnfinished')
  async archive(@Param({ schema: contractParams }) { contract }: Params): Promise<StreamableFile> {
    const { em } = await this.contracts.get(contract);
    const left = await this.documents.settled(em, contract);
    if (left.some(({ status }) => status === 'queued' || status === 'pressed'))
      throw new Problem(
        'documentsUnfinished',
        'Documents are still being made, and an archive without them would not be whole: try again in a moment',
      );
    const missing = left.map(({ ledgerSequence, error }) => ({
      sequence: ledgerSequence,
      error: error ?? null,
    }));
    const stream = await archiveOf(em, contract, missing);
    return new StreamableFile(stream, {
      type: 'application/zip',
      disposition: `attachment; filename="${contract}.zip"`,
    });
  }
}

/** Documents by what they are alone: whoever holds a file can ask what it is. */
@ApiTags('documents')
@Controller('api/v1/documents')
export class DocumentsByHashController {
  constructor(private readonly contracts: ContractReader) {}

  @Get('by-hash/:sha256')
  @ApiOperation({
    summary: 'What a file is, by the hash of its bytes: of which contract, what for, and when',
  })
  @ApiOkResponse({ standardSchema: foundDocument })
  async find(
    @WhoCalls() { clients }: Caller,
    @Param({ schema: hashParams }) { sha256 }: z.infer<typeof hashParams>,
  ): Promise<z.infer<typeof foundDocument>> {
    const document = await documentOfHash(this.contracts.fork(), sha256, { clients });
    if (!document) throw new Problem('unknownDocument', `There is no document ${sha256}`);
    return { ...documentViewOf(document), contract: document.contractId };
  }
}
