import { Controller, Get, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type KnownRequest } from './access.guard.js';
import { ROLES, ROUTE_ROLES, type Role } from './roles.js';

const whoamiView = z
  .strictObject({
    name: z.string(),
    role: z.enum(ROLES),
    routes: z.array(z.string()).meta({ description: 'What the key may call' }),
  })
  .meta({ id: 'WhoAmI' });

@ApiTags('operation')
@Controller('api/v1/whoami')
export class WhoamiController {
  @Get()
  @ApiOperation({ summary: 'The name and role of the key, and what it may call' })
  @ApiOkResponse({ standardSchema: whoamiView })
  read(@Req() { caller }: KnownRequest): z.infer<typeof whoamiView> {
    if (!caller) throw new Error('whoami is open');
    return { name: caller.name, role: caller.role, routes: routesOf(caller.role) };
  }
}

function routesOf(role: Role): string[] {
  return Object.entries(ROUTE_ROLES).flatMap(([route, roles]) =>
    roles !== 'open' && roles.includes(role) ? [route] : [],
  );
}
