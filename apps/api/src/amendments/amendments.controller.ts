import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type z } from 'zod';
import {
  addAmendmentDraft,
  type AmendmentWish,
  changeAmendmentDraft,
  discardAmendmentDraft,
  type Writing,
} from '#persistence/queries/amendment-drafts';
import { Call, type WriteCall } from '../access/call.js';
import { ContractReader } from '../contracts/contract-reader.js';
import { Refuses, TakesIfMatch, Tells } from '../docs/answers.js';
import { ETAG_HEADER, type TellVersion, Version } from '../http/entity-tag.js';
import { contractParams } from '../http/fields.js';
import { hasAll, pageOfList } from '../http/page-of-list.js';
import { Reply } from '../http/reply.js';
import { PlainWrites } from '../commands/plain-writes.js';
import { now } from '../time.js';
import { AmendmentDesk, idOf, lastNumber } from './amendment-desk.js';
import {
  agreeBody,
  amendmentBody,
  amendmentDetail,
  amendmentList,
  amendmentParams,
  amendmentPreview,
  amendmentSendBody,
  amendmentsQuery,
  type AmendmentLine,
  discarded,
} from './amendment-schemas.js';
import { AmendmentSendings } from './amendment-sendings.js';
import { AmendmentPreviews } from './preview.js';

type Contract = z.infer<typeof contractParams>;
type Params = z.infer<typeof amendmentParams>;
type Wanted = z.infer<typeof amendmentBody>;

/** Changes of a contract from a day on: drawn up, looked at beforehand, signed, and taken over at their day. */
@ApiTags('amendments')
@Controller('api/v1/contracts/:contract/amendments')
export class AmendmentsController {
  constructor(
    private readonly contracts: ContractReader,
    private readonly desk: AmendmentDesk,
    private readonly previews: AmendmentPreviews,
    private readonly sendings: AmendmentSendings,
    private readonly writes: PlainWrites,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Drafts, and the amendments that are being signed, were agreed on, or came to nothing',
  })
  @ApiOkResponse({ standardSchema: amendmentList })
  async list(
    @Param({ schema: contractParams }) { contract }: Contract,
    @Query({ schema: amendmentsQuery }) query: z.infer<typeof amendmentsQuery>,
  ): Promise<z.infer<typeof amendmentList>> {
    const list = { name: 'amendments', items: await this.desk.list(contract), keyOf: nameOf };
    return pageOfList(list, query, hasAll(query));
  }

  @Post()
  @Refuses('wrongState')
  @ApiOperation({
    summary:
      'Draws up an amendment; all that is wrong with it is said at once, also what the contract would refuse',
  })
  @ApiCreatedResponse({ standardSchema: amendmentDetail })
  draft(
    @Call() call: WriteCall,
    @Param({ schema: contractParams }) { contract }: Contract,
    @Body({ schema: amendmentBody }) body: Wanted,
  ): Promise<Reply> {
    return this.writes.write(call, async (em) => {
      const known = await this.contracts.get(contract, em);
      const wish = wishOf(body);
      const taken = lastNumber(known);
      await this.desk.drawnUp(known, idOf(taken + 1), wish);
      const { number } = await addAmendmentDraft(em, contract, taken, wish, writingOf(call));
      return this.shown(201, contract, idOf(number), em);
    });
  }

  @Get(':amendment')
  @ApiOperation({ summary: 'An amendment with everything that it changes' })
  @ApiOkResponse({ standardSchema: amendmentDetail, headers: ETAG_HEADER })
  async read(
    @Param({ schema: amendmentParams }) { contract, amendment }: Params,
    @Version() tellVersion: TellVersion,
  ): Promise<z.infer<typeof amendmentDetail>> {
    const { view, version } = await this.desk.read(contract, amendment);
    if (version !== null) tellVersion(version);
    return view;
  }

  @Put(':amendment')
  @TakesIfMatch()
  @Refuses('wrongState')
  @ApiOperation({ summary: 'Changes a draft: the whole of it is given again' })
  @ApiOkResponse({ standardSchema: amendmentDetail })
  change(
    @Call() call: WriteCall,
    @Param({ schema: amendmentParams }) { contract, amendment }: Params,
    @Body({ schema: amendmentBody }) body: Wanted,
  ): Promise<Reply> {
    return this.writes.write(call, async (em) => {
      const known = await this.contracts.get(contract, em);
      const draft = await this.desk.draftFor(call, known, amendment, em);
      const wish = wishOf(body);
      await this.desk.drawnUp(known, amendment, wish);
      await changeAmendmentDraft(em, draft, wish, writingOf(call));
      return this.shown(200, contract, amendment, em);
    });
  }

  @Delete(':amendment')
  @TakesIfMatch()
  @Refuses('wrongState')
  @ApiOperation({ summary: 'Discards a draft' })
  @ApiOkResponse({ standardSchema: discarded })
  discard(
    @Call() call: WriteCall,
    @Param({ schema: amendmentParams }) { contract, amendment }: Params,
  ): Promise<Reply> {
    return this.writes.write(call, async (em) => {
      const known = await this.contracts.get(contract, em);
      await discardAmendmentDraft(em, await this.desk.draftFor(call, known, amendment, em));
      return new Reply(200, { id: amendment, status: 'discarded' });
    });
  }

  @Get(':amendment/preview')
  @Refuses('wrongState')
  @ApiOperation({
    summary:
      'The rest of the term with the amendment and without it, and a back-test of it on the months that passed',
  })
  @ApiOkResponse({ standardSchema: amendmentPreview })
  preview(
    @Param({ schema: amendmentParams }) { contract, amendment }: Params,
  ): Promise<z.infer<typeof amendmentPreview>> {
    return this.previews.show(contract, amendment);
  }

  @Post(':amendment/send')
  @Tells()
  @ApiOperation({ summary: 'Makes its document and sends it for signing' })
  @ApiOkResponse({ standardSchema: amendmentDetail })
  send(
    @Call() call: WriteCall,
    @Param({ schema: amendmentParams }) { contract, amendment }: Params,
    @Body({ schema: amendmentSendBody }) body: z.infer<typeof amendmentSendBody>,
  ): Promise<Reply> {
    return this.sendings.send(call, contract, amendment, body);
  }

  @Post(':amendment/agree')
  @Tells()
  @ApiOperation({ summary: 'Both parties have signed it elsewhere: it takes effect at its day' })
  @ApiOkResponse({ standardSchema: amendmentDetail })
  agree(
    @Call() call: WriteCall,
    @Param({ schema: amendmentParams }) { contract, amendment }: Params,
    @Body({ schema: agreeBody }) { at }: z.infer<typeof agreeBody>,
  ): Promise<Reply> {
    return this.sendings.agree(call, contract, amendment, at);
  }

  private async shown(status: number, contract: string, id: string, em: EntityManager): Promise<Reply> {
    const address = `/api/v1/contracts/${contract}/amendments/${id}`;
    return new Reply(status, await this.desk.show(contract, id, em), address);
  }
}

function nameOf({ id }: AmendmentLine): string {
  return id;
}

function wishOf({ effectiveDate, parameters, templateVersion, reason }: Wanted): AmendmentWish {
  return { effectiveDate, parameters, templateVersion: templateVersion ?? null, reason };
}

function writingOf({ caller }: WriteCall): Writing {
  return { by: caller.name, at: now() };
}
