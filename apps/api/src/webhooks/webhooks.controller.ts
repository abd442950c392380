import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type z } from 'zod';
import { addSeconds } from '#domain/time/instant';
import {
  addEndpoint,
  changeEndpoint,
  disableEndpoint,
  listEndpoints,
  rotateSecret,
} from '#persistence/queries/webhooks';
import { retryTableText } from '#webhooks/retries';
import { Call, WhoCalls, type WriteCall } from '../access/call.js';
import { type Caller } from '../access/caller.js';
import { PlainWrites } from '../commands/plain-writes.js';
import { AnswersASecret, Refuses, TakesIfMatch } from '../docs/answers.js';
import { pageView, pageWish } from '../http/cursor.js';
import { ETAG_HEADER, type TellVersion, Version } from '../http/entity-tag.js';
import { Reply } from '../http/reply.js';
import { now } from '../time.js';
import { WebhookDesk } from './webhook-desk.js';
import {
  changedWebhook,
  newWebhook,
  secretRotation,
  webhookPage,
  webhookParams,
  webhooksKey,
  webhooksQuery,
  webhookView,
  webhookViewOf,
  webhookWithSecret,
} from './webhook-schemas.js';

type Params = z.infer<typeof webhookParams>;

const RETRIES = `A delivery is tried ${retryTableText()} after the attempt before it (each delay up to a tenth longer),
then it is dead. An attempt has 15 seconds; 2xx is success, redirects are not followed, 410 disables the endpoint.`;

const DISABLED = 'it was disabled over the API';

/** Endpoints that events are sent to: those whose clients the caller reaches. */
@ApiTags('webhooks')
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly desk: WebhookDesk,
    private readonly writes: PlainWrites,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Endpoints that events are sent to, by their ids; never their secrets' })
  @ApiOkResponse({ standardSchema: webhookPage })
  async list(
    @WhoCalls() { clients }: Caller,
    @Query({ schema: webhooksQuery }) query: z.infer<typeof webhooksQuery>,
  ): Promise<z.infer<typeof webhookPage>> {
    const page = await listEndpoints(this.desk.fork(), clients, pageWish(webhooksKey, query));
    return pageView(page, webhookViewOf, ({ id }) => ({ list: 'webhooks', id }));
  }

  @Post()
  @Refuses('webhooksOff')
  @ApiOperation({
    summary: 'Makes an endpoint: it hears of what is recorded from now on. Its secret is shown this once',
    description: RETRIES,
  })
  @AnswersASecret()
  @ApiCreatedResponse({ standardSchema: webhookWithSecret })
  async make(
    @WhoCalls() caller: Caller,
    @Body({ schema: newWebhook }) wanted: z.infer<typeof newWebhook>,
  ): Promise<z.infer<typeof webhookWithSecret>> {
    const wish = this.desk.wishOf(wanted, caller);
    const { secret, sealed } = this.desk.newSecret();
    const row = await this.desk
      .fork()
      .transactional((em) => addEndpoint(em, wish, { sealed, by: caller.name, now: now() }));
    return { ...webhookViewOf(row), secret };
  }

  @Get(':webhook')
  @ApiOperation({ summary: 'An endpoint: where, what it hears of, and whether it is enabled' })
  @ApiOkResponse({ standardSchema: webhookView, headers: ETAG_HEADER })
  async read(
    @WhoCalls() caller: Caller,
    @Param({ schema: webhookParams }) { webhook }: Params,
    @Version() tellVersion: TellVersion,
  ): Promise<z.infer<typeof webhookView>> {
    const row = await this.desk.endpoint(this.desk.fork(), webhook, caller);
    tellVersion(row.version);
    return webhookViewOf(row);
  }

  @Put(':webhook')
  @TakesIfMatch()
  @ApiOperation({
    summary: 'Changes an endpoint, and enables or disables it. What waits goes to where it is then',
  })
  @ApiOkResponse({ standardSchema: webhookView })
  change(
    @Call() call: WriteCall,
    @Param({ schema: webhookParams }) { webhook }: Params,
    @Body({ schema: changedWebhook }) wanted: z.infer<typeof changedWebhook>,
  ): Promise<Reply> {
    return this.writes.write(call, async (em) => {
      const { status } = wanted;
      const before = await this.desk.lockedFor(call, em, webhook);
      const because = status === 'enabled' ? null : (before.disabledBecause ?? DISABLED);
      await changeEndpoint(em, webhook, { ...this.desk.wishOf(wanted, call.caller), status, because });
      return this.replyOf(em, webhook, call.caller);
    });
  }

  @Delete(':webhook')
  @TakesIfMatch()
  @ApiOperation({ summary: 'Disables an endpoint. Its deliveries stay; what waits for it is dead' })
  @ApiOkResponse({ standardSchema: webhookView })
  disable(@Call() call: WriteCall, @Param({ schema: webhookParams }) { webhook }: Params): Promise<Reply> {
    return this.writes.write(call, async (em) => {
      await this.desk.lockedFor(call, em, webhook);
      await disableEndpoint(em, webhook, DISABLED);
      return this.replyOf(em, webhook, call.caller);
    });
  }

  @Post(':webhook/rotation')
  @HttpCode(200)
  @TakesIfMatch()
  @Refuses('webhooksOff')
  @ApiOperation({
    summary: 'Gives the endpoint a new secret, shown this once; the one before signs a while longer as well',
  })
  @AnswersASecret()
  @ApiOkResponse({ standardSchema: webhookWithSecret })
  async rotate(
    @Call() call: WriteCall,
    @Param({ schema: webhookParams }) { webhook }: Params,
    @Body({ schema: secretRotation }) { overlapMinutes }: z.infer<typeof secretRotation>,
  ): Promise<z.infer<typeof webhookWithSecret>> {
    const present = now();
    const oldUntil = addSeconds(present, overlapMinutes * 60);
    return this.desk.fork().transactional(async (em) => {
      const row = await this.desk.lockedFor(call, em, webhook);
      const { secret, sealed } = this.desk.newSecret();
      await rotateSecret(em, webhook, { sealed, oldUntil, now: present });
      return { ...webhookViewOf(row), secret };
    });
  }

  private async replyOf(em: EntityManager, webhook: string, caller: Caller): Promise<Reply> {
    return new Reply(200, webhookViewOf(await this.desk.endpoint(em, webhook, caller)));
  }
}
