import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { listIncidents } from '#persistence/queries/incidents';
import { nextRequestNumber } from '#persistence/queries/numbers';
import { Call, type WriteCall } from '../access/call.js';
import { checkPartyAction } from '../access/party.js';
import { WritePath } from '../commands/write-path.js';
import { commandAt, ContractReader } from '../contracts/contract-reader.js';
import { Tells } from '../docs/answers.js';
import { filtersOf, pageView, pageWish } from '../http/cursor.js';
import { ETAG_HEADER, type TellVersion, Version } from '../http/entity-tag.js';
import { contractParams, requestParams } from '../http/fields.js';
import { Reply } from '../http/reply.js';
import { commandOfAction } from './actions.js';
import { checkReceivedAt } from './received-at.js';
import {
  newRequest,
  requestAction,
  requestDetail,
  requestListQuery,
  requestPage,
} from './request-schemas.js';
import { requestSummaryView } from './request-view.js';
import { RequestsService } from './requests.service.js';

type Params = z.infer<typeof requestParams>;

const ordinalKey = z.strictObject({ ordinal: z.int() });

@ApiTags('requests')
@Controller('api/v1/contracts/:contract/requests')
export class RequestsController {
  constructor(
    private readonly contracts: ContractReader,
    private readonly requests: RequestsService,
    private readonly writes: WritePath,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The requests of a contract, in the order in which they were put on record' })
  @ApiOkResponse({ standardSchema: requestPage })
  async list(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: requestListQuery }) query: z.infer<typeof requestListQuery>,
  ): Promise<z.infer<typeof requestPage>> {
    const {
      em,
      row: { clock },
    } = await this.contracts.get(contract);
    const page = await listIncidents(em, contract, filtersOf(query), pageWish(ordinalKey, query));
    return pageView(
      page,
      (row) => requestSummaryView(row, clock),
      ({ ordinal }) => ({ ordinal }),
    );
  }

  @Post()
  @Tells('duplicateRequest')
  @ApiOperation({
    summary: 'Puts a request on record: classified by the rules of clause 2.2, its deadlines set',
  })
  @ApiCreatedResponse({ standardSchema: requestDetail })
  record(
    @Call() call: WriteCall,
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Body({ schema: newRequest }) wanted: z.infer<typeof newRequest>,
  ): Promise<Reply> {
    const { name, receivedAt = null, at, channel, ...severity } = wanted;
    return this.writes.write(
      call,
      async (em) => {
        const known = await this.contracts.get(contract, em);
        checkReceivedAt(known.terms, receivedAt);
        const recordedAt = commandAt(known, at);
        const request = name ?? (await nextRequestNumber(em, contract));
        const told = { at: recordedAt, severity, receivedAt, ...(channel !== undefined && { channel }) };
        const body = { type: 'request.recorded', ...told } as const;
        return { contract, owner: { kind: 'incident', request }, body };
      },
      async ({ owner }) => {
        const request = owner.slice('request/'.length);
        return new Reply(
          201,
          await this.requests.show(contract, request),
          `/api/v1/contracts/${contract}/requests/${request}`,
        );
      },
    );
  }

  @Get(':request')
  @ApiOperation({
    summary:
      'A request: priority with its receipt, targets with the proof of their deadlines, what can be done',
  })
  @ApiOkResponse({ standardSchema: requestDetail, headers: ETAG_HEADER })
  async read(
    @Param({ schema: requestParams }) { contract, request }: Params,
    @Version() tellVersion: TellVersion,
  ): Promise<z.infer<typeof requestDetail>> {
    const { view, version } = await this.requests.read(contract, request);
    tellVersion(version);
    return view;
  }

  @Post(':request/actions')
  @Tells()
  @ApiOperation({
    summary:
      'Does something with a request: respond, workaround, path, resolve, close, reopen, pause, resume, reclassify, rate',
  })
  @ApiOkResponse({ standardSchema: requestDetail })
  act(
    @Call() call: WriteCall,
    @Param({ schema: requestParams }) { contract, request }: Params,
    @Body({ schema: requestAction }) action: z.infer<typeof requestAction>,
  ): Promise<Reply> {
    checkPartyAction(call.caller, action.type);
    return this.writes.write(
      call,
      async (em) => {
        const known = await this.contracts.get(contract, em);
        const incident = await this.requests.get(em, contract, request);
        const body = commandOfAction(action, commandAt(known, action.at, incident.state.through));
        return { contract, owner: { kind: 'incident', request }, body, lateReason: action.lateReason };
      },
      async () => new Reply(200, await this.requests.show(contract, request)),
    );
  }
}
