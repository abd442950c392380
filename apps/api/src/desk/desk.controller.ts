import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { WhoCalls } from '../access/call.js';
import { type Caller } from '../access/caller.js';
import { pageView, pageWish } from '../http/cursor.js';
import { Queue, queueKey } from './queue.js';
import { queuePage, queueQuery } from './queue-schemas.js';
import { rightsKey, TerminationRights } from './rights.js';
import { rightsPage, rightsQuery } from './rights-schemas.js';

/** What the desk looks at first, over all contracts that the caller reaches. */
@ApiTags('desk')
@Controller('api/v1/desk')
export class DeskController {
  constructor(
    private readonly queue: Queue,
    private readonly rights: TerminationRights,
  ) {}

  @Get('queue')
  @ApiOperation({
    summary:
      'Open requests by what hangs on their next deadline: cost if it is missed, cap room, whether it decides a right to terminate',
  })
  @ApiOkResponse({ standardSchema: queuePage })
  async read(
    @WhoCalls() { clients }: Caller,
    @Query({ schema: queueQuery }) query: z.infer<typeof queueQuery>,
  ): Promise<z.infer<typeof queuePage>> {
    const page = await this.queue.page(query, clients, pageWish(queueKey, query));
    return pageView(
      page,
      ({ item }) => item,
      ({ key }) => key,
    );
  }

  @Get('termination-rights')
  @ApiOperation({
    summary: 'How near each contract is to a right to terminate, and the rights that there are, by contract',
  })
  @ApiOkResponse({ standardSchema: rightsPage })
  async terminationRights(
    @WhoCalls() { clients }: Caller,
    @Query({ schema: rightsQuery }) query: z.infer<typeof rightsQuery>,
  ): Promise<z.infer<typeof rightsPage>> {
    const page = await this.rights.page(query, clients, pageWish(rightsKey, query));
    return pageView(
      page,
      (item) => item,
      ({ contract }) => ({ contract }),
    );
  }
}
