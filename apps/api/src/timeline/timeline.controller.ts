import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { incidentsAhead } from '#persistence/queries/incidents';
import { listLedger } from '#persistence/queries/ledger';
import { ContractReader } from '../contracts/contract-reader.js';
import { pageView, pageWish } from '../http/cursor.js';
import { contractParams } from '../http/fields.js';
import { entrySentence } from '#narration/sentences';
import { sequenceKey, timelineQuery, timelineView } from './timeline-schemas.js';
import { upcoming } from './upcoming.js';

@ApiTags('contracts')
@Controller('api/v1/contracts/:contract/timeline')
export class TimelineController {
  constructor(private readonly contracts: ContractReader) {}

  @Get()
  @ApiOperation({ summary: 'What happened, and what is ahead, in sentences of both languages' })
  @ApiOkResponse({ standardSchema: timelineView })
  async read(
    @Param({ schema: contractParams }) { contract: id }: z.infer<typeof contractParams>,
    @Query({ schema: timelineQuery }) query: z.infer<typeof timelineQuery>,
  ): Promise<z.infer<typeof timelineView>> {
    const { row, terms, em } = await this.contracts.get(id);
    const page = await listLedger(em, id, { ...pageWish(sequenceKey, query), order: 'desc' });
    const ahead = await incidentsAhead(em, id, query.upcoming);
    return {
      contract: id,
      upcoming: upcoming(
        terms,
        row.state,
        ahead.map(({ state }) => state),
        query.upcoming,
      ),
      past: pageView(
        page,
        ({ sequence, at, recordedAt, kind, clause, request, actor, payload }) => ({
          sequence,
          at,
          recordedAt,
          kind,
          clause,
          request: request ?? null,
          actor,
          text: entrySentence({ kind, request: request ?? null, payload, at }, terms.zone),
        }),
        ({ sequence }) => ({ list: 'timeline', sequence }),
      ),
    };
  }
}
