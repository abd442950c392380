import { Controller, Get } from '@nestjs/common';
import { MikroORM } from '@mikro-orm/postgresql';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Client } from '@temporalio/client';
import { z } from 'zod';
import { Reply } from '../http/reply.js';

const TIMEOUT_MILLISECONDS = 2_000;

const reach = z.enum(['up', 'down']);

const healthView = z.strictObject({ status: reach, postgresql: reach, temporal: reach }).meta({
  id: 'Health',
  description: 'While Temporal is down, reads go on, and commands are stored and carried out later',
});

type Reach = z.infer<typeof reach>;

@ApiTags('operation')
@Controller('health')
export class HealthController {
  constructor(
    private readonly orm: MikroORM,
    private readonly client: Client,
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

  private async askPostgresql(): Promise<void> {
    await this.orm.em.fork().execute('select 1');
  }

  private async askTemporal(): Promise<void> {
    const { client } = this;
    await client.withAbortSignal(AbortSignal.timeout(TIMEOUT_MILLISECONDS), async () => {
      await client.workflowService.describeNamespace({ namespace: client.options.namespace });
    });
  }
}

async function reached(answer: Promise<void>): Promise<Reach> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Reach>((resolve) => {
    timer = setTimeout(() => resolve('down'), TIMEOUT_MILLISECONDS);
  });
  const first = await Promise.race([answer.then((): Reach => 'up').catch((): Reach => 'down'), late]);
  clearTimeout(timer);
  return first;
}
