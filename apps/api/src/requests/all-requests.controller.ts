import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { type IncidentRow } from '#persistence/entities/incident';
import { clocksOf } from '#persistence/queries/contracts';
import { listDueIncidents, listRecordedIncidents } from '#persistence/queries/incidents';
import { type Page } from '#persistence/queries/page';
import { WhoCalls } from '../access/call.js';
import { type Caller } from '../access/caller.js';
import { ContractReader } from '../contracts/contract-reader.js';
import { filtersOf, pageView, pageWish } from '../http/cursor.js';
import { instantIn } from '../http/fields.js';
import { allRequestsQuery, requestPage, type RequestSummary } from './request-schemas.js';
import { requestSummaryView } from './request-view.js';

const dueKey = z.strictObject({ nextAt: instantIn, contractId: z.string(), request: z.string() });
const recordedKey = z.strictObject({ recordedAt: instantIn, contractId: z.string(), request: z.string() });

/** The desk's list: over all contracts. */
@ApiTags('requests')
@Controller('api/v1/requests')
export class AllRequestsController {
  constructor(private readonly contracts: ContractReader) {}

  @Get()
  @ApiOperation({ summary: 'Requests of all contracts: by their next deadline, or the newest first' })
  @ApiOkResponse({ standardSchema: requestPage })
  async list(
    @WhoCalls() { clients }: Caller,
    @Query({ schema: allRequestsQuery }) query: z.infer<typeof allRequestsQuery>,
  ): Promise<z.infer<typeof requestPage>> {
    const { sort, ...wished } = filtersOf(query);
    const filter = { ...wished, clients };
    const em = this.contracts.fork();
    if (sort === 'recorded') {
      const page = await listRecordedIncidents(em, filter, pageWish(recordedKey, query));
      return pageView(page, await this.viewOf(em, page), ({ recordedAt, contractId, request }) => ({
        recordedAt,
        contractId,
        request,
      }));
    }
    const page = await listDueIncidents(em, filter, pageWish(dueKey, query));
    return pageView(page, await this.viewOf(em, page), dueKeyOf);
  }

  private async viewOf(
    em: EntityManager,
    { rows }: Page<IncidentRow>,
  ): Promise<(row: IncidentRow) => RequestSummary> {
    const clocks = await clocksOf(
      em,
      rows.map(({ contractId }) => contractId),
    );
    return (row) => requestSummaryView(row, clocks.get(row.contractId) ?? 'real');
  }
}

function dueKeyOf({ nextAt, contractId, request }: IncidentRow) {
  return { nextAt, contractId, request };
}
