import { Controller, Get } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Client } from '@temporalio/client';
import { z } from 'zod';
import { Reply } from '../http/reply.js';
import { within } from '../within.js';
import { type Reach, Readiness, TIMEOUT_MILLISECONDS } from './readiness.js';

const reach = z.enum(['up', 'down']);

const healthView = z.strictObject({ status: reach, postgresql: reach, temporal: reach }).meta({
  id: 'Health',
  description: 'While Temporal is down, reads go on, and commands are stored and carried out later',
});

const liveView = z.strictObject({ status: z.literal('live') }).meta({ id: 'Liveness' });

const readyView = z
  .strictObject({
    status: z.enum(['ready', 'notReady', 'draining']),
    postgresql: reach,
    schema: z.enum(['current', 'behind', 'unknown']),
  })
  .meta({
    id: 'Readiness',
    description:
      'Not ready while PostgreSQL is away or its schema is older than this program; draining on the way down. Temporal does not count: without it commands are stored',
  });

@ApiTags('operation')
@Controller('health')
export class HealthController {
  constructor(
    private readonly orm: MikroORM,
    private readonly client: Client,
    private readonly readiness: Readiness,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Whether PostgreSQL and Temporal can be reached' })
  @ApiOkResponse({ standardSchema: healthView })
  @ApiResponse({ status: 503, standardSchema: healthView, description: 'One of them cannot be reached' })
  async read(): Promise<Reply> {
    const [postgresql, temporal] = await Promise.all([
      reached(this.askPostgresql()),
      reached(this.askTemporal()),
    ]);
    const status: Reach = postgresql === 'up' && temporal === 'up' ? 'up' : 'down';
    return new Reply(status === 'up' ? 200 : 503, { status, postgresql, temporal });
  }

  @Get('live')
  @ApiOperation({
    summary: 'That this process does its work: where no answer comes, it is to be started anew',
  })
  @ApiOkResponse({ standardSchema: liveView })
  live(): z.infer<typeof liveView> {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Whether this process is to be given requests' })
  @ApiOkResponse({ standardSchema: readyView })
  @ApiResponse({ status: 503, standardSchema: readyView, description: 'It is not, for now or for good' })
  async ready(): Promise<Reply> {
    const ready = await this.readiness.read();
    return new Reply(ready.status === 'ready' ? 200 : 503, { ...ready });
  }

  private async askPostgresql(): Promise<true> {
    await this.orm.em.fork().execute('select 1');
    return true;
  }

  private async askTemporal(): Promise<true> {
    const { client } = this;
    await client.withAbortSignal(AbortSignal.timeout(TIMEOUT_MILLISECONDS), async () => {
      await client.workflowService.describeNamespace({ namespace: client.options.namespace });
    });
    return true;
  }
}

async function reached(answer: Promise<true>): Promise<Reach> {
  return (await within(answer, TIMEOUT_MILLISECONDS)) === null ? 'down' : 'up';
}
