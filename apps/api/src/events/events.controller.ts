import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MikroORM } from '@mikro-orm/postgresql';
import { type z } from 'zod';
import { listEvents } from '#persistence/queries/events';
import { cloudEventOf } from '#webhooks/cloud-event';
import { eventCatalogue, kindOfType } from '#webhooks/event-types';
import { type WebhookSettings } from '#webhooks/settings';
import { WhoCalls } from '../access/call.js';
import { type Caller } from '../access/caller.js';
import { pageWish, writeCursor } from '../http/cursor.js';
import { WEBHOOK_SETTINGS } from '../webhooks/webhook-desk.js';
import { eventFeed, eventsKey, eventsQuery, eventTypeList } from './event-schemas.js';

const BEGINNING = { position: '0' };

/** What happened, for those who pull: the same events that are sent to endpoints. */
@ApiTags('webhooks')
@Controller('api/v1')
export class EventsController {
  constructor(
    private readonly orm: MikroORM,
    @Inject(WEBHOOK_SETTINGS) private readonly settings: WebhookSettings,
  ) {}

  @Get('events')
  @ApiOperation({
    summary:
      'The events of all contracts that the caller reaches, the oldest first; none is skipped, none moves',
  })
  @ApiOkResponse({ standardSchema: eventFeed })
  async list(
    @WhoCalls() { clients }: Caller,
    @Query({ schema: eventsQuery }) query: z.infer<typeof eventsQuery>,
  ): Promise<z.infer<typeof eventFeed>> {
    const { contract, type } = query;
    const kind = type === undefined ? null : kindOfType(type);
    const filter = { clients, ...(contract !== undefined && { contract }), ...(kind !== null && { kind }) };
    const wish = pageWish(eventsKey, query);
    const { rows, hasMore } = await listEvents(this.orm.em.fork(), filter, wish);
    const { position } = rows.at(-1) ?? wish.after ?? BEGINNING;
    const items = rows.map((row) => ({ ...cloudEventOf(row, this.settings.origin) }));
    return { items, next: writeCursor({ position }), more: hasMore };
  }

  @Get('event-types')
  @ApiOperation({ summary: 'The types of events, each with a JSON Schema of its data' })
  @ApiOkResponse({ standardSchema: eventTypeList })
  types(): z.infer<typeof eventTypeList> {
    return { items: eventCatalogue().map((each) => ({ ...each, schema: { ...each.schema } })) };
  }
}
