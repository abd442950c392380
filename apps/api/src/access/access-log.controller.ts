import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { MikroORM } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { listAccess } from '#persistence/queries/access-log';
import { pageView, pageWish } from '../http/cursor.js';
import { instantOut, lineIn, nameIn, pageOut, listQuery } from '../http/fields.js';

const accessQuery = closedObject({
  caller: z.exactOptional(lineIn(200)),
  contract: z.exactOptional(nameIn),
  ...listQuery('desc'),
});

const accessKey = z.strictObject({ list: z.literal('access-log'), id: z.string().regex(/^\d{1,18}$/) });

const accessPage = pageOut(
  z.strictObject({
    id: z.string(),
    at: instantOut,
    caller: z.string(),
    role: z.string(),
    route: z.string(),
    ids: z.record(z.string(), z.string()),
  }),
).meta({ id: 'AccessLogPage' });

/** What auditors have read. */
@ApiTags('access')
@Controller('api/v1/access-log')
export class AccessLogController {
  constructor(private readonly orm: MikroORM) {}

  @Get()
  @ApiOperation({ summary: 'What auditors have read, the latest first' })
  @ApiOkResponse({ standardSchema: accessPage })
  async list(
    @Query({ schema: accessQuery }) query: z.infer<typeof accessQuery>,
  ): Promise<z.infer<typeof accessPage>> {
    const page = await listAccess(this.orm.em.fork(), query, pageWish(accessKey, query));
    return pageView(
      page,
      ({ id, at, caller, role, route, ids }) => ({ id, at, caller, role, route, ids }),
      ({ id }) => ({ list: 'access-log', id }),
    );
  }
}
