import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import {
  addTestDelivery,
  attemptsOf,
  listDeliveries,
  replayDead,
} from '#persistence/queries/webhook-deliveries';
import { Call, WhoCalls, type WriteCall } from '../access/call.js';
import { type Caller } from '../access/caller.js';
import { WritePath } from '../commands/write-path.js';
import { Refuses } from '../docs/answers.js';
import { pageView, pageWish } from '../http/cursor.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { now } from '../time.js';
import { WebhookDesk } from './webhook-desk.js';
import {
  deliveriesKey,
  deliveriesQuery,
  deliveryPage,
  deliveryParams,
  deliveryView,
  deliveryViewOf,
  deliveryWithAttempts,
  replayed,
  webhookParams,
  withAttempts,
} from './webhook-schemas.js';

type Params = z.infer<typeof webhookParams>;
type DeliveryParams = z.infer<typeof deliveryParams>;

/** What became of the events that were sent to an endpoint. */
@ApiTags('webhooks')
@Controller('api/v1/webhooks/:webhook')
export class DeliveriesController {
  constructor(
    private readonly desk: WebhookDesk,
    private readonly writes: WritePath,
  ) {}

  @Get('deliveries')
  @ApiOperation({ summary: 'The deliveries of an endpoint, the newest first' })
  @ApiOkResponse({ standardSchema: deliveryPage })
  async list(
    @WhoCalls() caller: Caller,
    @Param({ schema: webhookParams }) { webhook }: Params,
    @Query({ schema: deliveriesQuery }) query: z.infer<typeof deliveriesQuery>,
  ): Promise<z.infer<typeof deliveryPage>> {
    const em = this.desk.fork();
    await this.desk.endpoint(em, webhook, caller);
    const wish = pageWish(deliveriesKey, query);
    const page = await listDeliveries(em, webhook, query.status ?? null, wish);
    return pageView(page, deliveryViewOf, ({ createdAt, id }) => ({ list: 'deliveries', createdAt, id }));
  }

  @Get('deliveries/:delivery')
  @ApiOperation({ summary: 'A delivery with its attempts: when, what was answered, why it failed' })
  @ApiOkResponse({ standardSchema: deliveryWithAttempts })
  async read(
    @WhoCalls() caller: Caller,
    @Param({ schema: deliveryParams }) { webhook, delivery }: DeliveryParams,
  ): Promise<z.infer<typeof deliveryWithAttempts>> {
    const em = this.desk.fork();
    await this.desk.endpoint(em, webhook, caller);
    const row = await this.desk.delivery(em, webhook, delivery);
    return withAttempts(row, await attemptsOf(em, delivery));
  }

  @Post('deliveries/:delivery/replay')
  @HttpCode(200)
  @Refuses('wrongState')
  @ApiOperation({ summary: 'Sends a dead delivery again, from the beginning of the retry table' })
  @ApiOkResponse({ standardSchema: deliveryView })
  replay(
    @Call() call: WriteCall,
    @Param({ schema: deliveryParams }) { webhook, delivery }: DeliveryParams,
  ): Promise<Reply> {
    return this.writes.once(call, async () => {
      const em = this.desk.fork();
      await this.desk.enabled(em, webhook, call.caller);
      const { status } = await this.desk.delivery(em, webhook, delivery);
      if ((await replayDead(em, webhook, now(), delivery)) === 0)
        throw new Problem('wrongState', `The delivery is ${status}: only a dead one is replayed`);
      return new Reply(200, deliveryViewOf(await this.desk.delivery(em, webhook, delivery)));
    });
  }

  @Post('replay')
  @HttpCode(200)
  @Refuses('wrongState')
  @ApiOperation({ summary: 'Sends all dead deliveries of the endpoint again' })
  @ApiOkResponse({ standardSchema: replayed })
  replayAll(@Call() call: WriteCall, @Param({ schema: webhookParams }) { webhook }: Params): Promise<Reply> {
    return this.writes.once(call, async () => {
      const em = this.desk.fork();
      await this.desk.enabled(em, webhook, call.caller);
      return new Reply(200, { replayed: await replayDead(em, webhook, now()) });
    });
  }

  @Post('test')
  @Refuses('wrongState')
  @ApiOperation({ summary: 'Sends a test event, pacta.webhook.test.v1' })
  @ApiCreatedResponse({ standardSchema: deliveryView })
  test(@Call() call: WriteCall, @Param({ schema: webhookParams }) { webhook }: Params): Promise<Reply> {
    return this.writes.once(call, async () => {
      const em = this.desk.fork();
      await this.desk.enabled(em, webhook, call.caller);
      return new Reply(201, deliveryViewOf(await addTestDelivery(em, webhook, now())));
    });
  }
}
